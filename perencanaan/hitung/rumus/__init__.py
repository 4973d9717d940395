"""Formulas of indikator: a small language of our own, without eval.

Names, numbers in machine form (12.5), + - * / (also × ÷ −), brackets, jumlah(a; b), rata(a; b).
Nothing else exists in it: no attribute, no power, no text, no comparison, no assignment. How a
formula is printed (a fraction with Σ) is separate data.
"""

from perencanaan.hitung.rumus.galat import RumusSalah
from perencanaan.hitung.rumus.hitung import HasilRumus, hitung_rumus, periksa_rumus, variabel
from perencanaan.hitung.rumus.lexer import MAKS_PANJANG
from perencanaan.hitung.rumus.urai import FUNGSI, MAKS_DALAM

__all__ = [
    "FUNGSI",
    "MAKS_DALAM",
    "MAKS_PANJANG",
    "HasilRumus",
    "RumusSalah",
    "hitung_rumus",
    "periksa_rumus",
    "variabel",
]
