"""Pure rules of the organisation; no Django."""
