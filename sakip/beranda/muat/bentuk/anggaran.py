"""The budget of a year: its versions, its tree, and what of it supports which indikator."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from perencanaan.models.anggaran import BELANJA_SEMUA
from sakip.beranda.muat.bentuk.dasar import Bentuk


class BentukIndikatorAnggaran(Bentuk, frozen=True):
    """An indikator of a node, with its targets in the DPA and in the changed one (DPPA).

    Without a `kunci` the code of its node is its identity. From `capaian_tercetak` (percent, as
    printed) and the target of the DPPA the realisasi of the year is derived.
    """

    nama: str
    satuan: str
    dpa: Decimal | None = None
    dppa: Decimal | None = None
    kunci: str = ""
    cara: str = "kumulatif"
    capaian_tercetak: Decimal | None = None


class BentukSimpulAnggaran(Bentuk, frozen=True):
    kode: str
    nama: str
    indikator: list[BentukIndikatorAnggaran] = []


class BentukSubKegiatan(BentukSimpulAnggaran, frozen=True, kw_only=True):
    """`pagu` in the last version of the budget, all of it of one jenis belanja."""

    pagu: Decimal | None = None
    belanja: str = BELANJA_SEMUA


class BentukKegiatan(BentukSimpulAnggaran, frozen=True, kw_only=True):
    """`pagu_terakhir` is the ceiling in the last version of the budget.

    Where it is left out, the pagu of the sub kegiatan make it.
    """

    pagu_terakhir: Decimal | None = None
    realisasi: Decimal | None = None
    sub_kegiatan: list[BentukSubKegiatan] = []

    def pagu(self) -> Decimal:
        """In rupiah; 0 where none is known."""
        if self.pagu_terakhir is not None:
            return self.pagu_terakhir
        return sum((s.pagu for s in self.sub_kegiatan if s.pagu is not None), Decimal(0))


class BentukProgram(BentukSimpulAnggaran, frozen=True, kw_only=True):
    """`pagu` in each version of the budget; `bidang` answers for all that is below."""

    pagu: list[Decimal]
    kegiatan: list[BentukKegiatan]
    bidang: str = ""


class BentukVersiAnggaran(Bentuk, frozen=True):
    ke: int
    jenis: str
    tanggal: date | None = None
    catatan: str = ""


class BentukTahunLain(Bentuk, frozen=True):
    """A year of which only the total is known."""

    tahun: int
    pagu: Decimal
    catatan: str = ""


class BentukBelanja(Bentuk, frozen=True):
    """What was spent on one jenis belanja, by its code."""

    kode: str
    jumlah: Decimal


class BentukAnggaran(Bentuk, frozen=True):
    """`sumber_capaian` names the table that the `capaian_tercetak` come from.

    `realisasi_belanja` is the year's realisasi of the whole unit, where it is not known by program.
    `frekuensi` is that of every indikator below.
    """

    tahun: int
    nomenklatur: str
    versi: list[BentukVersiAnggaran]
    program: list[BentukProgram]
    tahun_lain: list[BentukTahunLain] = []
    sumber_capaian: str = ""
    realisasi_belanja: list[BentukBelanja] = []
    frekuensi: str = "tahunan"


class BentukSimpulDukungan(Bentuk, frozen=True):
    kode: str
    menunjang: bool = True
    catatan: str = ""


class BentukDukungan(Bentuk, frozen=True):
    """What of the budget tree supports an indikator in a year, by its codes."""

    tahun: int
    indikator: str
    simpul: list[BentukSimpulDukungan]


def semua_simpul(anggaran: BentukAnggaran) -> Iterator[BentukSimpulAnggaran]:
    """Every node of the tree, each followed by what is below it."""
    for program in anggaran.program:
        yield program
        for kegiatan in program.kegiatan:
            yield kegiatan
            yield from kegiatan.sub_kegiatan
