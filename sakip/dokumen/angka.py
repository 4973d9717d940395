"""A figure that knows where it came from.

Every figure in a document or page is an `Angka`. Two of the same `kunci` are the same figure:
they have one value everywhere, and a test reads whole documents for it.
"""

from dataclasses import dataclass, replace
from decimal import Decimal


@dataclass(frozen=True)
class Asal:
    """What a figure rests on: a source or a rule in words, and the figures it was made from."""

    uraian: str
    dari: tuple["Angka", ...] = ()


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

    def diapit(self, awal: str = "", akhir: str = "") -> "Angka":
        """The same figure with its sign in a sentence: 97,20 as 97,20%, 1.000 as Rp 1.000."""
        if self.nilai is None:
            return self
        return replace(self, tampil=f"{awal}{self.tampil}{akhir}")


Potongan = str | Angka
Isi = tuple[Potongan, ...]
