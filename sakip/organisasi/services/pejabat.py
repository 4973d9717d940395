"""Officials, and the posts they hold for a time."""

from django.core.exceptions import ValidationError
from django.db import transaction

from sakip.jejak.aksi import Aksi
from sakip.jejak.simpan import simpan
from sakip.organisasi.models import Pejabat, Penempatan, Pengguna
from sakip.organisasi.permissions import boleh_mengelola
from sakip.organisasi.services.dasar import wajib


def simpan_pejabat(pejabat: Pejabat, *, oleh: Pengguna, versi: int | None = None) -> None:
    """Raises HakKurang, SudahBerubah."""
    wajib(boleh_mengelola(oleh, pejabat.pemda))
    aksi = Aksi.PEJABAT_DIBUAT if pejabat._state.adding else Aksi.PEJABAT_DIUBAH
    simpan(pejabat, oleh=oleh, aksi=aksi, versi=versi)


def simpan_penempatan(penempatan: Penempatan, *, oleh: Pengguna, versi: int | None = None) -> None:
    """Raises HakKurang, ValidationError (a unit of another pemda), SudahBerubah."""
    pemda = penempatan.pejabat.pemda
    wajib(boleh_mengelola(oleh, pemda))
    if penempatan.unit is not None and penempatan.unit.pemda_id != pemda.pk:
        raise ValidationError({"unit": "Unit ini milik pemerintah daerah lain."})
    aksi = Aksi.PENEMPATAN_DIBUAT if penempatan._state.adding else Aksi.PENEMPATAN_DIUBAH
    with transaction.atomic():
        simpan(penempatan, oleh=oleh, aksi=aksi, versi=versi, unit_id=penempatan.unit_id)
