"""Tables: columns, rows, and what stands over and under them."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from typing import ClassVar

from sakip.dokumen.angka import Isi, Potongan

SETENGAH_PERSEN = 200


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
    """A cell; `ulang`: it only repeats the label of the row above, so that no page lacks it."""

    isi: Isi
    bentang: int = 1
    rata: Rata | None = None
    ulang: bool = False


@dataclass(frozen=True)
class Baris:
    class Jenis(StrEnum):
        BIASA = "biasa"
        KELOMPOK = "kelompok"
        SUBKELOMPOK = "subkelompok"
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
    `mendatar` asks for a page on its side, `rapat` for small letters: many narrow columns.
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

    def __post_init__(self) -> None:
        for nomor, milik in enumerate(self.baris, start=1):
            lebar = sum(sel.bentang for sel in milik.sel)
            if lebar != len(self.kolom):
                raise ValueError(
                    f"{self.kunci}: row {nomor} spans {lebar} of {len(self.kolom)} columns"
                )

    def lebar_kolom(self) -> list[int]:
        """The width of each column in half percents of the table's."""
        jumlah = sum(kolom.lebar for kolom in self.kolom)
        return [max(round(k.lebar * SETENGAH_PERSEN / jumlah), 1) for k in self.kolom]

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
