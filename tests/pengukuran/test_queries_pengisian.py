"""Which realisasi of a year are due, and how far each has come."""

from datetime import date

import pytest

from pengukuran.queries.capaian import tabel_capaian
from pengukuran.queries.pengisian import periode_isian
from tests.perencanaan.pabrik import buat_indikator, buat_versi
from tests.perencanaan.pabrik_rencana import (
    indikator_anggaran,
    isi_realisasi,
    isi_target,
    jadwalkan,
    rencanakan,
    rumuskan,
    tw,
)


def ringkas(unit, tahun: int = 2024) -> list[tuple[str, int, str | None]]:
    return [
        (satu.indikator.nama, satu.bulan, satu.status and satu.status.value)
        for satu in periode_isian(tabel_capaian(unit, tahun))
    ]


@pytest.fixture
def versi(pemeran):
    return buat_versi(pemeran.unit_lain)


def test_jatuh_tempo_hanya_menurut_rencana(versi, pemeran):
    """A dash is not due, filled or not; what is due counts in each of its states."""
    satu = rumuskan(buat_indikator(versi), frekuensi="triwulanan")
    jadwalkan(
        rencanakan(pemeran.unit_lain, date(2024, 1, 2)), satu, "jumlah", tw("1", "-", "2", "3")
    )
    isi_realisasi(satu, 2024, {3: "1", 6: "9"})
    isi_realisasi(satu, 2024, {9: "2"}, status="diajukan")
    assert ringkas(pemeran.unit_lain) == [
        ("Indikator 1", 3, "disetujui"),
        ("Indikator 1", 9, "diajukan"),
        ("Indikator 1", 12, None),
    ]


def test_target_bulanan_realisasi_setahun(versi, pemeran):
    satu = buat_indikator(versi)
    bulanan = {bulan: str(bulan) for bulan in range(1, 13)}
    rencana = rencanakan(pemeran.unit_lain, date(2024, 1, 2))
    jadwalkan(rencana, satu, "kumulatif", bulanan, "bulanan")
    assert ringkas(pemeran.unit_lain) == [("Indikator 1", 12, None)]


def test_tanpa_rencana_aksi_target_setahun(versi, pemeran):
    satu, lain, tanpa_target = (buat_indikator(versi) for _ in range(3))
    isi_target(satu, 2024, renstra="5")
    isi_target(lain, 2024, renstra="-")
    assert ringkas(pemeran.unit_lain) == [("Indikator 1", 12, None)]
    assert tanpa_target.nama == "Indikator 3"


def test_pohon_anggaran_tidak_ikut(versi, pemeran):
    isi_target(indikator_anggaran(versi), 2024, dpa="5")
    assert ringkas(pemeran.unit_lain) == []


def test_contoh_setahun_disetujui(pasuruan):
    isian = periode_isian(tabel_capaian(pasuruan, 2023))
    assert {satu.bulan for satu in isian} == {12}
    assert len(isian) == 6  # of seven: there was no election in 2023
    assert all(satu.disetujui for satu in isian)


def test_satu_kueri(pasuruan, django_assert_num_queries):
    tabel = tabel_capaian(pasuruan, 2023)
    with django_assert_num_queries(1):
        assert len(periode_isian(tabel)) == 6
