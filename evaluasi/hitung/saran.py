"""Which grade the criteria met suggest, and what speaks against an answer.

Source: PermenPANRB 88/2021, Lampiran: E none, D above 0 to 25 %, C to 50 %, CC to 75 %, B above
75 %, BB all of them. A and AA ask for proof over years or of innovation, which no count of
criteria gives: a suggestion never goes beyond BB, and the evaluator decides.
"""

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)


def saran_nilai(terpenuhi: int, semua: int) -> str | None:
    """The code of the suggested grade; None for a sub-komponen without criteria.

    Raises ValueError where more is met than there is.
    """
    if not 0 <= terpenuhi <= semua:
        raise ValueError(f"{terpenuhi} of {semua} criteria")
    if semua == 0:
        return None
    if terpenuhi == semua:
        return "BB"
    if terpenuhi == 0:
        return "E"
    # compared as whole numbers: 75 % of 11 criteria is no decimal
    for kode, batas in (("B", 75), ("CC", 50), ("C", 25)):
        if terpenuhi * 100 > semua * batas:
            return kode
    return "D"


class JenisSub(StrEnum):
    """The three sub-komponen of a komponen; another instrument may have others."""

    KEBERADAAN = "keberadaan"
    KUALITAS = "kualitas"
    PEMANFAATAN = "pemanfaatan"
    LAIN = "lain"


@dataclass(frozen=True)
class Pelanggaran(Generic[K]):
    """An answer that stands above what it rests on."""

    kunci: K
    prasyarat: K
    nilai: Decimal
    paling_tinggi: Decimal


def pelanggaran_prasyarat(
    bagian: Mapping[K, Decimal], prasyarat: Mapping[K, K]
) -> list[Pelanggaran[K]]:
    """Criteria answered higher than the criterion they rest on; unanswered ones say nothing.

    An option of the instrument ("kerangka logis"): what does not exist has no quality and no use.
    """
    return [
        Pelanggaran(kunci, dasar, bagian[kunci], bagian[dasar])
        for kunci, dasar in prasyarat.items()
        if kunci in bagian and dasar in bagian and bagian[kunci] > bagian[dasar]
    ]


def pelanggaran_keberadaan(
    sub: Iterable[tuple[K, JenisSub, Decimal | None]],
) -> list[Pelanggaran[K]]:
    """Of one komponen: quality or use graded above 0 while nothing exists (keberadaan at 0)."""
    semua = list(sub)
    kosong = [kunci for kunci, jenis, nilai in semua if jenis is JenisSub.KEBERADAAN and nilai == 0]
    return [
        Pelanggaran(kunci, dasar, nilai, Decimal(0))
        for dasar in kosong
        for kunci, jenis, nilai in semua
        if jenis in {JenisSub.KUALITAS, JenisSub.PEMANFAATAN} and nilai
    ]
