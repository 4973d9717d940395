"""This year's capaian beside an earlier year's.

Source: PermenPANRB 53/2014, Lampiran II, BAB III: realisasi dan capaian kinerja tahun ini
dibandingkan dengan tahun lalu dan beberapa tahun terakhir.
"""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Gerak(StrEnum):
    NAIK = "naik"
    TURUN = "turun"
    TETAP = "tetap"


@dataclass(frozen=True)
class Perubahan:
    """The difference in percentage points, unrounded, and its direction."""

    poin: Decimal
    gerak: Gerak


def bandingkan(sekarang: Decimal | None, dahulu: Decimal | None) -> Perubahan | None:
    """Capaian of this year minus that of an earlier one, both in percent; None where one lacks."""
    if sekarang is None or dahulu is None:
        return None
    poin = sekarang - dahulu
    if poin == 0:
        return Perubahan(poin, Gerak.TETAP)
    return Perubahan(poin, Gerak.NAIK if poin > 0 else Gerak.TURUN)
