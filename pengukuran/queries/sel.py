"""What the cells of a realisasi hold, as pages show it and as it comes back with the next save."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from pengukuran.hitung.kolom import Kolom, nama_variabel
from pengukuran.models import Realisasi
from perencanaan.hitung.nilai import JenisNilai
from perencanaan.models import IndikatorVersi, Variabel
from perencanaan.models.dasar import DESIMAL_NILAI
from sakip.lib.angka import tulis_angka
from sakip.lib.galat import TidakAda

MAKS_TEKS = 5000
MAKS_KETERANGAN = 200
YA = "ya"
# cells that are plain text, each a column of its own
TEKS: Mapping[str, int] = {
    Kolom.KETERANGAN: MAKS_KETERANGAN,
    Kolom.PENDUKUNG: MAKS_TEKS,
    Kolom.PENGHAMBAT: MAKS_TEKS,
    Kolom.UPAYA: MAKS_TEKS,
}

NilaiVariabelMenurutNama = dict[str, Decimal | None]


@dataclass(frozen=True)
class BahanSel:
    """What must be known of an indikator to read its cells; `skor` of each grade it is on."""

    rumusan: IndikatorVersi
    variabel: Mapping[str, Variabel] = field(default_factory=dict)
    skor: Mapping[str, Decimal] = field(default_factory=dict)

    @property
    def predikat(self) -> tuple[str, ...]:
        """The grades, the best first."""
        return tuple(self.skor)

    @property
    def berumus(self) -> bool:
        return bool(self.rumusan.rumus and self.variabel)


@dataclass
class IsiBaris:
    """A realisasi with its variables by name, as they are about to be written."""

    realisasi: Realisasi
    variabel: NilaiVariabelMenurutNama


def isi_sel(baris: IsiBaris, kolom: str) -> str:
    """The text of a cell. Raises TidakAda."""
    realisasi, nama = baris.realisasi, nama_variabel(kolom)
    if nama is not None:
        return tulis_nilai(baris.variabel.get(nama))
    if kolom in TEKS:
        return rapikan(getattr(realisasi, kolom))
    diukur = realisasi.jenis != JenisNilai.BELUM_DIUKUR
    match kolom:
        case Kolom.NILAI:
            return realisasi.predikat or tulis_nilai(realisasi.nilai)
        case Kolom.TANPA_VARIABEL:
            return YA if realisasi.tanpa_variabel else ""
        case Kolom.BELUM_DIUKUR:
            return "" if diukur else rapikan(realisasi.alasan)
        case Kolom.ALASAN:
            return rapikan(realisasi.alasan) if diukur else ""
    raise TidakAda(f"Isian “{kolom}” tidak dikenal. Muat ulang halamannya.")


def rapikan(teks: str) -> str:
    """One kind of line end, nothing around it, and no NUL, which PostgreSQL does not store."""
    return teks.replace("\x00", "").replace("\r\n", "\n").replace("\r", "\n").strip()


def tulis_nilai(nilai: Decimal | None) -> str:
    """A figure with all its decimals, so that it reads back as itself."""
    return "" if nilai is None else tulis_angka(nilai, DESIMAL_NILAI)
