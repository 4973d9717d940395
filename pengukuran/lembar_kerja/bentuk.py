"""What the workbook of a triwulan looks like: its sheet and its columns."""

from dataclasses import dataclass, field

from pengukuran.hitung.kolom import Kolom, nama_variabel
from sakip.dokumen.buku.bentuk import Bentuk, SelBuku

LEMBAR = "Realisasi"
BARIS_KEPALA = 5

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


def _huruf(kolom: str) -> str:
    """A variable of the formula stands in the column of the figure."""
    return HURUF_ISIAN.get(str(Kolom.NILAI) if nama_variabel(kolom) else kolom, "")


BENTUK = Bentuk(
    versi=1,
    lembar=LEMBAR,
    baris_kepala=BARIS_KEPALA,
    kepala=("unit", "tahun", "triwulan"),
    tanda=("indikator", "bulan"),
    huruf_isian=tuple(HURUF_ISIAN.values()),
    huruf=_huruf,
    berangka=lambda kolom: kolom == Kolom.NILAI or nama_variabel(kolom) is not None,
    asing=(
        "Ini bukan lembar kerja realisasi dari aplikasi ini. Unduh lembar kerjanya pada halaman "
        "Realisasi, isi, lalu unggah kembali."
    ),
)


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
