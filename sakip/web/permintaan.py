"""What is known of the request at hand, anywhere below the view, without passing it along."""

from contextvars import ContextVar
from dataclasses import dataclass


@dataclass(frozen=True)
class Permintaan:
    """The id that binds all that one request did, and the address it came from."""

    id: str = ""
    alamat: str = ""


SEKARANG: ContextVar[Permintaan] = ContextVar("permintaan")


def permintaan_sekarang() -> Permintaan:
    """The request at hand; an empty one in a command."""
    return SEKARANG.get(Permintaan())
