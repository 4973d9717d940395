"""A cell of a workbook: how it looks, and text that stays text, whatever it begins with."""

from copy import copy
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.styles.cell_style import StyleArray

# what a program of sheets would take for the beginning of a formula
RUMUS = ("=", "+", "-", "@", "\t", "\r")
ISI_TERPANJANG = 32_767  # what a cell of a workbook holds


@dataclass(frozen=True)
class Gaya:
    """How a cell looks, in plain values; at first as text, wrapped, from the top.

    `tebal` None leaves the letters as they are. `latar` and `garis` are colours, `terbuka` is a
    cell that a locked sheet leaves open.
    """

    bentuk: str = "@"
    lipat: bool | None = True
    mendatar: str | None = None
    tegak: str | None = "top"
    inden: int = 0
    tebal: bool | None = None
    miring: bool | None = None
    ukuran: int | None = None
    latar: str = ""
    garis: str = ""
    terbuka: bool = False

    def pasang(self, sel: Cell) -> Cell:
        """Make a cell look so.

        openpyxl copies and hashes every part that is set; the next cells of the workbook that look
        the same are given the outcome.
        """
        milik = _SUSUNAN.setdefault(sel.parent.parent, {})
        susunan = milik.get(self)
        if susunan is None:
            self._susun(sel)
            susunan = milik[self] = sel._style  # noqa: SLF001 -- as openpyxl copies a sheet
        sel._style = copy(susunan)  # noqa: SLF001
        return sel

    def _susun(self, sel: Cell) -> None:
        sel.number_format = self.bentuk
        sel.alignment = Alignment(
            horizontal=self.mendatar,
            vertical=self.tegak,
            wrap_text=self.lipat,
            indent=self.inden,
        )
        if self.tebal is not None or self.miring is not None or self.ukuran is not None:
            sel.font = Font(bold=self.tebal, italic=self.miring, size=self.ukuran)
        if self.latar:
            sel.fill = PatternFill("solid", fgColor=self.latar)
        if self.garis:
            tepi = Side(style="thin", color=self.garis)
            sel.border = Border(left=tepi, right=tepi, top=tepi, bottom=tepi)
        if self.terbuka:
            sel.protection = Protection(locked=False)


# what each workbook already knows, as long as there is such a workbook
_SUSUNAN: WeakKeyDictionary[Workbook, dict[Gaya, StyleArray]] = WeakKeyDictionary()
TEKS = Gaya()


def layak(teks: str) -> str:
    """A text without the control characters that a workbook cannot hold."""
    return str(ILLEGAL_CHARACTERS_RE.sub("", teks))


def tulis_teks(sel: Cell, isi: str, gaya: Gaya = TEKS) -> Cell:
    """Put a text into a cell; nothing at all for an empty one."""
    isi = layak(isi)[:ISI_TERPANJANG]
    gaya.pasang(sel)
    if isi:
        sel.value = isi
        sel.data_type = "s"
        sel.quotePrefix = isi.startswith(RUMUS)
    return sel
