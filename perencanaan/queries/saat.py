"""On which day a year of the plan is looked at."""

from calendar import monthrange
from collections.abc import Mapping
from datetime import date

from perencanaan.hitung.masa import PANJANG, Frekuensi

# one day for all years, a day for each of them, or None for the end of each
Saat = date | Mapping[int, date] | None


def akhir_tahun(tahun: int) -> date:
    return date(tahun, 12, 31)


def akhir_bulan(tahun: int, bulan: int) -> date:
    """The last day of a month."""
    return date(tahun, bulan, monthrange(tahun, bulan)[1])


def bulan_triwulan(triwulan: int) -> int:
    """The month a triwulan ends with: 2 gives 6."""
    return PANJANG[Frekuensi.TRIWULANAN] * triwulan


def akhir_masa_kerja(tahun: int, triwulan: int | None) -> date:
    """The last day of a triwulan, or of the year without one."""
    if triwulan is None:
        return akhir_tahun(tahun)
    return akhir_bulan(tahun, bulan_triwulan(triwulan))


def pada(saat: Saat, tahun: int) -> date | None:
    """The day on which this year is looked at; None is its end, with what has no known date."""
    if isinstance(saat, Mapping):
        return saat.get(tahun)
    return saat
