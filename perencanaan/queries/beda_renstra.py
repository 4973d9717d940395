"""What one version of a Renstra says otherwise than the version before it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from perencanaan.hitung.nilai import Nilai
from perencanaan.models import IndikatorVersi, RenstraVersi, TargetTahunan
from perencanaan.models.indikator import SumberTarget
from perencanaan.models.renstra import JENIS_STRATEGIS

# (versi id, indikator id), and with the tahun
Rumusan = Mapping[tuple[int, int], IndikatorVersi]
Target = Mapping[tuple[int, int, int], Nilai]


@dataclass(frozen=True)
class TargetBerubah:
    """The target of a year in both versions; None where a version sets none."""

    tahun: int
    sebelum: Nilai | None
    sesudah: Nilai | None


@dataclass(frozen=True)
class IndikatorBerubah:
    """An indikator of two versions whose name, unit or targets are no longer the same."""

    lama: IndikatorVersi
    baru: IndikatorVersi
    target: tuple[TargetBerubah, ...]

    @property
    def nama_lain(self) -> bool:
        return self.lama.nama != self.baru.nama

    @property
    def satuan_lain(self) -> bool:
        return self.lama.satuan != self.baru.satuan


@dataclass(frozen=True)
class BedaVersi:
    """Two versions that follow each other; `keluar` are of the old alone, `masuk` of the new."""

    lama: RenstraVersi
    baru: RenstraVersi
    berubah: tuple[IndikatorBerubah, ...]
    masuk: tuple[IndikatorVersi, ...]
    keluar: tuple[IndikatorVersi, ...]


def versi_serenstra(versi: RenstraVersi) -> tuple[RenstraVersi, ...]:
    """All versions of the same Renstra in their order, in one query."""
    milik = RenstraVersi.objects.filter(renstra=versi.renstra_id)
    return tuple(milik.select_related("renstra").order_by("ke"))


def beda_versi(versi: Sequence[RenstraVersi]) -> tuple[BedaVersi, ...]:
    """Each version beside the next one, in two queries; only indikator of tujuan and sasaran."""
    nomor = [satu.pk for satu in versi]
    semua = IndikatorVersi.objects.filter(
        renstra_versi__in=nomor, simpul__jenis__in=JENIS_STRATEGIS
    ).order_by("urutan", "pk")
    rumusan = {(satu.renstra_versi_id, satu.indikator_id): satu for satu in semua}
    target = {
        (
            satu.indikator_versi.renstra_versi_id,
            satu.indikator_versi.indikator_id,
            satu.tahun,
        ): satu.sebagai_nilai()
        for satu in TargetTahunan.objects.filter(
            indikator_versi__renstra_versi__in=nomor, sumber=SumberTarget.RENSTRA
        ).select_related("indikator_versi")
    }
    return tuple(_beda(lama, baru, rumusan, target) for lama, baru in pairwise(versi))


def _beda(lama: RenstraVersi, baru: RenstraVersi, rumusan: Rumusan, target: Target) -> BedaVersi:
    dulu = {tanda: satu for (versi, tanda), satu in rumusan.items() if versi == lama.pk}
    kini = {tanda: satu for (versi, tanda), satu in rumusan.items() if versi == baru.pk}
    pasangan = (
        IndikatorBerubah(dulu[tanda], satu, _target_berubah(lama, baru, tanda, target))
        for tanda, satu in kini.items()
        if tanda in dulu
    )
    return BedaVersi(
        lama=lama,
        baru=baru,
        berubah=tuple(s for s in pasangan if s.nama_lain or s.satuan_lain or s.target),
        masuk=tuple(satu for tanda, satu in kini.items() if tanda not in dulu),
        keluar=tuple(satu for tanda, satu in dulu.items() if tanda not in kini),
    )


def _target_berubah(
    lama: RenstraVersi, baru: RenstraVersi, indikator: int, target: Target
) -> tuple[TargetBerubah, ...]:
    """In the years in which both versions could be in force."""
    tahun = sorted(set(lama.rentang()) & set(baru.rentang()))
    semua = (
        TargetBerubah(
            satu,
            target.get((lama.pk, indikator, satu)),
            target.get((baru.pk, indikator, satu)),
        )
        for satu in tahun
    )
    return tuple(satu for satu in semua if _inti(satu.sebelum) != _inti(satu.sesudah))


def _inti(nilai: Nilai | None) -> Nilai | None:
    """Without its reason: told in other words, the same state is the same target."""
    return None if nilai is None else replace(nilai, alasan="")
