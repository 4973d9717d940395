"""Charts as SVG: where each bar, label and line stands. The same picture in page and PDF."""

from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from sakip.dokumen.angka import Angka, Isi, PernyataanKembali, dinyatakan_kembali
from sakip.dokumen.blok.huruf import bungkus
from sakip.lib.angka import tulis_mesin

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
SISI_CONTOH = 10
RAPAT_ARSIR = 6  # from one slanting line to the next
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
    arsir: str


@dataclass(frozen=True)
class Contoh:
    """A sample of the legend: its box, and the words beside it."""

    x: int
    y: int
    y_teks: int
    x_teks: int
    teks: str
    warna: str
    arsir: str


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
    legenda: tuple[Contoh, ...] = ()


@dataclass(frozen=True)
class BatangGrafik:
    """A bar; `tanda` is a word about it, such as that it fell short.

    Its label says the word, and the bar is hatched: it is told from others without colour too.
    """

    label: str
    angka: Angka
    warna: str
    tanda: str = ""

    @property
    def sebutan(self) -> str:
        return f"{self.label} ({self.tanda})" if self.tanda else self.label


@dataclass(frozen=True)
class GrafikBatang:
    """Bars of percent with a line at 100; the figures are those of a table in the document.

    `polos` is what the legend says of bars without a `tanda`; without it there is no legend.
    """

    templat: ClassVar[str] = "dokumen/gambar.html"
    kunci: str
    nomor: str
    judul: str
    batang: tuple[BatangGrafik, ...]
    sumber: Isi = ()
    catatan: tuple[Isi, ...] = ()
    polos: str = ""

    @property
    def kembali(self) -> tuple[PernyataanKembali, ...]:
        """The corrections behind its figures, told below it."""
        return dinyatakan_kembali(satu.angka for satu in self.batang)

    def lukisan(self) -> Lukisan:
        """The picture. Bars without a figure show only their label and what stands for it."""
        ruang = Decimal(LEBAR - LEBAR_LABEL - LEBAR_ANGKA)
        terbesar = max([SERATUS, *(b.angka.nilai for b in self.batang if b.angka.nilai)])
        batang: list[Batang] = []
        y = JARAK // 2
        for data in self.batang:
            label = bungkus(data.sebutan, Decimal(LEBAR_LABEL - JARAK_LABEL), HURUF)
            panjang = max(data.angka.nilai or Decimal(0), Decimal(0)) * ruang / terbesar
            batang.append(_batang(data, label, panjang, y))
            y += _tinggi(label) + JARAK
        return Lukisan(
            lebar=LEBAR,
            tinggi=y + TEPI_BAWAH + TINGGI_BARIS * len(self._macam()),
            x_batang=LEBAR_LABEL,
            x_label=LEBAR_LABEL - JARAK_LABEL,
            tinggi_batang=TINGGI_BATANG,
            batang=tuple(batang),
            x_seratus=LEBAR_LABEL + SERATUS * ruang / terbesar,
            y_sumbu=y,
            legenda=_legenda(self._macam(), y + TEPI_BAWAH),
        )

    def _macam(self) -> list[tuple[str, str, bool]]:
        """The kinds of bars that have a figure: what the legend says, the colour, whether hatched."""
        if not self.polos:
            return []
        macam = (
            (b.tanda or self.polos, b.warna, bool(b.tanda)) for b in self.batang if b.angka.nilai
        )
        return list(dict.fromkeys(macam))


def _tinggi(label: list[str]) -> int:
    return max(len(label) * TINGGI_BARIS, TINGGI_BATANG)


def _batang(data: BatangGrafik, label: list[str], panjang: Decimal, y: int) -> Batang:
    y_batang = y + (_tinggi(label) - TINGGI_BATANG) // 2
    return Batang(
        baris_label=tuple((y + TURUN_HURUF + i * TINGGI_BARIS, t) for i, t in enumerate(label)),
        y=y_batang,
        lebar=panjang,
        y_angka=y_batang + TURUN_HURUF,
        tampil=str(data.angka),
        warna=WARNA[data.warna],
        arsir=_arsir(LEBAR_LABEL, y_batang, panjang, TINGGI_BATANG) if data.tanda else "",
    )


def _legenda(macam: list[tuple[str, str, bool]], y: int) -> tuple[Contoh, ...]:
    return tuple(
        Contoh(
            x=LEBAR_LABEL,
            y=y + urutan * TINGGI_BARIS,
            y_teks=y + urutan * TINGGI_BARIS + SISI_CONTOH,
            x_teks=LEBAR_LABEL + 2 * SISI_CONTOH + JARAK_LABEL,
            teks=teks,
            warna=WARNA[warna],
            arsir=_arsir(
                LEBAR_LABEL, y + urutan * TINGGI_BARIS, Decimal(2 * SISI_CONTOH), SISI_CONTOH
            )
            if berarsir
            else "",
        )
        for urutan, (teks, warna, berarsir) in enumerate(macam)
    )


def _arsir(x: int, y: int, lebar: Decimal, tinggi: int) -> str:
    """Slanting lines across a bar, as the path of an SVG; they never leave it."""
    garis = []
    mulai = Decimal(RAPAT_ARSIR)
    while mulai < lebar + tinggi:
        atas, bawah = min(mulai, lebar), max(mulai - tinggi, Decimal(0))
        turun = mulai - atas
        naik = mulai - bawah
        garis.append(
            f"M{tulis_mesin(x + atas, 2)} {tulis_mesin(y + turun, 2)}"
            f"L{tulis_mesin(x + bawah, 2)} {tulis_mesin(y + naik, 2)}"
        )
        mulai += RAPAT_ARSIR
    return "".join(garis)
