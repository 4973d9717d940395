"""A workbook written: what may be filled in is open, everything else is locked.

Numbers are written as numbers; a text that begins like a formula is written as the text it is.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from io import BytesIO

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
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
from sakip.dokumen.sel_xlsx import Gaya, tulis_teks
from sakip.lib.baca import AngkaSalah, baca_angka

LATAR_KEPALA, LATAR_TERBUKA, LATAR_TERTUTUP = "E3EFF4", "FFF9DB", "F2F4F7"
GARIS = "D9DEE6"
JUDUL = Gaya(tebal=True, ukuran=14)
# above the table, where a line may run over the columns beside it
ATAS = Gaya(lipat=False, tegak=None)
JUDUL_ATAS = replace(ATAS, tebal=True, ukuran=14)
KEPALA = Gaya(tebal=True, latar=LATAR_KEPALA, garis=GARIS)
# a locked cell that is read
TETAP = Gaya(garis=GARIS)
# a cell in a column that is filled in, which holds no box
TANPA_KOTAK = Gaya(bentuk="General", lipat=None, tegak=None, latar=LATAR_TERTUTUP, garis=GARIS)
TERBUKA = Gaya(latar=LATAR_TERBUKA, garis=GARIS, terbuka=True)
TERTUTUP = Gaya(latar=LATAR_TERTUTUP, garis=GARIS)
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
        tulis_teks(lembar[f"B{nomor}"], isi, JUDUL_ATAS if nomor == 1 else ATAS)
    for huruf, nama, lebar in kolom:
        tulis_teks(lembar[f"{huruf}{bentuk.baris_kepala}"], nama, KEPALA)
        lembar.column_dimensions[huruf].width = lebar
    lembar.column_dimensions["A"].hidden = True


def tulis_isian(sel: Cell, isi: SelBuku, gaya: Gaya) -> None:
    """A box; a figure as a number, so that Excel can reckon with it."""
    angka = replace(gaya, bentuk="General", lipat=None, mendatar="right")
    tulis_teks(sel, isi.isi, angka if isi.berangka else gaya)
    if isi.berangka and isi.isi:
        try:
            sel.value = baca_angka(isi.isi, negatif=True)
            # a minus begins no formula here; Excel would make text of a quoted cell once it is edited
            sel.quotePrefix = False
        except AngkaSalah:
            tulis_teks(sel, isi.isi, gaya)


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
    tulis_teks(lembar["A1"], f"Cara mengisi: {judul}", JUDUL)
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
        tulis_teks(lembar.cell(nomor, ke), teks)
