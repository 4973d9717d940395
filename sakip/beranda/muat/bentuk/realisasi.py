"""What was reached within a year of an example."""

from sakip.beranda.muat.bentuk.dasar import Bentuk, Isian


class BentukRealisasiIndikator(Bentuk, frozen=True):
    """A figure for each period of the year; `-` where the document has none."""

    kunci: str
    angka: list[Isian]


class BentukRealisasi(Bentuk, frozen=True):
    """By the key of each indikator, on whichever tree it stands."""

    tahun: int
    frekuensi: str
    indikator: list[BentukRealisasiIndikator]
