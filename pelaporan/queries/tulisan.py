"""What people wrote for a report: its sections and analyses."""

from collections.abc import Mapping
from copy import copy
from dataclasses import dataclass
from datetime import date

from pelaporan.models import Analisis, Bagian, GambarBagian, Laporan, Paragraf
from sakip.organisasi.models import Unit


@dataclass(frozen=True)
class TulisanBagian:
    """The words and pictures of one section; `tampil` False leaves the whole section out."""

    tampil: bool = True
    paragraf: tuple[str, ...] = ()
    gambar: tuple[GambarBagian, ...] = ()


TANPA_TULISAN = TulisanBagian()


@dataclass(frozen=True)
class Tulisan:
    """All that was written for a report, by section, by indikator and by node of the budget."""

    bagian: Mapping[str, TulisanBagian]
    analisis: Mapping[int, Analisis]

    def milik(self, kunci: str) -> TulisanBagian:
        return self.bagian.get(kunci, TANPA_TULISAN)


def laporan_terakhir(unit: Unit, tahun: int) -> Laporan:
    """The newest LKjIP of a year; one not yet stored, with the usual choices, where none is."""
    laporan = Laporan.objects.terakhir(unit, tahun, Laporan.Jenis.LKJIP).first()
    return laporan or Laporan(unit=unit, tahun=tahun, tempat=unit.pemda.kedudukan)


def bertanggal(laporan: Laporan, tanggal: date) -> Laporan:
    """That report with a date; nothing is stored."""
    calon = copy(laporan)
    calon.tanggal = tanggal
    return calon


def tulisan_laporan(laporan: Laporan) -> Tulisan:
    """In four queries, however much was written."""
    milik = {"bagian__laporan__pk": laporan.pk}
    paragraf: dict[int, list[str]] = {}
    for satu in Paragraf.objects.filter(**milik):
        paragraf.setdefault(satu.bagian_id, []).append(satu.teks)
    gambar: dict[int, list[GambarBagian]] = {}
    for isi in GambarBagian.objects.filter(**milik).select_related("berkas"):
        gambar.setdefault(isi.bagian_id, []).append(isi)
    bagian = {
        b.kunci: TulisanBagian(b.tampil, tuple(paragraf.get(b.pk, ())), tuple(gambar.get(b.pk, ())))
        for b in Bagian.objects.filter(laporan__pk=laporan.pk)
    }
    analisis = Analisis.objects.filter(
        unit=laporan.unit, tahun=laporan.tahun, indikator__isnull=False
    )
    return Tulisan(bagian, {a.indikator_id: a for a in analisis if a.indikator_id})
