"""Telephone numbers: as people type them, as they are kept, and as others may see them."""

import re

from sakip.lib.galat import IsianSalah

PANJANG = range(8, 16)  # digits, the leading 0 among them
TERBUKA_AWAL, TERBUKA_AKHIR = 4, 2
_PEMISAH = re.compile(r"[\s.()\-]")
_NEGARA = re.compile(r"^(?:\+|00)?62")


def baca_telepon(teks: str) -> str:
    """The digits of an Indonesian number from its leading 0; empty for an empty text.

    Spaces, dots, dashes and brackets are read over, +62 becomes 0. Raises IsianSalah.
    """
    if not teks.strip():
        return ""
    nomor = _NEGARA.sub("0", _PEMISAH.sub("", teks))
    if not (nomor.isascii() and nomor.isdigit() and nomor.startswith("0")):
        raise IsianSalah(
            "Tulis nomor telepon dengan angka, diawali 0 atau +62, misalnya 0812-3456-7890."
        )
    if len(nomor) not in PANJANG:
        raise IsianSalah(
            f"Nomor telepon terdiri atas {PANJANG[0]} sampai {PANJANG[-1]} angka; yang ditulis "
            f"{len(nomor)}. Periksa lagi nomornya."
        )
    return nomor


def samarkan_telepon(nomor: str) -> str:
    """The number with dots for all but its first four and last two digits."""
    tertutup = len(nomor) - TERBUKA_AWAL - TERBUKA_AKHIR
    if tertutup <= 0:
        return "•" * len(nomor)
    return f"{nomor[:TERBUKA_AWAL]}{'•' * tertutup}{nomor[-TERBUKA_AKHIR:]}"
