"""The widths of a table's columns: as asked for, but no word torn where that can be helped."""

from collections.abc import Sequence
from fractions import Fraction

BAGIAN = 1000  # of which the columns have their shares: tenths of a percent


def bagi_lebar(diminta: Sequence[int], *perlu: Sequence[int]) -> list[int]:
    """Shares of BAGIAN, one a column, whole numbers that add up to no more than it.

    `diminta` are the shares asked for. Each of `perlu` says what every column needs at the least;
    the first that fits is kept, and none if none fits.
    """
    bagian = [Fraction(BAGIAN * satu, sum(diminta)) for satu in diminta]
    cukup = next((satu for satu in perlu if sum(satu) <= BAGIAN), [0] * len(bagian))
    return [max(int(lebar), 1) for lebar in _naikkan(bagian, cukup)]


def _naikkan(bagian: list[Fraction], perlu: Sequence[int]) -> list[Fraction]:
    """Raise what is too narrow to what it needs; the others give, each by its share."""
    tetap: set[int] = set()
    hasil = bagian
    while kurang := {i for i, lebar in enumerate(hasil) if i not in tetap and lebar < perlu[i]}:
        tetap |= kurang
        sisa = BAGIAN - sum(perlu[i] for i in tetap)
        lentur = sum(bagian[i] for i in range(len(bagian)) if i not in tetap)
        hasil = [
            Fraction(perlu[i]) if i in tetap else lebar * sisa / lentur
            for i, lebar in enumerate(bagian)
        ]
    return hasil
