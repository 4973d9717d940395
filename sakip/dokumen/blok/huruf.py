"""How wide a text is, in Liberation Sans (the metrics of Arial), and where its lines break.

For what we lay out ourselves: boxes of an organogram, labels of a chart, the least width of a
column. Widths are thousandths of the size of the letters.
"""

from decimal import Decimal
from functools import lru_cache

_HURUF = {
    191: "'",
    222: "ijl‘’",
    260: "|",
    278: " !,./:;I[\\]ft\N{NO-BREAK SPACE}",
    333: "()-`r“”",
    334: "{}",
    355: '"',
    389: "*",
    469: "^",
    500: "Jcksvxyz",
    549: "≥≤",
    556: "#$0123456789?L_abdeghnopqu–",
    584: "+<=>~×",
    611: "FTZ",
    667: "&ABEKPSVXY",
    722: "CDHNRUw",
    778: "GOQ",
    833: "Mm",
    889: "%",
    944: "W",
    1000: "—…",
    1015: "@",
}
_LEBAR = {huruf: lebar for lebar, semua in _HURUF.items() for huruf in semua}
_TERLEBAR = 1015  # of a letter that is not in the table
SERIBU = 1000


# the words and figures of a report come again and again
@lru_cache(maxsize=8192)
def seribu_lebar(teks: str) -> int:
    """The width in thousandths of the size of the letters; letters in bold are up to 12% wider."""
    return sum(_LEBAR.get(huruf, _TERLEBAR) for huruf in teks)


def lebar_teks(teks: str, ukuran: Decimal) -> Decimal:
    """The width in the unit of `ukuran`."""
    return seribu_lebar(teks) * ukuran / SERIBU


def bungkus(teks: str, lebar: Decimal, ukuran: Decimal) -> list[str]:
    """`teks` in lines no wider than `lebar`; a word that is wider is broken between letters."""
    hasil: list[str] = []
    for kata in teks.split():
        if hasil and lebar_teks(f"{hasil[-1]} {kata}", ukuran) <= lebar:
            hasil[-1] = f"{hasil[-1]} {kata}"
            continue
        sisa = kata
        while lebar_teks(sisa, ukuran) > lebar:
            muat = _muat(sisa, lebar, ukuran)
            hasil.append(sisa[:muat])
            sisa = sisa[muat:]
        hasil.append(sisa)
    return hasil


def _muat(kata: str, lebar: Decimal, ukuran: Decimal) -> int:
    """How many of its letters fit; at least one."""
    muat = 1
    while lebar_teks(kata[: muat + 1], ukuran) <= lebar:
        muat += 1
    return muat
