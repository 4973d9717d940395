"""How a criterion is answered: each kind of question gives a share between 0 and 1.

Source: PermenPANRB 88/2021 leaves the answer of a single criterion open; these scales are the ones
that inspektorat use in their worksheets (Ya/Tidak, A/B/C, A–D, A–E).
"""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True)
class Pilihan:
    """One answer. `terpenuhi` tells whether the criterion counts as met."""

    kode: str
    sebutan: str
    bagian: Decimal
    terpenuhi: bool


@dataclass(frozen=True)
class Skala:
    """The answers of one kind of question, the best first."""

    kode: str
    nama: str
    pilihan: tuple[Pilihan, ...]


def _skala(kode: str, nama: str, *pilihan: tuple[str, str, str]) -> Skala:
    """A criterion is met from its best answer alone, unless the scale is finer than three steps."""
    cukup = Decimal(1) if len(pilihan) <= 3 else Decimal("0.66")  # noqa: PLR2004 -- A/B/C
    isi = tuple(
        Pilihan(huruf, sebutan, Decimal(bagian), Decimal(bagian) >= cukup)
        for huruf, sebutan, bagian in pilihan
    )
    return Skala(kode, nama, isi)


SKALA: tuple[Skala, ...] = (
    _skala("ya-tidak", "Ya/Tidak", ("Ya", "terpenuhi", "1"), ("Tidak", "belum terpenuhi", "0")),
    _skala(
        "a-c",
        "A/B/C",
        ("A", "terpenuhi", "1"),
        ("B", "terpenuhi sebagian", "0.5"),
        ("C", "belum terpenuhi", "0"),
    ),
    _skala(
        "a-d",
        "A sampai D",
        ("A", "terpenuhi", "1"),
        ("B", "sebagian besar terpenuhi", "0.66"),
        ("C", "sebagian kecil terpenuhi", "0.33"),
        ("D", "belum terpenuhi", "0"),
    ),
    _skala(
        "a-e",
        "A sampai E",
        ("A", "terpenuhi", "1"),
        ("B", "sebagian besar terpenuhi", "0.75"),
        ("C", "separuh terpenuhi", "0.5"),
        ("D", "sebagian kecil terpenuhi", "0.25"),
        ("E", "belum terpenuhi", "0"),
    ),
)
