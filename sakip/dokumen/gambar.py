"""A stored picture as an address that carries it, for documents that may fetch nothing."""

from sakip.berkas.galat import BerkasBerubah, BerkasHilang
from sakip.berkas.jenis import MIME, Jenis
from sakip.berkas.models import Berkas
from sakip.berkas.services import baca_berkas
from sakip.dokumen.blok import alamat_gambar

GAMBAR = (Jenis.PNG, Jenis.JPEG)


def alamat_berkas(berkas: Berkas | None) -> str:
    """A data: address; empty where there is no file, none left, or none that is a picture."""
    if berkas is None or berkas.jenis not in GAMBAR:
        return ""
    try:
        isi = baca_berkas(berkas)
    except (BerkasHilang, BerkasBerubah):
        return ""
    return alamat_gambar(isi, MIME[Jenis(berkas.jenis)])
