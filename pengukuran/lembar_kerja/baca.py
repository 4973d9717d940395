"""A workbook of a triwulan that came back, as the boxes of its indikator."""

from dataclasses import dataclass

from pengukuran.lembar_kerja.bentuk import BENTUK
from sakip.dokumen.buku.baca import Nyasar, baca_mentah, bilangan


@dataclass(frozen=True)
class SelTerbaca:
    """One box as it came back: where it stands, what it held, what it holds.

    `tolak` says why its content cannot be read, and then `teks` is what the cell shows.
    """

    alamat: str
    indikator: int
    bulan: int
    kolom: str
    semula: str
    teks: str
    tolak: str = ""


@dataclass(frozen=True)
class BukuTerbaca:
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
        tuple(
            SelTerbaca(s.alamat, indikator, bulan, s.kolom, s.semula, s.teks, s.tolak)
            for s in mentah.sel
            for indikator, bulan in (s.tanda,)
        ),
        mentah.nyasar,
    )
