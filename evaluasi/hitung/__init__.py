"""The arithmetic of evaluation and follow-up. Pure: Decimal in, Decimal out, rounded nowhere."""
