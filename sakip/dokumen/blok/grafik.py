"""Charts as SVG: where each bar, label and line stands. The same picture in page and PDF."""

from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from sakip.dokumen.angka import Angka, Isi
from sakip.dokumen.blok.huruf import bungkus

# the inks of static/css/sakip.css, as attributes: neither the page's policy nor the PDF writer
# lets a style sheet into a picture
WARNA = {
    "unggul": "#0f6b3c",
    "baik": "#3b7d23",
    "cukup": "#8a6100",
    "kurang": "#b3470b",
    "buruk": "#a61b29",
    "netral": "#0b4f6c",
}
LEBAR = 640
LEBAR_LABEL = 264
LEBAR_ANGKA = 62
JARAK_LABEL = 10
HURUF = Decimal("11.5")
TINGGI_BARIS = 15
JARAK = 12
TINGGI_BATANG = 14
TEPI_BAWAH = 22
TURUN_HURUF = 11  # from the top of a line to its base
SERATUS = Decimal(100)


@dataclass(frozen=True)
class Batang:
    """One bar with its label in lines; `x`, `y` and the rest in units of the picture."""

    baris_label: tuple[tuple[int, str], ...]
    y: int
    lebar: Decimal
    y_angka: int
    tampil: str
    warna: str


@dataclass(frozen=True)
class Lukisan:
    lebar: int
    tinggi: int
    x_batang: int
    x_label: int
    tinggi_batang: int
    batang: tuple[Batang, ...]
    x_seratus: Decimal
    y_sumbu: int


@dataclass(frozen=True)
class BatangGrafik:
    label: str
    angka: Angka
    warna: str


@dataclass(frozen=True)
class GrafikBatang:
    """Bars of percent with a line at 100; the figures are those of a table in the document."""

    templat: ClassVar[str] = "dokumen/gambar.html"
    kunci: str
    nomor: str
    judul: str
    batang: tuple[BatangGrafik, ...]
    sumber: Isi = ()
    catatan: tuple[Isi, ...] = ()

    def lukisan(self) -> Lukisan:
        """The picture. Bars without a figure show only their label and what stands for it."""
        ruang = Decimal(LEBAR - LEBAR_LABEL - LEBAR_ANGKA)
        terbesar = max([SERATUS, *(b.angka.nilai for b in self.batang if b.angka.nilai)])
        batang: list[Batang] = []
        y = JARAK // 2
        for data in self.batang:
            label = bungkus(data.label, Decimal(LEBAR_LABEL - JARAK_LABEL), HURUF)
            panjang = max(data.angka.nilai or Decimal(0), Decimal(0)) * ruang / terbesar
            batang.append(_batang(data, label, panjang, y))
            y += _tinggi(label) + JARAK
        return Lukisan(
            lebar=LEBAR,
            tinggi=y + TEPI_BAWAH,
            x_batang=LEBAR_LABEL,
            x_label=LEBAR_LABEL - JARAK_LABEL,
            tinggi_batang=TINGGI_BATANG,
            batang=tuple(batang),
            x_seratus=LEBAR_LABEL + SERATUS * ruang / terbesar,
            y_sumbu=y,
        )


def _tinggi(label: list[str]) -> int:
    return max(len(label) * TINGGI_BARIS, TINGGI_BATANG)


def _batang(data: BatangGrafik, label: list[str], panjang: Decimal, y: int) -> Batang:
    y_batang = y + (_tinggi(label) - TINGGI_BATANG) // 2
    return Batang(
        baris_label=tuple((y + TURUN_HURUF + i * TINGGI_BARIS, t) for i, t in enumerate(label)),
        y=y_batang,
        lebar=panjang,
        y_angka=y_batang + TURUN_HURUF,
        tampil=data.angka.tampil,
        warna=WARNA[data.warna],
    )
