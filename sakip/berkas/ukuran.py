"""Sizes as people read them. A megabyte is 1024 × 1024 byte, as Windows shows it."""

from decimal import Decimal

from sakip.lib.angka import tulis_angka

KB = 1024
MB = KB * KB


def tulis_ukuran(byte: int) -> str:
    """12,4 MB; 3 KB; 17 byte."""
    for satuan, besar in (("MB", MB), ("KB", KB)):
        if byte >= besar:
            return f"{tulis_angka(Decimal(byte) / besar, 1)} {satuan}"
    return tulis_byte(byte)


def tulis_byte(byte: int) -> str:
    return f"{tulis_angka(Decimal(byte), 0)} byte"


def banding_ukuran(byte: int, batas: int) -> tuple[str, str]:
    """A size and its limit; to the byte where they would otherwise read the same."""
    besar, terbesar = tulis_ukuran(byte), tulis_ukuran(batas)
    if besar != terbesar:
        return besar, terbesar
    return tulis_byte(byte), f"{tulis_byte(batas)} ({terbesar})"
