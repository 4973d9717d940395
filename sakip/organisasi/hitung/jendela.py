"""Whether a window for entry or evaluation is open at a moment.

Two dates are told apart: after the tenggat entry is late but accepted and marked, after the kunci
it is closed, except for a unit with an exception that has not ended.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum


class KeadaanJendela(StrEnum):
    BELUM_BUKA = "belum buka"
    TERBUKA = "terbuka"
    TERLAMBAT = "terlambat"
    DIKECUALIKAN = "dikecualikan"
    TERKUNCI = "terkunci"


# in these states a figure may be written
BOLEH_DITULIS = frozenset(
    {KeadaanJendela.TERBUKA, KeadaanJendela.TERLAMBAT, KeadaanJendela.DIKECUALIKAN}
)


@dataclass(frozen=True)
class WaktuJendela:
    """Opens at `buka`; on time until `tenggat`, accepted until `kunci`, each including itself."""

    buka: datetime
    tenggat: datetime
    kunci: datetime


def keadaan_jendela(
    waktu: WaktuJendela, saat: datetime, dikecualikan_sampai: datetime | None = None
) -> KeadaanJendela:
    """The state of a window at a moment, for a unit whose exception ends at a moment or none.

    All times are aware. An exception opens a closed window only; before `buka` it opens nothing.
    """
    if saat < waktu.buka:
        return KeadaanJendela.BELUM_BUKA
    if saat <= waktu.tenggat:
        return KeadaanJendela.TERBUKA
    if saat <= waktu.kunci:
        return KeadaanJendela.TERLAMBAT
    if dikecualikan_sampai is not None and saat <= dikecualikan_sampai:
        return KeadaanJendela.DIKECUALIKAN
    return KeadaanJendela.TERKUNCI


@dataclass(frozen=True)
class UsulanJendela:
    """Dates that a window usually has; whoever sets it may take others."""

    buka: date
    tenggat: date
    kunci: date


def usulan_jendela(tahun: int, bulan: int, *, evaluasi: bool) -> UsulanJendela:
    """The usual dates of the window for the period that ends with `bulan`.

    Entry opens on the day after the period; ten days on time and ten more until it is locked, as
    offices print it in their reminders. The evaluation of a year's AKIP runs in the year after,
    from the end of the term for the LKjIP (PermenPANRB 53/2014, Pasal 20: two months, on the
    pemda's level three) to the middle of the year.
    """
    if evaluasi:
        return UsulanJendela(date(tahun + 1, 4, 1), date(tahun + 1, 6, 30), date(tahun + 1, 7, 31))
    awal = date(tahun + bulan // 12, bulan % 12 + 1, 1)
    return UsulanJendela(awal, awal + timedelta(days=9), awal + timedelta(days=19))
