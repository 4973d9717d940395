"""What a unit is for, as its documents say it."""

from sakip.dokumen.blok import Blok, Paragraf, Senarai, berbutir
from sakip.organisasi.models import Unit


def tugas_fungsi(unit: Unit) -> tuple[Blok, ...]:
    """What is not known is left out."""
    blok: list[Blok] = []
    if unit.tugas:
        blok.append(Paragraf((f"{unit.nama} bertugas {unit.tugas.rstrip('.')}.",)))
    if fungsi := unit.daftar_fungsi():
        blok.append(Paragraf(("Untuk melaksanakan tugas itu, fungsinya adalah:",)))
        blok.append(Senarai(berbutir(fungsi), Senarai.Gaya.HURUF))
    return tuple(blok)
