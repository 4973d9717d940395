"""From triwulan or month to year: what the periods of an indikator make together."""

from perencanaan.hitung.masa import Frekuensi
from perencanaan.hitung.periode.bahan import periode_wajib
from perencanaan.hitung.periode.bentuk import Cara, HasilPeriode, Periode, Sisi
from perencanaan.hitung.periode.cara import gabungkan_periode

__all__ = [
    "Cara",
    "Frekuensi",
    "HasilPeriode",
    "Periode",
    "Sisi",
    "gabungkan_periode",
    "periode_wajib",
]
