"""Pictures: the tree of an organisation, and files."""

from dataclasses import dataclass
from typing import ClassVar

from sakip.dokumen.angka import Isi


@dataclass(frozen=True)
class Kotak:
    """A box of an organogram with those below it."""

    nama: str
    bawahan: tuple["Kotak", ...] = ()


@dataclass(frozen=True)
class Organogram:
    """A tree of boxes; the same picture on the page and in print."""

    templat: ClassVar[str] = "dokumen/organogram.html"
    kunci: str
    nomor: str
    judul: str
    akar: Kotak
    sumber: Isi = ()
    catatan: tuple[Isi, ...] = ()


@dataclass(frozen=True)
class Gambar:
    """A picture from a file, as a data: address; without one, a marked empty place."""

    templat: ClassVar[str] = "dokumen/gambar_berkas.html"
    kunci: str
    nomor: str
    judul: str
    alamat: str = ""
    sumber: Isi = ()
    catatan: tuple[Isi, ...] = ()
