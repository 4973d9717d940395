"""A document: its cover, its front, its parts, and what its lists name."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise
from operator import itemgetter
from typing import ClassVar

from sakip.dokumen.angka import Angka, Isi
from sakip.dokumen.blok.alamat import gambar_utuh
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
class DaftarLampiran:
    templat: ClassVar[str] = "dokumen/daftar_lampiran.html"


@dataclass(frozen=True)
class Sampul:
    """The cover; title and name stand in lines of their own, so that no name is torn."""

    templat: ClassVar[str] = "dokumen/sampul.html"
    judul: tuple[str, ...]
    nama: tuple[str, ...]
    tahun: str
    pemda: str
    lambang: str = ""

    @property
    def lambang_utuh(self) -> bool:
        return gambar_utuh(self.lambang)


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
    | DaftarLampiran
    | Sampul
)
KEPALA = Judul | KepalaNaskah | Identitas
KATA = Judul | Paragraf | Senarai
HURUF_PENGANTAR = 500
HURUF_SELA = 1500  # letters: what would leave a page upright mostly empty
BlokGambar = GrafikBatang | Organogram | Gambar


@dataclass(frozen=True)
class Lembar:
    """Blocks in a row whose pages stand upright, or lie on their side."""

    mendatar: bool
    blok: tuple[Blok, ...]

    def blok_berlekat(self) -> Iterator[tuple[Blok, bool]]:
        """Each block, and whether it is the few words that lead to the table after it."""
        for blok, sesudah in pairwise((*self.blok, None)):
            if blok is not None:
                pengantar = isinstance(blok, Paragraf) and isinstance(sesudah, Tabel)
                yield blok, pengantar and _huruf(blok) <= HURUF_PENGANTAR


@dataclass(frozen=True)
class Bagian:
    """A part that begins on a new page; `depan` parts are numbered i, ii, the others 1, 2.

    `mendatar`: all its pages lie on their side. `lampiran`: daftar lampiran names it.
    """

    kunci: str
    blok: tuple[Blok, ...]
    mendatar: bool = False
    lampiran: bool = False

    def judul(self) -> list[Judul]:
        return [blok for blok in self.blok if isinstance(blok, Judul)]

    def sebutan(self) -> str:
        """How another part leads here: by the first heading."""
        judul = next(iter(self.judul()), None)
        return f"{judul.nomor} {judul.teks}".strip() if judul else self.kunci

    def lembar(self) -> list[Lembar]:
        """The blocks by the direction of their pages.

        What introduces a table on its side stays with it, from the heading on, and so do who signs
        under it and a few words before the next such table.
        """
        rebah = [self.mendatar or (isinstance(b, Tabel) and b.mendatar) for b in self.blok]
        for letak, pertama in enumerate(rebah):
            if pertama:
                awal = self._awal_pengantar(letak)
                rebah[awal:letak] = [True] * (letak - awal)
        for letak in range(1, len(rebah)):
            rebah[letak] |= rebah[letak - 1] and isinstance(self.blok[letak], TandaTangan)
        self._isi_sela(rebah)
        pasangan = groupby(zip(rebah, self.blok, strict=True), key=itemgetter(0))
        return [Lembar(arah, tuple(blok for _, blok in isi)) for arah, isi in pasangan]

    def _isi_sela(self, rebah: list[bool]) -> None:
        """Lay down what stands between two such tables where it is little and only words."""
        akhir = 0
        for arah, isi in groupby(list(rebah)):
            awal, akhir = akhir, akhir + len(list(isi))
            sela = self.blok[awal:akhir]
            if arah or not awal or akhir == len(rebah):
                continue
            if all(isinstance(b, KATA) for b in sela) and sum(map(_huruf, sela)) <= HURUF_SELA:
                rebah[awal:akhir] = [True] * len(sela)

    def _awal_pengantar(self, tabel: int) -> int:
        """Where the titles just above a table begin, and words only where a title is above them."""
        awal = letak = tabel
        while letak and isinstance(self.blok[letak - 1], KEPALA | Paragraf):
            letak -= 1
            if isinstance(self.blok[letak], KEPALA):
                awal = letak
        return awal


@dataclass(frozen=True)
class Draf:
    """A document that is not the one that counts: every page says so, and when it was printed."""

    zona: str


@dataclass(frozen=True)
class Dokumen:
    """Without a `sampul` it begins with its first part; what was issued is no `draf`."""

    judul: str
    sampul: Sampul | None
    depan: tuple[Bagian, ...]
    isi: tuple[Bagian, ...]
    bahasa: str = "id"
    draf: Draf | None = None

    def blok(self) -> Iterator[Blok]:
        for bagian in (*self.depan, *self.isi):
            yield from bagian.blok

    def judul_depan(self) -> list[Judul]:
        return [judul for bagian in self.depan for judul in bagian.judul()]

    def judul_isi(self) -> list[Judul]:
        return [judul for bagian in self.isi for judul in bagian.judul()]

    def judul_lampiran(self) -> list[Judul]:
        """The annexes by their own headings: a chapter's name above the first is not one."""
        milik = (j for bagian in self.isi if bagian.lampiran for j in bagian.judul())
        return [judul for judul in milik if judul.nomor]

    def tabel(self) -> list[Tabel]:
        """The numbered tables, in their order."""
        return [b for b in self.blok() if isinstance(b, Tabel) and b.nomor]

    def lebar_kolom(self) -> list[tuple[int, str]]:
        """The widths that columns have, each once, with how a style sheet writes it."""
        tabel = (b for b in self.blok() if isinstance(b, Tabel))
        semua = sorted({lebar for satu in tabel for lebar in satu.lebar_kolom()})
        return [(lebar, f"{lebar // 10}.{lebar % 10}%") for lebar in semua]

    def gambar(self) -> list[BlokGambar]:
        """The numbered pictures and charts, in their order."""
        return [b for b in self.blok() if isinstance(b, BlokGambar) and b.nomor]

    def angka(self) -> Iterator[Angka]:
        """Every figure that is printed, as often as it is printed."""
        for milik in self.blok():
            for isi in _semua_isi(milik):
                yield from (butir for butir in isi if isinstance(butir, Angka))


def _huruf(milik: Blok) -> int:
    """How many letters a block of words has."""
    if isinstance(milik, Judul):
        return len(milik.teks)
    return sum(len(str(butir)) for isi in _semua_isi(milik) for butir in isi)


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
