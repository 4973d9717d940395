"""Reading an example file: what it is not is said in one line with its place."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from sakip.beranda.muat.bentuk import Contoh
from sakip.beranda.muat.periksa import keluhan


class ContohSalah(ValueError):
    """The file is missing or malformed; the message says where, for people."""


def baca_contoh(berkas: Path) -> Contoh:
    """The content of an example file. Raises ContohSalah with one line that names the place."""
    try:
        isi = tomllib.loads(berkas.read_text(encoding="utf-8"))
    except OSError as salah:
        raise ContohSalah(f"Berkas {berkas} tidak dapat dibaca: {salah.strerror}.") from salah
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as salah:
        raise ContohSalah(f"Berkas {berkas} bukan TOML yang sah: {salah}") from salah
    if any("\0" in teks for teks in _semua_teks(isi)):
        raise ContohSalah(f"Isi {berkas} memuat karakter nol.")
    try:
        contoh = msgspec.convert(isi, Contoh)
    except msgspec.ValidationError as salah:
        raise ContohSalah(f"Isi {berkas} salah bentuk: {salah}") from salah
    if salah_isi := next(keluhan(contoh), None):
        raise ContohSalah(f"Isi {berkas} salah: {salah_isi}.")
    return contoh


def _semua_teks(isi: Any) -> Iterator[str]:
    if isinstance(isi, str):
        yield isi
    elif isinstance(isi, dict):
        for kunci, nilai in isi.items():
            yield kunci
            yield from _semua_teks(nilai)
    elif isinstance(isi, list):
        for nilai in isi:
            yield from _semua_teks(nilai)
