"""The workbook of a stage written: answers are chosen from lists, notes are free text."""

from collections.abc import Iterator
from dataclasses import replace

from openpyxl import Workbook
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from evaluasi.lembar_kerja.bentuk import (
    BENTUK,
    HURUF_ISIAN,
    KOLOM_ISIAN,
    KOLOM_SAMPING,
    KOLOM_TETAP,
    PILIHAN,
    BarisBuku,
    Buku,
    JenisBaris,
    Kolom,
)
from sakip.dokumen.buku.bentuk import KotakData
from sakip.dokumen.buku.tulis import (
    LATAR_KEPALA,
    TANPA_KOTAK,
    TERBUKA,
    TERTUTUP,
    TETAP,
    buku_baru,
    jadikan_byte,
    sembunyikan,
    tulis_data,
    tulis_isian,
    tulis_kepala,
    tulis_petunjuk,
    tutup_lembar,
)
from sakip.dokumen.sel_xlsx import Gaya, tulis_teks

# a komponen or sub-komponen stands as a band over the lines below it
PITA = {JenisBaris.KOMPONEN: LATAR_KEPALA, JenisBaris.SUB: "EEF2F6"}
TEBAL = ("B", "C")
# what Excel shows beside a wrong choice may not be longer
PESAN_TERPANJANG = 250

PANDUAN = (
    "Isi hanya kotak berwarna kuning. Yang lain terkunci: instrumennya, jawaban tahap sebelumnya, "
    "dan jawaban tahun lalu untuk dibaca.",
    "Pada baris kriteria pilih jawabannya dari daftar, lalu tulis catatannya bila perlu. Pada baris "
    "sub-komponen pilih nilainya; catatan nilai wajib bila nilainya berbeda dari saran menurut "
    "kriterianya.",
    "Kotak yang dibiarkan kosong berarti belum dijawab. Tanda - atau N/A bukan jawaban; 0 dan - "
    "pada catatan tersimpan sebagai catatan.",
    "Berkas bukti tidak ada di dalam lembar kerja ini. Yang sudah terlampir disebut namanya; "
    "lampirkan atau lepas buktinya pada halaman kriterianya di aplikasi.",
    "Jangan memakai rumus. Bila catatannya dari lembar lain, salin lalu tempel sebagai nilai (Paste "
    "Special › Values).",
    "Unggah berkas ini lewat Isi dari Excel pada tahap yang sama di halaman LKE. Perubahannya "
    "ditunjukkan dahulu, dan baru disimpan setelah Anda menyetujuinya: semuanya, atau tidak satu "
    "pun.",
    "Bila orang lain mengisi kotak yang sama setelah berkas ini diunduh, kotak itu ditolak dan "
    "kedua isinya ditunjukkan. Kotak yang tidak Anda ubah tidak menimpa isian siapa pun.",
)


def tulis_buku(buku: Buku) -> bytes:
    """The workbook as the bytes of an XLSX file."""
    judul = f"LKE {buku.tahun_evaluasi} atas kinerja {buku.tahun_kinerja}: {buku.nama_tahap}"
    berkas, lembar = buku_baru(judul, BENTUK)
    baris_judul = (judul, buku.unit, buku.nama_instrumen, _kalimat(buku))
    tulis_kepala(lembar, baris_judul, _kolom(buku), BENTUK)
    for nomor, baris in enumerate(buku.baris, start=BENTUK.baris_kepala + 1):
        _tulis_baris(lembar, nomor, baris, buku)
    tutup_lembar(lembar, BENTUK, "D")
    tulis_petunjuk(berkas, judul, (*PANDUAN, *_arti_skala(buku)))
    kotak = (
        KotakData(baris.kunci, (baris.sub, baris.kriteria), sel.kolom, sel.isi)
        for baris in buku.baris
        for sel in baris.sel
    )
    kepala = (buku.kode, str(buku.tahun_kinerja), str(buku.tahun_evaluasi), buku.tahap,
              str(buku.instrumen))  # fmt: skip
    tulis_data(berkas, BENTUK, kepala, kotak)
    _pasang_pilihan(berkas, lembar, buku)
    return jadikan_byte(berkas)


def _kalimat(buku: Buku) -> str:
    if buku.tutup:
        return f"Hanya untuk dibaca. {buku.tutup}"
    return "Isi kotak berwarna kuning; penjelasannya pada lembar Petunjuk."


def _kolom(buku: Buku) -> Iterator[tuple[str, str, int]]:
    yield from KOLOM_TETAP
    yield from ((huruf, nama, lebar) for huruf, _, nama, lebar in KOLOM_ISIAN)
    yield from ((_samping(ke), nama, lebar) for ke, (nama, lebar) in enumerate(buku.samping))


def _samping(ke: int) -> str:
    return str(get_column_letter(ord(KOLOM_SAMPING) - ord("A") + 1 + ke))


def _tulis_baris(lembar: Worksheet, nomor: int, baris: BarisBuku, buku: Buku) -> None:
    skala = buku.skala.get(baris.skala)
    pilihan = " / ".join(kode for kode, _ in skala.pilihan) if skala else ""
    huruf_tetap = (
        *(huruf for huruf, _, _ in KOLOM_TETAP), *(_samping(ke) for ke, _ in enumerate(buku.samping))
    )  # fmt: skip
    tetap = (
        baris.kunci, baris.nomor, baris.uraian, pilihan,
        *(baris.samping or [""] * len(buku.samping)),
    )  # fmt: skip
    for huruf, isi in zip(huruf_tetap, tetap, strict=True):
        tulis_teks(lembar[f"{huruf}{nomor}"], isi, _gaya(TETAP, huruf, baris))
    kotak = {BENTUK.huruf(sel.kolom): sel for sel in baris.sel}
    for huruf in HURUF_ISIAN.values():
        sel = lembar[f"{huruf}{nomor}"]
        if huruf not in kotak:
            _gaya(TANPA_KOTAK, huruf, baris).pasang(sel)
        else:
            gaya = _gaya(TERTUTUP, huruf, baris) if buku.tutup else TERBUKA
            tulis_isian(sel, kotak[huruf], gaya)


def _gaya(gaya: Gaya, huruf: str, baris: BarisBuku) -> Gaya:
    """As a cell looks in this line; nobody sees the first column."""
    pita = PITA.get(baris.jenis)
    if pita is None or huruf == "A":
        return gaya
    return replace(gaya, latar=pita, tebal=True if huruf in TEBAL else None)


def _arti_skala(buku: Buku) -> Iterator[str]:
    """What the answers of each scale mean, for the sheet of instructions."""
    for skala in buku.skala.values():
        arti = "; ".join(
            f"{kode} = {sebutan}" if sebutan else kode for kode, sebutan in skala.pilihan
        )
        yield f"{skala.nama}: {arti}."


def _pasang_pilihan(berkas: Workbook, lembar: Worksheet, buku: Buku) -> None:
    """A list to choose from in each open answer, out of a hidden sheet: codes may hold a comma."""
    if buku.tutup:
        return
    daftar = berkas.create_sheet(PILIHAN)
    for ke, (kode_skala, skala) in enumerate(buku.skala.items(), start=1):
        huruf, kode = get_column_letter(ke), [satu for satu, _ in skala.pilihan]
        for nomor, isi in enumerate((skala.nama, *kode), start=1):
            tulis_teks(daftar[f"{huruf}{nomor}"], isi)
        sel = (
            f"{BENTUK.huruf(Kolom.PILIHAN)}{nomor}"
            for nomor, baris in enumerate(buku.baris, start=BENTUK.baris_kepala + 1)
            if baris.skala == kode_skala and baris.sel
        )
        validasi = DataValidation(
            type="list",
            formula1=f"{quote_sheetname(PILIHAN)}!${huruf}$2:${huruf}${len(kode) + 1}",
            allow_blank=True,
            showErrorMessage=True,
            errorTitle="Pilih dari daftar",
            error=f"Pilih salah satu: {', '.join(kode)}."[:PESAN_TERPANJANG],
            sqref=" ".join(sel),
        )
        lembar.add_data_validation(validasi)
    sembunyikan(daftar)
