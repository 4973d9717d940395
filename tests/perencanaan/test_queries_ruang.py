import pytest

from perencanaan.queries.ruang import ruang_kerja
from sakip.lib.galat import TidakAda

BADAN = "Badan Kesatuan Bangsa dan Politik Kota Pasuruan"
BUKAN_MILIKNYA = "Unit ini tidak ada, atau Anda tidak bertugas di dalamnya."


def keluhan(cari) -> str:
    with pytest.raises(TidakAda) as galat:
        cari()
    return str(galat.value)


@pytest.mark.parametrize(
    ("siapa", "daftar_unit"),
    [
        ("operator", ["pasuruan-bakesbangpol"]),
        ("inspektorat", ["kota-pasuruan-dinas-lain", "pasuruan-bakesbangpol"]),
    ],
)
def test_ruang_kerja(pemeran, django_assert_num_queries, siapa, daftar_unit):
    with django_assert_num_queries(2):
        kerja = ruang_kerja(pemeran[siapa], "pasuruan-bakesbangpol", 2023)
        assert kerja.unit.pemda.kode == "kota-pasuruan"
    assert (kerja.unit, kerja.tahun) == (pemeran.unit, 2023)
    assert sorted(unit.kode for unit in kerja.daftar_unit) == daftar_unit
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
