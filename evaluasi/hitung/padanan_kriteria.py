"""Criteria of two years side by side: which is the same, which is new, changed or gone."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

K = TypeVar("K")
L = TypeVar("L")


class Padanan(StrEnum):
    SAMA = "sama"
    BERUBAH = "berubah"
    BARU = "baru"


@dataclass(frozen=True)
class Pernyataan(Generic[K]):
    """A criterion by its sub-komponen, its place in it and its words."""

    kunci: K
    sub: str
    urutan: int
    uraian: str


@dataclass(frozen=True)
class HasilPadanan(Generic[K, L]):
    """For each criterion of now its earlier one, if any, and how they differ; and what is gone."""

    pasangan: dict[K, tuple[Padanan, L | None]]
    hilang: tuple[L, ...]


def padankan(kini: Sequence[Pernyataan[K]], lalu: Sequence[Pernyataan[L]]) -> HasilPadanan[K, L]:
    """Within a sub-komponen first by words, wherever they stand; what is left by its place.

    Two at the same place with different words count as one that was changed.
    """
    sisa = {(satu.sub, satu.urutan): satu for satu in lalu}
    pasangan: dict[K, tuple[Padanan, L | None]] = {}
    # the same words at the same place first: of two with the same words each keeps its own
    for setempat in (True, False):
        for satu in kini:
            tempat = None if satu.kunci in pasangan else _sekata(satu, sisa, setempat=setempat)
            if tempat is not None:
                pasangan[satu.kunci] = (Padanan.SAMA, sisa.pop(tempat).kunci)
    for satu in kini:
        if satu.kunci not in pasangan:
            lama = sisa.pop((satu.sub, satu.urutan), None)
            pasangan[satu.kunci] = (Padanan.BERUBAH, lama.kunci) if lama else (Padanan.BARU, None)
    return HasilPadanan(pasangan, tuple(satu.kunci for satu in sisa.values()))


def _sekata(
    satu: Pernyataan[K], sisa: Mapping[tuple[str, int], Pernyataan[L]], *, setempat: bool
) -> tuple[str, int] | None:
    """Where the same words stand in the same sub-komponen; only at the same place if asked."""
    for tempat, lama in sisa.items():
        sekata = tempat[0] == satu.sub and _rapi(lama.uraian) == _rapi(satu.uraian)
        if sekata and (not setempat or tempat[1] == satu.urutan):
            return tempat
    return None


def _rapi(teks: str) -> str:
    """Words alone: spelling of capitals, blanks and a full stop make no other criterion."""
    return re.sub(r"\W+", " ", teks).strip().casefold()
