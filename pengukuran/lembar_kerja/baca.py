"""A workbook of a triwulan that came back, as the boxes of its indikator."""

from dataclasses import dataclass

from pengukuran.lembar_kerja.bentuk import BENTUK
from sakip.dokumen.buku.baca import Nyasar, SelTerbaca, baca_mentah, bilangan


@dataclass(frozen=True)
class BukuTerbaca:
    """`tanda` of a box is its indikator and the month its period ends with."""

    kode: str
    tahun: int
    triwulan: int
    sel: tuple[SelTerbaca, ...]
    nyasar: tuple[Nyasar, ...]


def baca_buku(isi: bytes) -> BukuTerbaca:
    """Every box of a workbook. Raises BukuSalah, and BerkasDitolak for what is no safe XLSX."""
    mentah = baca_mentah(isi, BENTUK)
    return BukuTerbaca(
        mentah.kepala.get("unit", ""),
        bilangan(mentah.kepala.get("tahun", ""), BENTUK),
        bilangan(mentah.kepala.get("triwulan", ""), BENTUK),
        mentah.sel,
        mentah.nyasar,
    )
