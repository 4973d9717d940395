"""Writing a row only where it differs, and counting what was written."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar
from uuid import UUID, uuid5

from django.db import IntegrityError, transaction
from django.db.models import Field, ForeignKey, Model

from sakip.jejak.aksi import Aksi
from sakip.jejak.catat import catat, potret
from sakip.web.versi import Berversi, simpan_jika_versi

M = TypeVar("M", bound=Model)

# Fixed, so that the same example gets the same identities on every installation.
_RUANG_NAMA = UUID("6f0d8f0e-7d5b-4f0e-9c53-2b1f6f1c2023")


def identitas(*bagian: str) -> UUID:
    """A stable identity from the words that name a thing in the example."""
    return uuid5(_RUANG_NAMA, "/".join(bagian))


@dataclass
class Pemasang:
    """Puts rows in place; loading the same file twice writes nothing the second time."""

    dibuat: int = 0
    diubah: int = 0
    tetap: int = 0

    def pasang(self, model: type[M], kunci: dict[str, Any], /, **isi: Any) -> M:
        """The row that `kunci` names, with `isi` in it; validated before it is written."""
        objek = model._default_manager.filter(**kunci).first()
        if objek is None:
            return self._buat(model(**{**kunci, **isi}))
        if all(sama(objek, nama, nilai) for nama, nilai in isi.items()):
            self.tetap += 1
            return objek
        return self._ubah(objek, isi)

    def _buat(self, objek: M) -> M:
        _tulis(objek, lambda: objek.save(force_insert=True))
        catat(Aksi.CONTOH_DIMUAT, objek, oleh=None, sesudah=potret(objek))
        self.dibuat += 1
        return objek

    def _ubah(self, objek: M, isi: dict[str, Any]) -> M:
        sebelum = potret(objek)
        for nama, nilai in isi.items():
            setattr(objek, nama, nilai)
        if isinstance(objek, Berversi):
            _tulis(objek, lambda: simpan_jika_versi(objek, objek.versi))
        else:
            _tulis(objek, lambda: objek.save(force_update=True))
        catat(Aksi.CONTOH_DIMUAT, objek, oleh=None, sebelum=sebelum, sesudah=potret(objek))
        self.diubah += 1
        return objek

    def ringkasan(self) -> str:
        return f"{self.dibuat} dibuat, {self.diubah} diubah, {self.tetap} tetap"


def sama(objek: Model, nama: str, nilai: object) -> bool:
    """Whether the row holds this; of another row only its key is compared, without reading it."""
    kolom = objek._meta.get_field(nama)
    if not isinstance(kolom, ForeignKey) or not isinstance(nilai, Model):
        return bool(getattr(objek, nama) == nilai)
    return bool(getattr(objek, kolom.attname) == getattr(nilai, kolom.target_field.attname))


def _tulis(objek: Model, simpan: Callable[[], None]) -> None:
    """Validate the fields and write; the database itself judges the constraints.

    Asking it about each constraint beforehand costs more queries than all the rest of a load, so
    they are put into words only where it refused; and a row that is at hand need not be looked for.
    Raises ValidationError.
    """
    ada = {kolom.name for kolom in objek._meta.fields if _di_tangan(objek, kolom)}
    objek.full_clean(exclude=ada, validate_constraints=False)
    try:
        with transaction.atomic():
            simpan()
    except IntegrityError:
        objek.validate_constraints()
        raise


def _di_tangan(objek: Model, kolom: "Field[Any, Any]") -> bool:
    """Whether the other row that this column names was read or written before."""
    if not isinstance(kolom, ForeignKey) or not kolom.is_cached(objek):
        return False
    lain = getattr(objek, kolom.name)
    return lain is not None and not lain._state.adding
