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
    BentukJendela,
    BentukOrang,
    BentukPejabat,
    BentukPemda,
    BentukSkala,
    BentukUnit,
)
from sakip.beranda.muat.bentuk.realisasi import BentukRealisasi
from sakip.beranda.muat.bentuk.rencana import (
    BentukAksi,
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
    "BentukAksi",
    "BentukAkun",
    "BentukAnalisis",
    "BentukAnggaran",
    "BentukBagian",
    "BentukDukungan",
    "BentukIndikator",
    "BentukIndikatorAnggaran",
    "BentukJendela",
    "BentukKegiatan",
    "BentukLaporan",
    "BentukOrang",
    "BentukPejabat",
    "BentukPemda",
    "BentukPerjanjian",
    "BentukPkBaris",
    "BentukPkProgram",
    "BentukProgram",
    "BentukRealisasi",
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
    realisasi: list[BentukRealisasi] = []
    laporan: BentukLaporan | None = None
    jendela: list[BentukJendela] = []
