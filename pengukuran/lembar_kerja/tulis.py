"""A workbook written: what may be filled in is open, everything else is locked.

Numbers are written as numbers; a text that begins like a formula is written as the text it is.
"""

from io import BytesIO

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.worksheet.worksheet import Worksheet

from pengukuran.hitung.kolom import Kolom, nama_variabel
from pengukuran.lembar_kerja.bentuk import (
    BARIS_DATA,
    BARIS_KEPALA,
    BENTUK,
    DATA,
    HURUF_ISIAN,
    KOLOM_ISIAN,
    KOLOM_KEADAAN,
    KOLOM_TETAP,
    LEMBAR,
    PETUNJUK,
    BarisBuku,
    Buku,
    SelBuku,
)
from sakip.dokumen.sel_xlsx import tulis_teks
from sakip.lib.baca import AngkaSalah, baca_angka
from sakip.lib.romawi import tulis_romawi

_GARIS = Side(style="thin", color="D9DEE6")
BINGKAI = Border(left=_GARIS, right=_GARIS, top=_GARIS, bottom=_GARIS)
KEPALA = PatternFill("solid", fgColor="E3EFF4")
TERBUKA = PatternFill("solid", fgColor="FFF9DB")
TERTUTUP = PatternFill("solid", fgColor="F2F4F7")

PANDUAN = (
    "Isi hanya kotak berwarna kuning. Yang lain terkunci, karena berasal dari rencana.",
    "Tulis angka seperti biasa di Excel. Realisasi yang nol ditulis 0, dengan alasannya.",
    "Bila realisasinya belum diukur, kosongkan kolom Realisasi dan tulis sebabnya pada kolom "
    "Mengapa belum diukur. Kotak yang dibiarkan kosong berarti belum diisi.",
    "Indikator berumus dihitung dari variabelnya: isi baris variabel di bawahnya. Bila variabelnya "
    "tidak tersedia, tulis ya pada kolom Variabel tidak tersedia, lalu isi Realisasi langsung.",
    "Jangan memakai rumus. Bila angkanya dihitung di lembar lain, salin lalu tempel sebagai nilai "
    "(Paste Special › Values).",
    "Unggah berkas ini pada halaman Realisasi › Isi dari Excel. Perubahannya ditunjukkan dahulu, "
    "dan baru disimpan setelah Anda menyetujuinya: semuanya, atau tidak satu pun.",
    "Bila orang lain mengisi kotak yang sama setelah berkas ini diunduh, kotak itu ditolak dan "
    "kedua isinya ditunjukkan. Kotak yang tidak Anda ubah tidak menimpa isian siapa pun.",
)


def tulis_buku(buku: Buku) -> bytes:
    """The workbook as the bytes of an XLSX file."""
    berkas = Workbook()
    berkas.properties.creator = "SAKIP"
    berkas.properties.title = _judul(buku)
    lembar, data = berkas.active, berkas.create_sheet(DATA)
    lembar.title = LEMBAR
    _tulis_lembar(lembar, buku)
    _tulis_petunjuk(berkas.create_sheet(PETUNJUK, 1), buku)
    _tulis_data(data, buku)
    hasil = BytesIO()
    berkas.save(hasil)
    return hasil.getvalue()


def _judul(buku: Buku) -> str:
    return f"Realisasi Triwulan {tulis_romawi(buku.triwulan)} {buku.tahun}"


def _tulis_lembar(lembar: Worksheet, buku: Buku) -> None:
    tulis_teks(lembar["B1"], _judul(buku)).font = Font(bold=True, size=14)
    tulis_teks(lembar["B2"], buku.unit)
    tulis_teks(lembar["B3"], "Isi kotak berwarna kuning; penjelasannya pada lembar Petunjuk.")
    kepala = [
        *KOLOM_TETAP, *((huruf, nama, lebar) for huruf, _, nama, lebar in KOLOM_ISIAN),
        KOLOM_KEADAAN,
    ]  # fmt: skip
    for huruf, nama, lebar in kepala:
        sel = tulis_teks(lembar[f"{huruf}{BARIS_KEPALA}"], nama)
        sel.font, sel.fill, sel.border = Font(bold=True), KEPALA, BINGKAI
        lembar.column_dimensions[huruf].width = lebar
    lembar.column_dimensions["A"].hidden = True
    for nomor, baris in enumerate(buku.baris, start=BARIS_KEPALA + 1):
        _tulis_baris(lembar, nomor, baris)
    lembar.freeze_panes = f"E{BARIS_KEPALA + 1}"
    _kunci(lembar)
    lembar.page_setup.orientation, lembar.page_setup.paperSize = "landscape", "9"
    lembar.page_setup.fitToWidth, lembar.page_setup.fitToHeight = 1, 0
    lembar.sheet_properties.pageSetUpPr.fitToPage = True
    lembar.print_title_rows = f"{BARIS_KEPALA}:{BARIS_KEPALA}"


def _tulis_baris(lembar: Worksheet, nomor: int, baris: BarisBuku) -> None:
    tetap = (
        baris.kunci, baris.nomor, baris.kode, baris.nama, baris.masa, baris.satuan, baris.target,
        baris.sebelumnya,
    )  # fmt: skip
    for (huruf, _, _), isi in zip(KOLOM_TETAP, tetap, strict=True):
        tulis_teks(lembar[f"{huruf}{nomor}"], isi).border = BINGKAI
    lembar[f"D{nomor}"].alignment = Alignment(
        wrap_text=True, vertical="top", indent=2 if baris.variabel else 0
    )
    for huruf in ("G", "H"):
        lembar[f"{huruf}{nomor}"].alignment = Alignment(horizontal="right", vertical="top")
    for huruf in HURUF_ISIAN.values():
        lembar[f"{huruf}{nomor}"].fill = TERTUTUP
        lembar[f"{huruf}{nomor}"].border = BINGKAI
    for sel in baris.sel:
        huruf = HURUF_ISIAN[str(Kolom.NILAI) if nama_variabel(sel.kolom) else sel.kolom]
        _tulis_isian(lembar[f"{huruf}{nomor}"], sel, terbuka=not baris.tutup)
    keadaan = tulis_teks(lembar[f"{KOLOM_KEADAAN[0]}{nomor}"], baris.keadaan)
    keadaan.border = BINGKAI


def _tulis_isian(sel: Cell, isi: SelBuku, *, terbuka: bool) -> None:
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


def _tulis_petunjuk(lembar: Worksheet, buku: Buku) -> None:
    lembar.column_dimensions["A"].width = 110
    tulis_teks(lembar["A1"], f"Cara mengisi: {_judul(buku)}").font = Font(bold=True, size=14)
    for nomor, isi in enumerate(PANDUAN, start=3):
        tulis_teks(lembar[f"A{nomor}"], f"{nomor - 2}. {isi}")
    _kunci(lembar)


def _tulis_data(lembar: Worksheet, buku: Buku) -> None:
    """Whose workbook this is, and what each box held; nobody needs to see it."""
    kepala = (
        ("bentuk", str(BENTUK)), ("unit", buku.kode), ("tahun", str(buku.tahun)),
        ("triwulan", str(buku.triwulan)),
    )  # fmt: skip
    for nomor, (nama, isi) in enumerate(kepala, start=1):
        tulis_teks(lembar[f"A{nomor}"], nama)
        tulis_teks(lembar[f"B{nomor}"], isi)
    for ke, nama in zip("ABCDE", ("kunci", "indikator", "bulan", "kolom", "semula"), strict=True):
        tulis_teks(lembar[f"{ke}{BARIS_DATA - 1}"], nama)
    semua = ((baris, sel) for baris in buku.baris for sel in baris.sel)
    for nomor, (baris, sel) in enumerate(semua, start=BARIS_DATA):
        kolom = (baris.kunci, str(baris.indikator), str(baris.bulan), sel.kolom, sel.isi)
        for huruf, teks in zip("ABCDE", kolom, strict=True):
            tulis_teks(lembar[f"{huruf}{nomor}"], teks)
    lembar.sheet_state = "hidden"
    _kunci(lembar)


def _kunci(lembar: Worksheet) -> None:
    """Against slips, not against people: there is no password, and the reader trusts nothing."""
    lembar.protection.sheet = True
    lembar.protection.formatColumns = lembar.protection.formatRows = False
