"""The realisasi of a triwulan as those read them who submit, verify and approve them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pengukuran.models import PelakuRealisasi
from pengukuran.queries.jendela_isian import JendelaIsian
from pengukuran.queries.lembar_isian import BarisIsian, lembar_isian
from pengukuran.status import StatusRealisasi
from perencanaan.models import PenanggungJawab, RenstraVersi
from sakip.organisasi.models import Pengguna, Unit
from sakip.organisasi.peran import Peran

if TYPE_CHECKING:
    from pengukuran.models import Realisasi


@dataclass(frozen=True)
class BarisMeja:
    """A period of an indikator that is due, or of which something is stored, with its bidang.

    `ikut_mengisi`: the reader had a hand in the figure, and so does not judge it.
    """

    isian: BarisIsian
    pengisi: Unit | None
    ikut_mengisi: bool

    @property
    def realisasi(self) -> "Realisasi | None":
        return self.isian.realisasi

    @property
    def status(self) -> StatusRealisasi | None:
        return self.isian.status


@dataclass(frozen=True)
class Meja:
    """The rows of a triwulan in the Renstra's order, its window, and what the reader is there.

    `tugas` are the reader's roles, each with the unit it is held in.
    """

    unit: Unit
    tahun: int
    triwulan: int
    baris: tuple[BarisMeja, ...]
    jendela: JendelaIsian
    tugas: frozenset[tuple[Peran, int]]

    def berperan(self, peran: Peran) -> bool:
        """Whether the reader holds a role in the perangkat daerah itself."""
        return (peran, self.unit.pk) in self.tugas

    def berstatus(self, *status: StatusRealisasi | None) -> tuple[BarisMeja, ...]:
        return tuple(satu for satu in self.baris if satu.status in status)


def meja_triwulan(unit: Unit, tahun: int, triwulan: int, pengguna: Pengguna) -> Meja:
    """What the plan makes due in a triwulan, and whatever else was entered for it.

    Raises TidakAda without a Renstra. The number of queries does not grow with rows.
    """
    lembar = lembar_isian(unit, tahun, triwulan, pengguna, semua=True)
    ada = [satu for satu in lembar.semua if satu.wajib or satu.realisasi is not None]
    tersimpan = {satu.realisasi.pk: satu.realisasi for satu in ada if satu.realisasi is not None}
    _lengkapi(unit, tersimpan)
    pengisi = pengisi_setahun(lembar.versi)
    ikut = _ikut_mengisi(tersimpan, pengguna)
    return Meja(
        unit=unit,
        tahun=tahun,
        triwulan=triwulan,
        baris=tuple(
            BarisMeja(
                satu,
                pengisi.get(satu.rumusan.pk),
                satu.realisasi is not None and satu.realisasi.pk in ikut,
            )
            for satu in ada
        ),
        jendela=lembar.jendela,
        tugas=tugas_pengguna(pengguna, unit),
    )


def tugas_pengguna(pengguna: Pengguna, unit: Unit) -> frozenset[tuple[Peran, int]]:
    """The roles held in a perangkat daerah and below it, each with its unit."""
    milik = (satu for satu in pengguna.tugas() if satu.di(unit))
    return frozenset((satu.peran, satu.unit) for satu in milik if satu.unit is not None)


def pengisi_setahun(versi: RenstraVersi) -> dict[int, Unit]:
    """The unit that enters each wording of a version, by its id; one query."""
    milik = PenanggungJawab.objects.filter(mengisi=True, indikator_versi__renstra_versi=versi)
    return {satu.indikator_versi_id: satu.unit for satu in milik.select_related("unit")}


def _lengkapi(unit: Unit, tersimpan: Mapping[int, "Realisasi"]) -> None:
    """What the services and the page ask of each row, without a query for each."""
    orang = Pengguna.objects.in_bulk(
        {satu.diajukan_oleh_id for satu in tersimpan.values()} - {None}
    )
    for satu in tersimpan.values():
        satu.unit = unit
        if satu.diajukan_oleh_id is not None:
            satu.diajukan_oleh = orang[satu.diajukan_oleh_id]


def _ikut_mengisi(tersimpan: Mapping[int, "Realisasi"], pengguna: Pengguna) -> frozenset[int]:
    """The rows in which the person had a hand."""
    pelaku = PelakuRealisasi.objects.filter(
        realisasi__in=list(tersimpan), pengguna=pengguna, sebagai=PelakuRealisasi.Sebagai.PENGISI
    )
    terakhir = {pk for pk, satu in tersimpan.items() if satu.diisi_oleh_id == pengguna.pk}
    return frozenset(terakhir | set(pelaku.values_list("realisasi", flat=True)))
