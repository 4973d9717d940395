"""A workbook of the LKE that came back, as its boxes and whose it claims to be."""

from dataclasses import dataclass

from evaluasi.lembar_kerja.bentuk import BENTUK
from sakip.dokumen.buku.baca import Nyasar, SelTerbaca, baca_mentah, bilangan


@dataclass(frozen=True)
class BukuTerbaca:
    """`tanda` of a box is its sub-komponen and its criterion, 0 for the grade."""

    kode: str
    tahun_kinerja: int
    tahun_evaluasi: int
    tahap: str
    instrumen: int
    sel: tuple[SelTerbaca, ...]
    nyasar: tuple[Nyasar, ...]


def baca_buku(isi: bytes) -> BukuTerbaca:
    """Every box of a workbook. Raises BukuSalah, and BerkasDitolak for what is no safe XLSX."""
    mentah = baca_mentah(isi, BENTUK)
    kode, kinerja, evaluasi, tahap, instrumen = (
        mentah.kepala.get(nama, "") for nama in BENTUK.kepala
    )
    return BukuTerbaca(
        kode,
        bilangan(kinerja, BENTUK),
        bilangan(evaluasi, BENTUK),
        tahap,
        bilangan(instrumen, BENTUK),
        mentah.sel,
        mentah.nyasar,
    )
