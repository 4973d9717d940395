"""Findings that come back: how often, and which earlier ones a new one resembles.

No regulation says when two recommendations are the same; the likeness here is the share of words
they have in common (Jaccard). It only proposes: a person ties a recommendation to the earlier one.
"""

import re
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Generic, TypeVar

from perencanaan.hitung.pecahan import ke_desimal

K = TypeVar("K", bound=Hashable)

# half of the words in common: two wordings of one thing pass, two things of one komponen do not
AMBANG = Decimal("0.5")
# words that every recommendation holds
_BIASA = frozenset(
    [
        "agar",
        "atas",
        "bagi",
        "dalam",
        "dan",
        "dapat",
        "dari",
        "dengan",
        "di",
        "ke",
        "oleh",
        "pada",
        "serta",
        "supaya",
        "telah",
        "untuk",
        "yang",
    ]
)


@dataclass(frozen=True)
class Terdahulu(Generic[K]):
    """An earlier recommendation of the same unit."""

    kunci: K
    tahun: int
    uraian: str


@dataclass(frozen=True)
class CalonBerulang(Generic[K]):
    kunci: K
    tahun: int
    kemiripan: Decimal


def tahun_ke(tahun: Iterable[int]) -> int:
    """In which year a finding stands: 2021, 2022 and 2023 give 3; twice in one year counts once.

    Raises ValueError of no year at all.
    """
    semua = set(tahun)
    if not semua:
        raise ValueError("a finding has at least the year it is of")
    return len(semua)


def kemiripan(satu: str, lain: str) -> Decimal:
    """The share of words two texts have in common, 0 to 1; texts without words have none."""
    kata, kata_lain = _kata(satu), _kata(lain)
    semua = kata | kata_lain
    if not semua:
        return Decimal(0)
    return ke_desimal(Fraction(len(kata & kata_lain), len(semua)))


def calon_berulang(
    uraian: str, tahun: int, terdahulu: Iterable[Terdahulu[K]]
) -> list[CalonBerulang[K]]:
    """Recommendations of earlier years that this one may repeat, the likest and latest first."""
    calon = [
        CalonBerulang(satu.kunci, satu.tahun, kemiripan(uraian, satu.uraian))
        for satu in terdahulu
        if satu.tahun < tahun
    ]
    mirip = [satu for satu in calon if satu.kemiripan >= AMBANG]
    return sorted(mirip, key=lambda satu: (satu.kemiripan, satu.tahun), reverse=True)


def _kata(teks: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", teks.casefold())) - _BIASA
