"""Tables: columns, rows, and what stands over and under them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from itertools import groupby
from typing import ClassVar

from sakip.dokumen.angka import Angka, Isi, PernyataanKembali, Potongan, dinyatakan_kembali
from sakip.dokumen.blok.huruf import seribu_lebar
from sakip.dokumen.blok.lebar import BAGIAN, bagi_lebar
from sakip.dokumen.blok.rumus import Pecahan, urai_pecahan

# what templates/dokumen/cetak.css gives a table: the width of its page in thousandths of a point,
# its letters in tenths, what a cell keeps beside a word in thousandths
RUANG, RUANG_MENDATAR = 453_500, 756_800
HURUF, HURUF_RAPAT = 80, 70
TEPI_SEL, TEPI_SEL_RAPAT = 6_900, 2_900
TEBAL = 108  # percent that bold letters are wider
KATA_PENDEK = 4
PUTUS = re.compile(r"[ \n]+|(?<=[/-])(?=[^\W\d])")  # where a line may break


class Rata(StrEnum):
    KIRI = "kiri"
    TENGAH = "tengah"
    KANAN = "kanan"


@dataclass(frozen=True)
class Kolom:
    """`lebar` is its share of the table's width; neighbours of one `grup` share a head."""

    kepala: str
    lebar: int
    rata: Rata = Rata.KIRI
    grup: str = ""


@dataclass(frozen=True)
class Sel:
    """A cell; `ulang`: it only repeats the label of the row above, so that no page lacks it.

    `rumus`: it holds a formula, which prints as a fraction where it is one.
    """

    isi: Isi
    bentang: int = 1
    rata: Rata | None = None
    ulang: bool = False
    rumus: bool = False

    @property
    def berbaris(self) -> bool:
        """Whether its text has lines of its own."""
        return any("\n" in str(satu) for satu in self.isi)

    @property
    def pecahan(self) -> Pecahan | None:
        return urai_pecahan("".join(map(str, self.isi))) if self.rumus else None


@dataclass(frozen=True)
class Baris:
    class Jenis(StrEnum):
        BIASA = "biasa"
        KELOMPOK = "kelompok"
        SUBKELOMPOK = "subkelompok"
        JUMLAH = "jumlah"

    sel: tuple[Sel, ...]
    jenis: Jenis = Jenis.BIASA


BERTEBAL = {Baris.Jenis.KELOMPOK, Baris.Jenis.JUMLAH}


def baris(*isi: Potongan | Isi | Sel, jenis: Baris.Jenis = Baris.Jenis.BIASA) -> Baris:
    """A row from plain contents."""
    return Baris(tuple(_sel(butir) for butir in isi), jenis)


def _sel(butir: Potongan | Isi | Sel) -> Sel:
    if isinstance(butir, Sel):
        return butir
    return Sel(butir if isinstance(butir, tuple) else (butir,))


def _lebar_terbagi(kata: str) -> int:
    """The width of a word in two; the lengths of its syllables are not known, so with a reserve."""
    if len(kata) <= KATA_PENDEK or any(map(str.isdigit, kata)):
        return seribu_lebar(kata)
    return seribu_lebar(kata) * 2 // 3


@dataclass(frozen=True)
class Tabel:
    """A table with its caption, number, notes (the rules used) and source.

    Without `nomor` it is an annex to the table before it and not listed in daftar tabel.
    `mendatar` asks for a page on its side, `rapat` for small letters: many narrow columns. `utuh`
    keeps a short one on one page.
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
    mendatar: bool = False
    rapat: bool = False
    utuh: bool = False

    def __post_init__(self) -> None:
        for nomor, milik in enumerate(self.baris, start=1):
            lebar = sum(sel.bentang for sel in milik.sel)
            if lebar != len(self.kolom):
                raise ValueError(
                    f"{self.kunci}: row {nomor} spans {lebar} of {len(self.kolom)} columns"
                )

    def lebar_kolom(self) -> tuple[int, ...]:
        """The width of each column in tenths of a percent of the table's."""
        return self._lebar_kolom

    @cached_property
    def _lebar_kolom(self) -> tuple[int, ...]:
        return tuple(bagi_lebar([kolom.lebar for kolom in self.kolom], *self._perlu()))

    def _perlu(self) -> tuple[list[int], list[int]]:
        """What each column needs for its words whole, and with long ones hyphenated.

        Figures are never divided.
        """
        utuh = [self._lebar_kata(k.kepala, tebal=True) for k in self.kolom]
        terbagi = [self._lebar_kata(k.kepala, tebal=True, terbagi=True) for k in self.kolom]
        for letak, sel, tebal in self._sel_sekolom():
            teks = "".join(map(str, sel.isi))
            utuh[letak] = max(utuh[letak], self._lebar_kata(teks, tebal=tebal))
            pendek = self._lebar_kata(teks, tebal=tebal, terbagi=True)
            terbagi[letak] = max(terbagi[letak], pendek)
        return utuh, terbagi

    def _sel_sekolom(self) -> Iterator[tuple[int, Sel, bool]]:
        """Cells of one column: where they stand and whether they are bold."""
        for milik in self.baris:
            letak, tebal = 0, milik.jenis in BERTEBAL
            for sel in milik.sel:
                if sel.bentang == 1:
                    yield letak, sel, tebal
                letak += sel.bentang

    def _lebar_kata(self, teks: str, *, tebal: bool, terbagi: bool = False) -> int:
        """What the widest word of a text needs, in shares of BAGIAN."""
        lebar = _lebar_terbagi if terbagi else seribu_lebar
        seribu = max(map(lebar, PUTUS.split(teks)), default=0) * (TEBAL if tebal else 100) // 100
        huruf = HURUF_RAPAT if self.rapat else HURUF
        tepi = TEPI_SEL_RAPAT if self.rapat else TEPI_SEL
        ruang = RUANG_MENDATAR if self.mendatar else RUANG
        return -(-BAGIAN * (seribu * huruf // 10 + tepi) // ruang)

    @property
    def kembali(self) -> tuple[PernyataanKembali, ...]:
        """The corrections behind its figures, told below it."""
        potongan = (isi for milik in self.baris for sel in milik.sel for isi in sel.isi)
        return dinyatakan_kembali(satu for satu in potongan if isinstance(satu, Angka))

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
