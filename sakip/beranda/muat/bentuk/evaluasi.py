"""LHE that exist on paper, with what was planned and reported on their recommendations."""

from datetime import date
from decimal import Decimal

from evaluasi.hitung.tenggat import JenisTarget
from sakip.beranda.muat.bentuk.dasar import Bentuk


class BentukLaporanTindakLanjut(Bentuk, frozen=True):
    """What the unit says it has done, as of the date of the document that says so."""

    keadaan: str
    uraian: str
    tanggal: date


class BentukRencanaTindakLanjut(Bentuk, frozen=True):
    """A step with one target, or with none where the document names none.

    Without `unit` the perangkat daerah itself carries it.
    """

    uraian: str
    unit: str = ""
    tanggal: date | None = None
    bulan: int | None = None
    setiap_triwulan: bool = False
    laporan: list[BentukLaporanTindakLanjut] = []

    def target(self) -> list[JenisTarget]:
        """The targets that are written down; more than one is an error of the file."""
        isi = {
            JenisTarget.TANGGAL: self.tanggal is not None,
            JenisTarget.BULAN: self.bulan is not None,
            JenisTarget.TRIWULAN: self.setiap_triwulan,
        }
        return [jenis for jenis, ada in isi.items() if ada]


class BentukRekomendasi(Bentuk, frozen=True):
    """Written once; `komponen` holds the codes of all komponen it stands under."""

    uraian: str
    komponen: list[str] = []
    rencana: list[BentukRencanaTindakLanjut] = []


class BentukCatatanKomponen(Bentuk, frozen=True):
    """By the code of a komponen (1) or of a sub-komponen (1.a)."""

    kode: str
    catatan: str = ""
    nilai: Decimal | None = None


class BentukLhe(Bentuk, frozen=True):
    """What is not known is left out."""

    tahun_evaluasi: int
    tahun_kinerja: int
    nomor: str = ""
    tanggal: date | None = None
    nilai: Decimal | None = None
    predikat: str = ""
    catatan: list[BentukCatatanKomponen] = []
    rekomendasi: list[BentukRekomendasi] = []
