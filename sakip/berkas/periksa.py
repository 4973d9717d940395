"""May this be stored? Its name, size and content are asked; nothing is trusted but the bytes."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from functools import partial

from django.core.files.uploadedfile import UploadedFile

from sakip.berkas.galat import BerkasDitolak
from sakip.berkas.jenis import AWAL, AWAL_OFFICE_LAMA, JENIS_UNGGAH, Jenis, jenis_berakhiran, sebut
from sakip.berkas.nama import akhiran, bersihkan_nama
from sakip.berkas.pemeriksa.gambar import periksa_jpeg, periksa_png
from sakip.berkas.pemeriksa.ooxml import periksa_ooxml
from sakip.berkas.pemeriksa.pdf import periksa_pdf
from sakip.berkas.ukuran import banding_ukuran

PEMERIKSA: dict[Jenis, Callable[[bytes], None]] = {
    Jenis.PDF: periksa_pdf,
    Jenis.PNG: periksa_png,
    Jenis.JPEG: periksa_jpeg,
    Jenis.XLSX: partial(periksa_ooxml, jenis=Jenis.XLSX),
    Jenis.DOCX: partial(periksa_ooxml, jenis=Jenis.DOCX),
}


@dataclass(frozen=True)
class Sah:
    """A file that may be stored: its clean name and its real kind."""

    nama: str
    jenis: Jenis
    isi: bytes


def periksa_unggahan(
    isi: UploadedFile | bytes, *, nama: str, boleh: Collection[Jenis], paling_besar: int
) -> Sah:
    """What a person sent, read only as far as the limit. Raises BerkasDitolak."""
    if isinstance(isi, UploadedFile):
        periksa_ukuran(isi.size or 0, paling_besar)
        isi.seek(0)
        mentah = isi.read(paling_besar + 1)
        isi.seek(0)
    else:
        mentah = isi
    return periksa_berkas(mentah, nama=nama, boleh=boleh, paling_besar=paling_besar)


def periksa_berkas(isi: bytes, *, nama: str, boleh: Collection[Jenis], paling_besar: int) -> Sah:
    """`boleh` are the kinds that are taken here. Raises BerkasDitolak with the reason."""
    if not set(boleh) <= set(JENIS_UNGGAH):
        raise ValueError(f"not kinds that people send: {boleh}")
    bersih = bersihkan_nama(nama)
    periksa_ukuran(len(isi), paling_besar)
    jenis = _jenis_menurut_nama(bersih, boleh)
    if not isi.startswith(AWAL[jenis]):
        raise BerkasDitolak(
            f"Isi “{bersih}” {_sebenarnya(isi)}bukan {jenis.label}. Yang diterima: {sebut(boleh)}."
        )
    PEMERIKSA[jenis](isi)
    return Sah(bersih, jenis, isi)


def periksa_ukuran(byte: int, paling_besar: int) -> None:
    """Raises BerkasDitolak for nothing and for too much."""
    if not byte:
        raise BerkasDitolak("Berkas ini kosong (0 byte). Periksa berkas aslinya, lalu unggah lagi.")
    if byte > paling_besar:
        besar, batas = banding_ukuran(byte, paling_besar)
        raise BerkasDitolak(
            f"Berkas ini {besar}; paling besar {batas}. Kecilkan, atau bagi menjadi beberapa berkas."
        )


def _jenis_menurut_nama(nama: str, boleh: Collection[Jenis]) -> Jenis:
    ekor = akhiran(nama)
    jenis = jenis_berakhiran(ekor)
    if jenis is not None and jenis in boleh:
        return jenis
    keluhan = f"Akhiran “{ekor}” tidak diterima" if ekor else f"Nama “{nama}” tidak berakhiran"
    raise BerkasDitolak(f"{keluhan}. Yang diterima: {sebut(boleh)}.")


def _sebenarnya(isi: bytes) -> str:
    if isi.startswith(AWAL_OFFICE_LAMA):
        return "berformat Office lama atau dikunci kata sandi, "
    for jenis in (Jenis.PDF, Jenis.PNG, Jenis.JPEG):
        if isi.startswith(AWAL[jenis]):
            return f"sebenarnya {jenis.label}, "
    return ""
