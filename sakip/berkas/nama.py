"""The name a file came with: kept as text for people, never used as a path."""

import re
import unicodedata
from pathlib import PurePosixPath

PANJANG = 150
_AKHIRAN_TERPANJANG = 10
# control, format (zero-width, right-to-left), lone surrogate, private, unassigned, line breaks
_BUANG = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_TERLARANG = re.compile(r'[<>:"|?*]')
_CADANGAN = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])(\.|$)", re.IGNORECASE)


def bersihkan_nama(nama: str) -> str:
    """A name without folders, hidden characters and what Windows cannot store; never empty."""
    teks = re.split(r"[/\\]", nama)[-1]
    teks = "".join(huruf for huruf in teks if unicodedata.category(huruf) not in _BUANG)
    teks = " ".join(unicodedata.normalize("NFC", teks).split())
    teks = _TERLARANG.sub("_", teks).lstrip(" .").rstrip(" .")
    if _CADANGAN.match(teks):
        teks = f"_{teks}"
    return _pendekkan(teks) or "berkas"


def akhiran(nama: str) -> str:
    """`.pdf` of `laporan.PDF`; empty where there is none."""
    return PurePosixPath(nama).suffix.lower()


def _pendekkan(nama: str) -> str:
    if len(nama) <= PANJANG:
        return nama
    ekor = PurePosixPath(nama).suffix
    if len(ekor) > _AKHIRAN_TERPANJANG:
        ekor = ""
    return nama[: PANJANG - len(ekor)].rstrip(" .") + ekor
