"""Draws one page of a file from standard input: a line of JSON, then a WebP, on standard output.

Run by `sakip.berkas.pratinjau.lukis`. A process of its own, with bounds and without the secrets of
the server, because what people upload may crash, swell or hold its reader. Imports no Django.
"""

import json
import resource
import struct
import sys
import unicodedata
import zlib
from io import BytesIO
from typing import Any

import pypdfium2
from PIL import Image, ImageFile, ImageOps
from pypdfium2 import raw

LEBAR, TINGGI = 1000, 3000
PIKSEL_TERBANYAK = 40_000_000
# each tried until the picture is small enough: dense text is smaller, and sharper, without loss
CARA = ({"quality": 80}, {"lossless": True}, {"quality": 55})
CUKUP_KECIL = 150_000
TEKS_TERPANJANG = 20_000
TULIS_TERBESAR = 8 * 1024 * 1024
BERKAS_TERBUKA = 32
# what Pillow raises for a file that is not as it should be; it documents no single error
GAGAL_BACA = (OSError, SyntaxError, ValueError, TypeError, LookupError, struct.error, zlib.error)


class Tolak(Exception):
    """This page is not drawn; `sebab` is a word that the parent explains to people."""

    def __init__(self, sebab: str, banyak: int = 0) -> None:
        super().__init__(sebab)
        self.sebab = sebab
        self.banyak = banyak


def lukis_pdf(isi: bytes, nomor: int) -> tuple[Image.Image, int, str]:
    """The page, how many there are, its text. Raises Tolak."""
    try:
        pdf = pypdfium2.PdfDocument(isi)
    except pypdfium2.PdfiumError as salah:
        terkunci = salah.err_code == raw.FPDF_ERR_PASSWORD
        raise Tolak("terkunci" if terkunci else "rusak") from salah
    with pdf:
        banyak = len(pdf)
        if nomor > banyak:
            raise Tolak("lewat" if banyak else "rusak", banyak)
        try:
            pdf.init_forms()  # what was filled into a form is shown as well
            halaman = pdf[nomor - 1]
            return _gambar_halaman(halaman, banyak), banyak, _teks(halaman)
        except pypdfium2.PdfiumError as salah:
            raise Tolak("rusak", banyak) from salah


def _gambar_halaman(halaman: Any, banyak: int) -> Image.Image:
    lebar, tinggi = halaman.get_size()
    if lebar <= 0 or tinggi <= 0:
        raise Tolak("rusak", banyak)
    gambar: Image.Image = halaman.render(scale=min(LEBAR / lebar, TINGGI / tinggi)).to_pil()
    return gambar.convert("RGB")


def _teks(halaman: Any) -> str:
    """Blank where it cannot be read: the picture is there all the same."""
    try:
        return _baca_teks(halaman)
    except Exception:  # noqa: BLE001 -- whatever a hostile page brings its reader to
        return ""


def _baca_teks(halaman: Any) -> str:
    """As much of it as one reads; without what no screen shows."""
    teks = halaman.get_textpage()
    semua = teks.get_text_range(0, min(teks.count_chars(), TEKS_TERPANJANG))
    baris = semua.replace("\r\n", "\n").replace("\r", "\n").replace("\ufffe", "-")
    return "".join(huruf for huruf in baris if _terbaca(huruf)).strip()


def _terbaca(huruf: str) -> bool:
    return huruf == "\n" or not unicodedata.category(huruf).startswith("C")


def lukis_gambar(isi: bytes, nomor: int) -> tuple[Image.Image, int, str]:
    """The picture as it was held, on white, never larger than it is. Raises Tolak."""
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    if nomor > 1:
        raise Tolak("lewat", 1)
    try:
        with Image.open(BytesIO(isi), formats=("PNG", "JPEG")) as asli:
            if asli.width * asli.height > PIKSEL_TERBANYAK:
                raise Tolak("berat")
            asli.draft("RGB", (2 * LEBAR, 2 * LEBAR))
            tegak = ImageOps.exif_transpose(asli)
            tegak.thumbnail((LEBAR, TINGGI))
            return _di_atas_putih(tegak), 1, ""
    except Image.DecompressionBombError as salah:
        raise Tolak("berat") from salah
    except GAGAL_BACA as salah:
        raise Tolak("rusak") from salah


def _di_atas_putih(gambar: Image.Image) -> Image.Image:
    if not gambar.has_transparency_data:
        return gambar.convert("RGB")
    tembus = gambar.convert("RGBA")
    putih = Image.new("RGB", tembus.size, "white")
    putih.paste(tembus, mask=tembus)
    return putih


LUKIS = {"pdf": lukis_pdf, "png": lukis_gambar, "jpeg": lukis_gambar}


def lukis(jenis: str, isi: bytes, nomor: int) -> bytes:
    """The answer to the parent, whether there is a picture or a reason why not."""
    try:
        gambar, banyak, teks = LUKIS[jenis](isi, nomor)
        webp = _webp(gambar)
    except Tolak as tolak:
        return _jawab({"sebab": tolak.sebab, "banyak": tolak.banyak})
    except MemoryError:
        return _jawab({"sebab": "berat", "banyak": 0})
    kepala = {
        "banyak": banyak,
        "lebar": gambar.width,
        "tinggi": gambar.height,
        "teks": teks,
        "ukuran": len(webp),
    }
    return _jawab(kepala, webp)


def _webp(gambar: Image.Image) -> bytes:
    terkecil = b""
    for cara in CARA:
        hasil = BytesIO()
        gambar.save(hasil, "WEBP", **cara)
        if not terkecil or hasil.tell() < len(terkecil):
            terkecil = hasil.getvalue()
        if len(terkecil) <= CUKUP_KECIL:
            break
    return terkecil


def _jawab(kepala: dict[str, object], gambar: bytes = b"") -> bytes:
    return json.dumps(kepala).encode() + b"\n" + gambar


def batasi(memori: int, detik: int) -> None:
    """From here on this process takes and writes no more than this, and starts no other.

    The last holds for an ordinary user; the kernel lets root start what it wants.
    """
    for apa, lunak, keras in (
        (resource.RLIMIT_AS, memori, memori),
        (resource.RLIMIT_CPU, detik, detik + 1),
        (resource.RLIMIT_FSIZE, TULIS_TERBESAR, TULIS_TERBESAR),
        (resource.RLIMIT_NOFILE, BERKAS_TERBUKA, BERKAS_TERBUKA),
        (resource.RLIMIT_CORE, 0, 0),
        (resource.RLIMIT_NPROC, 0, 0),
    ):
        resource.setrlimit(apa, (lunak, keras))


def main() -> None:
    jenis, nomor, memori, detik = sys.argv[1], *(int(satu) for satu in sys.argv[2:])
    batasi(memori, detik)
    sys.stdout.buffer.write(lukis(jenis, sys.stdin.buffer.read(), nomor))


if __name__ == "__main__":
    main()
