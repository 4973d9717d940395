"""The pemda, its unit, and the people of an example."""

from datetime import date, datetime
from decimal import Decimal
from typing import Annotated

import msgspec

from sakip.beranda.muat.bentuk.dasar import Bentuk


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


Saat = Annotated[datetime, msgspec.Meta(tz=True)]


class BentukJendela(Bentuk, frozen=True):
    """When a triwulan, or with `evaluasi` a year, is open; a moment tells its zone."""

    tahun: int
    bulan: int
    buka: Saat
    tenggat: Saat
    kunci: Saat
    jenis: str = "pengisian"


class BentukOrang(Bentuk, frozen=True):
    """Without `unit` the role is held in the whole pemda.

    An operator enters the figures of his unit; `mengisi` names units whose figures a sekretariat
    enters itself.
    """

    nama_pengguna: str
    nama: str
    peran: str
    unit: str = ""
    mengisi: list[str] = []


class BentukAkun(Bentuk, frozen=True):
    sandi: str
    mulai: date
    orang: list[BentukOrang]
