"""The workbook of a triwulan written."""

from dataclasses import replace

from openpyxl.worksheet.worksheet import Worksheet

from pengukuran.lembar_kerja.bentuk import (
    BENTUK,
    HURUF_ISIAN,
    KOLOM_ISIAN,
    KOLOM_KEADAAN,
    KOLOM_TETAP,
    BarisBuku,
    Buku,
)
from sakip.dokumen.buku.bentuk import KotakData
from sakip.dokumen.buku.tulis import (
    TANPA_KOTAK,
    TERBUKA,
    TERTUTUP,
    TETAP,
    buku_baru,
    jadikan_byte,
    tulis_data,
    tulis_isian,
    tulis_kepala,
    tulis_petunjuk,
    tutup_lembar,
)
from sakip.dokumen.sel_xlsx import Gaya, tulis_teks
from sakip.lib.romawi import tulis_romawi

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


# the columns of figures that are read
ANGKA = ("G", "H")
RATA_KANAN = replace(TETAP, lipat=None, mendatar="right")
MENJOROK = replace(TETAP, inden=2)


def tulis_buku(buku: Buku) -> bytes:
    """The workbook as the bytes of an XLSX file."""
    judul = f"Realisasi Triwulan {tulis_romawi(buku.triwulan)} {buku.tahun}"
    berkas, lembar = buku_baru(judul, BENTUK)
    kolom = [
        *KOLOM_TETAP, *((huruf, nama, lebar) for huruf, _, nama, lebar in KOLOM_ISIAN),
        KOLOM_KEADAAN,
    ]  # fmt: skip
    kalimat = "Isi kotak berwarna kuning; penjelasannya pada lembar Petunjuk."
    tulis_kepala(lembar, (judul, buku.unit, kalimat), kolom, BENTUK)
    for nomor, baris in enumerate(buku.baris, start=BENTUK.baris_kepala + 1):
        _tulis_baris(lembar, nomor, baris)
    tutup_lembar(lembar, BENTUK, "E")
    tulis_petunjuk(berkas, judul, PANDUAN)
    kotak = (
        KotakData(baris.kunci, (baris.indikator, baris.bulan), sel.kolom, sel.isi)
        for baris in buku.baris
        for sel in baris.sel
    )
    tulis_data(berkas, BENTUK, (buku.kode, str(buku.tahun), str(buku.triwulan)), kotak)
    return jadikan_byte(berkas)


def _tulis_baris(lembar: Worksheet, nomor: int, baris: BarisBuku) -> None:
    tetap = (
        baris.kunci, baris.nomor, baris.kode, baris.nama, baris.masa, baris.satuan, baris.target,
        baris.sebelumnya,
    )  # fmt: skip
    for (huruf, _, _), isi in zip(KOLOM_TETAP, tetap, strict=True):
        tulis_teks(lembar[f"{huruf}{nomor}"], isi, _gaya(huruf, baris))
    kotak = {BENTUK.huruf(sel.kolom): sel for sel in baris.sel}
    for huruf in HURUF_ISIAN.values():
        sel = lembar[f"{huruf}{nomor}"]
        if huruf in kotak:
            tulis_isian(sel, kotak[huruf], TERTUTUP if baris.tutup else TERBUKA)
        else:
            TANPA_KOTAK.pasang(sel)
    tulis_teks(lembar[f"{KOLOM_KEADAAN[0]}{nomor}"], baris.keadaan, TETAP)


def _gaya(huruf: str, baris: BarisBuku) -> Gaya:
    """A variable stands below its indikator, a figure under the end of its head."""
    if huruf in ANGKA:
        return RATA_KANAN
    return MENJOROK if huruf == "D" and baris.variabel else TETAP
