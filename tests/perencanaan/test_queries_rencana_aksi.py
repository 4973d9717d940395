"""Which Rencana Aksi is in force, and what it says is due."""

from datetime import date
from decimal import Decimal

import pytest

from perencanaan.hitung.masa import Frekuensi
from perencanaan.hitung.nilai import JenisNilai
from perencanaan.hitung.periode import Cara
from perencanaan.models import IndikatorVersi, TargetPeriode
from perencanaan.queries.rencana_aksi import rencana_setiap_tahun, target_periode
from tests.lib.kendala import salin
from tests.perencanaan.pabrik import buat_indikator, buat_versi
from tests.perencanaan.pabrik_rencana import jadwalkan, rencanakan, tw

JANUARI, OKTOBER = date(2023, 1, 2), date(2023, 10, 2)


@pytest.fixture
def unit(pemeran):
    return pemeran.unit_lain


@pytest.fixture
def versi(unit) -> IndikatorVersi:
    return buat_indikator(buat_versi(unit))


def isi(unit, versi: IndikatorVersi, saat=None, tahun: int = 2023) -> dict[int, Decimal | str]:
    """What the plan says by month: a figure, or the state."""
    milik = target_periode(unit, [tahun], saat)[versi.indikator_id, tahun]
    return {satu.bulan: satu.nilai.angka or satu.nilai.jenis.value for satu in milik.target}


def test_isi_rencana_seperti_tercetak(unit, versi):
    """Kesbangpol Provinsi Lampung 2024: 20, 29, -, - lembaga."""
    rencana = rencanakan(unit, JANUARI)
    jadwalkan(rencana, versi, "kumulatif", tw("20", "29", "-", "-"))
    ((kunci, milik),) = target_periode(unit, [2023]).items()
    assert kunci == (versi.indikator_id, 2023)
    assert (milik.rencana, milik.cara, milik.frekuensi) == (
        rencana, Cara.KUMULATIF, Frekuensi.TRIWULANAN,
    )  # fmt: skip
    tidak = JenisNilai.TIDAK_DIJADWALKAN.value
    assert isi(unit, versi) == {3: 20, 6: 29, 9: tidak, 12: tidak}


def test_satu_indikator_sama_seperti_di_antara_semuanya(pasuruan):
    semua = target_periode(pasuruan, [2023])
    assert len(semua) > 1
    for kunci, isi in semua.items():
        assert target_periode(pasuruan, [2023], indikator=kunci[0]) == {kunci: isi}


def test_versi_yang_berlaku_pada_tanggalnya(unit, versi):
    for tanggal, angka in ((JANUARI, "1"), (OKTOBER, "2")):
        jadwalkan(rencanakan(unit, tanggal), versi, "jumlah", {12: angka})
    harapan = [(JANUARI, 1), (date(2023, 10, 1), 1), (OKTOBER, 2), (None, 2)]
    for saat, angka in harapan:
        assert isi(unit, versi, saat) == {12: angka}
    assert target_periode(unit, [2023], date(2023, 1, 1)) == {}


@pytest.mark.parametrize("status", ["draf", "diajukan", "dikembalikan"])
def test_rencana_yang_belum_ditetapkan_tidak_berlaku(unit, versi, status):
    awal = rencanakan(unit, JANUARI)
    jadwalkan(awal, versi, "jumlah", {12: "1"})
    jadwalkan(rencanakan(unit, OKTOBER, status=status), versi, "jumlah", {12: "2"})
    assert rencana_setiap_tahun(unit, [2023]) == {2023: awal}
    assert isi(unit, versi) == {12: 1}


def test_rencana_yang_berlaku_setelah_tahunnya_tidak_dihitung(unit, versi):
    jadwalkan(rencanakan(unit, date(2024, 1, 2), tahun=2023), versi, "jumlah", {12: "1"})
    assert target_periode(unit, [2023]) == {}


def test_rencana_baru_menggantikan_seluruh_isinya(unit, versi):
    jadwalkan(rencanakan(unit, JANUARI), versi, "jumlah", {12: "1"})
    rencanakan(unit, OKTOBER)
    assert target_periode(unit, [2023]) == {}


def test_setiap_tahun_pada_tanggalnya_sendiri(unit, versi):
    for tahun, bulan, angka in ((2022, 1, "1"), (2022, 10, "2"), (2023, 1, "3"), (2023, 10, "4")):
        rencana = rencanakan(unit, date(tahun, bulan, 2))
        jadwalkan(rencana, versi, "jumlah", {12: angka})
    juni = {tahun: date(tahun, 6, 30) for tahun in (2022, 2023)}
    for saat, lalu, kini in ((None, 2, 4), (juni[2023], 2, 3), (juni, 1, 3)):
        hasil = target_periode(unit, [2022, 2023], saat)
        angka = {tahun: milik.target[0].nilai.angka for (_, tahun), milik in hasil.items()}
        assert angka == {2022: lalu, 2023: kini}


def test_rencana_unit_lain(pemeran, unit, versi):
    jadwalkan(rencanakan(pemeran.unit_luar, JANUARI), versi, "jumlah", {12: "1"})
    assert target_periode(unit, [2023]) == {}


def test_baris_tahun_lain_tidak_ikut(unit, versi):
    """A row of another year than its plan's would stand beside the same month of this one."""
    milik = jadwalkan(rencanakan(unit, JANUARI), versi, "jumlah", {12: "1"})
    salin(TargetPeriode.objects.get(rencana_indikator=milik), tahun=2022)
    assert isi(unit, versi) == {12: 1}
    ((kunci, hasil),) = target_periode(unit, [2022, 2023]).items()
    assert (kunci, [satu.bulan for satu in hasil.target]) == ((versi.indikator_id, 2023), [12])


def test_baris_berlainan_frekuensi_dibaca_menurut_yang_terhalus(unit, versi):
    """Every month that ends a triwulan is also a month; no row is lost and nothing fails."""
    rencana = rencanakan(unit, JANUARI)
    milik = jadwalkan(rencana, versi, "jumlah", tw("1", "", "", "4"))
    kembar = TargetPeriode.objects.get(rencana_indikator=milik, bulan=3)
    salin(kembar, bulan=8, frekuensi="bulanan", nilai=Decimal(3))
    assert isi(unit, versi) == {3: 1, 8: 3, 12: 4}
    (hasil,) = target_periode(unit, [2023]).values()
    assert hasil.frekuensi is Frekuensi.BULANAN


def test_disebut_tanpa_target(unit, versi):
    jadwalkan(rencanakan(unit, JANUARI), versi, "rata_rata", {})
    (hasil,) = target_periode(unit, [2023]).values()
    assert (hasil.cara, hasil.frekuensi, hasil.target) == (
        Cara.RATA_RATA, Frekuensi.TAHUNAN, (),
    )  # fmt: skip


@pytest.mark.parametrize("tahun", [(2023,), (2023, 2022, 2021)])
@pytest.mark.parametrize("banyaknya", [0, 1, 3])
def test_banyaknya_kueri_tetap(unit, django_assert_num_queries, banyaknya, tahun):
    renstra = buat_versi(unit)
    semua = [buat_indikator(renstra) for _ in range(banyaknya)]
    for satu in tahun:
        rencana = rencanakan(unit, date(satu, 1, 2))
        for versi in semua:
            jadwalkan(rencana, versi, "jumlah", tw("1", "2", "3", "4"))
    with django_assert_num_queries(3):
        hasil = target_periode(unit, tahun)
        judul = {str(milik.rencana) for milik in hasil.values()}
    assert [len(milik.target) for milik in hasil.values()] == [4] * banyaknya * len(tahun)
    assert len(judul) == (len(tahun) if banyaknya else 0)
