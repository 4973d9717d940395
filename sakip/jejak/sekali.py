"""A form that creates something is carried out once, however often it is sent.

A double click, a retry after a time-out and the back button send the same key again. The first
one creates; the others get its answer. The same key with other content is refused, or what was
newly typed would vanish.
"""

import hashlib
from collections.abc import Callable
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import IntegrityError, transaction

from sakip.jejak.models import Kiriman
from sakip.lib import waktu

if TYPE_CHECKING:
    from django.contrib.auth.base_user import AbstractBaseUser


class KirimanLain(ValueError):
    """This key has already been used for something else; nothing was written."""


def sidik_kiriman(isi: dict[str, list[str]]) -> str:
    """One hash of everything that was posted, in any order of its fields."""
    sidik = hashlib.sha256()
    for nama, nilai in sorted(isi.items()):
        for bagian in (nama, *nilai):
            mentah = bagian.encode()
            sidik.update(f"{len(mentah)}:".encode() + mentah)
        sidik.update(b";")
    return sidik.hexdigest()


def sekali(
    *, pengguna: "AbstractBaseUser", kunci: UUID, sidik: str, laksanakan: Callable[[], str]
) -> str:
    """Carry out `laksanakan`, which writes and gives an address to go to, once for each key.

    The key is written in the same transaction: of two requests at the same moment the second
    waits for the first on the unique index and then gets its answer. Raises KirimanLain.
    """
    try:
        with transaction.atomic():
            kiriman = Kiriman.objects.create(
                pengguna_id=pengguna.pk, kunci=kunci, sidik=sidik, waktu=waktu.sekarang()
            )
            kiriman.jawaban = laksanakan()
            kiriman.save(update_fields=["jawaban"])
    except IntegrityError:
        lama = Kiriman.objects.filter(pengguna=pengguna.pk, kunci=kunci).first()
        if lama is None:  # what was carried out broke a rule of its own
            raise
        if lama.sidik != sidik:
            raise KirimanLain(
                "Formulir ini sudah terkirim dengan isi yang lain. Periksa dahulu apa yang "
                "tersimpan; bila yang ini juga perlu, buka formulir baru."
            ) from None
        return lama.jawaban
    return kiriman.jawaban
