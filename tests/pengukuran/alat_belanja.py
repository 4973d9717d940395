"""A small budget of the office: a program of each bidang, one of them split down to its parts."""

from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from typing import Any

from pengukuran.models import RealisasiAnggaran
from pengukuran.services.anggaran import SelBelanja, lembar_belanja, simpan_belanja
from pengukuran.services.sel import JawabanSel
from perencanaan.models import Pagu, Simpul, VersiAnggaran
from sakip.organisasi.models import Pengguna
from tests.pengukuran.alat_isian import TAHUN, Kantor
from tests.perencanaan.pabrik_rencana import buat_simpul


@dataclass(frozen=True)
class Kas:
    """`sub` has 100 rupiah of two sources, `dirinci` 60 and 40 by jenis belanja, `lain` 70."""

    kantor: Kantor
    versi: VersiAnggaran
    sub: Simpul
    dirinci: Simpul
    lain: Simpul

    def sel(self, bulan: int = 3, milik: str = "sub", kode: str = "5") -> SelBelanja:
        return SelBelanja(self.kantor.unit, getattr(self, milik).pk, TAHUN, bulan, kode)

    def isi(self, teks: str, semula: str = "", oleh: str = "operator", **sel: Any) -> JawabanSel:
        """Save an amount as somebody who has just opened the page."""
        return simpan_di_halaman(self.sel(**sel), teks, semula, self.kantor[oleh])

    def tersimpan(self, bulan: int = 3) -> dict[tuple[str, str], Decimal]:
        baris = RealisasiAnggaran.objects.filter(tahun=TAHUN, bulan=bulan)
        return {(b.simpul.nama, str(b.jenis_belanja_id)): b.jumlah for b in baris}


def simpan_di_halaman(sel: SelBelanja, teks: str, semula: str, oleh: Pengguna) -> JawabanSel:
    """Save an amount with the page of its triwulan as it is now."""
    lembar = lembar_belanja(sel.unit, sel.tahun, sel.bulan, oleh)
    return simpan_belanja(sel, teks=teks, semula=semula, oleh=oleh, lembar=lembar)


def buat_kas(kantor: Kantor) -> Kas:
    versi = kantor.polos.renstra_versi
    anggaran = VersiAnggaran.objects.create(unit=kantor.unit, tahun=TAHUN, ke=1, jenis="murni")
    buat = partial(buat_simpul, versi)
    program = buat("program", kode="1.01", nama="Program satu", bidang=kantor.bidang)
    kegiatan = buat("kegiatan", program, kode="1.01.1", nama="Kegiatan")
    sub, dirinci = (
        buat("sub_kegiatan", kegiatan, kode=f"1.01.1.{ke}", nama=f"Sub {ke}") for ke in (1, 2)
    )
    lain = buat("program", kode="1.02", nama="Program lain", bidang=kantor.bidang_lain)
    for simpul, kode, dana, jumlah in (
        (sub, "5", "APBD", 50), (sub, "5", "DAK", 50), (dirinci, "5.1.01", "APBD", 60),
        (dirinci, "5.2", "APBD", 40), (lain, "5", "APBD", 70), (program, "5", "APBD", 200),
    ):  # fmt: skip
        Pagu.objects.create(
            versi_anggaran=anggaran, simpul=simpul, jenis_belanja_id=kode, sumber_dana=dana,
            jumlah=Decimal(jumlah),
        )  # fmt: skip
    return Kas(kantor, anggaran, sub, dirinci, lain)
