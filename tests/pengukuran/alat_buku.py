"""Workbooks as people send them back: our own, opened, filled in, and saved by a spreadsheet."""

from collections.abc import Mapping
from datetime import datetime
from io import BytesIO
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from pengukuran.lembar_kerja.baca import BukuTerbaca, baca_buku
from pengukuran.lembar_kerja.bentuk import BARIS_KEPALA, HURUF_ISIAN, LEMBAR
from pengukuran.lembar_kerja.susun import susun_buku
from pengukuran.lembar_kerja.tulis import tulis_buku
from pengukuran.queries.lembar_isian import lembar_isian
from sakip.dokumen.buku.baca import SelTerbaca
from sakip.organisasi.models import Pengguna, Unit
from tests.pengukuran.alat_isian import TAHUN, Kantor

SAAT = datetime(2024, 3, 1)  # noqa: DTZ001 -- a cell of a workbook knows no zone


def unduh(kantor: Kantor, siapa: str = "operator", triwulan: int = 1) -> bytes:
    return _tulis(kantor.unit, TAHUN, triwulan, kantor[siapa])


def buku_unit(unit: Unit, tahun: int, triwulan: int, siapa: Pengguna) -> SimpleUploadedFile:
    """The workbook of a person as an upload."""
    return SimpleUploadedFile("realisasi.xlsx", _tulis(unit, tahun, triwulan, siapa))


def _tulis(unit: Unit, tahun: int, triwulan: int, siapa: Pengguna) -> bytes:
    return tulis_buku(susun_buku(lembar_isian(unit, tahun, triwulan, siapa)))


def buka(isi: bytes) -> Workbook:
    return load_workbook(BytesIO(isi))


def simpan(buku: Workbook) -> bytes:
    hasil = BytesIO()
    buku.save(hasil)
    return hasil.getvalue()


def baris(lembar: Worksheet, kunci: str) -> int:
    """The row in which a line of the sheet stands."""
    kunci_kolom = (
        (satu[0].row, satu[0].value) for satu in lembar.iter_rows(min_row=BARIS_KEPALA + 1)
    )
    return next(nomor for nomor, isi in kunci_kolom if isi == kunci)


def kunci(kantor: Kantor, milik: str = "polos", bulan: int = 3, variabel: str = "") -> str:
    isi = (str(getattr(kantor, milik).indikator_id), str(bulan), variabel)
    return ".".join(filter(None, isi))


def isi_buku(mentah: bytes, isian: Mapping[tuple[str, str], Any]) -> bytes:
    """The workbook with other contents in some boxes, by line and cell; a format after a `%`."""
    buku = buka(mentah)
    lembar = buku[LEMBAR]
    for (milik, kolom), nilai in isian.items():
        sel = lembar[f"{HURUF_ISIAN[kolom]}{baris(lembar, milik)}"]
        if isinstance(nilai, tuple):
            sel.value, sel.number_format = nilai
        else:
            sel.value = nilai
        if isinstance(nilai, str) and not nilai.startswith("=RUMUS"):
            sel.data_type = "s"
    return simpan(buku)


def terbaca(mentah: bytes) -> dict[tuple[int | str, ...], SelTerbaca]:
    return menurut_kotak(baca_buku(mentah))


def menurut_kotak(buku: BukuTerbaca) -> dict[tuple[int | str, ...], SelTerbaca]:
    return {(*satu.tanda, satu.kolom): satu for satu in buku.sel}
