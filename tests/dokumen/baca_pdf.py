"""A PDF read back through its tags: what stands in which cell of which table, on which page."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, field

import pypdfium2
from pypdfium2 import raw


@dataclass
class TabelTerbaca:
    """A table over all its pages; cells without any blanks, since lines break anywhere."""

    halaman: int
    judul: str
    kepala: list[list[str]]
    baris: list[list[str]] = field(default_factory=list)
    kepala_ulang: list[list[list[str]]] = field(default_factory=list)


def rapat(teks: str) -> str:
    """Without blanks; a hyphen at the end of a line comes back from PDFium as a control character."""
    return "".join(teks.split()).replace("\x02", "-")


def baca_tabel(pdf: bytes) -> list[TabelTerbaca]:
    """The tables of a tagged PDF; a part without a caption continues the table before it."""
    hasil: list[TabelTerbaca] = []
    for nomor, halaman in enumerate(pypdfium2.PdfDocument(pdf)):
        for judul, kepala, baris in _tabel_sehalaman(halaman):
            if judul:
                hasil.append(TabelTerbaca(nomor, judul, kepala))
            else:
                hasil[-1].kepala_ulang.append(kepala)
            hasil[-1].baris += baris
    return hasil


Bagian = tuple[str, list[list[str]], list[list[str]]]


def _tabel_sehalaman(halaman: pypdfium2.PdfPage) -> Iterator[Bagian]:
    teks = _teks_bertanda(halaman)
    pohon = raw.FPDF_StructTree_GetForPage(halaman.raw)
    akar = [
        raw.FPDF_StructTree_GetChildAtIndex(pohon, i)
        for i in range(raw.FPDF_StructTree_CountChildren(pohon))
    ]
    for unsur in (u for satu in akar for u in _turunan(satu)):
        if _jenis(unsur) == "Table":
            judul = "".join(_isi(u, teks) for u in _turunan(unsur) if _jenis(u) == "Caption")
            yield judul, _baris(unsur, "THead", teks), _baris(unsur, "TBody", teks)
    raw.FPDF_StructTree_Close(pohon)


def _baris(tabel: object, bagian: str, teks: dict[int, str]) -> list[list[str]]:
    return [
        [_isi(sel, teks) for sel in _turunan(baris) if _jenis(sel) in {"TH", "TD"}]
        for induk in _turunan(tabel)
        if _jenis(induk) == bagian
        for baris in _turunan(induk)
        if _jenis(baris) == "TR"
    ]


def _teks_bertanda(halaman: pypdfium2.PdfPage) -> dict[int, str]:
    """The text of every marked piece of the page, by its number; charts number theirs anew."""
    sumber = halaman.get_textpage()
    hasil: dict[int, str] = {}
    for objek in halaman.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT], max_depth=1):
        nomor = raw.FPDFPageObj_GetMarkedContentID(objek.raw)
        besar = raw.FPDFTextObj_GetText(objek.raw, sumber.raw, None, 0)
        wadah = ctypes.create_string_buffer(besar)
        raw.FPDFTextObj_GetText(
            objek.raw, sumber.raw, ctypes.cast(wadah, ctypes.POINTER(raw.FPDF_WCHAR)), besar
        )
        if nomor < 0:
            continue
        hasil[nomor] = hasil.get(nomor, "") + wadah.raw.decode("utf-16-le").rstrip("\0")
    return hasil


def _turunan(unsur: object) -> Iterator[object]:
    """The element itself and all below it."""
    yield unsur
    for i in range(raw.FPDF_StructElement_CountChildren(unsur)):
        if anak := raw.FPDF_StructElement_GetChildAtIndex(unsur, i):
            yield from _turunan(anak)


def _jenis(unsur: object) -> str:
    besar = raw.FPDF_StructElement_GetType(unsur, None, 0)
    wadah = ctypes.create_string_buffer(besar)
    raw.FPDF_StructElement_GetType(unsur, wadah, besar)
    return wadah.raw.decode("utf-16-le").rstrip("\0")


def _isi(unsur: object, teks: dict[int, str]) -> str:
    bagian = []
    for satu in _turunan(unsur):
        for i in range(raw.FPDF_StructElement_GetMarkedContentIdCount(satu)):
            nomor = raw.FPDF_StructElement_GetMarkedContentIdAtIndex(satu, i)
            bagian.append(teks.get(nomor, ""))
    return rapat("".join(bagian))


def baris_sehalaman(pdf: bytes) -> dict[int, int]:
    """How many body rows the last table of each page has there."""
    return {
        nomor: len(baris)
        for nomor, halaman in enumerate(pypdfium2.PdfDocument(pdf))
        for _, _, baris in _tabel_sehalaman(halaman)
    }
