"""Where a person works."""

from dataclasses import dataclass

from perencanaan.queries.renstra import tahun_berisi
from sakip.lib.galat import TidakAda
from sakip.organisasi.models import Pengguna, Unit


@dataclass(frozen=True)
class RuangKerja:
    """Where a person works: the unit and year of the page, and what the switches offer."""

    unit: Unit
    tahun: int
    daftar_unit: tuple[Unit, ...]
    daftar_tahun: tuple[int, ...]


def ruang_kerja(pengguna: Pengguna, kode: str, tahun: int) -> RuangKerja:
    """The perangkat daerah `kode` in a year of its Renstra, for one who may read it.

    Raises TidakAda with the same words for a unit that is not and one that is not theirs.
    """
    daftar = tuple(Unit.objects.untuk(pengguna).perangkat_daerah().select_related("pemda"))
    unit = next((milik for milik in daftar if milik.kode == kode), None)
    if unit is None:
        raise TidakAda("Unit ini tidak ada, atau Anda tidak bertugas di dalamnya.")
    daftar_tahun = tuple(tahun_berisi(unit))
    if tahun not in daftar_tahun:
        raise TidakAda(f"{unit.nama} belum mempunyai Renstra yang berlaku pada tahun {tahun}.")
    return RuangKerja(unit, tahun, daftar, daftar_tahun)
