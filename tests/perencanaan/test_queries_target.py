"""Which target of a year counts, where no agreement names the indikator."""

from datetime import date
from decimal import Decimal

import pytest

from perencanaan.hitung.nilai import JenisNilai, Nilai
from perencanaan.models import IndikatorVersi, RenstraVersi
from perencanaan.models.indikator import SumberTarget
from perencanaan.queries.target import (
    TargetBerlaku,
    target_berlaku,
    target_dokumen,
    target_versi,
)
from tests.perencanaan.pabrik import buat_indikator, buat_versi, isi_tahun
from tests.perencanaan.pabrik_rencana import anggarkan, indikator_anggaran, isi_target

MURNI = ("murni", date(2023, 1, 2))
PERUBAHAN = ("perubahan", date(2023, 9, 29))
SEMUA = {"renstra": "1", "renja": "2", "dpa": "3", "dppa": "4"}


def angka(teks: str) -> Nilai:
    return Nilai.dari_angka(Decimal(teks))


def nilai_tahunan(target: dict[tuple[int, int], TargetBerlaku]) -> dict[int, Decimal]:
    return {tahun: milik.nilai.angka for (_, tahun), milik in target.items()}


def satu(target: dict[tuple[int, int], TargetBerlaku], versi: IndikatorVersi, tahun: int = 2023):
    milik = target[versi.indikator_id, tahun]
    return milik.nilai.angka, milik.sumber


def test_target_dokumen_nyata(pasuruan):
    indeks = IndikatorVersi.objects.get(nama="Indeks Stabilitas", renstra_versi__ke=2)
    target = target_berlaku(pasuruan, [2022, 2023])
    assert [target[indeks.indikator_id, tahun].nilai for tahun in (2022, 2023)] == [
        angka("74.5"),
        angka("76.05"),
    ]
    assert target[indeks.indikator_id, 2022].sumber == str(indeks.renstra_versi)


@pytest.fixture
def dua_versi(pemeran) -> list[RenstraVersi]:
    """Two wordings with one indikator; each has targets for all years, of its own number."""
    versi = [buat_versi(pemeran.unit_lain, 1, 2021), buat_versi(pemeran.unit_lain, 2, 2023)]
    indikator = None
    for milik in versi:
        butir = buat_indikator(milik, indikator)
        indikator = butir.indikator
        for tahun in range(2020, 2028):
            isi_tahun(butir, tahun, Decimal(milik.ke))
    return versi


def test_satu_indikator_sama_seperti_di_antara_semuanya(pasuruan):
    semua = target_berlaku(pasuruan, [2022, 2023])
    for tanda in {tanda for tanda, _ in semua}:
        satu = target_berlaku(pasuruan, [2022, 2023], indikator=tanda)
        assert satu == {kunci: isi for kunci, isi in semua.items() if kunci[0] == tanda}


def test_target_setiap_tahun_dari_versi_yang_berlaku(pemeran, dua_versi):
    target = target_berlaku(pemeran.unit_lain, range(2020, 2028))
    assert nilai_tahunan(target) == {2021: 1, 2022: 1, 2023: 2, 2024: 2, 2025: 2, 2026: 2}
    assert {tahun: milik.sumber for (_, tahun), milik in target.items()} == {
        tahun: f"Renstra, ke-{1 if tahun < 2023 else 2}" for tahun in range(2021, 2027)
    }


@pytest.mark.parametrize("tahun", [[], [2020], [2027]])
def test_tanpa_versi_yang_berlaku_tanpa_target(pemeran, dua_versi, tahun):
    assert target_berlaku(pemeran.unit_lain, tahun) == {}


def test_target_versi_semua_tahun_satu_versi(dua_versi):
    for milik in dua_versi:
        target = target_versi(milik)
        assert nilai_tahunan(target) == dict.fromkeys(range(2020, 2028), milik.ke)
        assert {t.sumber for t in target.values()} == {f"Renstra, ke-{milik.ke}"}


def test_target_versi_hanya_yang_ditetapkan_renstra_sendiri(pemeran):
    versi = indikator_anggaran(buat_versi(pemeran.unit_lain))
    isi_target(versi, 2022, dpa="3", dppa="4", renja="2")
    isi_target(versi, 2023, **SEMUA)
    assert target_versi(versi.renstra_versi) == {
        (versi.indikator_id, 2023): TargetBerlaku(angka("1"), "Renstra, ke-1")
    }


def test_keadaan_tetap_keadaan(pemeran):
    versi = buat_indikator(buat_versi(pemeran.unit_lain))
    isi_target(versi, 2023, renstra="-")
    milik = target_berlaku(pemeran.unit_lain, [2023])[versi.indikator_id, 2023]
    assert milik.nilai == Nilai(JenisNilai.TIDAK_DIJADWALKAN, alasan="Tidak ada yang jatuh tempo.")


def test_unit_lain_tidak_ikut(pemeran):
    versi = buat_indikator(buat_versi(pemeran.unit_lain))
    isi_tahun(versi, 2023, Decimal(10))
    assert list(target_berlaku(pemeran.unit_lain, [2023])) == [(versi.indikator_id, 2023)]
    assert (versi.indikator_id, 2023) not in target_berlaku(pemeran.unit, [2023])
    assert target_berlaku(pemeran.unit_luar, [2023]) == {}


# --- which document speaks ------------------------------------------------------------------


@pytest.mark.parametrize("sumber", ["renja", "dpa", "dppa"])
def test_indikator_strategis_hanya_menurut_renstra(pemeran, sumber):
    anggarkan(pemeran.unit_lain, 2023, MURNI, PERUBAHAN)
    renstra = buat_versi(pemeran.unit_lain)
    isi_target(buat_indikator(renstra), 2023, **{sumber: "5"})
    dua_sumber = buat_indikator(renstra)
    isi_target(dua_sumber, 2023, renstra="7", **{sumber: "5"})
    target = target_berlaku(pemeran.unit_lain, [2023])
    assert len(target) == 1
    assert satu(target, dua_sumber) == (7, str(renstra))


@pytest.mark.parametrize("jenis", ["program", "kegiatan", "sub_kegiatan"])
def test_pohon_anggaran_menurut_dokumen_terbaru(pemeran, jenis):
    """Before the change of the budget its DPPA is not in force, and from its day on it is."""
    anggarkan(pemeran.unit_lain, 2023, MURNI, PERUBAHAN)
    versi = indikator_anggaran(buat_versi(pemeran.unit_lain), jenis)
    isi_target(versi, 2023, **SEMUA)
    harapan = [
        (date(2023, 6, 30), (3, "DPA 2023")),
        (date(2023, 9, 28), (3, "DPA 2023")),
        (date(2023, 9, 29), (4, "DPPA 2023")),
        (None, (4, "DPPA 2023")),
    ]
    for tanggal, isi in harapan:
        assert satu(target_berlaku(pemeran.unit_lain, [2023], tanggal), versi) == isi


@pytest.mark.parametrize(
    ("dokumen", "isi"),
    [
        (("renstra", "renja", "dpa"), (3, "DPA 2023")),
        (("renstra", "renja"), (2, "Renja 2023")),
        (("renstra",), (1, "Renstra, ke-1")),
    ],
)
def test_tanpa_dokumen_yang_lebih_baru_yang_sebelumnya(pemeran, dokumen, isi):
    anggarkan(pemeran.unit_lain, 2023, MURNI, PERUBAHAN)
    versi = indikator_anggaran(buat_versi(pemeran.unit_lain))
    isi_target(versi, 2023, **{nama: SEMUA[nama] for nama in dokumen})
    assert satu(target_berlaku(pemeran.unit_lain, [2023]), versi) == isi


@pytest.mark.parametrize("anggaran", [[], [MURNI], [MURNI, ("pergeseran", date(2023, 5, 1))]])
def test_tanpa_anggaran_perubahan_dppa_belum_berlaku(pemeran, anggaran):
    anggarkan(pemeran.unit_lain, 2023, *anggaran)
    versi = indikator_anggaran(buat_versi(pemeran.unit_lain))
    isi_target(versi, 2023, dpa="3", dppa="4")
    assert satu(target_berlaku(pemeran.unit_lain, [2023]), versi) == (3, "DPA 2023")


def test_perubahan_tanpa_tanggal_berlaku_di_akhir_tahun_saja(pemeran):
    anggarkan(pemeran.unit_lain, 2023, MURNI, ("perubahan", None))
    versi = indikator_anggaran(buat_versi(pemeran.unit_lain))
    isi_target(versi, 2023, dpa="3", dppa="4")
    harapan = [(date(2023, 12, 30), 3), (None, 4), ({2023: date(2023, 6, 30)}, 3), ({}, 4)]
    for tanggal, isi in harapan:
        assert satu(target_berlaku(pemeran.unit_lain, [2023], tanggal), versi)[0] == isi


def test_perubahan_unit_lain_dan_tahun_lain_tidak_berpengaruh(pemeran):
    anggarkan(pemeran.unit_luar, 2023, MURNI, PERUBAHAN)
    anggarkan(pemeran.unit_lain, 2022, MURNI, PERUBAHAN)
    versi = indikator_anggaran(buat_versi(pemeran.unit_lain))
    for tahun in (2022, 2023):
        isi_target(versi, tahun, dpa="3", dppa="4")
    assert nilai_tahunan(target_berlaku(pemeran.unit_lain, [2022, 2023])) == {2022: 4, 2023: 3}


def test_target_dokumen_satu_sumber(pemeran):
    renstra = buat_versi(pemeran.unit_lain)
    versi, lain = indikator_anggaran(renstra), indikator_anggaran(renstra)
    isi_target(versi, 2023, **SEMUA)
    isi_target(lain, 2023, dpa="9")
    isi_target(lain, 2024, dppa="9")
    hasil = {sumber: target_dokumen(renstra, 2023, sumber) for sumber in SumberTarget}
    assert {sumber: len(isi) for sumber, isi in hasil.items()} == {
        "renstra": 1, "renja": 1, "dpa": 2, "dppa": 1,
    }  # fmt: skip
    assert hasil["dppa"] == {versi.indikator_id: TargetBerlaku(angka("4"), "DPPA 2023")}
    assert hasil["dpa"][lain.indikator_id].nilai == angka("9")
