"""Money as a database column."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

SEN_PER_RUPIAH = 100
_TERBESAR = Decimal(10**15)


class UangField(models.BigIntegerField):
    """Rupiah as `Decimal` with at most two decimals, stored as a whole number of sen.

    A DecimalField would do on PostgreSQL, but SQLite keeps it as a float:
    123.456.789.012.345,67 comes back changed and sums go wrong. An amount that is finer than a
    sen is refused, never rounded.
    """

    description = "Rupiah"

    @property
    def validators(self) -> list[Any]:
        """Ours alone: the range checks of BigIntegerField would measure rupiah against sen."""
        return [MinValueValidator(0), MaxValueValidator(_TERBESAR)]

    def from_db_value(self, nilai: Any, _expression: Any, _connection: Any) -> Decimal | None:
        return None if nilai is None else Decimal(nilai) / SEN_PER_RUPIAH

    def to_python(self, nilai: Any) -> Decimal | None:
        if nilai is None:
            return None
        if isinstance(nilai, float):
            raise ValidationError("Jumlah rupiah tidak boleh berupa float.")
        try:
            rupiah = Decimal(nilai)
        except ArithmeticError as salah:
            raise ValidationError(f"“{nilai}” bukan jumlah rupiah.") from salah
        if not rupiah.is_finite():
            raise ValidationError(f"“{nilai}” bukan jumlah rupiah.")
        return rupiah

    def get_prep_value(self, nilai: Any) -> Any:
        rupiah = self.to_python(nilai) if not hasattr(nilai, "resolve_expression") else nilai
        if not isinstance(rupiah, Decimal):
            return rupiah
        # a fraction is exact where a product of Decimal would be rounded to the context's digits
        sen = Fraction(rupiah) * SEN_PER_RUPIAH
        if sen.denominator != 1:
            raise ValidationError(f"Jumlah {rupiah} lebih halus dari satu sen.")
        return sen.numerator
