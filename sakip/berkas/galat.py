"""What may go wrong with a file; every message is for people."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.core.exceptions import ValidationError

from sakip.lib.galat import TidakAda


class BerkasDitolak(ValueError):
    """This file is not taken in; the message says why and what would be."""


class GagalSimpan(RuntimeError):
    """The server could not store the file; nothing of it is kept."""


class BerkasHilang(TidakAda):
    """The row is there and the file is not."""


class BerkasBerubah(TidakAda):
    """The file is no longer what was stored; it is never handed out."""


@contextmanager
def sebagai_galat_isian(kolom: str) -> Iterator[None]:
    """A refused file, or a store that cannot take it, as the error of a form's field."""
    try:
        yield
    except (BerkasDitolak, GagalSimpan) as salah:
        raise ValidationError({kolom: str(salah)}) from salah
