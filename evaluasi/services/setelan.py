"""How a pemda counts its follow-up."""

from django.db import transaction

from evaluasi.models import SetelanEvaluasi
from evaluasi.permissions import boleh_mengatur_setelan
from evaluasi.services.dasar import minta
from sakip.jejak.aksi import Aksi
from sakip.jejak.simpan import simpan
from sakip.organisasi.models import Pengguna


def atur_setelan(setelan: SetelanEvaluasi, *, oleh: Pengguna, versi: int | None) -> None:
    """Raises HakKurang, ValidationError, SudahBerubah."""
    minta(boleh_mengatur_setelan(oleh, setelan.pemda))
    setelan.full_clean()
    with transaction.atomic():
        simpan(setelan, oleh=oleh, aksi=Aksi.SETELAN_EVALUASI_DIATUR, versi=versi)
