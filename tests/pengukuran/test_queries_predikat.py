"""Grades are compared by the scores of the scale that their indikator is on."""

from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError

from pengukuran.models import ButirPredikat, Realisasi, SkalaIndikator, SkalaPredikat
from pengukuran.queries.angka import angka_capaian
from pengukuran.queries.capaian import BarisCapaian, tabel_capaian
from pengukuran.queries.predikat import skor_predikat
from perencanaan.models import Indikator, IndikatorVersi, TargetTahunan
from sakip.organisasi.models import Unit
from tests.pengukuran.pabrik import OPINI, buat_skala_predikat
from tests.perencanaan.pabrik import buat_indikator, buat_versi
from tests.perencanaan.pabrik_rencana import isi_realisasi, isi_target, rumuskan

BELUM_BERSKALA = "Skor predikat indikator ini belum ditetapkan."


def nilai_dengan(versi: IndikatorVersi, target: str, realisasi: str, tahun: int = 2023) -> None:
    """The grade that was promised for a year, and the one that came."""
    isi_target(versi, tahun, renstra="1")
    isi_realisasi(versi, tahun, {12: "1"})
    TargetTahunan.objects.filter(indikator_versi=versi, tahun=tahun).update(
        jenis="predikat", nilai=None, predikat=target
    )
    Realisasi.objects.filter(indikator=versi.indikator, tahun=tahun).update(
        jenis="predikat", nilai=None, predikat=realisasi
    )


@pytest.fixture
def opini(pemeran) -> IndikatorVersi:
    return rumuskan(buat_indikator(buat_versi(pemeran.unit_lain)), nama="Opini BPK")


def baris(versi: IndikatorVersi, tahun: int = 2023, **lain: object) -> BarisCapaian:
    unit = Unit.objects.select_related("pemda").get(pk=versi.indikator.unit_id)
    return tabel_capaian(unit, tahun, **lain).setahun(tahun)[0]


@pytest.mark.parametrize(
    ("target", "realisasi", "dipakai", "kategori"),
    [
        ("WTP", "WTP", 100, "Sangat Tinggi"),
        ("WTP", "WDP", 75, "Sedang"),
        ("WTP", "TMP", 25, "Sangat Rendah"),
        ("WDP", "WTP", Decimal(400) / 3, "Sangat Tinggi"),
    ],
)
def test_predikat_menurut_skala_indikatornya(opini, target, realisasi, dipakai, kategori):
    buat_skala_predikat(opini.indikator.unit.pemda, OPINI, opini.indikator)
    nilai_dengan(opini, target, realisasi)
    for triwulan in (None, 4):
        milik = baris(opini, triwulan=triwulan)
        assert (milik.hasil.asli, milik.kategori.nama) == (dipakai, kategori)
        assert milik.setahun.dipakai == dipakai
    assert angka_capaian(milik).asal.uraian == "skor realisasi / skor target × 100"
    assert [a.tampil for a in angka_capaian(milik).asal.dari] == [target, realisasi]


def test_tanpa_skala_beralasan(opini):
    nilai_dengan(opini, "WTP", "WTP")
    lain = buat_indikator(opini.renstra_versi)
    buat_skala_predikat(lain.indikator.unit.pemda, OPINI, lain.indikator)
    milik = baris(opini)
    assert (milik.hasil.dipakai, milik.kategori, milik.hasil.alasan) == (None, None, BELUM_BERSKALA)


def test_predikat_asing_menyebut_skalanya_dari_yang_terbaik(opini):
    buat_skala_predikat(opini.indikator.unit.pemda, OPINI, opini.indikator)
    nilai_dengan(opini, "WTP", "AA")
    assert baris(opini).hasil.alasan == (
        "Predikat AA tidak ada dalam skalanya (WTP, WDP, TW, TMP)."
    )


def test_skala_pemda_lain_tidak_dipakai(opini, pemeran):
    buat_skala_predikat(pemeran.unit_luar.pemda, OPINI, opini.indikator)
    nilai_dengan(opini, "WTP", "WTP")
    assert baris(opini).hasil.alasan == BELUM_BERSKALA


def test_skala_tetap_pada_rumusan_berikutnya(opini):
    """The scale is that of the identity: another wording from 2024 on needs none of its own."""
    buat_skala_predikat(opini.indikator.unit.pemda, OPINI, opini.indikator)
    baru = buat_indikator(buat_versi(opini.indikator.unit, 2, 2024), opini.indikator)
    nilai_dengan(opini, "WTP", "WDP")
    nilai_dengan(baru, "WTP", "TW", 2024)
    milik = tabel_capaian(opini.indikator.unit, 2024, tahun_pembanding=(2023,))
    assert [milik.setahun(tahun)[0].hasil.dipakai for tahun in (2024, 2023)] == [50, 75]


def test_skor_per_indikator_unit_sendiri(opini, pemeran, django_assert_num_queries):
    dua = buat_indikator(opini.renstra_versi).indikator
    luar = Indikator.objects.create(unit=pemeran.unit)
    buat_skala_predikat(pemeran.unit.pemda, OPINI, opini.indikator, luar)
    buat_skala_predikat(pemeran.unit.pemda, {"B": 1, "A": 2}, dua, nama="SAKIP")
    with django_assert_num_queries(1):
        skor = skor_predikat(pemeran.unit_lain)
    assert {kunci: list(isi.items()) for kunci, isi in skor.items()} == {
        opini.indikator_id: [("WTP", 4), ("WDP", 3), ("TW", 2), ("TMP", 1)],
        dua.pk: [("A", 2), ("B", 1)],
    }
    assert list(skor_predikat(pemeran.unit)) == [luar.pk]


@pytest.mark.parametrize("banyaknya", [1, 3])
def test_satu_kueri_lebih_berapa_pun_predikatnya(opini, banyaknya, django_assert_num_queries):
    semua = [opini, *(buat_indikator(opini.renstra_versi) for _ in range(banyaknya - 1))]
    pemda = opini.indikator.unit.pemda
    buat_skala_predikat(pemda, OPINI, *(satu.indikator for satu in semua))
    for satu in semua:
        for tahun in (2022, 2023):
            nilai_dengan(satu, "WTP", "WDP", tahun)
    unit = Unit.objects.select_related("pemda").get(pk=opini.indikator.unit_id)
    with django_assert_num_queries(14):
        tabel = tabel_capaian(unit, 2023, tahun_pembanding=(2022,))
    for tahun in (2022, 2023):
        assert [b.hasil.dipakai for b in tabel.setahun(tahun)] == [75] * banyaknya


@pytest.mark.parametrize(
    ("siapa", "terlihat"),
    [("perencana", (1, 4, 1)), ("inspektorat", (1, 4, 1)),
     ("perencana_lain", (1, 4, 0)), ("inspektorat_luar", (0, 0, 0)), ("tanpa_tugas", (0, 0, 0))],
)  # fmt: skip
def test_skala_terlihat_di_pemdanya(pemeran, siapa, terlihat):
    """Everybody of the pemda sees its scales; which indikator is on one, who sees the indikator."""
    milik = Indikator.objects.create(unit=pemeran.unit)
    buat_skala_predikat(pemeran.unit.pemda, OPINI, milik)
    assert (
        tuple(
            model.objects.untuk(pemeran[siapa]).count()
            for model in (SkalaPredikat, ButirPredikat, SkalaIndikator)
        )
        == terlihat
    )


def test_skala_pemda_lain_ditolak(opini, pemeran):
    skala = buat_skala_predikat(pemeran.unit_luar.pemda, OPINI)
    asing = SkalaIndikator(indikator=opini.indikator, skala=skala)
    with pytest.raises(ValidationError, match="milik pemerintah daerah indikator ini"):
        asing.full_clean()
    asing.skala = buat_skala_predikat(pemeran.unit_lain.pemda, OPINI)
    asing.full_clean()
