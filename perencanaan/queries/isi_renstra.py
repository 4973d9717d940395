"""What one version of a Renstra says, as its documents print it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from perencanaan.hitung.nilai import Nilai
from perencanaan.models import (
    IndikatorVersi,
    Kebijakan,
    PenanggungJawab,
    RenstraVersi,
    Simpul,
    TargetTahunan,
)
from perencanaan.models.indikator import SumberTarget
from perencanaan.models.renstra import JENIS_STRATEGIS, JenisSimpul
from perencanaan.queries.renstra import indikator_renstra, versi_renstra
from sakip.lib.galat import TidakAda
from sakip.organisasi.models import Unit

# which document says it, of which indikator, for which year
KunciTarget = tuple[SumberTarget, int, int]


@dataclass(frozen=True)
class Cabang:
    """A tujuan or sasaran with its indikator and what stands below it."""

    simpul: Simpul
    indikator: tuple[IndikatorVersi, ...]
    bawahan: tuple["Cabang", ...]

    def turunan(self) -> Iterator["Cabang"]:
        """Everything below, each followed by its own."""
        for anak in self.bawahan:
            yield anak
            yield from anak.turunan()


@dataclass(frozen=True)
class IsiRenstra:
    """The tree of tujuan and sasaran, and the targets of every document that sets one for it."""

    unit: Unit
    versi: RenstraVersi
    pohon: tuple[Cabang, ...]
    target: Mapping[KunciTarget, Nilai]

    def cabang(self) -> Iterator[Cabang]:
        for tujuan in self.pohon:
            yield tujuan
            yield from tujuan.turunan()

    def tahun(self) -> tuple[int, ...]:
        """The years this version sets targets for."""
        return tuple(self.versi.rentang())


def versi_dicetak(unit: Unit, tahun: int, ke: int | None) -> RenstraVersi:
    """The version in force in a year, or the one of that number in the same Renstra.

    Raises TidakAda.
    """
    if ke is None:
        return versi_renstra(unit, tahun)
    semua = RenstraVersi.objects.filter(
        renstra__unit=unit, renstra__tahun_awal__lte=tahun, renstra__tahun_akhir__gte=tahun
    )
    versi = semua.filter(ke=ke).select_related("renstra").first()
    if versi is not None:
        return versi
    ada = ", ".join(str(satu) for satu in semua.order_by("ke").values_list("ke", flat=True))
    if not ada:
        raise TidakAda(f"{unit.nama} belum mempunyai Renstra yang memuat tahun {tahun}.")
    raise TidakAda(f"Versi {ke} Renstra {unit.nama} tidak ada. Yang ada: {ada}.")


def isi_renstra(unit: Unit, versi: RenstraVersi) -> IsiRenstra:
    """In three queries, whatever the size of the tree."""
    indikator: dict[int, list[IndikatorVersi]] = {}
    for satu in indikator_renstra(versi, JENIS_STRATEGIS):
        indikator.setdefault(satu.simpul_id, []).append(satu)
    anak: dict[int | None, list[Simpul]] = {}
    for simpul in Simpul.objects.filter(renstra_versi=versi, jenis__in=JENIS_STRATEGIS).order_by(
        "urutan", "pk"
    ):
        anak.setdefault(simpul.induk_id, []).append(simpul)

    def cabang(simpul: Simpul) -> Cabang:
        bawahan = tuple(cabang(satu) for satu in anak.get(simpul.pk, []))
        return Cabang(simpul, tuple(indikator.get(simpul.pk, [])), bawahan)

    return IsiRenstra(
        unit=unit,
        versi=versi,
        pohon=tuple(cabang(simpul) for simpul in anak.get(None, [])),
        target=_target(versi),
    )


def _target(versi: RenstraVersi) -> dict[KunciTarget, Nilai]:
    baris = TargetTahunan.objects.filter(
        indikator_versi__renstra_versi=versi, indikator_versi__simpul__jenis__in=JENIS_STRATEGIS
    ).select_related("indikator_versi")
    return {
        (SumberTarget(satu.sumber), satu.indikator_versi.indikator_id, satu.tahun): (
            satu.sebagai_nilai()
        )
        for satu in baris
    }


def penanggung_jawab(versi: RenstraVersi) -> dict[int, tuple[PenanggungJawab, ...]]:
    """Who answers for each indikator of a version, by the id of its wording; who enters first."""
    hasil: dict[int, tuple[PenanggungJawab, ...]] = {}
    for satu in (
        PenanggungJawab.objects.filter(indikator_versi__renstra_versi=versi)
        .select_related("unit")
        .order_by("-mengisi", "unit__nama")
    ):
        nomor = satu.indikator_versi_id
        hasil[nomor] = (*hasil.get(nomor, ()), satu)
    return hasil


def kebijakan_renstra(versi: RenstraVersi) -> tuple[Kebijakan, ...]:
    """Strategies and policies in their order, each with the programs that carry it out."""
    return tuple(
        Kebijakan.objects.filter(renstra_versi=versi)
        .prefetch_related("pelaksana__simpul")
        .order_by("urutan", "pk")
    )


def program_renstra(versi: RenstraVersi) -> tuple[Simpul, ...]:
    """The programs by their codes, with the bidang that answers for each."""
    return tuple(
        Simpul.objects.filter(renstra_versi=versi, jenis=JenisSimpul.PROGRAM)
        .select_related("bidang")
        .order_by("kode", "urutan", "pk")
    )
