"""What a document is made of. Renderers turn these blocks into HTML, PDF and other forms."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from string import Formatter
from typing import ClassVar

from sakip.dokumen.angka import Angka, Isi, Potongan
from sakip.dokumen.grafik import GrafikBatang


def kalimat(pola: str, **isian: Potongan | Isi) -> Isi:
    """A sentence from a pattern with named places: the words are text, the figures stay Angka.

    Raises KeyError when the pattern names something that was not given.
    """
    hasil: list[Potongan] = []
    for teks, nama, _, _ in Formatter().parse(pola):
        if teks:
            hasil.append(teks)
        if nama is not None:
            isi = isian[nama]
            hasil.extend(isi if isinstance(isi, tuple) else (isi,))
    return tuple(hasil)


@dataclass(frozen=True)
class Judul:
    """A heading; `tingkat` 1 is a chapter. `kunci` is the anchor that daftar isi points to."""

    templat: ClassVar[str] = "dokumen/judul.html"
    tingkat: int
    nomor: str
    teks: str
    kunci: str

    @property
    def tag_cetak(self) -> str:
        return f"h{self.tingkat}"

    @property
    def tag_layar(self) -> str:
        """One deeper: on a page, h1 is the page's own."""
        return f"h{self.tingkat + 1}"


@dataclass(frozen=True)
class Paragraf:
    templat: ClassVar[str] = "dokumen/paragraf.html"
    isi: Isi


@dataclass(frozen=True)
class Senarai:
    """A list; `gaya` is the kind of its marks."""

    class Gaya(StrEnum):
        ANGKA = "angka"
        HURUF = "huruf"
        TITIK = "titik"

    templat: ClassVar[str] = "dokumen/senarai.html"
    butir: tuple[Isi, ...]
    gaya: Gaya = Gaya.ANGKA


class Rata(StrEnum):
    KIRI = "kiri"
    TENGAH = "tengah"
    KANAN = "kanan"


@dataclass(frozen=True)
class Kolom:
    """`lebar` is the share of the table's width in percent; neighbours of one `grup` share a head."""

    kepala: str
    lebar: int
    rata: Rata = Rata.KIRI
    grup: str = ""


@dataclass(frozen=True)
class Sel:
    isi: Isi
    bentang: int = 1
    rata: Rata | None = None


@dataclass(frozen=True)
class Baris:
    class Jenis(StrEnum):
        BIASA = "biasa"
        KELOMPOK = "kelompok"
        JUMLAH = "jumlah"

    sel: tuple[Sel, ...]
    jenis: Jenis = Jenis.BIASA


def baris(*isi: Potongan | Isi | Sel, jenis: Baris.Jenis = Baris.Jenis.BIASA) -> Baris:
    """A row from plain contents."""
    return Baris(tuple(_sel(butir) for butir in isi), jenis)


def _sel(butir: Potongan | Isi | Sel) -> Sel:
    if isinstance(butir, Sel):
        return butir
    return Sel(butir if isinstance(butir, tuple) else (butir,))


@dataclass(frozen=True)
class Tabel:
    """A table with its caption, number, notes (the rules used) and source.

    Without `nomor` it is an annex to the table before it and not listed in daftar tabel.
    """

    templat: ClassVar[str] = "dokumen/tabel.html"
    kunci: str
    nomor: str
    judul: str
    kolom: tuple[Kolom, ...]
    baris: tuple[Baris, ...]
    sumber: Isi = ()
    catatan: tuple[Isi, ...] = ()
    nomor_kolom: bool = True

    def __post_init__(self) -> None:
        for nomor, milik in enumerate(self.baris, start=1):
            lebar = sum(sel.bentang for sel in milik.sel)
            if lebar != len(self.kolom):
                raise ValueError(
                    f"{self.kunci}: row {nomor} spans {lebar} of {len(self.kolom)} columns"
                )

    def kepala_grup(self) -> list[tuple[str, int]]:
        """The upper row of heads as (text, columns spanned); empty when no column is grouped.

        A column without a group stands there with its own head, over both rows, and spans 0.
        """
        if not any(kolom.grup for kolom in self.kolom):
            return []
        hasil: list[tuple[str, int]] = []
        for grup, milik in groupby(self.kolom, key=lambda kolom: kolom.grup):
            anggota = list(milik)
            if grup:
                hasil.append((grup, len(anggota)))
            else:
                hasil.extend((kolom.kepala, 0) for kolom in anggota)
        return hasil

    def baris_bersel(self) -> Iterator[tuple[Baris, list[tuple[Sel, Rata]]]]:
        """Each row with its cells and how each is aligned."""
        for milik in self.baris:
            letak, pasangan = 0, []
            for sel in milik.sel:
                pasangan.append((sel, sel.rata or self.kolom[letak].rata))
                letak += sel.bentang
            yield milik, pasangan


@dataclass(frozen=True)
class DaftarIsi:
    templat: ClassVar[str] = "dokumen/daftar_isi.html"


@dataclass(frozen=True)
class DaftarTabel:
    templat: ClassVar[str] = "dokumen/daftar_tabel.html"


@dataclass(frozen=True)
class Sampul:
    """The cover; title and name stand in lines of their own, so that no name is torn."""

    templat: ClassVar[str] = "dokumen/sampul.html"
    judul: tuple[str, ...]
    nama: tuple[str, ...]
    tahun: str
    pemda: str


Blok = Judul | Paragraf | Senarai | Tabel | GrafikBatang | DaftarIsi | DaftarTabel | Sampul


@dataclass(frozen=True)
class Bagian:
    """A part that begins on a new page; `depan` parts are numbered i, ii, the others 1, 2."""

    kunci: str
    blok: tuple[Blok, ...]


@dataclass(frozen=True)
class Dokumen:
    judul: str
    sampul: Sampul
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
        case Tabel():
            for satu in milik.baris:
                yield from (sel.isi for sel in satu.sel)
            yield from (milik.sumber, *milik.catatan)
        case GrafikBatang():
            yield tuple(batang.angka for batang in milik.batang)
            yield from (milik.sumber, *milik.catatan)
        case _:
            return
