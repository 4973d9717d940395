"""Who answers for a unit's SAKIP data, as a reader may see it."""

from dataclasses import dataclass

from evaluasi.models import PenanggungJawabData
from evaluasi.permissions import boleh_membaca_telepon
from sakip.lib.telepon import samarkan_telepon
from sakip.organisasi.models import Pengguna, Unit


@dataclass(frozen=True)
class PenanggungTampil:
    """`telepon` is empty where none is known, and dotted for a reader who may not have it."""

    nama: str
    telepon: str


def penanggung_jawab(unit: Unit, pembaca: Pengguna | None) -> PenanggungTampil | None:
    """None while nobody is named. Without a reader (a command) the number is dotted."""
    milik = PenanggungJawabData.objects.filter(unit=unit).first()
    if milik is None:
        return None
    penuh = pembaca is not None and boleh_membaca_telepon(pembaca, unit)
    return PenanggungTampil(milik.nama, milik.telepon if penuh else samarkan_telepon(milik.telepon))
