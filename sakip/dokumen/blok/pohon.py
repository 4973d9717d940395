"""Where the boxes and lines of a tree stand: plain arithmetic on whole numbers.

Children stand side by side under their parent, or stacked below it on a rail, in columns when they
are many. Of all ways to do so the one is taken that needs the least reduction to fit on a page.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import Protocol

from sakip.dokumen.blok.huruf import bungkus

LEBAR, TINGGI = 640, 880  # what a page holds at full size: a quarter of a millimetre each
LEBAR_KOTAK, LEBAR_TERKECIL = 116, 92
HURUF = Decimal("10.8")
TINGGI_BARIS, TURUN_HURUF = 14, 11
TEPI_TEKS = 6
JARAK, TURUN = 12, 26
RUSUK, INDEN, SELA = 7, 16, 8  # of a rail: its place, what hangs on it, the space between
SEJAJAR_TERBANYAK = 5  # more leaves than this are never side by side
SEKOLOM = 6  # so many always stand in one column
KOLOM_TERBANYAK = 5
TEPI = 2
# box and letters by level; those below are like the last
WARNA = (("#0b4f6c", "#ffffff"), ("#e3eff4", "#16233a"), ("#ffffff", "#16233a"))


class Simpul(Protocol):
    @property
    def nama(self) -> str: ...

    @property
    def bawahan(self) -> Sequence["Simpul"]: ...


@dataclass(frozen=True)
class KotakTergambar:
    x: int
    y: int
    lebar: int
    tinggi: int
    tingkat: int
    teks: tuple[str, ...]

    @property
    def x_teks(self) -> Decimal:
        return self.x + Decimal(self.lebar) / 2

    @property
    def isian(self) -> str:
        return WARNA[min(self.tingkat, len(WARNA) - 1)][0]

    @property
    def tinta(self) -> str:
        return WARNA[min(self.tingkat, len(WARNA) - 1)][1]

    def baris(self) -> list[tuple[int, str]]:
        """Each line of the name with the height of its base."""
        awal = self.y + (self.tinggi - len(self.teks) * TINGGI_BARIS) // 2 + TURUN_HURUF
        return [(awal + i * TINGGI_BARIS, teks) for i, teks in enumerate(self.teks)]


@dataclass(frozen=True)
class Garis:
    """From a point to a point, straight down or straight across."""

    x1: int
    y1: int
    x2: int
    y2: int


@dataclass(frozen=True)
class LukisanPohon:
    lebar: int
    tinggi: int
    kotak: tuple[KotakTergambar, ...]
    garis: tuple[Garis, ...]


@dataclass(frozen=True)
class _Petak:
    """A laid out subtree with its own corner at 0, 0; the first box is its root."""

    kotak: tuple[KotakTergambar, ...]
    garis: tuple[Garis, ...] = field(default=())

    @property
    def akar(self) -> KotakTergambar:
        return self.kotak[0]

    @property
    def lebar(self) -> int:
        return max(k.x + k.lebar for k in self.kotak)

    @property
    def tinggi(self) -> int:
        return max(k.y + k.tinggi for k in self.kotak)

    @property
    def x_tengah(self) -> int:
        return self.akar.x + self.akar.lebar // 2

    def geser(self, x: int, y: int) -> "_Petak":
        return _Petak(
            tuple(replace(k, x=k.x + x, y=k.y + y) for k in self.kotak),
            tuple(Garis(g.x1 + x, g.y1 + y, g.x2 + x, g.y2 + y) for g in self.garis),
        )


def lukis_pohon(akar: Simpul) -> LukisanPohon:
    """The picture of a tree of any depth and width."""
    pilihan = (
        _susun(akar, tingkat=0, lebar=LEBAR_KOTAK, bertumpuk=bertumpuk, kolom=kolom)
        for bertumpuk in range(_dalam(akar), -1, -1)
        for kolom in range(1, KOLOM_TERBANYAK + 1)
    )
    petak = max(pilihan, key=_keterbacaan)  # of equals the first: least stacked, fewest columns
    lebar = max(petak.lebar, LEBAR)
    utuh = petak.geser((lebar - petak.lebar) // 2 + TEPI, TEPI)
    return LukisanPohon(lebar + 2 * TEPI, petak.tinggi + 2 * TEPI, utuh.kotak, utuh.garis)


def _dalam(simpul: Simpul) -> int:
    return 1 + max((_dalam(anak) for anak in simpul.bawahan), default=0)


def _keterbacaan(petak: _Petak) -> Fraction:
    """What is left of the letters' size once the picture fits on the page; at most 1."""
    return min(Fraction(1), Fraction(LEBAR, petak.lebar), Fraction(TINGGI, petak.tinggi))


def _susun(simpul: Simpul, *, tingkat: int, lebar: int, bertumpuk: int, kolom: int) -> _Petak:
    """A subtree; from level `bertumpuk` on children are stacked, at first in up to `kolom` columns."""
    kotak = _kotak(simpul.nama, tingkat, lebar)
    if not simpul.bawahan:
        return _Petak((kotak,))
    tumpuk = tingkat >= bertumpuk or _terlalu_banyak_daun(simpul)
    lebar_anak = max(lebar - INDEN, LEBAR_TERKECIL) if tumpuk else LEBAR_KOTAK
    anak = [
        _susun(
            satu,
            tingkat=tingkat + 1,
            lebar=lebar_anak,
            bertumpuk=0 if tumpuk else bertumpuk,
            kolom=1 if tumpuk else kolom,
        )
        for satu in simpul.bawahan
    ]
    if not tumpuk:
        return _sejajar(kotak, anak)
    return _tumpuk(kotak, anak, min(kolom, -(-len(anak) // SEKOLOM)))


def _terlalu_banyak_daun(simpul: Simpul) -> bool:
    banyak = len(simpul.bawahan) > SEJAJAR_TERBANYAK
    return banyak and not any(anak.bawahan for anak in simpul.bawahan)


@lru_cache(maxsize=4096)  # every way of laying out asks for the same boxes
def _kotak(nama: str, tingkat: int, lebar: int) -> KotakTergambar:
    teks = bungkus(nama, Decimal(lebar - 2 * TEPI_TEKS), HURUF)
    tinggi = max(len(teks), 1) * TINGGI_BARIS + TEPI_TEKS + TEPI_TEKS // 2
    return KotakTergambar(0, 0, lebar, tinggi, tingkat, tuple(teks))


def _sejajar(kotak: KotakTergambar, anak: list[_Petak]) -> _Petak:
    """Side by side, their boxes of one height; the parent over their middle."""
    anak = _sama_tinggi(anak)
    y, x, letak = kotak.tinggi + TURUN, 0, []
    for petak in anak:
        letak.append(petak.geser(x, y))
        x += petak.lebar + JARAK
    tengah = (letak[0].x_tengah + letak[-1].x_tengah) // 2
    induk = replace(kotak, x=tengah - kotak.lebar // 2)
    y_bus = kotak.tinggi + TURUN // 2
    garis = [Garis(tengah, kotak.tinggi, tengah, y_bus)]
    garis += [Garis(petak.x_tengah, y_bus, petak.x_tengah, y) for petak in letak]
    ujung = sorted({tengah, letak[0].x_tengah, letak[-1].x_tengah})
    if len(ujung) > 1:
        garis.append(Garis(ujung[0], y_bus, ujung[-1], y_bus))
    return _gabung(induk, letak, garis)


def _sama_tinggi(anak: list[_Petak]) -> list[_Petak]:
    """Each root box as high as the highest; what hangs below a box goes down with its foot."""
    tertinggi = max(petak.akar.tinggi for petak in anak)
    hasil = []
    for petak in anak:
        tambah = tertinggi - petak.akar.tinggi
        sisa = _Petak(petak.kotak[1:], petak.garis).geser(0, tambah)
        akar = replace(petak.akar, tinggi=tertinggi)
        hasil.append(_Petak((akar, *sisa.kotak), sisa.garis))
    return hasil


def _tumpuk(kotak: KotakTergambar, anak: list[_Petak], kolom: int) -> _Petak:
    """Below each other on rails that come down from the parent's foot."""
    y_awal = kotak.tinggi + (2 * SELA if kolom > 1 else SELA)
    letak: list[_Petak] = []
    garis: list[Garis] = []
    x = 0
    for isi in _bagi(anak, kolom):
        y, x_rusuk = y_awal, x + RUSUK
        for petak in isi:
            letak.append(petak.geser(x + INDEN, y))
            y_sambung = y + petak.akar.tinggi // 2
            garis.append(Garis(x_rusuk, y_sambung, x + INDEN, y_sambung))
            y += petak.tinggi + SELA
        y_rusuk = kotak.tinggi if x == 0 else kotak.tinggi + SELA
        garis.append(Garis(x_rusuk, y_rusuk, x_rusuk, y_sambung))
        x += INDEN + max(petak.lebar for petak in isi) + JARAK
    if kolom > 1:
        garis.append(Garis(RUSUK, kotak.tinggi + SELA, x_rusuk, kotak.tinggi + SELA))
    return _gabung(kotak, letak, garis)


def _bagi(anak: list[_Petak], kolom: int) -> Iterable[list[_Petak]]:
    """Into columns of about the same height, in order; none is empty."""
    sisa = list(anak)
    for sisa_kolom in range(kolom, 0, -1):
        cukup = Fraction(sum(petak.tinggi for petak in sisa), sisa_kolom)
        isi = [sisa.pop(0)]
        tinggi = isi[0].tinggi
        while len(sisa) >= sisa_kolom and tinggi + Fraction(sisa[0].tinggi, 2) <= cukup:
            isi.append(sisa.pop(0))
            tinggi += isi[-1].tinggi
        if sisa_kolom == 1:
            isi += sisa
        yield isi


def _gabung(induk: KotakTergambar, anak: list[_Petak], garis: list[Garis]) -> _Petak:
    kotak = [induk, *(k for petak in anak for k in petak.kotak)]
    return _Petak(tuple(kotak), (*garis, *(g for petak in anak for g in petak.garis)))
