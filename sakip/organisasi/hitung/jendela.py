"""Whether a window for entry or evaluation is open at a moment.

Two dates are told apart: after the tenggat entry is late but accepted and marked, after the kunci
it is closed, except for a unit with an exception that has not ended.
"""

from dataclasses import dataclass
from datetime import datetime
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
