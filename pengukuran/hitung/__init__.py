"""Pure arithmetic of measurement, on Decimal; no Django, no rounding."""
