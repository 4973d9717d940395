"""A stored picture as an address that carries it, for documents that may fetch nothing."""

from base64 import b64encode

from sakip.berkas.galat import BerkasBerubah, BerkasHilang
from sakip.berkas.jenis import MIME, Jenis
from sakip.berkas.models import Berkas
from sakip.berkas.services import baca_berkas

GAMBAR = (Jenis.PNG, Jenis.JPEG)


def alamat_gambar(berkas: Berkas | None) -> str:
    """`data:image/png;base64,…`; empty where there is no file, none left, or none that is a picture."""
    if berkas is None or berkas.jenis not in GAMBAR:
        return ""
    try:
        isi = baca_berkas(berkas)
    except (BerkasHilang, BerkasBerubah):
        return ""
    return f"data:{MIME[Jenis(berkas.jenis)]};base64,{b64encode(isi).decode()}"
