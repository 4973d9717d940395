"""One example file into the database, all or nothing."""

from pathlib import Path

from django.core.exceptions import ValidationError
from django.db import transaction

from sakip.beranda.muat.baca import ContohSalah, baca_contoh
from sakip.beranda.muat.bentuk import Contoh, semua_indikator
from sakip.beranda.muat.kinerja import PemuatKinerja
from sakip.beranda.muat.organisasi import muat_akun, muat_pemda, muat_unit
from sakip.beranda.muat.pasang import Pemasang

FOLDER_CONTOH = Path(__file__).resolve().parent.parent / "contoh"


def daftar_contoh() -> list[str]:
    return sorted(berkas.stem for berkas in FOLDER_CONTOH.glob("*.toml"))


def berkas_contoh(nama: str) -> Path:
    return FOLDER_CONTOH / f"{nama}.toml"


def muat_contoh(berkas: Path, *, akun_aktif: bool) -> tuple[Contoh, Pemasang]:
    """Load a file; what it says wins over what is stored. Raises ContohSalah, nothing written."""
    contoh = baca_contoh(berkas)
    pemasang = Pemasang()
    try:
        with transaction.atomic():
            _pasang_semua(contoh, pemasang, akun_aktif=akun_aktif)
    except ValidationError as salah:
        raise ContohSalah(f"Isi {berkas} ditolak: {' '.join(salah.messages)}") from salah
    return contoh, pemasang


def _pasang_semua(contoh: Contoh, pemasang: Pemasang, *, akun_aktif: bool) -> None:
    pemda = muat_pemda(contoh.pemda, pemasang)
    unit = muat_unit(contoh.unit, pemda, pemasang)
    pencatat = muat_akun(contoh.akun, pemda, pemasang, aktif=akun_aktif)
    kinerja = PemuatKinerja(unit, pencatat, pemasang)
    versi = kinerja.muat_renstra(contoh.renstra)
    kinerja.muat_anggaran(contoh.anggaran, versi)
    for indikator in semua_indikator(contoh.renstra.versi):
        kinerja.muat_dukungan(indikator, versi)
