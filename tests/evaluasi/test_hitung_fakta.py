"""What is proposed from facts, at the borders of each rule."""

from datetime import UTC, date, datetime

import pytest

from evaluasi.hitung.fakta import (
    LABEL_FAKTA,
    IsianTriwulan,
    KodeFakta,
    TandaTangan,
    Usulan,
    diisi_berkala,
    lkjip_tepat_waktu,
    menurut_banyak,
    pk_tepat_waktu,
)
from evaluasi.queries.fakta import FAKTA
from evaluasi.services.berkas_instrumen import baca_instrumen
from sakip.lib.tanggal import tulis_tanggal

KINI = datetime(2024, 3, 1, tzinfo=UTC)
TENGGAT = datetime(2023, 4, 15, tzinfo=UTC)
TEPAT = datetime(2023, 4, 15, tzinfo=UTC)
LEWAT = datetime(2023, 4, 15, 0, 0, 1, tzinfo=UTC)


def tanda(tanggal=None, anggaran=None, nama="PK 2023") -> TandaTangan:
    return TandaTangan(nama, tanggal, "Anggaran Murni 2023", anggaran)


def isian(bulan=3, wajib=2, diajukan=(TEPAT, TEPAT), tenggat=TENGGAT) -> IsianTriwulan:
    return IsianTriwulan(bulan, wajib, diajukan, tenggat)


def test_setiap_kode_berlabel_dan_ada_pembuatnya():
    assert set(LABEL_FAKTA) == set(KodeFakta) == set(FAKTA)


def test_instrumen_bawaan_mengikat_setiap_fakta_sekali():
    terikat = [f for k in baca_instrumen().komponen for sub in k.sub for f in sub.fakta.values()]
    assert sorted(terikat) == sorted(KodeFakta)


@pytest.mark.parametrize(
    ("tanggal", "usulan"),
    [
        (date(2022, 12, 30), Usulan.TERPENUHI),
        (date(2023, 2, 28), Usulan.TERPENUHI),
        (date(2023, 3, 1), Usulan.BELUM),
    ],
)
def test_pk_dalam_satu_bulan_sesudah_anggaran(tanggal, usulan):
    assert pk_tepat_waktu([tanda(tanggal, date(2023, 1, 31))], 2023).usulan is usulan


def test_pk_yang_terlambat_menentukan_walaupun_yang_lain_tidak_diketahui():
    terlambat = tanda(date(2023, 3, 1), date(2023, 1, 31))
    hasil = pk_tepat_waktu([tanda(date(2023, 1, 2)), terlambat], 2023)
    assert hasil.usulan is Usulan.BELUM
    assert "ditandatangani 01 Maret 2023, paling lambat 28 Februari 2023" in hasil.kalimat


def test_tanggal_anggaran_yang_tidak_diketahui_tidak_dapat_dinilai():
    tepat = tanda(date(2023, 2, 1), date(2023, 1, 31))
    hasil = pk_tepat_waktu([tepat, tanda(date(2023, 1, 2))], 2023)
    assert hasil.usulan is Usulan.TIDAK_DINILAI
    assert hasil.kalimat == (
        "Tanggal Anggaran Murni 2023 belum dicatat, sehingga waktunya tidak dapat dinilai."
    )


def test_tanpa_pk_belum():
    assert pk_tepat_waktu([], 2023).usulan is Usulan.BELUM


def test_menurut_banyak():
    assert menurut_banyak(7, 7, "indikator lengkap", "").kalimat == "7 dari 7 indikator lengkap."
    assert menurut_banyak(7, 7, "x", "").usulan is Usulan.TERPENUHI
    assert menurut_banyak(6, 7, "x", "").usulan is Usulan.BELUM
    kosong = menurut_banyak(0, 0, "x", "Tidak ada.")
    assert (kosong.usulan, kosong.kalimat) == (Usulan.TIDAK_DINILAI, "Tidak ada.")


@pytest.mark.parametrize(
    ("satu", "usulan", "kata"),
    [
        (isian(), Usulan.TERPENUHI, "1 dari 1 triwulan diisi sebelum tenggat."),
        (isian(diajukan=(TEPAT, LEWAT)), Usulan.BELUM, "Triwulan I 1 dari 2 terlambat."),
        (isian(diajukan=(TEPAT,)), Usulan.BELUM, "Triwulan I 1 dari 2 belum diajukan."),
        (isian(diajukan=(TEPAT, None)), Usulan.TIDAK_DINILAI, "waktu pengajuannya tidak"),
        (isian(tenggat=None), Usulan.TIDAK_DINILAI, "belum berjendela pengisian"),
        (isian(diajukan=(), tenggat=KINI), Usulan.TIDAK_DINILAI, "belum tenggat"),
        (isian(wajib=0, diajukan=()), Usulan.TIDAK_DINILAI, "Tidak ada realisasi yang jatuh"),
    ],
)
def test_satu_triwulan(satu, usulan, kata):
    hasil = diisi_berkala([satu], KINI, 2023)
    assert hasil.usulan is usulan
    assert kata in hasil.kalimat


def test_triwulan_yang_terlambat_menentukan_di_atas_yang_tidak_diketahui():
    semua = [isian(), isian(6, tenggat=None), isian(9, diajukan=(LEWAT, TEPAT)), isian(12, 0, ())]
    hasil = diisi_berkala(semua, KINI, 2023)
    assert hasil.usulan is Usulan.BELUM
    assert hasil.kalimat.startswith("1 dari 3 triwulan diisi sebelum tenggat; Triwulan II belum")


@pytest.mark.parametrize(
    ("tanggal", "terbit", "hari", "usulan"),
    [
        (date(2024, 2, 29), True, date(2024, 6, 1), Usulan.TERPENUHI),
        (date(2024, 3, 1), True, date(2024, 6, 1), Usulan.BELUM),
        (date(2024, 2, 1), False, date(2024, 3, 1), Usulan.BELUM),
        (None, False, date(2024, 2, 29), Usulan.TIDAK_DINILAI),
    ],
)
def test_lkjip_dua_bulan_sesudah_tahunnya(tanggal, terbit, hari, usulan):
    hasil = lkjip_tepat_waktu(tanggal, terbit=terbit, tahun=2023, hari_ini=hari)
    assert hasil.usulan is usulan
    assert "29 Februari 2024" in hasil.kalimat


@pytest.mark.parametrize(
    ("tanggal", "hari_terbit", "usulan"),
    [
        (date(2024, 2, 20), date(2024, 2, 29), Usulan.TERPENUHI),
        (date(2024, 2, 20), date(2024, 3, 1), Usulan.TIDAK_DINILAI),
        (date(2024, 3, 1), date(2024, 2, 28), Usulan.BELUM),
        (date(2024, 3, 1), date(2024, 3, 2), Usulan.BELUM),
    ],
)
def test_lkjip_yang_diterbitkan_pada_hari_lain(tanggal, hari_terbit, usulan):
    """The date was typed: where only the day of issue is late, the evaluator decides."""
    hari = date(2024, 6, 1)
    hasil = lkjip_tepat_waktu(
        tanggal, terbit=True, tahun=2023, hari_ini=hari, hari_terbit=hari_terbit
    )
    assert hasil.usulan is usulan
    assert f", diterbitkan di aplikasi {tulis_tanggal(hari_terbit)}, paling" in hasil.kalimat
