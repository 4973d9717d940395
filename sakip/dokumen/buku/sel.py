"""What a cell of a workbook says as text; nothing in it is computed or followed."""

import re
from datetime import date, time, timedelta
from decimal import Context
from typing import Any

from sakip.lib.angka import tulis_angka

# what Excel shows of a number; the digits behind are the noise of its reckoning
DIGIT_EXCEL = 15
DIGIT_TAMPIL = 60
BERUMUS = "Sel ini berisi rumus. Salin selnya, lalu tempel sebagai nilai (Paste Special › Values)."
BERTANGGAL = (
    "Excel membaca isian ini sebagai tanggal atau jam. Ubah format selnya menjadi General, lalu "
    "tulis ulang angkanya."
)
BENAR_SALAH = "Sel ini berisi TRUE atau FALSE. Tulis angka atau kata yang dimaksud."
BERGALAT = "Sel ini berisi galat rumus lembar kerja. Perbaiki rumusnya, atau tulis angkanya."
LUAR_JANGKAUAN = "Angka ini di luar jangkauan. Periksa angkanya."
_KUTIPAN = re.compile(r'"[^"]*"|\\.')
_RUANG = Context(prec=DIGIT_EXCEL)


def teks_sel(sel: Any, *, berangka: bool) -> tuple[str, str]:
    """What a cell says as text, and why it cannot be taken; either may be blank."""
    isi = sel.value
    if isi is None:
        return "", ""
    if isinstance(isi, str) and sel.data_type == "s":
        return isi, ""
    if tolak := _tolak(isi, sel.data_type):
        return _tampil(getattr(isi, "text", None) or isi), tolak
    return _teks_angka(isi, sel.number_format or "", berangka=berangka)


def _tolak(isi: object, jenis: str) -> str:
    """Why the content of a cell is neither text nor number."""
    if jenis == "f":
        return BERUMUS
    if jenis == "e" or isinstance(isi, str):
        return BERGALAT
    if isinstance(isi, bool):
        return BENAR_SALAH
    return BERTANGGAL if isinstance(isi, date | time | timedelta) else ""


def _teks_angka(isi: Any, bentuk: str, *, berangka: bool) -> tuple[str, str]:
    """A number as one would type it; one that is shown in percent is what one sees."""
    nilai = _RUANG.create_decimal(repr(isi))
    if not nilai.is_finite() or (nilai and abs(nilai.adjusted()) >= DIGIT_EXCEL):
        return _tampil(isi), LUAR_JANGKAUAN
    persen = "%" in _KUTIPAN.sub("", bentuk)
    if persen:
        nilai = nilai.scaleb(2)
    desimal = max(-int(nilai.normalize().as_tuple().exponent), 0)
    if not berangka:
        return f"{nilai:f}".replace(".", ",") + ("%" if persen else ""), ""
    return tulis_angka(nilai, desimal) + ("%" if persen else ""), ""


def _tampil(isi: object) -> str:
    teks = str(isi)
    return teks if len(teks) <= DIGIT_TAMPIL else f"{teks[:DIGIT_TAMPIL]}…"
