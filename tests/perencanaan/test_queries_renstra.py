import pytest

from perencanaan.queries.renstra import (
    indikator_renstra,
    rumusan_indikator,
    tahun_setiap_unit,
    versi_renstra,
    versi_setiap_tahun,
)
from sakip.lib.galat import TidakAda
from tests.perencanaan.pabrik import buat_indikator, buat_versi
from tests.perencanaan.pabrik_rencana import rumuskan

BADAN = "Badan Kesatuan Bangsa dan Politik Kota Pasuruan"


def test_versi_renstra(pasuruan, django_assert_num_queries):
    with django_assert_num_queries(1):
        versi = versi_renstra(pasuruan, 2023)
        assert (versi.ke, versi.renstra.tahun_akhir) == (2, 2026)


@pytest.mark.parametrize("tahun", [2020, 2027])
def test_versi_renstra_tidak_ada(pasuruan, tahun):
    with pytest.raises(TidakAda) as galat:
        versi_renstra(pasuruan, tahun)
    assert str(galat.value) == (f"{BADAN} belum mempunyai Renstra yang berlaku pada tahun {tahun}.")


def test_versi_setiap_tahun_dalam_satu_kueri(pemeran, django_assert_num_queries):
    unit = pemeran.unit_lain
    awal, ubah = buat_versi(unit, 1, 2021), buat_versi(unit, 2, 2024)
    with django_assert_num_queries(1):
        hasil = versi_setiap_tahun(unit, [2020, 2021, 2023, 2024, 2026, 2027])
    assert hasil == {2021: awal, 2023: awal, 2024: ubah, 2026: ubah}
    assert hasil == {tahun: versi_renstra(unit, tahun) for tahun in hasil}


@pytest.mark.parametrize(
    ("jenis", "nama"),
    [
        (["tujuan"], ["Indeks Stabilitas"]),
        (
            ["sasaran"],
            [
                "Nilai Sakip SKPD",
                "Persentase temuan yang ditindaklanjuti",
                "Persentase rata-rata ketercapaian pelaksanaan program dukungan sasaran SKPD",
                "Persentase peningkatan jumlah ormas yang aktif",
                "Persentase penurunan konflik di Kota Pasuruan",
                "Persentase partisipasi pemilih dalam pemilu",
            ],
        ),
        (["perangkat_daerah"], []),
        ([], []),
    ],
)
def test_indikator_renstra_berurutan(pasuruan, django_assert_num_queries, jenis, nama):
    versi = versi_renstra(pasuruan, 2023)
    with django_assert_num_queries(1 if jenis else 0):
        indikator = indikator_renstra(versi, jenis)
        assert [butir.nama for butir in indikator] == nama
        assert {butir.simpul.jenis for butir in indikator} <= set(jenis)


def test_indikator_yang_seurutan_menurut_waktu_dibuat(pemeran):
    versi = buat_versi(pemeran.unit_lain)
    semua = [rumuskan(buat_indikator(versi), urutan=1) for _ in range(3)]
    assert indikator_renstra(versi, ["tujuan"]) == semua


def test_rumusan_indikator_setiap_versi(pemeran):
    awal, ubah = (buat_versi(pemeran.unit_lain, ke, 2020 + ke) for ke in (1, 2))
    satu = buat_indikator(awal)
    lagi = buat_indikator(ubah, satu.indikator)
    hasil = rumusan_indikator([awal, ubah])
    assert hasil == {(awal.pk, satu.indikator_id): satu, (ubah.pk, satu.indikator_id): lagi}
    assert rumusan_indikator([ubah]) == {(ubah.pk, satu.indikator_id): lagi}


def test_tahun_berisi_dari_yang_terbaru(pemeran):
    def tahun_berisi(unit) -> tuple[int, ...]:
        return tahun_setiap_unit([unit])[unit.pk]

    assert tahun_berisi(pemeran.unit_lain) == ()
    buat_versi(pemeran.unit_lain, 2, 2023)
    assert tahun_berisi(pemeran.unit_lain) == (2026, 2025, 2024, 2023)
    buat_versi(pemeran.unit_lain, 1, 2021)
    assert tahun_berisi(pemeran.unit_lain) == (2026, 2025, 2024, 2023, 2022, 2021)
    assert tahun_berisi(pemeran.unit)[:5] == (2026, 2025, 2024, 2023, 2022)
