"""What goes into the making of a year, and what comes out."""

from dataclasses import dataclass
from enum import StrEnum

from perencanaan.hitung.nilai import Nilai


class Cara(StrEnum):
    """How the periods of an indikator make its year."""

    KUMULATIF = "kumulatif"
    JUMLAH = "jumlah"
    RATA_RATA = "rata_rata"
    TERAKHIR = "terakhir"


@dataclass(frozen=True)
class Periode:
    """What one period holds, by its last month; None is belum diisi, or no target at all."""

    bulan: int
    nilai: Nilai | None


@dataclass(frozen=True)
class Sisi:
    """One side of the outcome: its figure or state, and the months of the periods it is of.

    `alasan` tells why there is no figure, `peringatan` what is odd about one. `belum_diisi`: a
    period that is due and over lacks its figure, as against one that is not due yet.
    """

    nilai: Nilai | None
    asal: tuple[int, ...] = ()
    alasan: str = ""
    peringatan: tuple[str, ...] = ()
    belum_diisi: bool = False


@dataclass(frozen=True)
class HasilPeriode:
    """Target and realisasi up to a period, unrounded, in the indikator's unit.

    `keterangan` tells which periods the figures are of; it is empty where a side has none.
    """

    sisi_target: Sisi
    sisi_realisasi: Sisi
    keterangan: str = ""

    @property
    def target(self) -> Nilai | None:
        return self.sisi_target.nilai

    @property
    def realisasi(self) -> Nilai | None:
        """None where it is not filled or not due; belum diukur where only that is in the way."""
        return self.sisi_realisasi.nilai

    @property
    def alasan(self) -> str:
        """Why there is no capaian. Without a target nothing is due, so its reason comes first."""
        return self.sisi_target.alasan or self.sisi_realisasi.alasan

    @property
    def belum_diisi(self) -> str:
        """Which due period lacks its realisasi; empty where nothing is missing."""
        return self.sisi_realisasi.alasan if self.sisi_realisasi.belum_diisi else ""

    @property
    def peringatan(self) -> tuple[str, ...]:
        return (*self.sisi_target.peringatan, *self.sisi_realisasi.peringatan)

    @property
    def asal(self) -> tuple[int, ...]:
        """The months of the periods used on either side."""
        return tuple(sorted({*self.sisi_target.asal, *self.sisi_realisasi.asal}))
