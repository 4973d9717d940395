"""Who answers for a unit's SAKIP data."""

from django.db import transaction

from evaluasi.models import PenanggungJawabData
from evaluasi.permissions import boleh_mengatur_penanggung_jawab
from evaluasi.services.dasar import minta
from sakip.jejak.aksi import Aksi
from sakip.jejak.simpan import simpan
from sakip.organisasi.models import Pengguna


def atur_penanggung_jawab(milik: PenanggungJawabData, *, oleh: Pengguna, versi: int | None) -> None:
    """Name one, or another. Raises HakKurang, ValidationError, SudahBerubah.

    The trail tells of the act and the name; a telephone number is not kept there for ever.
    """
    minta(boleh_mengatur_penanggung_jawab(oleh, milik.unit))
    milik.full_clean()
    with transaction.atomic():
        simpan(
            milik,
            oleh=oleh,
            aksi=Aksi.PENANGGUNG_JAWAB_DATA_DIATUR,
            versi=versi,
            unit_id=milik.unit_id,
        )
