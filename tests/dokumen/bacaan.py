"""A PDF read back: what stands on which page, and where."""

import io
from dataclasses import dataclass
from functools import cached_property

import pikepdf
import pypdfium2

TANDA_HUBUNG = "\N{HYPHEN}\N{SOFT HYPHEN}\x02￾-"


def rapatkan(teks: str) -> str:
    """Letters alone: where lines break and words are hyphenated does not matter."""
    return "".join(huruf for huruf in teks if not huruf.isspace() and huruf not in TANDA_HUBUNG)


@dataclass(frozen=True)
class Kata:
    teks: str
    kiri: float
    bawah: float
    kanan: float
    atas: float


class Halaman:
    def __init__(self, halaman: pypdfium2.PdfPage) -> None:
        self._halaman = halaman
        self.lebar, self.tinggi = halaman.get_size()
        self.teks = halaman.get_textpage().get_text_range()

    @property
    def rebah(self) -> bool:
        return self.lebar > self.tinggi

    @property
    def nomor(self) -> str:
        """The number printed at the foot."""
        return self.teks.split()[-1]

    @cached_property
    def rapat(self) -> str:
        return rapatkan(self.teks)

    def __contains__(self, teks: str) -> bool:
        return rapatkan(teks) in self.rapat

    @cached_property
    def kata(self) -> list[Kata]:
        """Words with their boxes, as wide as their letters."""
        halaman = self._halaman.get_textpage()
        hasil, sekarang = [], []
        for letak, huruf in enumerate(halaman.get_text_range()):
            if huruf.isspace():
                sekarang = []
                continue
            kotak = halaman.get_charbox(letak)
            if not sekarang or abs(kotak[1] - sekarang[-1][1][1]) > self.tinggi / 90:
                sekarang = []
                hasil.append(sekarang)
            sekarang.append((huruf, kotak))
        return [_kata(satu) for satu in hasil]


def _kata(huruf: list[tuple[str, tuple[float, float, float, float]]]) -> Kata:
    kotak = [satu for _, satu in huruf]
    return Kata(
        "".join(satu for satu, _ in huruf),
        min(k[0] for k in kotak),
        min(k[1] for k in kotak),
        max(k[2] for k in kotak),
        max(k[3] for k in kotak),
    )


class Bacaan:
    def __init__(self, pdf: bytes) -> None:
        self.halaman = [Halaman(satu) for satu in pypdfium2.PdfDocument(pdf)]
        with pikepdf.open(io.BytesIO(pdf)) as berkas:
            # before anything asks for a label: reading them mends what is written wrong
            self.awal_label = [int(n) for n in list(berkas.Root.PageLabels.Nums)[::2]]
            self.label = [satu.label for satu in berkas.pages]

    def letak(self, teks: str) -> list[int]:
        """The pages on which a text stands."""
        return [letak for letak, satu in enumerate(self.halaman) if teks in satu]


def bertindih(kata: list[Kata]) -> list[tuple[str, str]]:
    """Words that run into each other: a text wider than its cell."""
    urut = sorted(kata, key=lambda k: k.kiri)
    hasil = []
    for letak, a in enumerate(urut):
        for b in urut[letak + 1 :]:
            if b.kiri >= a.kanan - 0.3:
                break
            if min(a.atas, b.atas) - max(a.bawah, b.bawah) > 1:
                hasil.append((a.teks, b.teks))
    return hasil


TEPI_ATAS, TEPI_BAWAH = 25 * 72 / 25.4, {False: 22 * 72 / 25.4, True: 20 * 72 / 25.4}


def terisi(halaman: Halaman) -> float:
    """From the upper margin to the lowest word, as a share of the height between the margins."""
    bawah = TEPI_BAWAH[halaman.rebah]
    ruang = halaman.tinggi - TEPI_ATAS - bawah
    isi = [kata.bawah for kata in halaman.kata if kata.bawah > bawah - 2]
    return (halaman.tinggi - TEPI_ATAS - min(isi)) / ruang if isi else 0.0
