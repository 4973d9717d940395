"""The outline of a report, as data, and how its parts are numbered.

Numbers follow from the place in the outline and not from what happens to be printed: offices and
reviewers cite them from year to year, also when a section or table is left out.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from sakip.lib.romawi import tulis_romawi


@dataclass(frozen=True)
class Pos:
    """A section; `{tahun}` in its heading is the year of the report.

    `lanjut`: before the chapters, it goes on below the one before it, on the same page.
    """

    kunci: str
    judul: str
    anak: tuple["Pos", ...] = ()
    lanjut: bool = False


class JenisGambar(StrEnum):
    GAMBAR = "Gambar"
    GRAFIK = "Grafik"


@dataclass(frozen=True)
class PosGambar:
    kunci: str
    jenis: JenisGambar
    judul: str


@dataclass(frozen=True)
class Bab:
    """A chapter with its sections, and its tables and pictures in their order."""

    kunci: str
    judul: str
    pos: tuple[Pos, ...] = ()
    tabel: tuple[tuple[str, str], ...] = ()
    gambar: tuple[PosGambar, ...] = ()


@dataclass(frozen=True)
class Penomoran:
    """How numbers look: `romawi` and `bab` are the chapter's, `n` counts within what is above."""

    bab: str = "BAB {romawi}"
    pos: str = "{atas}.{n}"
    tabel: str = "{bab}.{n}"
    gambar: str = "{jenis} {bab}.{n}"
    lampiran: str = "Lampiran {n}"


@dataclass(frozen=True)
class Judulan:
    """A heading as it is printed, and how deep it stands: 1 is a chapter."""

    kunci: str
    tingkat: int
    nomor: str
    judul: str


@dataclass(frozen=True)
class Kerangka:
    """`depan` stands before the chapters, without numbers; `lampiran` after them, on new pages."""

    nama: str
    depan: tuple[Pos, ...]
    bab: tuple[Bab, ...]
    lampiran: tuple[Pos, ...]
    penomoran: Penomoran = field(default_factory=Penomoran)

    def judul_bab(self, bab: Bab) -> tuple[Judulan, ...]:
        """The chapter's own heading, then those of its sections, in reading order."""
        ke = self.bab.index(bab) + 1
        nomor = self.penomoran.bab.format(romawi=tulis_romawi(ke), bab=ke)
        return (Judulan(bab.kunci, 1, nomor, bab.judul), *self._turunan(bab.pos, str(ke), 2))

    def _turunan(self, pos: tuple[Pos, ...], atas: str, tingkat: int) -> Iterator[Judulan]:
        for n, satu in enumerate(pos, start=1):
            nomor = self.penomoran.pos.format(atas=atas, n=n)
            yield Judulan(satu.kunci, tingkat, nomor, satu.judul)
            yield from self._turunan(satu.anak, nomor, tingkat + 1)

    def judul_lampiran(self, pos: Pos) -> Judulan:
        n = self.lampiran.index(pos) + 1
        return Judulan(pos.kunci, 2, self.penomoran.lampiran.format(n=n), pos.judul)

    @cached_property
    def tabel(self) -> dict[str, tuple[str, str]]:
        """Number and caption of each table, by its key."""
        return {
            kunci: (self.penomoran.tabel.format(bab=ke, n=n), judul)
            for ke, bab in enumerate(self.bab, start=1)
            for n, (kunci, judul) in enumerate(bab.tabel, start=1)
        }

    @cached_property
    def gambar(self) -> dict[str, tuple[str, str]]:
        """Number (with its kind) and caption of each picture; every kind counts by itself."""
        return {
            satu.kunci: (self.nomor_gambar(bab, satu.jenis, n), satu.judul)
            for bab in self.bab
            for jenis in JenisGambar
            for n, satu in enumerate((g for g in bab.gambar if g.jenis is jenis), start=1)
        }

    def nomor_gambar(self, bab: Bab, jenis: JenisGambar, n: int) -> str:
        ke = self.bab.index(bab) + 1
        return self.penomoran.gambar.format(jenis=jenis.value, bab=ke, n=n)
