"""What the workbook looks like: its sheets, its columns, and what it must not be larger than.

The number of the form grows when a column changes its meaning: an older workbook is then refused.
"""

from dataclasses import dataclass, field

from pengukuran.hitung.kolom import Kolom

BENTUK = 1
LEMBAR, PETUNJUK, DATA = "Realisasi", "Petunjuk", "Data"
BARIS_KEPALA = 5
BARIS_DATA = 7  # on the hidden sheet: below the four lines that say whose workbook this is
BARIS_TERBANYAK = 2000
KOLOM_TERBANYAK = 60

# column of the sheet, its head, its width; the first is hidden and says which line this is
KOLOM_TETAP = (
    ("A", "Kunci", 4),
    ("B", "No.", 6),
    ("C", "Kode", 14),
    ("D", "Indikator atau variabel", 46),
    ("E", "Periode", 14),
    ("F", "Satuan", 14),
    ("G", "Target", 14),
    ("H", "Isian terakhir sebelumnya", 16),
)
# what people fill in: column of the sheet, the cell it is of, its head, its width
KOLOM_ISIAN: tuple[tuple[str, str, str, int], ...] = (
    ("I", Kolom.NILAI, "Realisasi", 16),
    ("J", Kolom.TANPA_VARIABEL, "Variabel tidak tersedia (tulis ya)", 16),
    ("K", Kolom.BELUM_DIUKUR, "Mengapa belum diukur", 32),
    ("L", Kolom.ALASAN, "Alasan (bila 0)", 28),
    ("M", Kolom.KETERANGAN, "Keterangan", 24),
    ("N", Kolom.PENDUKUNG, "Faktor pendukung", 40),
    ("O", Kolom.PENGHAMBAT, "Faktor penghambat", 40),
    ("P", Kolom.UPAYA, "Upaya dan rencana tindak lanjut", 40),
)
KOLOM_KEADAAN = ("Q", "Keadaan saat diunduh", 40)
HURUF_ISIAN = {str(kolom): huruf for huruf, kolom, _, _ in KOLOM_ISIAN}


@dataclass(frozen=True)
class SelBuku:
    """A cell that may be filled in: which, what it holds, and whether that is a number."""

    kolom: str
    isi: str
    berangka: bool = False


@dataclass(frozen=True)
class BarisBuku:
    """A line of the sheet: an indikator in a period, or below it a variable of its formula.

    `tutup` says why nothing can be filled in; blank where it can.
    """

    indikator: int
    bulan: int
    nomor: str
    kode: str
    nama: str
    masa: str
    satuan: str
    target: str
    sebelumnya: str
    sel: tuple[SelBuku, ...]
    variabel: str = ""
    tutup: str = ""
    keadaan: str = ""

    @property
    def kunci(self) -> str:
        return ".".join(filter(None, (str(self.indikator), str(self.bulan), self.variabel)))


@dataclass(frozen=True)
class Buku:
    """The workbook of a unit and a triwulan; `kode` and the numbers say whose it is."""

    kode: str
    unit: str
    tahun: int
    triwulan: int
    baris: tuple[BarisBuku, ...] = field(default=())
