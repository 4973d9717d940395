"""A cell of a workbook that holds text as text, whatever it begins with."""

from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell
from openpyxl.styles import Alignment

# what a program of sheets would take for the beginning of a formula
RUMUS = ("=", "+", "-", "@", "\t", "\r")
ISI_TERPANJANG = 32_767  # what a cell of a workbook holds


def layak(teks: str) -> str:
    """A text without the control characters that a workbook cannot hold."""
    return str(ILLEGAL_CHARACTERS_RE.sub("", teks))


def tulis_teks(sel: Cell, isi: str) -> Cell:
    """Put a text into a cell; nothing at all for an empty one."""
    isi = layak(isi)[:ISI_TERPANJANG]
    sel.number_format = "@"
    sel.alignment = Alignment(wrap_text=True, vertical="top")
    if isi:
        sel.value = isi
        sel.data_type = "s"
        sel.quotePrefix = isi.startswith(RUMUS)
    return sel
