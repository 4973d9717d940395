"""What all shapes share, and how a target is written in a file."""

from decimal import Decimal, InvalidOperation
from typing import Any

import msgspec

TIDAK_DIJADWALKAN = "-"


class Bentuk(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Base of all shapes: a misspelt key is an error, not something silently left out."""


class Isian:
    """A target as the file writes it: a figure with a point, or `-` where nothing is due."""

    __slots__ = ("angka",)

    def __init__(self, angka: Decimal | None) -> None:
        self.angka = angka

    @property
    def dijadwalkan(self) -> bool:
        return self.angka is not None


def baca_isian(jenis: type, nilai: Any) -> Any:
    """The hook by which msgspec reads an `Isian`. Raises ValueError, to which it adds the place."""
    if jenis is not Isian:
        raise TypeError(f"{jenis} tidak dapat dibaca dari berkas contoh")
    if not isinstance(nilai, str):
        raise TypeError('tulis angkanya sebagai teks, misalnya "12.5"')
    if nilai == TIDAK_DIJADWALKAN:
        return Isian(None)
    try:
        angka = Decimal(nilai)
    except InvalidOperation as salah:
        raise ValueError(f"“{nilai}” bukan angka bertitik dan bukan “-”") from salah
    if not angka.is_finite():
        raise ValueError(f"“{nilai}” bukan angka bertitik dan bukan “-”")
    return Isian(angka)
