"""The window in which a period's realisasi is entered, and whether a submission came late."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from pengukuran.models import Realisasi
from perencanaan.hitung.masa import Frekuensi, akhir_masa
from sakip.lib import waktu
from sakip.lib.izin import Izin, Tolak
from sakip.lib.tanggal import tulis_triwulan
from sakip.organisasi.hitung.jendela import KeadaanJendela, keadaan_jendela
from sakip.organisasi.models import Jendela, Unit
from sakip.organisasi.queries import dikecualikan_sampai, izin_menulis, keadaan
from sakip.web.tunggal import satu_baris


@dataclass(frozen=True)
class JendelaIsian:
    """The window of a period for a unit at a moment; without one nothing can be entered.

    `izin` says whether a figure may be written, and if not since when and whom to ask; `sampai`
    until when the unit is excepted, where that was asked for.
    """

    jendela: Jendela | None
    keadaan: KeadaanJendela | None
    izin: Izin
    sampai: datetime | None = None

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
    milik = Jendela.objects.filter(
        pemda=unit.pemda_id, jenis=Jendela.Jenis.PENGISIAN, tahun=tahun, bulan=akhir
    )
    jendela = satu_baris(milik)
    if jendela is None:
        return _belum_diatur(akhir, tahun)
    hasil = keadaan(jendela, unit, saat or waktu.sekarang())
    return JendelaIsian(jendela, hasil, izin_menulis(jendela, unit, hasil))


def jendela_setahun(
    unit: Unit, tahun: int, bulan: Collection[int], saat: datetime
) -> dict[int, JendelaIsian]:
    """The windows of the triwulan that end with these months, by month; in two queries."""
    semua = Jendela.objects.filter(
        pemda=unit.pemda_id, jenis=Jendela.Jenis.PENGISIAN, tahun=tahun, bulan__in=list(bulan)
    )
    ada = {satu.bulan: satu for satu in semua}
    sampai = dikecualikan_sampai(ada.values(), unit)

    def isian(akhir: int) -> JendelaIsian:
        jendela = ada.get(akhir)
        if jendela is None:
            return _belum_diatur(akhir, tahun)
        hasil = keadaan_jendela(jendela.waktu(), saat, sampai.get(jendela.pk))
        izin = izin_menulis(jendela, unit, hasil)
        return JendelaIsian(jendela, hasil, izin, sampai.get(jendela.pk))

    return {akhir: isian(akhir) for akhir in bulan}


def _belum_diatur(akhir: int, tahun: int) -> JendelaIsian:
    masa = f"{tulis_triwulan(akhir)} {tahun}"
    return JendelaIsian(
        None,
        None,
        Tolak(
            f"Pengisian {masa} belum dibuka: jendelanya belum diatur. Minta bagian organisasi "
            "mengaturnya."
        ),
    )


def jendela_realisasi(realisasi: Realisasi, saat: datetime | None = None) -> JendelaIsian:
    """The window of a stored realisasi."""
    return jendela_isian(realisasi.unit, realisasi.tahun, realisasi.bulan, saat)
