"""The Renstra in force, and its indikator."""

from collections.abc import Iterable, Sequence

from perencanaan.models import IndikatorVersi, RenstraVersi
from sakip.lib.galat import TidakAda
from sakip.organisasi.models import Unit


def versi_renstra(unit: Unit, tahun: int) -> RenstraVersi:
    """The wording of the Renstra in force in a year. Raises TidakAda."""
    versi = RenstraVersi.objects.berlaku(unit, tahun).select_related("renstra").first()
    if versi is None:
        raise TidakAda(f"{unit.nama} belum mempunyai Renstra yang berlaku pada tahun {tahun}.")
    return versi


def versi_setiap_tahun(unit: Unit, tahun: Iterable[int]) -> dict[int, RenstraVersi]:
    """The wording in force in each of the years that has one, in one query."""
    semua = RenstraVersi.objects.filter(renstra__unit=unit).select_related("renstra")
    urut = sorted(semua, key=lambda versi: versi.mulai_tahun, reverse=True)
    pilihan = ((satu, next((v for v in urut if v.berlaku_pada(satu)), None)) for satu in tahun)
    return {satu: versi for satu, versi in pilihan if versi is not None}


def indikator_renstra(versi: RenstraVersi, jenis: Iterable[str]) -> list[IndikatorVersi]:
    """The indikator of a version, in its order, with their simpul and its induk."""
    return list(
        IndikatorVersi.objects.filter(renstra_versi=versi, simpul__jenis__in=list(jenis))
        .select_related("simpul__induk", "renstra_versi__renstra")
        .order_by("urutan", "pk")
    )


def rumusan_indikator(versi: Sequence[RenstraVersi]) -> dict[tuple[int, int], IndikatorVersi]:
    """How each version words each indikator, by (versi id, indikator id)."""
    semua = IndikatorVersi.objects.filter(renstra_versi__in=[satu.pk for satu in versi])
    return {(satu.renstra_versi_id, satu.indikator_id): satu for satu in semua}


def tahun_berisi(unit: Unit) -> list[int]:
    """The years of the unit's Renstra, for the switch of years; newest first."""
    semua = RenstraVersi.objects.filter(renstra__unit=unit).select_related("renstra")
    return sorted({tahun for versi in semua for tahun in versi.rentang()}, reverse=True)
