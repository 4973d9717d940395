"""Exact arithmetic behind formulas, sums and means: fractions inside, one Decimal at the end.

A third is not a Decimal, so what is divided on the way and multiplied back later must not be cut
in between. Nothing here rounds for display.
"""

from collections.abc import Iterable, Sequence
from decimal import ROUND_05UP, Context, Decimal
from fractions import Fraction

DIGIT = 50

# ROUND_05UP never ends on a 5 or a 0 that was not exact, so that rounding half-up at display,
# later and elsewhere, gives what rounding the fraction itself would give.
_RUANG = Context(prec=DIGIT, rounding=ROUND_05UP)


def ke_desimal(pecahan: Fraction) -> Decimal:
    """The fraction with 50 significant digits; exact where that many hold it."""
    return _RUANG.divide(Decimal(pecahan.numerator), Decimal(pecahan.denominator))


def jumlahkan(nilai: Iterable[Decimal]) -> Decimal:
    """The exact sum, in the unit of the values; 0 of nothing."""
    return ke_desimal(sum(map(Fraction, nilai), Fraction(0)))


def rata(nilai: Sequence[Decimal]) -> Decimal:
    """The exact mean, in the unit of the values. Raises ValueError of nothing, which has none."""
    if not nilai:
        raise ValueError("Tidak ada nilai yang dapat dirata-rata.")
    return ke_desimal(sum(map(Fraction, nilai), Fraction(0)) / len(nilai))


def rata_terbobot(pasangan: Sequence[tuple[Decimal, Decimal]]) -> Decimal:
    """The exact mean of values with their weights, none negative.

    Raises ValueError where all weights are 0, or there is nothing.
    """
    bobot = sum((Fraction(berat) for _, berat in pasangan), Fraction(0))
    if not bobot:
        raise ValueError("Tidak ada bobot yang lebih dari 0.")
    return ke_desimal(sum(Fraction(n) * Fraction(berat) for n, berat in pasangan) / bobot)
