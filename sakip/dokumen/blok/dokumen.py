"""A document: its cover, its front, its parts, and what its lists name."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from sakip.dokumen.angka import Angka, Isi
from sakip.dokumen.blok.dasar import Judul, Paragraf, Senarai
from sakip.dokumen.blok.gambar import Gambar, Organogram
from sakip.dokumen.blok.grafik import GrafikBatang
from sakip.dokumen.blok.resmi import Identitas, KepalaNaskah, TandaTangan
from sakip.dokumen.blok.tabel import Tabel


@dataclass(frozen=True)
class DaftarIsi:
    templat: ClassVar[str] = "dokumen/daftar_isi.html"


@dataclass(frozen=True)
class DaftarTabel:
    templat: ClassVar[str] = "dokumen/daftar_tabel.html"


@dataclass(frozen=True)
class DaftarGambar:
    templat: ClassVar[str] = "dokumen/daftar_gambar.html"


@dataclass(frozen=True)
class Sampul:
    """The cover; title and name stand in lines of their own, so that no name is torn."""

    templat: ClassVar[str] = "dokumen/sampul.html"
    judul: tuple[str, ...]
    nama: tuple[str, ...]
    tahun: str
    pemda: str
    lambang: str = ""


Blok = (
    Judul
    | Paragraf
    | Senarai
    | Tabel
    | GrafikBatang
    | Organogram
    | Gambar
    | KepalaNaskah
    | Identitas
    | TandaTangan
    | DaftarIsi
    | DaftarTabel
    | DaftarGambar
    | Sampul
)
BlokGambar = GrafikBatang | Organogram | Gambar


@dataclass(frozen=True)
class Bagian:
    """A part that begins on a new page; `depan` parts are numbered i, ii, the others 1, 2."""

    kunci: str
    blok: tuple[Blok, ...]


@dataclass(frozen=True)
class Dokumen:
    """Without a `sampul` it begins with its first part."""

    judul: str
    sampul: Sampul | None
    depan: tuple[Bagian, ...]
    isi: tuple[Bagian, ...]
    bahasa: str = "id"

    def blok(self) -> Iterator[Blok]:
        for bagian in (*self.depan, *self.isi):
            yield from bagian.blok

    def judul_depan(self) -> list[Judul]:
        return [b for bagian in self.depan for b in bagian.blok if isinstance(b, Judul)]

    def judul_isi(self) -> list[Judul]:
        return [b for bagian in self.isi for b in bagian.blok if isinstance(b, Judul)]

    def tabel(self) -> list[Tabel]:
        """The numbered tables, in their order."""
        return [b for b in self.blok() if isinstance(b, Tabel) and b.nomor]

    def gambar(self) -> list[BlokGambar]:
        """The numbered pictures and charts, in their order."""
        return [b for b in self.blok() if isinstance(b, BlokGambar) and b.nomor]

    def angka(self) -> Iterator[Angka]:
        """Every figure that is printed, as often as it is printed."""
        for milik in self.blok():
            for isi in _semua_isi(milik):
                yield from (butir for butir in isi if isinstance(butir, Angka))


def _semua_isi(milik: Blok) -> Iterator[Isi]:
    match milik:
        case Paragraf(isi):
            yield isi
        case Senarai(butir=butir):
            yield from butir
        case Identitas(butir=butir):
            yield from (isi for _, isi in butir)
        case Tabel():
            for satu in milik.baris:
                yield from (sel.isi for sel in satu.sel)
            yield from (milik.sumber, *milik.catatan)
        case GrafikBatang():
            yield tuple(batang.angka for batang in milik.batang)
            yield from (milik.sumber, *milik.catatan)
        case Organogram() | Gambar():
            yield from (milik.sumber, *milik.catatan)
        case _:
            return
