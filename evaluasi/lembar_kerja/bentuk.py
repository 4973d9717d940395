"""What the workbook of a stage of the LKE looks like: its sheet, its columns, its lines."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from sakip.dokumen.buku.bentuk import Bentuk, SelBuku


class Kolom(StrEnum):
    """The two boxes of a criterion, and of the grade of a sub-komponen."""

    PILIHAN = "pilihan"
    CATATAN = "catatan"


class JenisBaris(StrEnum):
    KOMPONEN = "komponen"
    SUB = "sub"
    KRITERIA = "kriteria"


# where each scale is written for the lists to choose from; hidden
PILIHAN = "Pilihan"
# column, its head, its width; the first is hidden and says which line this is
KOLOM_TETAP = (
    ("A", "Kunci", 4),
    ("B", "No.", 8),
    ("C", "Sub-komponen atau kriteria", 56),
    ("D", "Pilihan", 16),
)
KOLOM_ISIAN = (
    ("E", Kolom.PILIHAN, "Jawaban atau nilai", 12),
    ("F", Kolom.CATATAN, "Catatan", 48),
)
# the columns beside them are read; how many there are depends on the stages
KOLOM_SAMPING = "G"
HURUF_ISIAN = {str(kolom): huruf for huruf, kolom, _, _ in KOLOM_ISIAN}

BENTUK = Bentuk(
    versi=1,
    lembar="LKE",
    baris_kepala=6,
    kepala=("unit", "tahun kinerja", "tahun evaluasi", "tahap", "instrumen"),
    # the criterion is 0 for the grade of the sub-komponen
    tanda=("sub", "kriteria"),
    huruf_isian=tuple(HURUF_ISIAN.values()),
    huruf=lambda kolom: HURUF_ISIAN.get(kolom, ""),
    berangka=lambda _kolom: False,
    asing=(
        "Ini bukan LKE dalam Excel untuk diisi dari aplikasi ini. Pada halaman LKE tekan “Isi dari "
        "Excel” di tahap yang Anda isi, unduh lembar kerjanya, isi, lalu unggah kembali di sana."
    ),
)


@dataclass(frozen=True)
class Skala:
    """Codes with their meaning."""

    nama: str
    pilihan: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class BarisBuku:
    """A line of the sheet; `skala` is the code of that which answers it.

    `samping` is what is read beside it, one text for each of the workbook's `samping`.
    """

    jenis: JenisBaris
    nomor: str
    uraian: str
    sub: int = 0
    kriteria: int = 0
    skala: str = ""
    sel: tuple[SelBuku, ...] = ()
    samping: tuple[str, ...] = ()

    @property
    def kunci(self) -> str:
        return f"{self.sub}.{self.kriteria}" if self.sel else ""


@dataclass(frozen=True)
class Buku:
    """The workbook of a stage; the codes and numbers say whose it is.

    `skala` are by their codes; `tutup` says why nothing can be filled in, blank where it can.
    """

    kode: str
    unit: str
    tahun_kinerja: int
    tahun_evaluasi: int
    tahap: str
    nama_tahap: str
    instrumen: int
    nama_instrumen: str
    samping: tuple[tuple[str, int], ...]
    skala: Mapping[str, Skala]
    baris: tuple[BarisBuku, ...]
    tutup: str = ""
