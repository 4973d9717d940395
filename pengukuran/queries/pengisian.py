"""Which realisasi of a year are due, and how far each has come."""

from dataclasses import dataclass

from pengukuran.models import Realisasi
from pengukuran.queries.capaian import TabelCapaian
from pengukuran.status import StatusRealisasi
from perencanaan.models import IndikatorVersi


@dataclass(frozen=True)
class PeriodeIsian:
    """A period in which a realisasi is due, by its last month; no status while it is not filled."""

    indikator: IndikatorVersi
    bulan: int
    status: StatusRealisasi | None

    @property
    def disetujui(self) -> bool:
        return self.status is StatusRealisasi.DISETUJUI


def periode_isian(tabel: TabelCapaian) -> tuple[PeriodeIsian, ...]:
    """Every due period of the table's indikator in its year, in its order; in one query.

    Whether a period is due comes from the plan alone.
    """
    tahun = tabel.tahun[0]
    baris = Realisasi.objects.filter(unit=tabel.unit, tahun=tahun)
    status = {
        (indikator, bulan): StatusRealisasi(isi)
        for indikator, bulan, isi in baris.values_list("indikator", "bulan", "status")
    }
    return tuple(
        PeriodeIsian(satu.indikator, bulan, status.get((satu.indikator.indikator_id, bulan)))
        for satu in tabel.setahun(tahun)
        for bulan in satu.wajib
    )
