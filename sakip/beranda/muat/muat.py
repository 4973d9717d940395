"""One example into the database, all or nothing."""

from pathlib import Path

from django.core.exceptions import ValidationError
from django.db import transaction

from perencanaan.models import RenstraVersi
from sakip.beranda.muat.anggaran import (
    PemuatAnggaran,
    muat_dukungan,
    muat_tahun_lain,
)
from sakip.beranda.muat.baca import baca_contoh, berkas_contoh, daftar_contoh
from sakip.beranda.muat.bentuk import Contoh, ContohRencana
from sakip.beranda.muat.evaluasi import muat_lhe
from sakip.beranda.muat.galat import ContohSalah
from sakip.beranda.muat.laporan import muat_laporan
from sakip.beranda.muat.organisasi import muat_akun, muat_jendela, muat_pemda, muat_unit
from sakip.beranda.muat.pasang import Pemasang
from sakip.beranda.muat.perjanjian import muat_perjanjian
from sakip.beranda.muat.realisasi import muat_realisasi
from sakip.beranda.muat.rencana_aksi import muat_rencana_aksi
from sakip.beranda.muat.renstra import muat_renstra
from sakip.beranda.muat.tempat import Tempat
from sakip.lib.transisi import CatatanKurang, DidahuluiOrangLain, HakKurang, KeadaanSalah

TIDAK_DAPAT_DITETAPKAN = (KeadaanSalah, HakKurang, CatatanKurang, DidahuluiOrangLain)
__all__ = ["berkas_contoh", "daftar_contoh", "muat_contoh"]


def muat_contoh(berkas: Path, *, akun_aktif: bool) -> tuple[Contoh, Pemasang]:
    """Load a file or folder; what it says wins over what is stored.

    Except what was signed, and windows that are set already. Raises ContohSalah, nothing written.
    """
    contoh = baca_contoh(berkas)
    pemasang = Pemasang()
    try:
        with transaction.atomic():
            _pasang_semua(contoh, pemasang, akun_aktif=akun_aktif)
    except ValidationError as salah:
        raise ContohSalah(f"Isi {berkas} ditolak: {' '.join(salah.messages)}") from salah
    except TIDAK_DAPAT_DITETAPKAN as salah:
        raise ContohSalah(f"Isi {berkas} tidak dapat ditetapkan: {salah}") from salah
    return contoh, pemasang


def _pasang_semua(contoh: Contoh, pemasang: Pemasang, *, akun_aktif: bool) -> None:
    pemda = muat_pemda(contoh.pemda, pemasang)
    unit, bagian, pejabat = muat_unit(contoh.unit, pemda, pemasang)
    pencatat = muat_akun(contoh.akun, pemda, pemasang, aktif=akun_aktif)
    tempat = Tempat(unit, bagian, pejabat, pencatat, pemasang)
    if isinstance(contoh, ContohRencana):
        _pasang_rencana(contoh, tempat)
    for jendela in contoh.jendela:
        muat_jendela(jendela, pemda, pemasang)
    for lhe in contoh.lhe:
        muat_lhe(lhe, tempat)


def _pasang_rencana(contoh: ContohRencana, tempat: Tempat) -> None:
    versi = muat_renstra(contoh.renstra, tempat)
    simpul = PemuatAnggaran(contoh.anggaran, _berlaku(versi, contoh.anggaran.tahun), tempat).muat()
    for tahun_lain in contoh.anggaran.tahun_lain:
        muat_tahun_lain(tahun_lain, _berlaku(versi, tahun_lain.tahun), tempat)
    for dukungan in contoh.dukungan:
        muat_dukungan(dukungan, simpul, tempat)
    perjanjian = {satu.ke: muat_perjanjian(satu, simpul, tempat) for satu in contoh.perjanjian}
    for rencana in contoh.rencana_aksi:
        muat_rencana_aksi(rencana, perjanjian, simpul, tempat)
    for realisasi in contoh.realisasi:
        muat_realisasi(realisasi, _berlaku(versi, realisasi.tahun), tempat)
    if contoh.laporan is not None:
        muat_laporan(contoh.laporan, tempat)


def _berlaku(versi: list[RenstraVersi], tahun: int) -> RenstraVersi:
    return max(
        (satu for satu in versi if satu.mulai_tahun <= tahun), key=lambda satu: satu.mulai_tahun
    )
