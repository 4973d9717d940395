"""What the property tests share: their settings and the values they draw from."""

from decimal import Decimal

from hypothesis import settings
from hypothesis import strategies as st

# The same cases on every run and no deadline: a busy machine must not fail a test.
sifat = settings(derandomize=True, deadline=None, max_examples=150)


def angka(terkecil: str, terbesar: str, desimal: int = 6) -> st.SearchStrategy[Decimal]:
    """Figures with at most as many decimals as a performance figure may have."""
    return st.decimals(terkecil, terbesar, places=desimal, allow_nan=False, allow_infinity=False)
