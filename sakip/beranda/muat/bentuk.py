"""The shape of an example file."""

from datetime import date
from decimal import Decimal

import msgspec


class Bentuk(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Base of all shapes: a misspelt key is an error, not something silently left out."""


class BentukBatas(Bentuk, frozen=True):
    nama: str
    warna: str
    di_atas: Decimal | None = None


class BentukSkala(Bentuk, frozen=True):
    nama: str
    sumber: str
    mulai_tahun: int
    batas: list[BentukBatas]


class BentukPemda(Bentuk, frozen=True):
    kode: str
    nama: str
    jenis: str
    sebutan_kepala: str
    kedudukan: str
    zona: str
    skala: BentukSkala
    aturan_kategori: str = "berlanjut"
    batas_capaian: int | None = None


class BentukBawahan(Bentuk, frozen=True):
    kode: str
    nama: str


class BentukPejabat(Bentuk, frozen=True):
    """One who heads the unit, or with `di_pemda` the government itself."""

    nama: str
    jabatan: str
    dari: date
    nip: str = ""
    status: str = "definitif"
    golongan: str = ""
    kelas: int | None = None
    di_pemda: bool = False


class BentukUnit(Bentuk, frozen=True):
    kode: str
    nama: str
    singkatan: str
    berlaku_dari: date
    kode_pemerintah: str = ""
    tugas: str = ""
    fungsi: list[str] = []
    dasar_hukum: list[str] = []
    bawahan: list[BentukBawahan] = []
    pejabat: list[BentukPejabat] = []


class BentukOrang(Bentuk, frozen=True):
    """Without `unit` the role is held in the whole pemda."""

    nama_pengguna: str
    nama: str
    peran: str
    unit: str = ""


class BentukAkun(Bentuk, frozen=True):
    sandi: str
    mulai: date
    orang: list[BentukOrang]


class BentukIndikator(Bentuk, frozen=True):
    """Targets and realisasi by year; `didukung` names codes of the budget tree by year."""

    kunci: str
    nama: str
    satuan: str
    cara: str
    sumber_data: str
    target: dict[str, Decimal]
    arah: str = "naik"
    aturan: str = "naik"
    frekuensi: str = "tahunan"
    iku: bool = True
    tidak_dijadwalkan: dict[str, str] = {}
    realisasi: dict[str, Decimal] = {}
    didukung: dict[str, list[str]] = {}


class BentukSasaran(Bentuk, frozen=True):
    kunci: str
    nama: str
    indikator: list[BentukIndikator]


class BentukTujuan(Bentuk, frozen=True):
    kunci: str
    nama: str
    indikator: list[BentukIndikator]
    sasaran: list[BentukSasaran]


class BentukVersi(Bentuk, frozen=True):
    ke: int
    nama: str
    mulai_tahun: int
    tujuan: list[BentukTujuan]
    visi: str = ""
    misi_didukung: str = ""
    isu_strategis: list[str] = []
    catatan: str = ""


class BentukRenstra(Bentuk, frozen=True):
    nama: str
    tahun_awal: int
    tahun_akhir: int
    versi: BentukVersi


class BentukKegiatan(Bentuk, frozen=True):
    """`pagu_terakhir` is the ceiling in the last version of the budget."""

    kode: str
    nama: str
    pagu_terakhir: Decimal
    realisasi: Decimal


class BentukProgram(Bentuk, frozen=True):
    kode: str
    nama: str
    pagu: list[Decimal]
    kegiatan: list[BentukKegiatan]


class BentukVersiAnggaran(Bentuk, frozen=True):
    ke: int
    jenis: str
    tanggal: date | None = None
    catatan: str = ""


class BentukAnggaran(Bentuk, frozen=True):
    tahun: int
    nomenklatur: str
    versi: list[BentukVersiAnggaran]
    program: list[BentukProgram]


class Contoh(Bentuk, frozen=True):
    pemda: BentukPemda
    unit: BentukUnit
    akun: BentukAkun
    renstra: BentukRenstra
    anggaran: BentukAnggaran


def semua_indikator(versi: BentukVersi) -> list[BentukIndikator]:
    """Those of tujuan and sasaran, in the order of the Renstra."""
    hasil: list[BentukIndikator] = []
    for tujuan in versi.tujuan:
        hasil.extend(tujuan.indikator)
        for sasaran in tujuan.sasaran:
            hasil.extend(sasaran.indikator)
    return hasil
