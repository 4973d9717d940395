"""A workbook written: what may be filled in is open, everything else is locked.

Numbers are written as numbers; a text that begins like a formula is written as the text it is.
"""

from collections.abc import Iterable, Sequence
from io import BytesIO

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from sakip.dokumen.buku.bentuk import (
    DATA,
    KOLOM,
    KUNCI,
    PETUNJUK,
    SEMULA,
    Bentuk,
    KotakData,
    SelBuku,
)
from sakip.dokumen.sel_xlsx import tulis_teks
from sakip.lib.baca import AngkaSalah, baca_angka

_GARIS = Side(style="thin", color="D9DEE6")
BINGKAI = Border(left=_GARIS, right=_GARIS, top=_GARIS, bottom=_GARIS)
KEPALA = PatternFill("solid", fgColor="E3EFF4")
TERBUKA = PatternFill("solid", fgColor="FFF9DB")
TERTUTUP = PatternFill("solid", fgColor="F2F4F7")
KERTAS_A4 = "9"


def buku_baru(judul: str, bentuk: Bentuk) -> tuple[Workbook, Worksheet]:
    """A workbook with its one sheet that is filled in."""
    berkas = Workbook()
    berkas.properties.creator, berkas.properties.title = "SAKIP", judul
    lembar = berkas.active
    lembar.title = bentuk.lembar
    return berkas, lembar


def jadikan_byte(berkas: Workbook) -> bytes:
    hasil = BytesIO()
    berkas.save(hasil)
    return hasil.getvalue()


def tulis_kepala(
    lembar: Worksheet, judul: Sequence[str], kolom: Iterable[tuple[str, str, int]], bentuk: Bentuk
) -> None:
    """The lines above the table, and its heads: letter, name and width of each column.

    The first column says which line this is; nobody needs to see it.
    """
    for nomor, isi in enumerate(judul, start=1):
        tulis_teks(lembar[f"B{nomor}"], isi).alignment = Alignment(wrap_text=False)
    lembar["B1"].font = Font(bold=True, size=14)
    for huruf, nama, lebar in kolom:
        sel = tulis_teks(lembar[f"{huruf}{bentuk.baris_kepala}"], nama)
        sel.font, sel.fill, sel.border = Font(bold=True), KEPALA, BINGKAI
        lembar.column_dimensions[huruf].width = lebar
    lembar.column_dimensions["A"].hidden = True


def tulis_tetap(sel: Cell, isi: str) -> Cell:
    """A locked cell that is read."""
    tulis_teks(sel, isi).border = BINGKAI
    return sel


def tulis_isian(sel: Cell, isi: SelBuku, *, terbuka: bool) -> None:
    """A box; a figure as a number, so that Excel can reckon with it."""
    tulis_teks(sel, isi.isi)
    if isi.berangka:
        sel.number_format = "General"
        sel.alignment = Alignment(horizontal="right", vertical="top")
        if isi.isi:
            try:
                sel.value = baca_angka(isi.isi, negatif=True)
            except AngkaSalah:
                tulis_teks(sel, isi.isi)
    sel.border = BINGKAI
    if terbuka:
        sel.fill, sel.protection = TERBUKA, Protection(locked=False)


def tutup_lembar(lembar: Worksheet, bentuk: Bentuk, kiri_atas: str) -> None:
    """Locked, with heads that stay in sight and stand on every printed page."""
    lembar.freeze_panes = f"{kiri_atas}{bentuk.baris_kepala + 1}"
    kunci_lembar(lembar)
    lembar.page_setup.orientation, lembar.page_setup.paperSize = "landscape", KERTAS_A4
    lembar.page_setup.fitToWidth, lembar.page_setup.fitToHeight = 1, 0
    lembar.sheet_properties.pageSetUpPr.fitToPage = True
    lembar.print_title_rows = f"{bentuk.baris_kepala}:{bentuk.baris_kepala}"


def tulis_petunjuk(berkas: Workbook, judul: str, panduan: Iterable[str]) -> Worksheet:
    """How to fill the workbook in, point by point, on the second sheet."""
    lembar = berkas.create_sheet(PETUNJUK, 1)
    lembar.column_dimensions["A"].width = 110
    tulis_teks(lembar["A1"], f"Cara mengisi: {judul}").font = Font(bold=True, size=14)
    for nomor, isi in enumerate(panduan, start=1):
        tulis_teks(lembar[f"A{nomor + 2}"], f"{nomor}. {isi}")
    kunci_lembar(lembar)
    return lembar


def tulis_data(
    berkas: Workbook, bentuk: Bentuk, kepala: Sequence[str], kotak: Iterable[KotakData]
) -> None:
    """Whose workbook this is, and what each box held, on a hidden sheet."""
    lembar = berkas.create_sheet(DATA)
    nama = ("bentuk", *bentuk.kepala)
    for nomor, baris in enumerate(zip(nama, (str(bentuk.versi), *kepala), strict=True), start=1):
        _tulis_baris(lembar, nomor, baris)
    _tulis_baris(lembar, bentuk.baris_data - 1, (KUNCI, *bentuk.tanda, KOLOM, SEMULA))
    for nomor, satu in enumerate(kotak, start=bentuk.baris_data):
        isi = (satu.kunci, *(str(tanda) for tanda in satu.tanda), satu.kolom, satu.semula)
        _tulis_baris(lembar, nomor, isi)
    sembunyikan(lembar)


def sembunyikan(lembar: Worksheet) -> None:
    lembar.sheet_state = "hidden"
    kunci_lembar(lembar)


def kunci_lembar(lembar: Worksheet) -> None:
    """Against slips, not against people: there is no password, and the reader trusts nothing."""
    lembar.protection.sheet = True
    lembar.protection.formatColumns = lembar.protection.formatRows = False


def _tulis_baris(lembar: Worksheet, nomor: int, isi: Iterable[str]) -> None:
    for ke, teks in enumerate(isi, start=1):
        tulis_teks(lembar[f"{get_column_letter(ke)}{nomor}"], teks)
