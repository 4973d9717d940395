"""What the report prints of the plan: the Renstra, the agreements of the year, their budget trees."""

from collections.abc import Mapping
from dataclasses import dataclass

from perencanaan.models import RenstraVersi
from perencanaan.queries.anggaran import PohonAnggaran
from perencanaan.queries.isi_perjanjian import (
    IsiPerjanjian,
    IsiRincian,
    isi_perjanjian,
    isi_rincian,
    perjanjian_pimpinan,
)
from perencanaan.queries.isi_renstra import IsiRenstra, isi_renstra
from sakip.organisasi.models import Unit


@dataclass(frozen=True)
class RencanaLkjip:
    """`renstra_lain` are the earlier wordings of the same Renstra, `rincian` by the PK's `ke`."""

    renstra: IsiRenstra
    renstra_lain: tuple[IsiRenstra, ...]
    perjanjian: tuple[IsiPerjanjian, ...]
    rincian: Mapping[int, IsiRincian]

    @property
    def murni(self) -> IsiPerjanjian | None:
        return self.perjanjian[0] if self.perjanjian else None

    @property
    def perubahan(self) -> tuple[IsiPerjanjian, ...]:
        return self.perjanjian[1:]


def rencana_lkjip(versi: RenstraVersi, unit: Unit, pohon: PohonAnggaran) -> RencanaLkjip:
    """The number of queries grows with versions and agreements, never with their rows."""
    terdahulu = RenstraVersi.objects.filter(renstra=versi.renstra, ke__lt=versi.ke)
    perjanjian = tuple(isi_perjanjian(satu) for satu in perjanjian_pimpinan(unit, pohon.tahun))
    return RencanaLkjip(
        renstra=isi_renstra(unit, versi),
        renstra_lain=tuple(
            isi_renstra(unit, lain) for lain in terdahulu.select_related("renstra").order_by("ke")
        ),
        perjanjian=perjanjian,
        rincian={
            satu.perjanjian.ke: isi_rincian(unit, satu.perjanjian.anggaran_sesudah, pohon)
            for satu in perjanjian
        },
    )
