"""The only writer of the trail."""

from typing import TYPE_CHECKING, Any

from django.db.models import Model

from sakip.jejak.aksi import Aksi
from sakip.jejak.models import CatatanJejak
from sakip.lib import waktu
from sakip.web.permintaan import permintaan_sekarang

if TYPE_CHECKING:
    from django.contrib.auth.base_user import AbstractBaseUser

SISTEM = "Sistem"
# a secret is never written down, not even as a hash, nor a number to ring somebody up for ever
# after; the others only count or repeat an act
DILEWATI = frozenset({"password", "telepon", "versi", "last_login"})

Potret = dict[str, Any]


def potret(objek: Model) -> Potret:
    """The fields of an object as the trail keeps them; secrets and counters are left out."""
    return {
        kolom.attname: kolom.value_from_object(objek)
        for kolom in objek._meta.concrete_fields
        if kolom.attname not in DILEWATI
    }


def beda(sebelum: Potret, sesudah: Potret) -> tuple[Potret, Potret]:
    """Only what differs, on both sides."""
    kunci = [k for k in sebelum | sesudah if sebelum.get(k) != sesudah.get(k)]
    return (
        {k: sebelum[k] for k in kunci if k in sebelum},
        {k: sesudah[k] for k in kunci if k in sesudah},
    )


def catat(
    aksi: Aksi,
    objek: Model,
    *,
    oleh: "AbstractBaseUser | None",
    sebelum: Potret | None = None,
    sesudah: Potret | None = None,
    alasan: str = "",
    peran: str = "",
    unit_id: int | None = None,
) -> CatatanJejak:
    """Write one act. To be called inside the transaction of the act itself.

    `oleh` None is the system (commands, timers). Of `sebelum` and `sesudah` only what differs is
    kept. Raises nothing of its own; a row that cannot be written takes the act back with it.
    """
    lama, baru = beda(sebelum or {}, sesudah or {})
    permintaan = permintaan_sekarang()
    return CatatanJejak.objects.create(
        waktu=waktu.sekarang(),
        pengguna_id=None if oleh is None else oleh.pk,
        pelaku=SISTEM if oleh is None else str(oleh)[:120],
        peran=peran,
        unit_id=unit_id,
        aksi=aksi,
        objek_jenis=objek._meta.label_lower,
        objek_id=str(objek.pk),
        objek_nama=str(objek)[:250],
        sebelum=lama,
        sesudah=baru,
        alasan=alasan,
        permintaan=permintaan.id,
        alamat=permintaan.alamat,
    )
