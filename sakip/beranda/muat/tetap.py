"""What may be set for good: written while it is a draft, only compared afterwards."""

from collections.abc import Collection, Mapping
from typing import Any, ClassVar, Generic, TypeVar

from django.db.models import Model

from evaluasi.models import Lhe
from evaluasi.status import LABEL_LHE, StatusLhe
from perencanaan.models import PerjanjianKinerja, RencanaAksi
from perencanaan.status import DAPAT_DIUBAH, LABEL_STATUS, StatusRencana
from sakip.beranda.muat.galat import ContohSalah
from sakip.beranda.muat.pasang import sama
from sakip.beranda.muat.tempat import Tempat

M = TypeVar("M", bound=Model)
R = TypeVar("R", bound="PerjanjianKinerja | RencanaAksi | Lhe")


class PenulisTetap(Generic[R]):
    """Puts one such thing and its rows in place, or finds them there already.

    Raises ContohSalah at the first difference from one that may no longer be written.
    """

    draf: ClassVar[str]
    dapat_ditulis: ClassVar[Collection[str]]
    label: ClassVar[Mapping[str, str]]

    def __init__(self, tempat: Tempat, model: type[R], kunci: dict[str, Any], sebutan: str) -> None:
        self.tempat = tempat
        self.model = model
        self.kunci = kunci
        self.sebutan = sebutan
        lama = model._default_manager.filter(**kunci).first()
        self.status = lama.status if lama is not None else self.draf

    @property
    def dapat_diubah(self) -> bool:
        return self.status in self.dapat_ditulis

    def induk(self, **isi: Any) -> R:
        return self.baris(self.model, self.kunci, **isi)

    def baris(self, model: type[M], kunci: dict[str, Any], **isi: Any) -> M:
        if self.dapat_diubah:
            return self.tempat.pasang(model, kunci, **isi)
        nama = model._meta.verbose_name
        objek = model._default_manager.filter(**kunci).first()
        if objek is None:
            raise self._berbeda(f"{nama} “{isi.get('nama', '')}” tidak ada di dalamnya")
        for kolom, nilai in isi.items():
            if not sama(objek, kolom, nilai):
                raise self._berbeda(f"{kolom} pada {nama} “{objek}”")
        self.tempat.pemasang.tetap += 1
        return objek

    def pastikan_banyak(self, model: type[Model], milik: dict[str, Any], banyak: int) -> None:
        """That nothing stands beside what the file names, which would be set with it."""
        ada = model._default_manager.filter(**milik).count()
        if ada != banyak:
            nama = model._meta.verbose_name
            raise self._berbeda(f"{nama}: tersimpan {ada}, di berkas {banyak}")

    def _berbeda(self, apa: str) -> ContohSalah:
        keadaan = self.label[self.status]
        return ContohSalah(f"{self.sebutan} berkeadaan {keadaan} dan berbeda dari berkas: {apa}.")


class PenulisRencana(PenulisTetap[R]):
    draf = StatusRencana.DRAF.value
    dapat_ditulis = DAPAT_DIUBAH
    label = LABEL_STATUS

    @property
    def ditetapkan(self) -> bool:
        return self.status == StatusRencana.DITETAPKAN


class PenulisLhe(PenulisTetap[Lhe]):
    draf = StatusLhe.DRAF.value
    dapat_ditulis = frozenset({StatusLhe.DRAF.value})
    label = LABEL_LHE
