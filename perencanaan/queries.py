"""What the later rooms may read of the plan."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Q, Sum

from perencanaan.hitung.pagu import Selisih, jumlahkan_pohon
from perencanaan.models import (
    Dukungan,
    IndikatorVersi,
    Pagu,
    RenstraVersi,
    Simpul,
    TargetTahunan,
    VersiAnggaran,
)
from perencanaan.models.indikator import SumberTarget
from perencanaan.models.renstra import JENIS_ANGGARAN
from sakip.lib.galat import TidakAda
from sakip.organisasi.models import Pengguna, Unit


def versi_renstra(unit: Unit, tahun: int) -> RenstraVersi:
    """The wording of the Renstra in force in a year. Raises TidakAda."""
    versi = RenstraVersi.objects.berlaku(unit, tahun).select_related("renstra").first()
    if versi is None:
        raise TidakAda(f"{unit.nama} belum mempunyai Renstra yang berlaku pada tahun {tahun}.")
    return versi


def indikator_renstra(versi: RenstraVersi, jenis: Iterable[str]) -> list[IndikatorVersi]:
    """The indikator of a version, in its order, with their simpul and its induk."""
    return list(
        IndikatorVersi.objects.filter(renstra_versi=versi, simpul__jenis__in=list(jenis))
        .select_related("simpul__induk", "renstra_versi__renstra")
        .order_by("urutan")
    )


def target_versi(versi: RenstraVersi) -> dict[tuple[int, int], TargetTahunan]:
    """All targets that one wording of the Renstra sets, by (indikator id, tahun)."""
    return _target([(versi, None)])


def target_berlaku(unit: Unit, tahun: Iterable[int]) -> dict[tuple[int, int], TargetTahunan]:
    """The targets in force in each of the years, by (indikator id, tahun): those of the Renstra.

    Each year is read from the version in force in it, so a reworded Renstra does not rewrite the
    past. The one place that tells which target counts; a Perjanjian Kinerja will be asked first,
    here, when it exists.
    """
    semua = RenstraVersi.objects.filter(renstra__unit=unit).select_related("renstra")
    urut = sorted(semua, key=lambda versi: versi.mulai_tahun, reverse=True)

    def berlaku(satu: int) -> RenstraVersi | None:
        return next((v for v in urut if v.berlaku_pada(satu)), None)

    return _target([(versi, satu) for satu in tahun if (versi := berlaku(satu))])


def _target(
    pilihan: Iterable[tuple[RenstraVersi, int | None]],
) -> dict[tuple[int, int], TargetTahunan]:
    """Targets by the Renstra itself, of the given versions, of one year or all."""
    syarat = Q(pk__in=[])
    for versi, tahun in pilihan:
        satu = Q(indikator_versi__renstra_versi=versi)
        syarat |= satu if tahun is None else satu & Q(tahun=tahun)
    baris = TargetTahunan.objects.filter(syarat, sumber=SumberTarget.RENSTRA)
    return {
        (target.indikator_versi.indikator_id, target.tahun): target
        for target in baris.select_related("indikator_versi__renstra_versi__renstra")
    }


def tahun_berisi(unit: Unit) -> list[int]:
    """The years of the unit's Renstra, for the switch of years; newest first."""
    semua = RenstraVersi.objects.filter(renstra__unit=unit).select_related("renstra")
    return sorted({tahun for versi in semua for tahun in versi.rentang()}, reverse=True)


def dukungan_indikator(versi: RenstraVersi, tahun: int) -> dict[int, set[int]]:
    """The nodes of the budget tree that support each indikator in a year, by their ids."""
    hasil: dict[int, set[int]] = {}
    baris = Dukungan.objects.filter(simpul__renstra_versi=versi, tahun=tahun, menunjang=True)
    for indikator, simpul in baris.values_list("indikator", "simpul"):
        hasil.setdefault(indikator, set()).add(simpul)
    return hasil


@dataclass(frozen=True)
class RuangKerja:
    """Where a person works: the unit and year of the page, and what the switches offer."""

    unit: Unit
    tahun: int
    daftar_unit: tuple[Unit, ...]
    daftar_tahun: tuple[int, ...]


def ruang_kerja(pengguna: Pengguna, kode: str, tahun: int) -> RuangKerja:
    """The perangkat daerah `kode` in a year of its Renstra, for one who may read it.

    Raises TidakAda with the same words for a unit that is not and one that is not theirs.
    """
    daftar = tuple(Unit.objects.untuk(pengguna).perangkat_daerah().select_related("pemda"))
    unit = next((milik for milik in daftar if milik.kode == kode), None)
    if unit is None:
        raise TidakAda("Unit ini tidak ada, atau Anda tidak bertugas di dalamnya.")
    daftar_tahun = tuple(tahun_berisi(unit))
    if tahun not in daftar_tahun:
        raise TidakAda(f"{unit.nama} belum mempunyai Renstra yang berlaku pada tahun {tahun}.")
    return RuangKerja(unit, tahun, daftar, daftar_tahun)


@dataclass(frozen=True)
class PohonAnggaran:
    """The budget tree of a version of the Renstra, with the pagu of every version of a year.

    `pagu[ke][simpul id]` is in rupiah and already summed from the parts; a node of which nothing
    is known is absent.
    """

    tahun: int
    simpul: tuple[Simpul, ...]
    induk: dict[int, int | None]
    versi: tuple[VersiAnggaran, ...]
    pagu: dict[int, dict[int, Decimal]]
    selisih: dict[int, tuple[Selisih[int], ...]]

    def anak(self, simpul: Simpul) -> tuple[Simpul, ...]:
        return tuple(lain for lain in self.simpul if lain.induk_id == simpul.pk)

    def berurutan(self) -> list[tuple[Simpul, int]]:
        """Each root followed by what is below it, with its depth."""
        hasil: list[tuple[Simpul, int]] = []

        def telusuri(simpul: Simpul, tingkat: int) -> None:
            hasil.append((simpul, tingkat))
            for anak in self.anak(simpul):
                telusuri(anak, tingkat + 1)

        for simpul in self.simpul:
            if self.induk[simpul.pk] is None:
                telusuri(simpul, 0)
        return hasil

    def berlaku(self, tanggal: date | None = None) -> VersiAnggaran:
        """The version in force on a date, or at the end of the year.

        A version whose date is unknown is in force only at the end, when nothing follows it.
        Raises TidakAda.
        """
        calon = [v for v in self.versi if tanggal is None or (v.tanggal and v.tanggal <= tanggal)]
        if not calon:
            raise TidakAda(f"Belum ada anggaran tahun {self.tahun} yang berlaku.")
        return calon[-1]


def pohon_anggaran(versi: RenstraVersi, unit: Unit, tahun: int) -> PohonAnggaran:
    """Everything the budget tables of a unit and year need, in three queries."""
    simpul = tuple(
        Simpul.objects.filter(renstra_versi=versi, jenis__in=JENIS_ANGGARAN).order_by("urutan")
    )
    milik = {s.pk for s in simpul}
    # a program may hang under a sasaran; on the budget tree it is a root
    induk = {s.pk: s.induk_id if s.induk_id in milik else None for s in simpul}
    anggaran = tuple(VersiAnggaran.objects.filter(unit=unit, tahun=tahun).order_by("ke"))
    sendiri: dict[int, dict[int, Decimal]] = {v.ke: {} for v in anggaran}
    # a node's own amount is the sum over its jenis belanja and sumber dana
    jumlah = (
        Pagu.objects.filter(versi_anggaran__in=[v.pk for v in anggaran])
        .values("versi_anggaran__ke", "simpul")
        .annotate(total=Sum("jumlah"))
    )
    for baris in jumlah:
        sendiri[baris["versi_anggaran__ke"]][baris["simpul"]] = baris["total"]
    hasil = {ke: jumlahkan_pohon(induk, milik) for ke, milik in sendiri.items()}
    return PohonAnggaran(
        tahun=tahun,
        simpul=simpul,
        induk=induk,
        versi=anggaran,
        pagu={ke: pagu for ke, (pagu, _) in hasil.items()},
        selisih={ke: selisih for ke, (_, selisih) in hasil.items()},
    )
