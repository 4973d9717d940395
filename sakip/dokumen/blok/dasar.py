"""The plain blocks: headings, sentences, lists."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from string import Formatter
from typing import ClassVar

from sakip.dokumen.angka import Isi, Potongan

NOMOR_PENDEK = 6  # letters: 3.1.10


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


def kecil_awal(teks: str) -> str:
    """A sentence as it goes on within another: no capital, no full stop; SKPD stays SKPD."""
    singkatan = teks[1:2].isupper() or teks[1:2].isdigit()
    awal = teks[:1] if singkatan else teks[:1].lower()
    return f"{awal}{teks[1:].rstrip('.')}"


def sebab(*alasan: str) -> str:
    """How a sentence goes on with its reasons, each said once: ` karena … dan …`.

    Empty where there is none.
    """
    semua = [kecil_awal(satu.strip()) for satu in dict.fromkeys(filter(None, alasan))]
    return f" karena {' dan '.join(semua)}" if semua else ""


def menurut_sebab(isi: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """From (name, what is said of it): everything said once, after all names it is true of."""
    nama: dict[str, list[str]] = {}
    for satu, kata in isi:
        nama.setdefault(kata, []).append(satu)
    return [("; ".join(dict.fromkeys(milik)), kata) for kata, milik in nama.items()]


def berbutir(butir: Iterable[str]) -> tuple[Isi, ...]:
    """The items of one long sentence: each ends with a semicolon, the last with a full stop."""
    semua = [satu.rstrip(" ;.") for satu in butir]
    akhir = len(semua) - 1
    return tuple((f"{isi}{'.' if letak == akhir else ';'}",) for letak, isi in enumerate(semua))


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

    @property
    def kelas_daftar(self) -> str:
        """Its classes in the contents, where numbers of one level stand in a column."""
        panjang = " dok-butir-panjang" if len(self.nomor) > NOMOR_PENDEK else ""
        return f"dok-tingkat-{self.tingkat}{panjang}"


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
