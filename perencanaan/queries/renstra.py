"""The Renstra in force, and its indikator."""

from collections.abc import Iterable, Sequence

from perencanaan.models import IndikatorVersi, PenanggungJawab, RenstraVersi
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


def versi_setiap_unit(unit: Iterable[int], tahun: int) -> dict[int, RenstraVersi]:
    """The wording in force in a year, by the id of each unit that has one, in one query."""
    semua = RenstraVersi.objects.filter(renstra__unit__in=list(unit)).select_related("renstra")
    urut = sorted(semua, key=lambda versi: versi.mulai_tahun)
    return {satu.renstra.unit_id: satu for satu in urut if satu.berlaku_pada(tahun)}


def indikator_renstra(versi: RenstraVersi, jenis: Iterable[str]) -> list[IndikatorVersi]:
    """The indikator of a version, in its order, with their simpul and its induk."""
    return indikator_setiap_renstra([versi], jenis).get(versi.pk, [])


def indikator_setiap_renstra(
    versi: Iterable[RenstraVersi], jenis: Iterable[str]
) -> dict[int, list[IndikatorVersi]]:
    """The same of several versions by their ids, in one query."""
    semua = (
        IndikatorVersi.objects.filter(
            renstra_versi__in=[satu.pk for satu in versi], simpul__jenis__in=list(jenis)
        )
        .select_related("simpul__induk", "renstra_versi__renstra")
        .order_by("urutan", "pk")
    )
    hasil: dict[int, list[IndikatorVersi]] = {}
    for satu in semua:
        hasil.setdefault(satu.renstra_versi_id, []).append(satu)
    return hasil


def indikator_bidang(versi: RenstraVersi, unit: Iterable[int]) -> frozenset[int]:
    """The ids of the wordings that some of these units answer for."""
    milik = PenanggungJawab.objects.filter(
        indikator_versi__renstra_versi=versi, unit__in=list(unit)
    )
    return frozenset(milik.values_list("indikator_versi", flat=True))


def nama_indikator(indikator: int) -> str:
    """How the newest wording calls an indikator; empty where none does."""
    milik = IndikatorVersi.objects.filter(indikator=indikator)
    nama = milik.order_by("-renstra_versi__mulai_tahun").values_list("nama", flat=True).first()
    return nama or ""


def rumusan_indikator(versi: Sequence[RenstraVersi]) -> dict[tuple[int, int], IndikatorVersi]:
    """How each version words each indikator, by (versi id, indikator id)."""
    semua = IndikatorVersi.objects.filter(renstra_versi__in=[satu.pk for satu in versi])
    return {(satu.renstra_versi_id, satu.indikator_id): satu for satu in semua}


def tahun_setiap_unit(unit: Iterable[Unit]) -> dict[int, tuple[int, ...]]:
    """The years of each unit's Renstra by its id, newest first, for the switches; in one query."""
    hasil: dict[int, set[int]] = {satu.pk: set() for satu in unit}
    semua = RenstraVersi.objects.filter(renstra__unit__in=list(hasil)).select_related("renstra")
    for versi in semua:
        hasil[versi.renstra.unit_id] |= set(versi.rentang())
    return {pk: tuple(sorted(tahun, reverse=True)) for pk, tahun in hasil.items()}
