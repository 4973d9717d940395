"""The shape of an example."""

from sakip.beranda.muat.bentuk.anggaran import (
    BentukAnggaran,
    BentukDukungan,
    BentukIndikatorAnggaran,
    BentukKegiatan,
    BentukProgram,
    BentukSimpulAnggaran,
    BentukSubKegiatan,
    BentukTahunLain,
    semua_simpul,
)
from sakip.beranda.muat.bentuk.dasar import Bentuk, Isian, baca_isian
from sakip.beranda.muat.bentuk.laporan import BentukAnalisis, BentukBagian, BentukLaporan
from sakip.beranda.muat.bentuk.organisasi import (
    BentukAkun,
    BentukOrang,
    BentukPejabat,
    BentukPemda,
    BentukSkala,
    BentukUnit,
)
from sakip.beranda.muat.bentuk.rencana import (
    BentukPerjanjian,
    BentukPkBaris,
    BentukPkProgram,
    BentukRencanaAksi,
    BentukRencanaIndikator,
)
from sakip.beranda.muat.bentuk.renstra import (
    BentukIndikator,
    BentukRenstra,
    BentukSasaran,
    BentukTujuan,
    BentukVersi,
    semua_indikator,
)

__all__ = [
    "BentukAkun",
    "BentukAnalisis",
    "BentukAnggaran",
    "BentukBagian",
    "BentukDukungan",
    "BentukIndikator",
    "BentukIndikatorAnggaran",
    "BentukKegiatan",
    "BentukLaporan",
    "BentukOrang",
    "BentukPejabat",
    "BentukPemda",
    "BentukPerjanjian",
    "BentukPkBaris",
    "BentukPkProgram",
    "BentukProgram",
    "BentukRencanaAksi",
    "BentukRencanaIndikator",
    "BentukRenstra",
    "BentukSasaran",
    "BentukSimpulAnggaran",
    "BentukSkala",
    "BentukSubKegiatan",
    "BentukTahunLain",
    "BentukTujuan",
    "BentukUnit",
    "BentukVersi",
    "Contoh",
    "Isian",
    "baca_isian",
    "semua_indikator",
    "semua_simpul",
]


class Contoh(Bentuk, frozen=True):
    pemda: BentukPemda
    unit: BentukUnit
    akun: BentukAkun
    renstra: BentukRenstra
    anggaran: BentukAnggaran
    dukungan: list[BentukDukungan] = []
    perjanjian: list[BentukPerjanjian] = []
    rencana_aksi: list[BentukRencanaAksi] = []
    laporan: BentukLaporan | None = None
