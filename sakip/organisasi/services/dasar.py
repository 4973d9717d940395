"""What every service of the organisation does with an Izin."""

from sakip.lib.izin import Izin, Tolak
from sakip.lib.transisi import HakKurang


def wajib(izin: Izin) -> None:
    """Go on when it is allowed; else raises HakKurang with the reason that the page shows."""
    if isinstance(izin, Tolak):
        raise HakKurang(izin.alasan)
