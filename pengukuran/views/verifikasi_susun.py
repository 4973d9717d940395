"""What the pages of submitting and verifying have in common: where one is, and rows as they show."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import IntEnum
from typing import cast

from django.http import HttpRequest

from pengukuran.hitung.kesiapan import SEBUTAN_KODE, Temuan
from pengukuran.hitung.kolom import Kolom, kolom_variabel, sebut_kolom
from pengukuran.models import Realisasi
from pengukuran.queries.angka_isian import (
    PERSEN,
    angka_capaian_isian,
    angka_isian,
    angka_target_isian,
    angka_target_sampai,
    sebut_periode,
)
from pengukuran.queries.lembar_isian import BERISI, BarisIsian, triwulan_isian
from pengukuran.queries.meja_verifikasi import BarisMeja, Meja, meja_triwulan
from pengukuran.services.kesiapan import Kesiapan, kesiapan_baris
from pengukuran.status import StatusRealisasi
from pengukuran.views.jendela import keterangan_jendela
from pengukuran.views.susun_isi import nama_kotak
from perencanaan.hitung.nilai import JenisNilai
from perencanaan.models import IndikatorVersi
from perencanaan.queries.ruang import RuangKerja
from perencanaan.queries.saat import bulan_triwulan, sebut_triwulan
from perencanaan.views.dasar import buka
from sakip.dokumen.angka import Angka
from sakip.lib.galat import TidakAda
from sakip.organisasi.models import Pengguna

DIGIT_NOMOR = 9
# sign of the kit for each state; None is a period of which nothing was entered
TANDA_STATUS = {
    None: ("menunggu", "belum diisi"),
    StatusRealisasi.DRAF: ("berjalan", "draf, belum diajukan"),
    StatusRealisasi.DIKEMBALIKAN: ("dikembalikan", "dikembalikan"),
    StatusRealisasi.DIAJUKAN: ("berjalan", "menunggu verifikasi"),
    StatusRealisasi.DIVERIFIKASI: ("berjalan", "menunggu persetujuan"),
    StatusRealisasi.DISETUJUI: ("selesai", "disetujui"),
}


class Risiko(IntEnum):
    """Why a verifier looks at a row, the gravest first."""

    TEMUAN = 0
    BELUM_DIUKUR = 1
    PERNAH_DIKEMBALIKAN = 2
    RENDAH = 3


SEBUTAN_RISIKO = {
    Risiko.TEMUAN: ("terlambat", "perlu dilihat"),
    Risiko.BELUM_DIUKUR: ("terlambat", "belum diukur"),
    Risiko.PERNAH_DIKEMBALIKAN: ("dikembalikan", "pernah dikembalikan"),
    Risiko.RENDAH: ("menunggu", "risiko rendah"),
}


@dataclass(frozen=True)
class SelTampil:
    """One cell as read: its name, its figure or its text; `perlu` where it is missing.

    `diminta`: it is missing, and asked for before the row can be submitted.
    """

    kolom: str
    sebutan: str
    angka: Angka | None = None
    teks: str = ""
    satuan: str = ""
    perlu: bool = False
    jangkar: str = ""
    diminta: bool = False


@dataclass(frozen=True)
class TemuanTampil:
    """A finding with the note that explains it, as stored and as typed."""

    temuan: Temuan
    sebutan: str
    catatan: str
    ketikan: str
    galat: str = ""


@dataclass(frozen=True)
class BarisTampil:
    """One row as the pages show it; `kesiapan` is None while nothing is stored."""

    sumber: BarisMeja
    masa: str
    target: Angka
    sampai: Angka
    realisasi: Angka
    capaian: Angka
    lalu: Angka | None
    tahun_lalu: Angka
    sel: tuple[SelTampil, ...]
    kesiapan: Kesiapan | None
    tanda: tuple[str, str]
    terlambat: bool
    temuan: tuple[TemuanTampil, ...] = ()

    @property
    def rumusan(self) -> IndikatorVersi:
        return self.sumber.isian.rumusan

    @property
    def nama(self) -> str:
        return self.rumusan.nama

    @property
    def bulan(self) -> int:
        return self.sumber.isian.bulan

    @property
    def realisasi_baris(self) -> Realisasi | None:
        return self.sumber.realisasi

    @property
    def pk(self) -> int:
        """0 while nothing is stored."""
        return self.sumber.realisasi.pk if self.sumber.realisasi else 0

    @property
    def siap(self) -> bool:
        return self.kesiapan is not None and self.kesiapan.siap

    @property
    def risiko(self) -> Risiko:
        siap = self.kesiapan
        if siap is None or siap.temuan:
            return Risiko.TEMUAN
        if siap.belum_diukur:
            return Risiko.BELUM_DIUKUR
        return Risiko.PERNAH_DIKEMBALIKAN if siap.pernah_dikembalikan else Risiko.RENDAH

    @property
    def tanda_risiko(self) -> tuple[str, str]:
        return SEBUTAN_RISIKO[self.risiko]


@dataclass(frozen=True)
class PilihanTriwulan:
    nomor: int
    kini: bool


def buka_meja(
    permintaan: HttpRequest, kode: str, tahun: int, bulan: int | None = None
) -> tuple[RuangKerja, Meja]:
    """Where the person works, and the triwulan of the address, or of `bulan`. Raises TidakAda."""
    kerja = buka(permintaan, kode, tahun)
    nomor = kerja.triwulan or triwulan_isian(kerja.unit, tahun)
    if bulan is not None:
        nomor = next((n for n in kerja.daftar_triwulan if bulan <= bulan_triwulan(n)), 0)
        if not nomor or not bulan:
            raise TidakAda(f"Bulan {bulan} tidak ada. Pilih dari daftar di halaman verifikasi.")
    return kerja, meja_triwulan(kerja.unit, tahun, nomor, cast("Pengguna", permintaan.user))


def konteks_meja(kerja: RuangKerja, meja: Meja) -> dict[str, object]:
    """What the head of each of these pages says."""
    disetujui = len(meja.berstatus(StatusRealisasi.DISETUJUI))
    return {
        "kerja": kerja,
        # not the period of the whole workplace: one that nobody chose must not follow to other pages
        "triwulan": meja.triwulan,
        "masa": sebut_triwulan(meja.triwulan, meja.tahun),
        "pilihan_triwulan": tuple(
            PilihanTriwulan(satu, satu == meja.triwulan) for satu in kerja.daftar_triwulan
        ),
        "jendela": keterangan_jendela(meja.jendela),
        "banyaknya": len(meja.baris),
        "disetujui": disetujui,
    }


def siap_baris(baris: Iterable[BarisMeja]) -> dict[int, Kesiapan]:
    return kesiapan_baris(satu.realisasi for satu in baris if satu.realisasi is not None)


def tampilkan(
    meja: Meja, baris: BarisMeja, siap: Mapping[int, Kesiapan], ketikan: "Ketikan | None" = None
) -> BarisTampil:
    """One row with its figures; `ketikan` are the notes that were typed and not stored."""
    milik, isian, tahun = baris.realisasi, baris.isian, meja.tahun
    hasil = siap.get(milik.pk) if milik else None
    rumusan = isian.rumusan
    return BarisTampil(
        sumber=baris,
        masa=sebut_periode(rumusan, isian.bulan, tahun),
        target=angka_target_isian(isian, tahun),
        sampai=angka_target_sampai(isian, tahun),
        realisasi=angka_isian(rumusan, tahun, isian.bulan, milik, isian.kembali),
        capaian=angka_capaian_isian(isian, tahun),
        lalu=angka_isian(rumusan, tahun, isian.lalu.bulan, isian.lalu, isian.kembali)
        if isian.lalu
        else None,
        tahun_lalu=angka_isian(rumusan, tahun - 1, isian.bulan, isian.tahun_lalu, isian.kembali),
        sel=_ditandai(isian, _sel(baris, tahun), hasil),
        kesiapan=hasil,
        tanda=TANDA_STATUS[baris.status],
        terlambat=milik is not None and meja.jendela.terlambat(milik.diajukan_pada),
        temuan=_temuan(milik.pk, hasil, ketikan or {}) if milik and hasil else (),
    )


# by row and code of the finding: what was typed, and why it is not stored
Ketikan = Mapping[tuple[int, str], tuple[str, str]]


def _temuan(pk: int, hasil: Kesiapan, ketikan: Ketikan) -> tuple[TemuanTampil, ...]:
    semua = []
    for satu in hasil.temuan:
        catatan = hasil.catatan.get(satu.kode, "")
        isi, galat = ketikan.get((pk, satu.kode), (catatan, ""))
        semua.append(TemuanTampil(satu, SEBUTAN_KODE[satu.kode], catatan, isi, galat))
    return tuple(semua)


def _ditandai(
    isian: BarisIsian, sel: Iterable[SelTampil], hasil: Kesiapan | None
) -> tuple[SelTampil, ...]:
    """The cells with their place on the page of entry, and whether each is asked for."""
    ditanya = {satu.kolom for satu in hasil.temuan} if hasil else {Kolom.NILAI}
    return tuple(
        replace(
            satu,
            jangkar=nama_kotak(isian.indikator, isian.bulan, satu.kolom),
            diminta=satu.perlu and satu.kolom in ditanya,
        )
        for satu in sel
    )


def _sel(baris: BarisMeja, tahun: int) -> Iterable[SelTampil]:
    """Every cell of a row that has something to say; what is due and empty is marked."""
    milik, isian = baris.realisasi, baris.isian
    langsung = milik is not None and milik.tanpa_variabel
    for satu in isian.bahan.variabel.values() if not langsung else ():
        kolom = kolom_variabel(satu.nama)
        teks = isian.sel[kolom].isi
        yield SelTampil(kolom, satu.label, teks=teks, satuan=satu.satuan, perlu=not teks)
    terisi = milik is not None and milik.jenis in BERISI
    nilai = angka_isian(isian.rumusan, tahun, isian.bulan, milik, isian.kembali) if terisi else None
    # a percentage is printed with its sign
    satuan = "" if isian.rumusan.satuan.casefold() in PERSEN else isian.rumusan.satuan
    yield SelTampil(Kolom.NILAI, "Realisasi", nilai, satuan=satuan, perlu=not terisi)
    if milik is None:
        return
    if milik.tanpa_variabel:
        yield SelTampil(Kolom.TANPA_VARIABEL, "Variabel tidak tersedia", teks="ya")
    if milik.alasan or milik.nilai == 0:
        diukur = milik.jenis != JenisNilai.BELUM_DIUKUR
        kolom = Kolom.ALASAN if diukur else Kolom.BELUM_DIUKUR
        yield SelTampil(kolom, "Alasan", teks=milik.alasan, perlu=not milik.alasan)
    for nama in (Kolom.KETERANGAN, Kolom.PENDUKUNG, Kolom.PENGHAMBAT, Kolom.UPAYA):
        teks = isian.sel[nama].isi
        if teks or nama != Kolom.KETERANGAN:
            yield SelTampil(nama, sebut_kolom(nama).capitalize(), teks=teks, perlu=not teks)


def nomor(teks: str) -> int:
    """A row's number as a form sends it. Raises TidakAda for what is none."""
    if not (teks.isascii() and teks.isdigit() and len(teks) <= DIGIT_NOMOR):
        raise TidakAda("Isian yang dikirim tidak dikenal. Muat ulang halamannya.")
    return int(teks)
