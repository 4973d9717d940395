"""Perjanjian Kinerja and Rencana Aksi of an example."""

from datetime import date
from decimal import Decimal

from sakip.beranda.muat.bentuk.dasar import Bentuk, Isian


class BentukPkBaris(Bentuk, frozen=True):
    """A row as the agreement prints it; `alasan` tells why its target is `-` or a label."""

    indikator: str
    nama: str
    sasaran: str
    satuan: str
    target: Isian
    alasan: str = ""


class BentukPkProgram(Bentuk, frozen=True):
    kode: str
    nama: str
    sesudah: Decimal
    sebelum: Decimal | None = None


class BentukPerjanjian(Bentuk, frozen=True):
    """`anggaran_sebelum` and `anggaran_sesudah` name versions of the year's budget by their `ke`.

    `jumlah_…` are the totals as printed. Who signs are the officials in office on that day.
    """

    tahun: int
    ke: int
    tanggal_tanda_tangan: date
    anggaran_sesudah: int
    jumlah_sesudah: Decimal
    baris: list[BentukPkBaris]
    program: list[BentukPkProgram]
    anggaran_sebelum: int | None = None
    jumlah_sebelum: Decimal | None = None
    dasar_perubahan: str = ""
    tanggal_perubahan: date | None = None


class BentukRencanaIndikator(Bentuk, frozen=True):
    """The targets of one indikator, one for each period of the year."""

    kunci: str
    cara: str
    target: list[Isian]
    alasan: str = ""


class BentukLangkah(Bentuk, frozen=True):
    """One thing to do, and the triwulan (1 to 4) that are ticked."""

    uraian: str
    tw: list[int]


class BentukAksi(Bentuk, frozen=True):
    """What is done for a node of the budget tree, whose bidang answers for it."""

    simpul: str
    langkah: list[BentukLangkah]


class BentukRencanaAksi(Bentuk, frozen=True):
    """`perjanjian` is the `ke` of the agreement; `alasan` serves every `-` without its own.

    `alasan_label` tells why some targets are a label and no figure.
    """

    tahun: int
    ke: int
    perjanjian: int
    berlaku_dari: date
    frekuensi: str
    indikator: list[BentukRencanaIndikator]
    alasan: str = ""
    alasan_label: str = ""
    catatan: str = ""
    aksi: list[BentukAksi] = []
