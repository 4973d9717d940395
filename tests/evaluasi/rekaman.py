"""What a cast wrote, as plain rows: made once by the services, written again for later tests.

Making a worksheet with its LHE asks every rule of every row and takes a tenth of a second of a
processor; its rows have passed them.
"""

from collections.abc import Callable
from copy import deepcopy
from typing import TypeVar

from django.conf import settings
from django.db.models import Max

from sakip.jejak.models import CatatanJejak
from sakip.organisasi.models import Pengguna, Unit
from tests.salinan import Salinan, salin, tulis

T = TypeVar("T")


class Rekaman:
    """The casts of one process, each by who makes it and by what stood before."""

    def __init__(self) -> None:
        self._isi: dict[tuple[object, ...], tuple[Salinan, object]] = {}

    def putar(self, buat: Callable[..., T], *bahan: object) -> T:
        """What `buat` makes of `bahan`; each test is given objects of its own."""
        kunci = (buat, *_dasar())
        if kunci in self._isi:
            baris, hasil = self._isi[kunci]
            tulis(baris)
        else:
            sebelum = salin()
            hasil = buat(*bahan)
            self._isi[kunci] = _baru(sebelum, salin()), hasil
        return deepcopy(hasil)


def _dasar() -> tuple[object, ...]:
    """What tells the state that a cast is written into from another."""
    semua = (CatatanJejak, Pengguna, Unit)
    return tuple(model.objects.aggregate(akhir=Max("pk"))["akhir"] for model in semua)


def _baru(sebelum: Salinan, sesudah: Salinan) -> Salinan:
    """The rows that came; a cast that changes others, or stores files, cannot be written again."""
    hasil: Salinan = {}
    for model, baris in sesudah.items():
        ada = set(sebelum[model])
        assert ada <= set(baris), f"{model.__name__}: a row of before was changed"
        if baru := [satu for satu in baris if satu not in ada]:
            hasil[model] = baru
    assert not settings.FOLDER_BERKAS.exists()
    return hasil
