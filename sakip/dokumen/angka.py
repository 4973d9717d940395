"""A figure that knows where it came from.

Every figure in a document or page is an `Angka`. Two of the same `kunci` are the same figure:
they have one value everywhere, and a test reads whole documents for it.
"""

from dataclasses import dataclass, field, replace
from decimal import Decimal

from sakip.lib.angka import bulatkan, tulis_angka

# as many as a performance figure may have
DESIMAL_UTUH = 6


@dataclass(frozen=True)
class Rujukan:
    """A stored row that a figure rests on: its model as `app.model`, its id, how people call it.

    `keterangan` tells who stands for it: who entered and verified it, or when it was signed.
    """

    jenis: str
    pk: int
    sebutan: str
    keterangan: str = ""


@dataclass(frozen=True)
class Asal:
    """What a figure rests on: a source or a rule in words, and the figures it was made from.

    `nama` is what the figure is called, and `rujukan` where it is stored; two figures of one rule
    and the same parts are of one origin, whatever they are called.
    """

    uraian: str
    dari: tuple["Angka", ...] = ()
    nama: str = field(default="", compare=False)
    rujukan: tuple[Rujukan, ...] = field(default=(), compare=False)


@dataclass(frozen=True)
class Angka:
    """`nilai` unrounded (None where there is no figure), `tampil` as people read it.

    `alasan` tells why there is no figure.
    """

    nilai: Decimal | None
    tampil: str
    kunci: str
    asal: Asal
    alasan: str = ""

    def __str__(self) -> str:
        return self.tampil

    @property
    def utuh(self) -> str:
        """The figure with six decimals where fewer are printed, else nothing."""
        if self.nilai is None:
            return ""
        teks = tulis_angka(self.nilai, DESIMAL_UTUH)
        return "" if teks == self.tampil or self.nilai == bulatkan(self.nilai, 2) else teks

    def diapit(self, awal: str = "", akhir: str = "") -> "Angka":
        """The same figure with its sign in a sentence: 97,20 as 97,20%, 1.000 as Rp 1.000."""
        if self.nilai is None:
            return self
        return replace(self, tampil=f"{awal}{self.tampil}{akhir}")


Potongan = str | Angka
Isi = tuple[Potongan, ...]
