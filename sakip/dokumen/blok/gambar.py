"""Pictures: the tree of an organisation, and files."""

from dataclasses import dataclass
from typing import ClassVar

from sakip.dokumen.angka import Isi
from sakip.dokumen.blok.alamat import gambar_utuh
from sakip.dokumen.blok.pohon import LukisanPohon, lukis_pohon


@dataclass(frozen=True)
class Kotak:
    """A box of an organogram with those below it."""

    nama: str
    bawahan: tuple["Kotak", ...] = ()

    def uraian(self) -> str:
        """The tree in words: Kepala, membawahi: Sekretariat; Bidang."""
        if not self.bawahan:
            return self.nama
        isi = "; ".join(f"({b.uraian()})" if b.bawahan else b.nama for b in self.bawahan)
        return f"{self.nama}, membawahi: {isi}"


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

    def lukisan(self) -> LukisanPohon:
        return lukis_pohon(self.akar)


@dataclass(frozen=True)
class Gambar:
    """A picture from a file, as a data: address; without one, a marked empty place.

    `teks` describes it for those who do not see it; without it the title does.
    """

    templat: ClassVar[str] = "dokumen/gambar_berkas.html"
    kunci: str
    nomor: str
    judul: str
    alamat: str = ""
    sumber: Isi = ()
    catatan: tuple[Isi, ...] = ()
    teks: str = ""

    @property
    def utuh(self) -> bool:
        return gambar_utuh(self.alamat)
