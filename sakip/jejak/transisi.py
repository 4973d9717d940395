"""The one function that changes a state: permission, condition, write and trail are one act."""

from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.db.models import F, Model

from sakip.jejak.aksi import Aksi
from sakip.jejak.catat import catat, potret
from sakip.lib.transisi import Alur, DidahuluiOrangLain
from sakip.web.versi import Berversi

if TYPE_CHECKING:
    from django.contrib.auth.base_user import AbstractBaseUser


def jalankan(
    alur: Alur,
    objek: Model,
    ke: str,
    *,
    oleh: "AbstractBaseUser",
    catatan: str = "",
    kolom: str = "status",
    isian: dict[str, Any] | None = None,
) -> None:
    """Take the step that leads from the object's state, as it was read, to `ke`.

    `isian` are other columns that change with it, such as the verifier. The write is a conditional
    update on the state that was read, so of two people who press at once exactly one succeeds.
    Raises KeadaanSalah, HakKurang, CatatanKurang, DidahuluiOrangLain; then nothing was written.
    """
    dari = getattr(objek, kolom)
    transisi = alur.periksa(objek, dari, ke, oleh, catatan)
    sebelum = potret(objek)
    baru = {**(isian or {}), kolom: ke}
    if isinstance(objek, Berversi):
        baru["versi"] = F("versi") + 1  # a form that is open on it must not write the state back
    with transaction.atomic():
        pengelola = type(objek)._default_manager
        if pengelola.filter(pk=objek.pk, **{kolom: dari}).update(**baru) != 1:
            raise DidahuluiOrangLain(
                "Orang lain baru saja mengubahnya. Muat ulang untuk melihat keadaan terkini."
            )
        objek.refresh_from_db()
        catat(
            Aksi(transisi.aksi),
            objek,
            oleh=oleh,
            sebelum=sebelum,
            sesudah=potret(objek),
            alasan=catatan,
        )
