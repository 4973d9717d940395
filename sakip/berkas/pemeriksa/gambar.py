"""Is this one whole picture and nothing else?

Where a picture ends is found by walking its parts, so that whatever hangs behind it is seen. Its
size is read before anything is decoded.
"""

import re
import struct
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from io import BytesIO

from PIL import Image, ImageFile

from sakip.berkas.galat import BerkasDitolak
from sakip.berkas.jenis import AWAL, Jenis
from sakip.berkas.ukuran import tulis_ukuran
from sakip.lib.angka import tulis_angka

PIKSEL_TERBANYAK = 40_000_000
GAMBAR_IKUTAN = 8  # previews and gain maps that a phone appends
RUSAK = "Gambar ini rusak atau terpotong. Buka berkas aslinya, simpan ulang, lalu unggah lagi."
# what Pillow raises for a file that is not as it should be; it documents no single error
GAGAL_BACA = (OSError, SyntaxError, ValueError, TypeError, LookupError, struct.error, zlib.error)


@dataclass(frozen=True)
class Bentang:
    """Where a picture ends in its file, and its size in pixels."""

    akhir: int
    lebar: int
    tinggi: int


def periksa_png(isi: bytes) -> None:
    """Raises BerkasDitolak."""
    _periksa(isi, "PNG", bentang_png)


def periksa_jpeg(isi: bytes) -> None:
    """Raises BerkasDitolak. Phones put further whole pictures behind the first; those may stay."""
    _periksa(isi, "JPEG", bentang_jpeg)


def _periksa(isi: bytes, bentuk: str, cari: Callable[[bytes], Bentang]) -> None:
    try:
        bentang = cari(isi)
    except (struct.error, LookupError, ValueError) as salah:
        raise BerkasDitolak(RUSAK) from salah
    piksel = bentang.lebar * bentang.tinggi
    if piksel > PIKSEL_TERBANYAK:
        ukuran = f"{_bulat(bentang.lebar)} × {_bulat(bentang.tinggi)}"
        raise BerkasDitolak(
            f"Gambar ini {ukuran} piksel; paling banyak {_bulat(PIKSEL_TERBANYAK)} piksel "
            "seluruhnya. Kecilkan gambarnya, lalu unggah lagi."
        )
    if lebih := len(isi) - bentang.akhir:
        raise BerkasDitolak(
            f"Di belakang gambar ini ada {tulis_ukuran(lebih)} data lain, misalnya video dari foto "
            f"bergerak. Simpan ulang sebagai {bentuk} biasa, lalu unggah lagi."
        )
    try:
        _baca(isi, bentuk)
    except GAGAL_BACA as salah:
        raise BerkasDitolak(RUSAK) from salah


def _baca(isi: bytes, bentuk: str) -> None:
    """Every part of it, as whoever shows it would; a JPEG at an eighth, which takes less memory."""
    ImageFile.LOAD_TRUNCATED_IMAGES = False  # WeasyPrint, where it is loaded, says otherwise
    with Image.open(BytesIO(isi), formats=(bentuk,)) as gambar:
        gambar.verify()
    with Image.open(BytesIO(isi), formats=(bentuk,)) as gambar:
        gambar.draft("L", (gambar.width // 8, gambar.height // 8))
        gambar.load()


def _bulat(bilangan: int) -> str:
    return tulis_angka(Decimal(bilangan), 0)


def bentang_png(isi: bytes) -> Bentang:
    """Raises ValueError, struct.error or IndexError on a file that is cut off or out of order."""
    panjang, jenis, lebar, tinggi = struct.unpack_from(">I4sII", isi, 8)
    if (panjang, jenis) != (13, b"IHDR"):
        raise ValueError("no IHDR")
    letak = 8
    while jenis != b"IEND":
        panjang, jenis = struct.unpack_from(">I4s", isi, letak)
        letak += 12 + panjang
    if letak > len(isi):
        raise ValueError("cut off")
    return Bentang(letak, lebar, tinggi)


_TANDA, _SOI, _EOI, _SOS = 0xFF, 0xD8, 0xD9, 0xDA
_PANJANG_SENDIRI = 2  # the length of a part counts its own two bytes
_TANPA_ISI = frozenset({0x01, *range(0xD0, 0xD8)})
_SOF = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
# compressed data holds FF only as FF 00 or as a restart mark
_NOL = re.compile(rb"\0*")
_TANDA_BERIKUT = re.compile(rb"\xff+[^\x00\xd0-\xd7\xff]")


def bentang_jpeg(isi: bytes) -> Bentang:
    """Raises ValueError, struct.error or IndexError on a file that is cut off or out of order."""
    pertama = _satu_jpeg(isi, 0)
    akhir = _sesudah_nol(isi, pertama.akhir)
    for _ in range(GAMBAR_IKUTAN):
        if not isi.startswith(AWAL[Jenis.JPEG], akhir):
            break
        akhir = _sesudah_nol(isi, _satu_jpeg(isi, akhir).akhir)
    return Bentang(akhir, pertama.lebar, pertama.tinggi)


def _satu_jpeg(isi: bytes, awal: int) -> Bentang:
    letak, lebar, tinggi = awal + 2, 0, 0
    while True:
        if isi[letak] != _TANDA:
            raise ValueError("no marker")
        while isi[letak] == _TANDA:
            letak += 1
        tanda = isi[letak]
        letak += 1
        if tanda == _EOI:
            return Bentang(letak, lebar, tinggi)
        if tanda in _TANPA_ISI:
            continue
        (panjang,) = struct.unpack_from(">H", isi, letak)
        if tanda == _SOI or panjang < _PANJANG_SENDIRI:
            raise ValueError("out of order")
        if tanda in _SOF:
            tinggi, lebar = struct.unpack_from(">HH", isi, letak + 3)
        letak += panjang
        if tanda == _SOS:
            letak = _sesudah_data(isi, letak)


def _sesudah_nol(isi: bytes, letak: int) -> int:
    """Cameras fill the last block with zeros."""
    nol = _NOL.match(isi, letak)
    return nol.end() if nol else letak


def _sesudah_data(isi: bytes, letak: int) -> int:
    berikut = _TANDA_BERIKUT.search(isi, letak)
    if berikut is None:
        raise ValueError("cut off")
    return berikut.start()
