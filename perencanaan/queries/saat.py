"""On which day a year of the plan is looked at."""

from calendar import monthrange
from collections.abc import Mapping
from datetime import date

from perencanaan.hitung.masa import PANJANG, Frekuensi
from sakip.lib.tanggal import tulis_triwulan

TRIWULAN = (1, 2, 3, 4)

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


def sebut_triwulan(triwulan: int, tahun: int) -> str:
    """A triwulan by its number as headings name it: Triwulan II 2024."""
    return f"{tulis_triwulan(bulan_triwulan(triwulan))} {tahun}"


def triwulan_lewat(tahun: int, hari: date) -> tuple[int, ...]:
    """The triwulan of a year that are over on a day."""
    return tuple(satu for satu in TRIWULAN if akhir_masa_kerja(tahun, satu) < hari)


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
