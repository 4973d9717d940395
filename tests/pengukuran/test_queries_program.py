"""Capaian of programs in each way that a unit may choose; figures of document 05, worked by hand."""

from decimal import Decimal

import pytest

from pengukuran.hitung.program import PENGGANTI, CaraProgram
from pengukuran.models import SetelanCapaian
from pengukuran.queries.program import cara_program, tabel_program
from sakip.lib.angka import tulis_angka
from sakip.organisasi.models import Unit
from tests.perencanaan.pabrik import buat_anggaran, buat_versi
from tests.perencanaan.pabrik_rencana import indikator_anggaran, isi_realisasi, isi_target

# entered with the programs; the penunjang program has none
DIISI = {
    "8.01.02": "153,50",
    "8.01.03": "195,65",
    "8.01.04": "209,00",
    "8.01.05": "356,45",
    "8.01.06": "133,33",
    "8.01.01": None,
}
# each of these programs has one kegiatan, so its mean is that kegiatan's capaian
RATA_KEGIATAN = {
    "8.01.02": "138,92",
    "8.01.03": None,
    "8.01.04": "104,33",
    "8.01.05": "104,58",
    "8.01.06": "104,17",
    "8.01.01": None,
}
# realisasi / pagu of Tabel 3.9
DARI_SERAPAN = {
    "8.01.02": "88,65",
    "8.01.03": "99,24",
    "8.01.04": "81,30",
    "8.01.05": "93,50",
    "8.01.06": "82,94",
    "8.01.01": "90,56",
}


def pilih(unit, cara: CaraProgram) -> None:
    SetelanCapaian.objects.create(unit=unit, tahun=2023, cara_program=cara.value)


def tercetak(tabel) -> dict[str, str | None]:
    return {
        baris.simpul.kode: None
        if baris.capaian.dipakai is None
        else tulis_angka(baris.capaian.dipakai, 2, buang_nol=False)
        for baris in tabel.baris
    }


def test_tanpa_pilihan_berarti_diisi(pasuruan):
    assert cara_program(pasuruan, 2023) is CaraProgram.DIISI


@pytest.mark.parametrize(
    ("cara", "harapan"),
    [
        (CaraProgram.DIISI, DIISI),
        (CaraProgram.RATA_KEGIATAN, RATA_KEGIATAN),
        (CaraProgram.TERBOBOT_PAGU, RATA_KEGIATAN),
        (CaraProgram.DARI_SERAPAN, DARI_SERAPAN),
    ],
)
def test_capaian_program_menurut_caranya(pasuruan, cara, harapan):
    pilih(pasuruan, cara)
    tabel = tabel_program(pasuruan, 2023)
    assert (tabel.cara, tercetak(tabel)) == (cara, harapan)


def test_serapan_sebagai_capaian_diberi_peringatan(pasuruan):
    pilih(pasuruan, CaraProgram.DARI_SERAPAN)
    assert {b.capaian.peringatan for b in tabel_program(pasuruan, 2023).baris} == {(PENGGANTI,)}


def test_yang_tanpa_capaian_menyebut_alasannya(pasuruan):
    (penunjang,) = [b for b in tabel_program(pasuruan, 2023).baris if b.simpul.kode == "8.01.01"]
    assert (penunjang.capaian.dipakai, penunjang.capaian.alasan) == (
        None,
        "Capaian program belum diisi.",
    )
    assert penunjang.indikator[0].target.angka == Decimal(100)


def test_tahun_lain_tidak_ikut(pasuruan):
    SetelanCapaian.objects.create(
        unit=pasuruan, tahun=2022, cara_program=CaraProgram.DARI_SERAPAN.value
    )
    assert cara_program(pasuruan, 2023) is CaraProgram.DIISI


@pytest.mark.parametrize("banyaknya", [1, 3])
def test_banyaknya_kueri_tetap(pemeran, django_assert_num_queries, banyaknya):
    """However many programs there are, each with its indikator and its money."""
    renstra = buat_versi(pemeran.unit_lain)
    buat_anggaran(renstra, 2023, 1)
    for _ in range(banyaknya):
        versi = indikator_anggaran(renstra)
        isi_target(versi, 2023, dpa="20")
        isi_realisasi(versi, 2023, {12: "30"})
    unit = Unit.objects.select_related("pemda").get(pk=pemeran.unit_lain.pk)
    with django_assert_num_queries(19):
        tabel = tabel_program(unit, 2023)
    dipakai = [b.capaian.dipakai for b in tabel.baris]
    assert sorted(n for n in dipakai if n is not None) == [150] * banyaknya
