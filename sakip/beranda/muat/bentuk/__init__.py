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
from sakip.beranda.muat.bentuk.evaluasi import (
    BentukCatatanKomponen,
    BentukLaporanTindakLanjut,
    BentukLhe,
    BentukRekomendasi,
    BentukRencanaTindakLanjut,
)
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
    "BAGIAN_RENCANA",
    "BentukAksi",
    "BentukAkun",
    "BentukAnalisis",
    "BentukAnggaran",
    "BentukBagian",
    "BentukCatatanKomponen",
    "BentukDukungan",
    "BentukIndikator",
    "BentukIndikatorAnggaran",
    "BentukJendela",
    "BentukKegiatan",
    "BentukLaporan",
    "BentukLaporanTindakLanjut",
    "BentukLhe",
    "BentukOrang",
    "BentukPejabat",
    "BentukPemda",
    "BentukPerjanjian",
    "BentukPkBaris",
    "BentukPkProgram",
    "BentukProgram",
    "BentukRealisasi",
    "BentukRekomendasi",
    "BentukRencanaAksi",
    "BentukRencanaIndikator",
    "BentukRencanaTindakLanjut",
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
    "ContohRencana",
    "Isian",
    "baca_isian",
    "semua_indikator",
    "semua_simpul",
]


class Contoh(Bentuk, frozen=True):
    """An example without a plan: its people, and what was evaluated.

    `organisasi` names the example that pemda, unit and akun were taken from, where they are.
    """

    pemda: BentukPemda
    unit: BentukUnit
    akun: BentukAkun
    organisasi: str = ""
    jendela: list[BentukJendela] = []
    lhe: list[BentukLhe] = []


class ContohRencana(Contoh, frozen=True, kw_only=True):
    """One with its Renstra and all that hangs on it."""

    renstra: BentukRenstra
    anggaran: BentukAnggaran
    dukungan: list[BentukDukungan] = []
    perjanjian: list[BentukPerjanjian] = []
    rencana_aksi: list[BentukRencanaAksi] = []
    realisasi: list[BentukRealisasi] = []
    laporan: BentukLaporan | None = None


BAGIAN_RENCANA = frozenset(ContohRencana.__struct_fields__) - frozenset(Contoh.__struct_fields__)
