"""Which state follows which: one table per kind of object, and what may go wrong.

Pure: who may is a predicate in the table, what is written is done by `sakip.jejak.transisi`.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sakip.lib.izin import Boleh, Izin


class KeadaanSalah(ValueError):
    """The object is not in a state from which this can be done."""


class HakKurang(PermissionError):
    """This person may not; the message is the reason that the page shows."""


class CatatanKurang(ValueError):
    """This step needs a remark."""


class DidahuluiOrangLain(RuntimeError):
    """Somebody else changed the object in the meantime; nothing was written."""


class AturanCatatan(StrEnum):
    WAJIB = "wajib"
    BOLEH = "boleh"


def tanpa_syarat(_objek: Any) -> Izin:
    return Boleh()


@dataclass(frozen=True)
class Transisi:
    """One step. `izin` looks at person and object, `syarat` at the object alone."""

    dari: str
    ke: str
    aksi: str
    sebutan: str
    izin: Callable[[Any, Any], Izin]
    catatan: AturanCatatan = AturanCatatan.BOLEH
    syarat: Callable[[Any], Izin] = tanpa_syarat


class Alur:
    """The table of an object's steps."""

    def __init__(self, label: Mapping[str, str], transisi: Iterable[Transisi]) -> None:
        """`label` words each state for people. Raises ValueError on a step that is there twice."""
        self.label = dict(label)
        self.tabel: dict[tuple[str, str], Transisi] = {}
        for satu in transisi:
            kunci = (satu.dari, satu.ke)
            if kunci in self.tabel or not {satu.dari, satu.ke} <= self.label.keys():
                raise ValueError(f"step {kunci} is doubled or names an unknown state")
            self.tabel[kunci] = satu

    def dari(self, keadaan: str) -> list[Transisi]:
        """The steps that lead out of a state, for the buttons of a page."""
        return [satu for satu in self.tabel.values() if satu.dari == keadaan]

    def periksa(self, objek: Any, dari: str, ke: str, oleh: Any, catatan: str) -> Transisi:
        """The step from one state to another, when all of it is allowed.

        Raises KeadaanSalah, HakKurang or CatatanKurang: a wrong state, a missing right and a
        missing remark are told apart.
        """
        satu = self.tabel.get((dari, ke))
        if satu is None:
            raise KeadaanSalah(
                f"Keadaannya {self.label.get(dari, dari)}, sehingga tidak dapat menjadi "
                f"{self.label.get(ke, ke)}."
            )
        if alasan := _alasan(satu.izin(oleh, objek)):
            raise HakKurang(alasan)
        if alasan := _alasan(satu.syarat(objek)):
            raise KeadaanSalah(alasan)
        if satu.catatan is AturanCatatan.WAJIB and not catatan.strip():
            raise CatatanKurang(f"Tulis alasannya untuk {satu.sebutan}.")
        return satu


def _alasan(izin: Izin) -> str:
    return "" if isinstance(izin, Boleh) else izin.alasan
