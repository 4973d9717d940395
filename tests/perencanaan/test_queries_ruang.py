import pytest

from perencanaan.queries.ruang import ruang_kerja
from sakip.lib.galat import TidakAda
from tests.perencanaan.pabrik import buat_versi

BADAN = "Badan Kesatuan Bangsa dan Politik Kota Pasuruan"
BUKAN_MILIKNYA = "Unit ini tidak ada, atau Anda tidak bertugas di dalamnya."


def keluhan(cari) -> str:
    with pytest.raises(TidakAda) as galat:
        cari()
    return str(galat.value)


@pytest.mark.parametrize(
    ("siapa", "daftar_unit", "kueri"),
    [
        ("operator", ["pasuruan-bakesbangpol"], 4),
        ("inspektorat", ["kota-pasuruan-dinas-lain", "pasuruan-bakesbangpol"], 3),
    ],
)
def test_ruang_kerja(pemeran, django_assert_num_queries, siapa, daftar_unit, kueri):
    with django_assert_num_queries(kueri):
        kerja = ruang_kerja(pemeran[siapa], "pasuruan-bakesbangpol", 2023)
        assert kerja.unit.pemda.kode == "kota-pasuruan"
    assert (kerja.unit, kerja.tahun) == (pemeran.unit, 2023)
    assert sorted(satu.unit.kode for satu in kerja.daftar_unit) == daftar_unit
    assert kerja.daftar_tahun[:5] == (2026, 2025, 2024, 2023, 2022)


@pytest.mark.parametrize(
    ("siapa", "kode"),
    [
        ("operator", "tidak-ada"),
        ("operator", "kota-pasuruan-dinas-lain"),
        ("operator", "kab-luar-dinas"),
        ("operator", "pasuruan-bakesbangpol-sekretariat"),
        ("operator", ""),
        ("admin", "pasuruan-bakesbangpol"),
        ("perencana_lain", "pasuruan-bakesbangpol"),
        ("inspektorat_luar", "pasuruan-bakesbangpol"),
        ("tanpa_tugas", "pasuruan-bakesbangpol"),
    ],
)
def test_unit_asing_dan_unit_yang_tidak_ada_sama_jawabannya(pemeran, siapa, kode):
    """Else the answer would tell which units exist; the year must not tell either."""
    for tahun in (2023, 1999):
        assert keluhan(lambda t=tahun: ruang_kerja(pemeran[siapa], kode, t)) == BUKAN_MILIKNYA


@pytest.mark.parametrize("tahun", [2020, 2027])
def test_ruang_kerja_di_luar_renstra(pemeran, tahun):
    assert keluhan(lambda: ruang_kerja(pemeran["operator"], pemeran.unit.kode, tahun)) == (
        f"{BADAN} belum mempunyai Renstra yang berlaku pada tahun {tahun}."
    )


def test_unit_lain_pada_tahun_yang_terdekat(pemeran):
    """The switch leads to the same year, else to the nearest; a unit without a Renstra nowhere."""

    def tahun() -> dict[str, int | None]:
        daftar = ruang_kerja(pemeran["inspektorat"], pemeran.unit.kode, 2023).daftar_unit
        return {satu.unit.kode: satu.tahun for satu in daftar}

    lain = pemeran.unit_lain.kode
    assert tahun() == {pemeran.unit.kode: 2023, lain: None}
    buat_versi(pemeran.unit_lain, mulai=2025)
    assert tahun()[lain] == 2025
    buat_versi(pemeran.unit_lain, 2, mulai=2022)
    assert tahun()[lain] == 2023


@pytest.mark.parametrize(("teks", "triwulan"), [("", None), ("1", 1), ("4", 4)])
def test_triwulan_dari_alamat(pemeran, teks, triwulan):
    kerja = ruang_kerja(pemeran["operator"], pemeran.unit.kode, 2023, teks)
    assert kerja.triwulan == triwulan


@pytest.mark.parametrize("teks", ["0", "5", "01", "I", "²"])
def test_triwulan_yang_tidak_ada(pemeran, teks):
    assert keluhan(lambda: ruang_kerja(pemeran["operator"], pemeran.unit.kode, 2023, teks)) == (
        f"Triwulan {teks} tidak ada. Pilih Triwulan I sampai IV."
    )
