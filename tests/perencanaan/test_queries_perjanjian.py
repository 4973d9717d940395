"""What the head promised speaks before every plan."""

from datetime import date

import pytest

from perencanaan.models import IndikatorVersi
from perencanaan.queries.target import perjanjian_setiap_tahun, target_berlaku
from tests.perencanaan.pabrik import buat_indikator, buat_versi
from tests.perencanaan.pabrik_rencana import (
    anggarkan,
    indikator_anggaran,
    isi_target,
    janjikan,
)

JANUARI, OKTOBER = date(2023, 1, 2), date(2023, 10, 2)
PK = "Perjanjian Kinerja 2023"
PERUBAHAN = "Perjanjian Kinerja Perubahan 2023"


@pytest.fixture
def unit(pemeran):
    return pemeran.unit_lain


@pytest.fixture
def versi(unit) -> IndikatorVersi:
    """An indikator of which the Renstra wants 10 in 2023."""
    butir = buat_indikator(buat_versi(unit))
    isi_target(butir, 2023, renstra="10")
    return butir


def berlaku(unit, versi: IndikatorVersi, tanggal: date | None = None) -> tuple:
    milik = target_berlaku(unit, [2023], tanggal)[versi.indikator_id, 2023]
    return milik.nilai.angka, milik.sumber


def test_perjanjian_mendahului_renstra_hanya_untuk_yang_disebutnya(unit, versi):
    lain = buat_indikator(versi.renstra_versi)
    isi_target(lain, 2023, renstra="20")
    janjikan(unit, JANUARI, {versi: "11"})
    assert berlaku(unit, versi) == (11, PK)
    assert berlaku(unit, lain) == (20, "Renstra, ke-1")


def test_perjanjian_menyebut_indikator_yang_tidak_bertarget_renstra(unit, versi):
    lain = buat_indikator(versi.renstra_versi)
    janjikan(unit, JANUARI, {lain: "5"})
    assert berlaku(unit, lain) == (5, PK)


def test_janji_tidak_dijadwalkan_mendahului_angka_renstra(unit, versi):
    janjikan(unit, JANUARI, {versi: "-"})
    assert berlaku(unit, versi) == (None, PK)


def test_yang_terakhir_ditandatangani_menurut_tanggal(unit, versi):
    janjikan(unit, JANUARI, {versi: "11"})
    janjikan(unit, OKTOBER, {versi: "12"})
    harapan = [
        (date(2023, 1, 1), (10, "Renstra, ke-1")),
        (JANUARI, (11, PK)),
        (date(2023, 10, 1), (11, PK)),
        (OKTOBER, (12, PERUBAHAN)),
        (date(2023, 12, 31), (12, PERUBAHAN)),
        (None, (12, PERUBAHAN)),
    ]
    assert [berlaku(unit, versi, tanggal) for tanggal, _ in harapan] == [isi for _, isi in harapan]


def test_perubahan_menggantikan_seluruh_perjanjian(unit, versi):
    """An indikator that the change leaves out is no longer promised."""
    lain = buat_indikator(versi.renstra_versi)
    isi_target(lain, 2023, renstra="20")
    janjikan(unit, JANUARI, {versi: "11", lain: "21"})
    janjikan(unit, OKTOBER, {versi: "12"})
    assert berlaku(unit, lain, date(2023, 9, 30)) == (21, PK)
    assert berlaku(unit, lain) == (20, "Renstra, ke-1")


@pytest.mark.parametrize("status", ["draf", "diajukan", "dikembalikan"])
def test_yang_belum_ditetapkan_tidak_dihitung(unit, versi, status):
    janjikan(unit, JANUARI, {versi: "11"})
    janjikan(unit, OKTOBER, {versi: "12"}, status)
    assert berlaku(unit, versi) == (11, PK)


def test_yang_ditandatangani_setelah_tahunnya_tidak_dihitung(unit, versi):
    janjikan(unit, date(2024, 1, 2), {versi: "11"}, tahun=2023)
    assert berlaku(unit, versi) == (10, "Renstra, ke-1")


@pytest.mark.parametrize("tingkat", ["eselon_3", "eselon_4", "fungsional"])
def test_perjanjian_bawahan_tidak_berbicara_untuk_unit(unit, versi, tingkat):
    janjikan(unit, JANUARI, {versi: "11"})
    janjikan(unit, OKTOBER, {versi: "99"}, tingkat=tingkat, jabatan="Kepala Bidang")
    assert berlaku(unit, versi) == (11, PK)


def test_kepala_baru_melanjutkan_perjanjian_tahun_itu(unit, versi):
    """Who signed plays no part: the unit has one agreement of its head at a time."""
    janjikan(unit, JANUARI, {versi: "11"})
    janjikan(unit, OKTOBER, {versi: "12"}, jabatan="Plt. Kepala")
    assert berlaku(unit, versi) == (12, PERUBAHAN)
    assert berlaku(unit, versi, date(2023, 10, 1)) == (11, PK)


def test_perjanjian_unit_lain_dan_tahun_lain(pemeran, unit, versi):
    janjikan(pemeran.unit_luar, JANUARI, {versi: "98"})
    janjikan(unit, date(2022, 1, 3), {versi: "99"})
    assert berlaku(unit, versi) == (10, "Renstra, ke-1")


def test_perjanjian_mendahului_dppa(unit):
    versi = indikator_anggaran(buat_versi(unit))
    anggarkan(unit, 2023, ("murni", JANUARI), ("perubahan", date(2023, 9, 29)))
    isi_target(versi, 2023, dpa="3", dppa="4")
    janjikan(unit, JANUARI, {versi: "5"})
    assert berlaku(unit, versi) == (5, PK)


def test_setiap_tahun_pada_tanggalnya_sendiri(unit, versi):
    """One day for all years, or each year on a day of its own."""
    for tahun, angka in ((2022, "1"), (2022, "2"), (2023, "3"), (2023, "4")):
        bulan = 1 if angka in "13" else 10
        janjikan(unit, date(tahun, bulan, 2), {versi: angka})
    juni = {tahun: date(tahun, 6, 30) for tahun in (2022, 2023)}
    harapan = [
        (None, {2022: 2, 2023: 4}),
        (juni[2023], {2022: 2, 2023: 3}),
        (juni, {2022: 1, 2023: 3}),
        ({2023: juni[2023]}, {2022: 2, 2023: 3}),
    ]
    for saat, isi in harapan:
        target = target_berlaku(unit, [2022, 2023], saat)
        assert {tahun: milik.nilai.angka for (_, tahun), milik in target.items()} == isi


def test_perjanjian_setiap_tahun(unit, versi, django_assert_num_queries):
    lalu = janjikan(unit, date(2022, 1, 3), {versi: "9"})
    janjikan(unit, JANUARI, {versi: "11"})
    kini = janjikan(unit, OKTOBER, {versi: "12"})
    with django_assert_num_queries(1):
        assert perjanjian_setiap_tahun(unit, range(2021, 2025)) == {2022: lalu, 2023: kini}


@pytest.mark.parametrize("tahun", [(2023,), (2023, 2022, 2021)])
@pytest.mark.parametrize("banyaknya", [1, 3])
def test_banyaknya_kueri_tetap(unit, django_assert_num_queries, banyaknya, tahun):
    renstra = buat_versi(unit)
    semua = [buat_indikator(renstra) for _ in range(banyaknya)]
    program = [indikator_anggaran(renstra) for _ in range(banyaknya)]
    for satu in tahun:
        for versi in (*semua, *program):
            isi_target(versi, satu, renstra="1", dpa="2")
        janjikan(unit, date(satu, 1, 2), dict.fromkeys(semua, "3"))
        janjikan(unit, date(satu, 10, 2), dict.fromkeys(semua, "4"))
    with django_assert_num_queries(4):
        target = target_berlaku(unit, tahun)
    assert sorted(milik.nilai.angka for milik in target.values()) == [
        *[2] * banyaknya * len(tahun), *[4] * banyaknya * len(tahun),
    ]  # fmt: skip


def test_tanpa_perjanjian_barisnya_tidak_ditanyakan(unit, versi, django_assert_num_queries):
    with django_assert_num_queries(3):
        target_berlaku(unit, [2023])
