"""Writing a row only where it differs, and counting what was written."""

from dataclasses import dataclass
from typing import Any, TypeVar
from uuid import UUID, uuid5

from django.db.models import Model

from sakip.jejak.aksi import Aksi
from sakip.jejak.catat import catat, potret

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

    def pasang(self, model: type[M], kunci: dict[str, Any], **isi: Any) -> M:
        """The row that `kunci` names, with `isi` in it; validated before it is written."""
        objek = model._default_manager.filter(**kunci).first()
        sebelum = None if objek is None else potret(objek)
        if objek is None:
            objek = model(**kunci, **isi)
            self.dibuat += 1
        elif all(getattr(objek, nama) == nilai for nama, nilai in isi.items()):
            self.tetap += 1
            return objek
        else:
            for nama, nilai in isi.items():
                setattr(objek, nama, nilai)
            self.diubah += 1
        objek.full_clean()
        objek.save()
        catat(Aksi.CONTOH_DIMUAT, objek, oleh=None, sebelum=sebelum, sesudah=potret(objek))
        return objek

    def ringkasan(self) -> str:
        return f"{self.dibuat} dibuat, {self.diubah} diubah, {self.tetap} tetap"
