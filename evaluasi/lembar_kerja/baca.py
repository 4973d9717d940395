"""A workbook of the LKE that came back, as its boxes and whose it claims to be."""

from dataclasses import dataclass

from evaluasi.lembar_kerja.bentuk import BENTUK
from sakip.dokumen.buku.baca import Nyasar, baca_mentah, bilangan


@dataclass(frozen=True)
class SelTerbaca:
    """One box as it came back; `kriteria` is 0 for the grade of the sub-komponen.

    `tolak` says why its content cannot be read, and then `teks` is what the cell shows.
    """

    alamat: str
    sub: int
    kriteria: int
    kolom: str
    semula: str
    teks: str
    tolak: str = ""


@dataclass(frozen=True)
class BukuTerbaca:
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
        tuple(
            SelTerbaca(s.alamat, sub, kriteria, s.kolom, s.semula, s.teks, s.tolak)
            for s in mentah.sel
            for sub, kriteria in (s.tanda,)
        ),
        mentah.nyasar,
    )
