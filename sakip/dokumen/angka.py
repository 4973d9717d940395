"""A figure that knows where it came from.

Every figure in a document or page is an `Angka`. Two of the same `kunci` are the same figure:
they have one value everywhere, and a test reads whole documents for it.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import cached_property

from sakip.lib.angka import bulatkan, tulis_angka

# as many as a performance figure may have
DESIMAL_UTUH = 6
# printed behind every figure that was restated, or that is made from one
TANDA_KEMBALI = "†"


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
class PernyataanKembali:
    """A stored figure that was corrected after it was locked: `hal` tells which, `pada` when.

    `koreksi` is the id of its entry in the ledger, `tahun` the year of the figure.
    """

    koreksi: int
    hal: str
    tahun: int
    pada: str
    semula: str
    menjadi: str
    alasan: str

    def __str__(self) -> str:
        return (
            f"{self.hal}: dinyatakan kembali pada {self.pada}; semula {self.semula}, menjadi "
            f"{self.menjadi}; alasan: {self.alasan.rstrip('.')}."
        )


@dataclass(frozen=True)
class Asal:
    """What a figure rests on: a source or a rule in words, and the figures it was made from.

    `nama` is what the figure is called, and `rujukan` where it is stored; two figures of one rule
    and the same parts are of one origin, whatever they are called. `kembali` are the corrections
    of what is stored.
    """

    uraian: str
    dari: tuple["Angka", ...] = ()
    nama: str = field(default="", compare=False)
    rujukan: tuple[Rujukan, ...] = field(default=(), compare=False)
    kembali: tuple[PernyataanKembali, ...] = field(default=(), compare=False)


@dataclass(frozen=True)
class Angka:
    """`nilai` unrounded (None where there is no figure), `tampil` as people read it.

    `alasan` tells why there is no figure. As text it carries the mark of a restated figure.
    """

    nilai: Decimal | None
    tampil: str
    kunci: str
    asal: Asal
    alasan: str = ""

    def __str__(self) -> str:
        return f"{self.tampil}{self.tanda}"

    @cached_property
    def kembali(self) -> tuple[PernyataanKembali, ...]:
        """What was restated of this figure, or of those it was made from; each once."""
        semua = [*self.asal.kembali]
        for satu in self.asal.dari:
            semua += satu.kembali
        return tuple(dict.fromkeys(semua))

    @property
    def tanda(self) -> str:
        return TANDA_KEMBALI if self.kembali else ""

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


def dinyatakan_kembali(semua: Iterable[Angka]) -> tuple[PernyataanKembali, ...]:
    """The corrections behind any of these figures, each once, in their order."""
    return tuple(dict.fromkeys(milik for satu in semua for milik in satu.kembali))


Potongan = str | Angka
Isi = tuple[Potongan, ...]
