"""On which day a year of the plan is looked at."""

from collections.abc import Mapping
from datetime import date

# one day for all years, a day for each of them, or None for the end of each
Saat = date | Mapping[int, date] | None


def akhir_tahun(tahun: int) -> date:
    return date(tahun, 12, 31)


def pada(saat: Saat, tahun: int) -> date | None:
    """The day on which this year is looked at; None is its end, with what has no known date."""
    if isinstance(saat, Mapping):
        return saat.get(tahun)
    return saat
