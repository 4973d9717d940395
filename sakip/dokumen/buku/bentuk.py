"""What tells one kind of workbook from another, and what none may be larger than."""

from collections.abc import Callable, Collection
from dataclasses import dataclass

PETUNJUK, DATA = "Petunjuk", "Data"
BARIS_TERBANYAK = 2000
KOLOM_TERBANYAK = 60
KUNCI, KOLOM, SEMULA = "kunci", "kolom", "semula"


@dataclass(frozen=True)
class Bentuk:
    """The form of one kind of workbook.

    `versi` grows when a column changes its meaning: an older workbook is then refused. On the
    hidden sheet `kepala` names what says whose workbook this is, and `tanda` the numbers that say
    what a box is of. `huruf` gives the column of the sheet that a kind of box stands in, blank for
    none; `huruf_isian` are all of those. `asing` is said of a file that is no such workbook.
    """

    versi: int
    lembar: str
    baris_kepala: int
    kepala: tuple[str, ...]
    tanda: tuple[str, ...]
    huruf_isian: Collection[str]
    huruf: Callable[[str], str]
    berangka: Callable[[str], bool]
    asing: str

    @property
    def baris_data(self) -> int:
        """Where the boxes begin on the hidden sheet: below whose it is, a blank, and the heads."""
        return len(self.kepala) + 4


@dataclass(frozen=True)
class SelBuku:
    """A box that may be filled in: which, what it holds, and whether that is a number."""

    kolom: str
    isi: str
    berangka: bool = False


@dataclass(frozen=True)
class KotakData:
    """A box as the hidden sheet remembers it: its line, what it is of, and what it held."""

    kunci: str
    tanda: tuple[int, ...]
    kolom: str
    semula: str
