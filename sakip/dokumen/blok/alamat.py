"""Pictures inside a document, as data: addresses. Nothing else is ever shown or fetched."""

import base64
import binascii
from urllib.parse import unquote_to_bytes
from xml.etree import ElementTree as ET

from sakip.berkas.galat import BerkasDitolak
from sakip.berkas.pemeriksa.gambar import periksa_jpeg, periksa_png

PEMERIKSA = {"image/png": periksa_png, "image/jpeg": periksa_jpeg}
SVG = "image/svg+xml"
AKAR_SVG = "{http://www.w3.org/2000/svg}svg"


def alamat_gambar(isi: bytes, mime: str) -> str:
    """A picture as the address that a block takes."""
    return f"data:{mime};base64,{base64.b64encode(isi).decode()}"


def gambar_utuh(alamat: str) -> bool:
    """Whether this is the address of one whole PNG, JPEG or SVG; a document shows no other."""
    kepala, _, badan = alamat.partition(",")
    mime, *sandi = kepala.removeprefix("data:").split(";")
    if not kepala.startswith("data:") or mime not in {*PEMERIKSA, SVG}:
        return False
    try:
        isi = unquote_to_bytes(badan)
        if "base64" in sandi:
            isi = base64.b64decode(isi, validate=True)
        if mime == SVG:
            return _svg(isi)
        PEMERIKSA[mime](isi)
    except (BerkasDitolak, ET.ParseError, binascii.Error, ValueError):
        return False
    return True


def _svg(isi: bytes) -> bool:
    """Raises ParseError."""
    if not isi.lstrip().startswith(b"<") or b"<!" in isi:
        return False
    return ET.fromstring(isi).tag == AKAR_SVG  # noqa: S314 -- nothing is declared in it
