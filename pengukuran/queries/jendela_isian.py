"""The window in which a period's realisasi is entered, and whether a submission came late."""

from dataclasses import dataclass
from datetime import datetime

from pengukuran.models import Realisasi
from perencanaan.hitung.masa import Frekuensi, akhir_masa
from sakip.lib import waktu
from sakip.lib.izin import Izin, Tolak
from sakip.lib.tanggal import tulis_triwulan
from sakip.organisasi.hitung.jendela import KeadaanJendela
from sakip.organisasi.models import Jendela, Unit
from sakip.organisasi.queries import boleh_menulis, keadaan


@dataclass(frozen=True)
class JendelaIsian:
    """The window of a period for a unit at a moment; without one nothing can be entered.

    `izin` says whether a figure may be written, and if not since when and whom to ask.
    """

    jendela: Jendela | None
    keadaan: KeadaanJendela | None
    izin: Izin

    @property
    def lewat_kunci(self) -> bool:
        """Closed for good, so that only a correction changes a figure; also where none was set."""
        return self.keadaan in {None, KeadaanJendela.TERKUNCI}

    def terlambat(self, diajukan_pada: datetime | None) -> bool:
        """Whether something submitted at a moment came after the tenggat."""
        if self.jendela is None or diajukan_pada is None:
            return False
        return diajukan_pada > self.jendela.tenggat


def jendela_isian(unit: Unit, tahun: int, bulan: int, saat: datetime | None = None) -> JendelaIsian:
    """The pengisian window of the triwulan in which the period that ends with `bulan` ends."""
    akhir = akhir_masa(bulan, Frekuensi.TRIWULANAN)
    jendela = Jendela.objects.filter(
        pemda=unit.pemda_id, jenis=Jendela.Jenis.PENGISIAN, tahun=tahun, bulan=akhir
    ).first()
    if jendela is None:
        masa = f"{tulis_triwulan(akhir)} {tahun}"
        return JendelaIsian(
            None,
            None,
            Tolak(
                f"Pengisian {masa} belum dibuka: jendelanya belum diatur. Minta bagian organisasi "
                "mengaturnya."
            ),
        )
    pada = saat or waktu.sekarang()
    return JendelaIsian(jendela, keadaan(jendela, unit, pada), boleh_menulis(jendela, unit, pada))


def jendela_realisasi(realisasi: Realisasi, saat: datetime | None = None) -> JendelaIsian:
    """The window of a stored realisasi."""
    return jendela_isian(realisasi.unit, realisasi.tahun, realisasi.bulan, saat)
