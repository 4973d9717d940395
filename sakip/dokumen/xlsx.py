"""A document as a workbook: each table on a sheet of its own, with the words that stand around it.

Figures are written as the numbers they are, unrounded, in the decimals in which the document
prints them; every other text is written as text, whatever it begins with.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from io import BytesIO

from openpyxl import Workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from sakip.dokumen.angka import Angka, Isi
from sakip.dokumen.blok import (
    Baris,
    Blok,
    Dokumen,
    Identitas,
    Judul,
    KepalaNaskah,
    Paragraf,
    Rata,
    Sel,
    Senarai,
    Tabel,
    TandaTangan,
)
from sakip.dokumen.sel_xlsx import Gaya, layak, tulis_teks
from sakip.lib.galat import TidakAda

NAMA_TERPANJANG = 31
LEBAR_SEMUA, LEBAR_TERSEMPIT = 150, 7  # in letters: of all columns together, of one
TINGGI_BARIS = 15
_NAMA_TERLARANG = re.compile(r"[\[\]:*?/\\']")
_ANGKA = re.compile(r"(?P<awal>[^\d-]*)-?[\d.]+(?:,(?P<pecahan>\d+))?(?P<akhir>\D*)")
GARIS = "AAB4C0"
LATAR_KEPALA, LATAR_KELOMPOK = "E3EFF4", "E9EDF2"
# a head that another reaches over
KEPALA_KOSONG = Gaya(bentuk="General", lipat=None, tegak=None, latar=LATAR_KEPALA, garis=GARIS)
KEPALA = Gaya(tebal=True, mendatar="center", tegak="center", latar=LATAR_KEPALA, garis=GARIS)
JUDUL, JUDUL_BAGIAN = Gaya(tebal=True, ukuran=14), Gaya(tebal=True, ukuran=12)
JUDUL_TABEL, KALIMAT, CATATAN = Gaya(tebal=True), Gaya(tebal=False), Gaya(miring=True)
LETAK = {Rata.KIRI: "left", Rata.TENGAH: "center", Rata.KANAN: "right"}
TEBAL = {Baris.Jenis.KELOMPOK, Baris.Jenis.JUMLAH}


def xlsx_dokumen(dokumen: Dokumen) -> bytes:
    """The tables of a document as an XLSX file. Raises TidakAda for a document without any."""
    kelompok = list(_sekelompok(dokumen))
    if not kelompok:
        raise TidakAda("Dokumen ini tidak memuat tabel. Cetak ke berkas .pdf atau .html.")
    buku = Workbook()
    buku.remove(buku.active)
    buku.properties.creator = "SAKIP"
    buku.properties.title = layak(dokumen.judul)
    for atas, tabel, bawah in kelompok:
        lembar = buku.create_sheet(_nama_lembar(tabel, buku.sheetnames))
        _Penulis(lembar, tabel).tulis(dokumen.judul, atas, bawah)
    hasil = BytesIO()
    buku.save(hasil)
    return hasil.getvalue()


def _sekelompok(dokumen: Dokumen) -> Iterator[tuple[list[Blok], Tabel, list[Blok]]]:
    """Each table with what leads to it; what follows the last one is below it."""
    semua = list(dokumen.blok())
    letak = [ke for ke, satu in enumerate(semua) if isinstance(satu, Tabel)]
    for awal, ke in zip([-1, *letak], letak, strict=False):
        tabel = semua[ke]
        if isinstance(tabel, Tabel):
            bawah = semua[ke + 1 :] if ke == letak[-1] else []
            yield semua[awal + 1 : ke], tabel, bawah


def _nama_lembar(tabel: Tabel, ada: list[str]) -> str:
    """A name that is allowed and not taken; programs compare them without regard to case."""
    dasar = _NAMA_TERLARANG.sub(" ", layak(tabel.judul))
    dasar = " ".join(dasar.split())[:NAMA_TERPANJANG].strip() or "Tabel"
    dipakai = {satu.casefold() for satu in ada}
    nama, ke = dasar, 1
    while nama.casefold() in dipakai:
        ke += 1
        nama = f"{dasar[: NAMA_TERPANJANG - 5].strip()} ({ke})"
    return nama


class _Penulis:
    """Writes one sheet from the top down."""

    def __init__(self, lembar: Worksheet, tabel: Tabel) -> None:
        self.lembar = lembar
        self.tabel = tabel
        self.banyak = len(tabel.kolom)
        semua = sum(kolom.lebar for kolom in tabel.kolom)
        self.lebar = [
            max(LEBAR_TERSEMPIT, kolom.lebar * LEBAR_SEMUA // semua) for kolom in tabel.kolom
        ]
        self.kini = 1

    def tulis(self, judul: str, atas: list[Blok], bawah: list[Blok]) -> None:
        for ke, lebar in enumerate(self.lebar, start=1):
            self.lembar.column_dimensions[get_column_letter(ke)].width = lebar
        naskah = any(isinstance(satu, KepalaNaskah) for satu in atas)
        if not naskah:
            self._kalimat(judul, JUDUL)
        for satu in atas:
            self._blok(satu)
        nomor = f"Tabel {self.tabel.nomor} " if self.tabel.nomor else ""
        self._kalimat(f"{nomor}{self.tabel.judul}", JUDUL_TABEL)
        self._kepala()
        for milik, pasangan in self.tabel.baris_bersel():
            self._baris(milik, pasangan)
        if self.tabel.sumber:
            self._kalimat(f"Sumber: {_gabung(self.tabel.sumber)}", CATATAN)
        kembali = (str(satu) for satu in self.tabel.kembali)
        for teks in (*map(_gabung, self.tabel.catatan), *kembali):
            self._kalimat(teks, CATATAN)
        for satu in bawah:
            self._blok(satu)
        halaman = self.lembar.page_setup
        halaman.orientation, halaman.paperSize = "landscape", "9"
        halaman.fitToWidth, halaman.fitToHeight = 1, 0
        self.lembar.sheet_properties.pageSetUpPr.fitToPage = True

    def _kepala(self) -> None:
        awal = self.kini
        for nama, dari, sampai, tinggi in self._kepala_atas():
            self._isi_kepala(self.kini, dari, nama)
            self._gabungkan(self.kini, dari, self.kini + tinggi, sampai)
        if self.tabel.kepala_grup():
            self.kini += 1
            for ke, kolom in enumerate(self.tabel.kolom, start=1):
                if kolom.grup:
                    self._isi_kepala(self.kini, ke, kolom.kepala)
        for baris in range(awal, self.kini + 1):
            for ke in range(1, self.banyak + 1):
                sel = self.lembar.cell(baris, ke)
                if isinstance(sel, MergedCell):  # made anew by the merging
                    KEPALA_KOSONG.pasang(sel)
        self.lembar.print_title_rows = f"{awal}:{self.kini}"
        self.kini += 1
        self.lembar.freeze_panes = f"A{self.kini}"

    def _kepala_atas(self) -> Iterator[tuple[str, int, int, int]]:
        """The upper heads: text, first and last column, how many rows more."""
        grup = self.tabel.kepala_grup() or [(kolom.kepala, -1) for kolom in self.tabel.kolom]
        ke = 1
        for nama, bentang in grup:
            yield nama, ke, ke + max(bentang, 1) - 1, 1 if bentang == 0 else 0
            ke += max(bentang, 1)

    def _isi_kepala(self, baris: int, kolom: int, nama: str) -> None:
        tulis_teks(self.lembar.cell(baris, kolom), nama, KEPALA)

    def _baris(self, baris: Baris, pasangan: list[tuple[Sel, Rata]]) -> None:
        ke, tertinggi = 1, 1
        latar = "" if baris.jenis is Baris.Jenis.BIASA else LATAR_KELOMPOK
        gaya = Gaya(tebal=baris.jenis in TEBAL, latar=latar, garis=GARIS)
        for isi, rata in pasangan:
            _isi(self.lembar.cell(self.kini, ke), isi.isi, replace(gaya, mendatar=LETAK[rata]))
            akhir = ke + isi.bentang - 1
            self._gabungkan(self.kini, ke, self.kini, akhir)
            tertinggi = max(
                tertinggi, _banyak_baris(_gabung(isi.isi), sum(self.lebar[ke - 1 : akhir]))
            )
            ke = akhir + 1
        self._tinggi(tertinggi)
        self.kini += 1

    def _kalimat(self, teks: str, gaya: Gaya = KALIMAT) -> None:
        """Words over the whole width."""
        if not teks:
            return
        tulis_teks(self.lembar.cell(self.kini, 1), teks, gaya)
        self._gabungkan(self.kini, 1, self.kini, self.banyak)
        self._tinggi(_banyak_baris(teks, sum(self.lebar)))
        self.kini += 1

    def _blok(self, blok: Blok) -> None:
        """A block of words; pictures and lists of contents have no place here."""
        match blok:
            case KepalaNaskah(baris=baris):
                for satu in baris:
                    self._kalimat(satu, JUDUL)
            case Judul():
                self._kalimat(f"{blok.nomor} {blok.teks}".strip(), JUDUL_BAGIAN)
            case Paragraf(isi):
                self._kalimat(_gabung(isi))
            case Senarai(butir=butir):
                for ke, isi in enumerate(butir, start=1):
                    self._kalimat(f"{ke}. {_gabung(isi)}")
            case Identitas(butir=pasangan):
                for label, isi in pasangan:
                    self._kalimat(f"{label}: {_gabung(isi)}")
            case TandaTangan():
                self._tanda_tangan(blok)
            case _:
                return

    def _tanda_tangan(self, blok: TandaTangan) -> None:
        self.kini += 1
        for atas, penanda in blok.kolom():
            semua = [*atas, penanda.jabatan, "", penanda.nama]
            for satu in [*semua, f"NIP {penanda.nip}" if penanda.nip else ""]:
                self._kalimat(satu)
            self.kini += 1

    def _gabungkan(self, baris: int, kolom: int, baris_akhir: int, kolom_akhir: int) -> None:
        if (baris, kolom) != (baris_akhir, kolom_akhir):
            self.lembar.merge_cells(
                start_row=baris, start_column=kolom, end_row=baris_akhir, end_column=kolom_akhir
            )

    def _tinggi(self, baris: int) -> None:
        """No program measures a merged cell by itself; at most what a sheet allows."""
        self.lembar.row_dimensions[self.kini].height = min(baris * TINGGI_BARIS, 400)


def _banyak_baris(teks: str, lebar: int) -> int:
    return sum(-(-max(len(satu), 1) // max(lebar, 1)) for satu in teks.split("\n"))


def _gabung(isi: Isi) -> str:
    return "".join(map(str, isi))


def _isi(sel: Cell, isi: Isi, gaya: Gaya) -> None:
    """A cell that holds one figure alone is that figure."""
    match isi:
        case (Angka(nilai=Decimal() as nilai) as satu,) if bentuk := _bentuk_angka(satu.tampil):
            milik = bentuk + (f'"{satu.tanda}"' if satu.tanda else "")
            replace(gaya, bentuk=milik).pasang(sel).value = nilai
        case _:
            tulis_teks(sel, _gabung(isi), gaya)


def _bentuk_angka(tampil: str) -> str:
    """How a workbook prints a number as the document does; empty for what is no plain number."""
    cocok = _ANGKA.fullmatch(tampil)
    if cocok is None or '"' in tampil:
        return ""
    if cocok["awal"].strip() in {"<", ">"}:  # too small for its decimals: as many as it has
        return "General"
    pecahan = f".{'0' * len(cocok['pecahan'])}" if cocok["pecahan"] else ""
    awal, akhir = (f'"{satu}"' if satu else "" for satu in (cocok["awal"], cocok["akhir"]))
    return f"{awal}#,##0{pecahan}{akhir}"
