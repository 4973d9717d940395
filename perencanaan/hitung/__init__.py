"""Pure arithmetic of the plan, on Decimal; no Django."""
