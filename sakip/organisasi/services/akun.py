"""Accounts, their roles and their sessions.

A session carries `sesi_ke` of its account; counting it on ends every session and every unused
link of that person at the next request.
"""

from axes.utils import reset as lupakan_percobaan
from django.contrib.auth.hashers import make_password
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F

from sakip.jejak.aksi import Aksi
from sakip.jejak.catat import catat
from sakip.jejak.simpan import simpan
from sakip.lib.izin import Boleh, Izin, Tolak
from sakip.organisasi.models import Pengguna, Penugasan
from sakip.organisasi.permissions import boleh_mengelola, boleh_mengubah_akun
from sakip.organisasi.services.dasar import periksa_kode, wajib
from sakip.organisasi.services.sidik import sidik_nama


def simpan_akun(akun: Pengguna, *, oleh: Pengguna, versi: int | None = None) -> None:
    """Write a new or an edited account; switching it off ends its sessions.

    A new one has no password: its owner sets one through a link. Raises HakKurang,
    ValidationError (the spelling of the name for signing in), SudahBerubah.
    """
    if akun._state.adding:
        wajib(boleh_mengelola(oleh, akun.pemda))
        periksa_kode("nama_pengguna", akun.nama_pengguna, "budi-utomo2")
        akun.password = make_password(None)
        simpan(akun, oleh=oleh, aksi=Aksi.AKUN_DIBUAT)
        return
    wajib(_boleh_menyimpan(akun, oleh))
    with transaction.atomic():
        _segarkan(akun)
        simpan(akun, oleh=oleh, aksi=Aksi.AKUN_DIUBAH, versi=versi)
        if not akun.is_active:
            _akhiri_sesi(akun)


def simpan_surel(akun: Pengguna, *, oleh: Pengguna, versi: int) -> None:
    """One's own address for reminders. Raises HakKurang, SudahBerubah."""
    wajib(_boleh_mengatur_surel(oleh, akun))
    with transaction.atomic():
        _segarkan(akun)
        simpan(akun, oleh=oleh, aksi=Aksi.AKUN_DIUBAH, versi=versi)


def _boleh_mengatur_surel(oleh: Pengguna, akun: Pengguna) -> Izin:
    if oleh.pk == akun.pk:
        return Boleh()
    return Tolak("Surel seseorang diatur pemiliknya, atau admin di halaman akunnya.")


def _segarkan(akun: Pengguna) -> None:
    """Take over what no form holds: saving a name must not undo a password or an ended session."""
    kini = Pengguna.objects.select_for_update().get(pk=akun.pk)
    akun.password, akun.sesi_ke, akun.last_login = kini.password, kini.sesi_ke, kini.last_login


def _boleh_menyimpan(akun: Pengguna, oleh: Pengguna) -> Izin:
    """One's own name may be mended; whether the account is open is decided by another admin."""
    if akun.is_active == Pengguna.objects.values_list("is_active", flat=True).get(pk=akun.pk):
        return boleh_mengelola(oleh, akun.pemda)
    return boleh_mengubah_akun(oleh, akun)


def simpan_penugasan(tugas: Penugasan, *, oleh: Pengguna, versi: int | None = None) -> None:
    """Give or change a role; the person's sessions end, since rights changed.

    Raises HakKurang, ValidationError (a place in another pemda, a role held twice), SudahBerubah.
    """
    akun = tugas.pengguna
    wajib(boleh_mengubah_akun(oleh, akun))
    aksi = Aksi.PENUGASAN_DIBUAT if tugas._state.adding else Aksi.PENUGASAN_DIUBAH
    with transaction.atomic():
        # of two admins who give the same role at once, the second sees what the first gave
        Pengguna.objects.select_for_update().get(pk=akun.pk)
        _periksa_tempat(tugas)
        simpan(tugas, oleh=oleh, aksi=aksi, versi=versi, unit_id=tugas.unit_id)
        _akhiri_sesi(akun)


def akhiri_sesi(akun: Pengguna, *, oleh: Pengguna) -> None:
    """End every session of a person: one's own, or as an admin. Raises HakKurang."""
    if akun.pk != oleh.pk:
        wajib(boleh_mengelola(oleh, akun.pemda))
    with transaction.atomic():
        _akhiri_sesi(akun)
        catat(Aksi.SESI_DIAKHIRI, akun, oleh=oleh)


def buka_kunci(akun: Pengguna, *, oleh: Pengguna) -> None:
    """Let a person try again who mistyped the password too often. Raises HakKurang."""
    wajib(boleh_mengelola(oleh, akun.pemda))
    with transaction.atomic():
        lupakan_percobaan(username=sidik_nama(akun.nama_pengguna))
        catat(Aksi.KUNCI_DIBUKA, akun, oleh=oleh)


def _akhiri_sesi(akun: Pengguna) -> None:
    Pengguna.objects.filter(pk=akun.pk).update(sesi_ke=F("sesi_ke") + 1)
    akun.refresh_from_db(fields=["sesi_ke"])


def _periksa_tempat(tugas: Penugasan) -> None:
    akun = tugas.pengguna
    pemda = tugas.unit.pemda_id if tugas.unit else tugas.pemda_id
    if pemda != akun.pemda_id:
        tempat = "unit" if tugas.unit else "pemda"
        raise ValidationError({tempat: f"{akun.nama} adalah pengguna pemerintah daerah lain."})
    serupa = Penugasan.objects.filter(
        pengguna=akun, peran=tugas.peran, unit=tugas.unit, pemda=tugas.pemda
    ).exclude(pk=tugas.pk)
    if any(_bertumpang(tugas, lain) for lain in serupa):
        raise ValidationError("Peran ini sudah dipegangnya di tempat yang sama pada masa itu.")


def _bertumpang(satu: Penugasan, lain: Penugasan) -> bool:
    """Whether two roles are held on a common day; an open end is never over."""
    mulai_sebelum_lain_usai = lain.sampai is None or satu.dari <= lain.sampai
    lain_mulai_sebelum_usai = satu.sampai is None or lain.dari <= satu.sampai
    return mulai_sebelum_lain_usai and lain_mulai_sebelum_usai
