"""A form that creates something is carried out once, however often it is sent.

A double click, a retry after a time-out and the back button send the same key again. The first
one creates; the others get its answer. The same key with other content is refused, or what was
newly typed would vanish.
"""

import hashlib
from collections.abc import Callable
from typing import TYPE_CHECKING
from uuid import UUID

from django.core.files.uploadedfile import UploadedFile
from django.db import IntegrityError, transaction
from django.utils.datastructures import MultiValueDict

from sakip.jejak.models import Kiriman
from sakip.lib import waktu

if TYPE_CHECKING:
    from django.contrib.auth.base_user import AbstractBaseUser


class KirimanLain(ValueError):
    """This key has already been used for something else; nothing was written."""


def sidik_kiriman(isi: dict[str, list[str]], berkas: MultiValueDict | None = None) -> str:
    """One hash of everything that was posted, in any order of its fields; of a file its contents."""
    semua = isi | {
        f"{nama}/berkas": [_sidik_berkas(satu) for satu in kiriman]
        for nama, kiriman in (berkas or MultiValueDict()).lists()
    }
    sidik = hashlib.sha256()
    for nama, nilai in sorted(semua.items()):
        for bagian in (nama, *nilai):
            mentah = bagian.encode()
            sidik.update(f"{len(mentah)}:".encode() + mentah)
        sidik.update(b";")
    return sidik.hexdigest()


def _sidik_berkas(berkas: UploadedFile) -> str:
    sidik = hashlib.sha256(f"{berkas.name}\n".encode())
    for potongan in berkas.chunks():
        sidik.update(potongan)
    berkas.seek(0)
    return sidik.hexdigest()


def jawaban_lama(*, pengguna: "AbstractBaseUser", kunci: UUID, sidik: str) -> str | None:
    """Where the same form went when it was carried out; None if it was not, or held other content.

    To be asked when a form turns out wrong: what the first one created may be what is wrong with
    the second, such as a code that is taken by now.
    """
    lama = Kiriman.objects.filter(pengguna=pengguna.pk, kunci=kunci, sidik=sidik).first()
    return None if lama is None else lama.jawaban


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
