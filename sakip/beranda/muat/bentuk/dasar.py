"""What all shapes share, and how a target is written in a file."""

import re
from decimal import Decimal, InvalidOperation
from typing import Any

import msgspec

TIDAK_DIJADWALKAN = "-"
BUKAN_ISIAN = "bukan angka bertitik, bukan “-”, dan bukan label dalam kurung"
_LABEL = re.compile(r"\((?P<label>[^()]+)\)")


class Bentuk(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Base of all shapes: a misspelt key is an error, not something silently left out."""


class Isian:
    """A target as the file writes it: a figure with a point, or `-` where nothing is due.

    A label in brackets, as in `(Persen)`, stands where the document has a word and no figure.
    """

    __slots__ = ("angka", "label")

    def __init__(self, angka: Decimal | None, label: str = "") -> None:
        self.angka = angka
        self.label = label

    @property
    def dijadwalkan(self) -> bool:
        return self.angka is not None or bool(self.label)


def baca_isian(jenis: type, nilai: Any) -> Any:
    """The hook by which msgspec reads an `Isian`. Raises ValueError, to which it adds the place."""
    if jenis is not Isian:
        raise TypeError(f"{jenis} tidak dapat dibaca dari berkas contoh")
    if not isinstance(nilai, str):
        raise TypeError('tulis angkanya sebagai teks, misalnya "12.5"')
    if nilai == TIDAK_DIJADWALKAN:
        return Isian(None)
    if berlabel := _LABEL.fullmatch(nilai):
        return Isian(None, berlabel["label"])
    try:
        angka = Decimal(nilai)
    except InvalidOperation as salah:
        raise ValueError(f"“{nilai}” {BUKAN_ISIAN}") from salah
    if not angka.is_finite():
        raise ValueError(f"“{nilai}” {BUKAN_ISIAN}")
    return Isian(angka)
