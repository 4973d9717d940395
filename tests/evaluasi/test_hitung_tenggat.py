"""Due dates, reports due, and how late a follow-up is."""

from datetime import date

import pytest

from evaluasi.hitung.tenggat import (
    TANPA_TANGGAL_LHE,
    JenisTarget,
    Triwulan,
    hari_terlambat,
    laporan_berjalan,
    laporan_jatuh_tempo,
    laporan_terlewat,
    tambah_bulan,
    tenggat_rencana,
    umur_hari,
)

LHE = date(2023, 3, 31)


@pytest.mark.parametrize(
    ("tanggal", "bulan", "hasil"),
    [
        (date(2023, 3, 31), 12, date(2024, 3, 31)),
        (date(2023, 1, 31), 1, date(2023, 2, 28)),
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2023, 12, 15), 1, date(2024, 1, 15)),
        (date(2023, 11, 30), 3, date(2024, 2, 29)),
        (date(2023, 5, 1), 0, date(2023, 5, 1)),
    ],
)
def test_bulan_dihitung_pada_tanggal_yang_sama(tanggal, bulan, hasil):
    assert tambah_bulan(tanggal, bulan) == hasil


def test_dua_belas_bulan_sejak_lhe():
    hasil = tenggat_rencana(JenisTarget.BULAN, sejak=LHE, bulan=12)
    assert (hasil.tanggal, hasil.alasan) == (date(2024, 3, 31), "")


def test_tanpa_tanggal_lhe_tanpa_tenggat():
    hasil = tenggat_rencana(JenisTarget.BULAN, sejak=None, bulan=12)
    assert (hasil.tanggal, hasil.alasan) == (None, TANPA_TANGGAL_LHE)


def test_tanggal_dan_perpanjangan():
    tanggal, baru = date(2023, 9, 1), date(2023, 12, 1)
    assert tenggat_rencana(JenisTarget.TANGGAL, sejak=None, tanggal=tanggal).tanggal == tanggal
    for jenis in JenisTarget:
        assert tenggat_rencana(jenis, sejak=LHE, diperpanjang=baru).tanggal == baru


def test_setiap_triwulan_tanpa_akhir():
    hasil = tenggat_rencana(JenisTarget.TRIWULAN, sejak=LHE)
    assert (hasil.tanggal, hasil.alasan) == (None, "Dilaporkan setiap triwulan.")


def test_target_yang_tidak_disebut():
    hasil = tenggat_rencana(JenisTarget.TANPA, sejak=LHE)
    assert (hasil.tanggal, hasil.alasan) == (None, "Targetnya tidak disebut dalam dokumen asalnya.")


@pytest.mark.parametrize("jenis", [JenisTarget.TANGGAL, JenisTarget.BULAN])
def test_target_tanpa_isinya_ditolak(jenis):
    with pytest.raises(ValueError, match="a target"):
        tenggat_rencana(jenis, sejak=LHE)


def test_laporan_setiap_triwulan():
    sejak = date(2022, 11, 10)
    semua = [(2022, 12), (2023, 3), (2023, 6)]
    assert laporan_jatuh_tempo(sejak, date(2023, 6, 30)) == [Triwulan(*satu) for satu in semua]
    assert laporan_jatuh_tempo(sejak, date(2023, 6, 29)) == [Triwulan(*s) for s in semua[:2]]
    assert laporan_jatuh_tempo(sejak, date(2022, 12, 30)) == []
    assert Triwulan(2022, 12).tenggat == date(2022, 12, 31)


def test_laporan_yang_terlewat():
    ada = [Triwulan(2022, 12)]
    assert laporan_terlewat(date(2022, 11, 10), date(2023, 6, 30), ada) == [Triwulan(2023, 3)]
    assert laporan_terlewat(date(2022, 11, 10), date(2023, 7, 1), ada) == [
        Triwulan(2023, 3), Triwulan(2023, 6),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("tenggat", "hari"),
    [(date(2024, 2, 28), 2), (date(2024, 3, 1), 0), (date(2024, 3, 2), 0), (None, 0)],
)
def test_hari_terlambat(tenggat, hari):
    assert hari_terlambat(tenggat, date(2024, 3, 1)) == hari


def test_umur_sejak_awalnya():
    assert umur_hari(date(2024, 2, 1), date(2024, 3, 1)) == 29
    assert umur_hari(None, date(2024, 3, 1)) is None


def test_triwulan_yang_berjalan():
    sejak, kini = date(2022, 11, 10), Triwulan(2023, 6)
    assert laporan_berjalan(sejak, date(2023, 4, 1), []) == kini
    assert laporan_berjalan(sejak, date(2023, 6, 30), [Triwulan(2023, 3)]) == kini
    assert laporan_berjalan(sejak, date(2023, 6, 30), [kini]) is None
    assert laporan_berjalan(date(2023, 7, 1), date(2023, 6, 30), []) is None
