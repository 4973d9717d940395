"""Words of a command line, read as what they must be.

argparse answers a wrong word with its whole usage, in English; these say in one line what to
write instead.
"""

import re
from collections.abc import Iterable


class PilihanSalah(ValueError):
    """An option is missing or wrong; the message says what to write."""


def baca_wajib(isian: object, sebutan: str, contoh: str) -> str:
    """A word that must be there: `sebutan` names it, `contoh` is how it is written.

    Raises PilihanSalah.
    """
    if isian is None or not str(isian).strip():
        raise PilihanSalah(f"{sebutan} belum ditulis. Tulis misalnya {contoh}.")
    return str(isian)


def baca_tahun(isian: object) -> int:
    """A year in four digits. Raises PilihanSalah."""
    teks = baca_wajib(isian, "Tahunnya", "--tahun 2023")
    if re.fullmatch(r"[0-9]{4}", teks) is None:
        raise PilihanSalah(f"“{teks}” bukan tahun. Tulis empat angka, misalnya --tahun 2023.")
    return int(teks)


def baca_nomor(isian: object, sebutan: str, contoh: str) -> int | None:
    """A whole number, or None where the option is not there at all. Raises PilihanSalah."""
    if isian is None:
        return None
    teks = baca_wajib(isian, sebutan, contoh)
    if re.fullmatch(r"-?[0-9]{1,9}", teks) is None:
        raise PilihanSalah(f"“{teks}” bukan nomor. Tulis bilangan bulat, misalnya {contoh}.")
    return int(teks)


def baca_salah_satu(isian: object, sebutan: str, pilihan: Iterable[str], awalan: str = "") -> str:
    """One of some words; `awalan` is what stands before it when it is written.

    Raises PilihanSalah.
    """
    semua = tuple(pilihan)
    teks = baca_wajib(isian, sebutan, f"{awalan}{semua[0]}")
    if teks not in semua:
        raise PilihanSalah(f"{sebutan} “{teks}” tidak dikenal. Yang ada: {', '.join(semua)}.")
    return teks
