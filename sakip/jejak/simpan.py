"""The one function that writes an object a person edited: row and trail are one act."""

from typing import TYPE_CHECKING

from django.db import transaction

from sakip.jejak.aksi import Aksi
from sakip.jejak.catat import catat, potret
from sakip.web.versi import Berversi, simpan_jika_versi

if TYPE_CHECKING:
    from django.contrib.auth.base_user import AbstractBaseUser


def simpan(
    objek: Berversi,
    *,
    oleh: "AbstractBaseUser | None",
    aksi: Aksi,
    versi: int | None = None,
    alasan: str = "",
    unit_id: int | None = None,
) -> None:
    """Write a new row, or an old one if it still is at the `versi` at which it was opened.

    The caller has asked for the right and validated the row. `oleh` None is the system. Raises
    SudahBerubah, or ValueError when an old row comes without its `versi`; nothing is written then.
    """
    baru = objek._state.adding
    if not baru and versi is None:
        raise ValueError("an edited row needs the versi at which it was opened")
    with transaction.atomic():
        if baru:
            sebelum = None
            objek.save(force_insert=True)
        else:
            sebelum = potret(type(objek)._default_manager.get(pk=objek.pk))
            simpan_jika_versi(objek, versi or 0)
        catat(
            aksi,
            objek,
            oleh=oleh,
            sebelum=sebelum,
            sesudah=potret(objek),
            alasan=alasan,
            unit_id=unit_id,
        )
