"""The first admin of an installation or of a pemda, made by whoever keeps the server.

No installation comes with an account; every other one is made by an admin in the browser.
"""

from dataclasses import dataclass

from django.contrib.auth.hashers import make_password
from django.core.exceptions import ValidationError
from django.db import transaction

from sakip.jejak.aksi import Aksi
from sakip.jejak.simpan import simpan
from sakip.lib import waktu
from sakip.lib.galat import TidakAda
from sakip.organisasi.models import Pemda, Pengguna, Penugasan
from sakip.organisasi.peran import Peran
from sakip.organisasi.services.dasar import periksa_kode
from sakip.organisasi.services.tautan import buat_tautan


@dataclass(frozen=True)
class PemdaBaru:
    """A pemda that is made along with its first admin."""

    nama: str
    jenis: str
    sebutan_kepala: str
    kedudukan: str
    zona: str


@dataclass(frozen=True)
class AdminBaru:
    """The account, its pemda, and the path of the link with which its owner sets a password."""

    akun: Pengguna
    pemda: Pemda
    tautan: str


def buat_admin(
    *, nama_pengguna: str, nama: str, kode_pemda: str, pemda_baru: PemdaBaru | None = None
) -> AdminBaru:
    """Make an account without password that is admin of a pemda from today on, by the system.

    Raises TidakAda (no such pemda) and ValidationError; nothing is written then.
    """
    with transaction.atomic():
        pemda = _pemda(kode_pemda, pemda_baru)
        akun = _akun(nama_pengguna, nama, pemda)
        # the day by which roles are in force, whatever the zone of the pemda
        hari = waktu.hari_ini("Asia/Jakarta")
        tugas = Penugasan(pengguna=akun, peran=Peran.ADMIN, pemda=pemda, dari=hari)
        simpan(tugas, oleh=None, aksi=Aksi.PENUGASAN_DIBUAT)
        tautan = buat_tautan(akun, oleh=None)
    return AdminBaru(akun, pemda, tautan)


def _pemda(kode: str, baru: PemdaBaru | None) -> Pemda:
    """The pemda of a code, made first when it is to be."""
    ada = Pemda.objects.filter(kode=kode).first()
    if baru is None:
        if ada is None:
            raise TidakAda(f"Pemda “{kode}” tidak ada. Buat sekaligus dengan --buat-pemda.")
        return ada
    if ada is not None:
        raise ValidationError(f"Pemda “{kode}” sudah ada. Jalankan tanpa --buat-pemda.")
    periksa_kode("kode", kode, "kota-pasuruan")
    pemda = Pemda(
        kode=kode,
        nama=baru.nama,
        jenis=baru.jenis,
        sebutan_kepala=baru.sebutan_kepala,
        kedudukan=baru.kedudukan,
        zona=baru.zona,
    )
    pemda.full_clean()
    simpan(pemda, oleh=None, aksi=Aksi.PEMDA_DIBUAT)
    return pemda


def _akun(nama_pengguna: str, nama: str, pemda: Pemda) -> Pengguna:
    periksa_kode("nama_pengguna", nama_pengguna, "budi-utomo2")
    if Pengguna.objects.filter(nama_pengguna=nama_pengguna).exists():
        raise ValidationError(f"Nama pengguna “{nama_pengguna}” sudah dipakai. Pilih yang lain.")
    akun = Pengguna(nama_pengguna=nama_pengguna, nama=nama, pemda=pemda)
    akun.password = make_password(None)
    akun.full_clean()
    simpan(akun, oleh=None, aksi=Aksi.AKUN_DIBUAT)
    return akun
