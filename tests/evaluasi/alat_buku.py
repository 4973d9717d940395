"""Workbooks of the LKE as people send them back: our own, opened, filled in, saved."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import lru_cache
from io import BytesIO
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from evaluasi.lembar_kerja.baca import baca_buku
from evaluasi.lembar_kerja.bentuk import BENTUK, HURUF_ISIAN
from evaluasi.lembar_kerja.susun import susun_buku
from evaluasi.lembar_kerja.tulis import tulis_buku
from evaluasi.models import Jawaban, Kriteria, NilaiSub, PelakuLembar, SubKomponen, TahapLembar
from evaluasi.queries.isi_lembar import isi_semua
from evaluasi.queries.lembar import izin_mengisi, tahap_terlihat
from evaluasi.services.impor import laksanakan, tinjau
from sakip.dokumen.buku.tinjau import Tinjauan
from sakip.jejak.models import CatatanJejak
from sakip.organisasi.models import Pengguna, Unit
from tests.evaluasi import pabrik

PILIHAN, CATATAN = "pilihan", "catatan"
Milik = Kriteria | SubKomponen


def unduh(tahap: TahapLembar, oleh: Pengguna) -> bytes:
    lembar = tahap.lembar
    terlihat = tahap_terlihat(oleh, lembar)
    isi = isi_semua(oleh, lembar, tahap, terlihat)
    return tulis_buku(susun_buku(lembar, tahap, terlihat, isi, izin_mengisi(oleh, tahap)))


def buku_tahun(unit: Unit, tahun: int, siapa: Pengguna) -> SimpleUploadedFile:
    """The self-assessment of a unit and year as an upload of a person."""
    milik = TahapLembar.objects.select_related("lembar__unit__pemda", "lembar__instrumen", "tahap")
    tahap = milik.get(lembar__unit=unit, lembar__tahun_kinerja=tahun, tahap__kode="mandiri")
    return SimpleUploadedFile("lke.xlsx", unduh(tahap, siapa))


def buka(isi: bytes) -> Workbook:
    return load_workbook(BytesIO(isi))


def simpan(buku: Workbook) -> bytes:
    hasil = BytesIO()
    buku.save(hasil)
    return hasil.getvalue()


def kunci(milik: Milik) -> str:
    if isinstance(milik, Kriteria):
        return f"{milik.sub_id}.{milik.pk}"
    return f"{milik.pk}.0"


def baris(lembar: Worksheet, milik: Milik) -> int:
    """The row in which a criterion, or the grade of a sub-komponen, stands."""
    semua = ((satu[0].row, satu[0].value) for satu in lembar.iter_rows(min_row=7))
    return next(nomor for nomor, isi in semua if isi == kunci(milik))


def alamat(mentah: bytes, milik: Milik, kolom: str = PILIHAN) -> str:
    return f"{HURUF_ISIAN[kolom]}{baris(_terbuka(mentah)[BENTUK.lembar], milik)}"


# a workbook is opened once, whoever looks into it or fills it in, and read once
_terbuka = lru_cache(maxsize=4)(buka)
_terbaca = lru_cache(maxsize=4)(baca_buku)


def isi_buku(mentah: bytes, isian: Mapping[tuple[Milik, str], Any]) -> bytes:
    """The workbook with other contents in some boxes; what begins with =RUMUS is a formula."""
    buku = _terbuka(mentah)
    sel = {kotak: buku[BENTUK.lembar][alamat(mentah, *kotak)] for kotak in isian}
    semula = {kotak: (satu.value, satu.data_type) for kotak, satu in sel.items()}
    for kotak, nilai in isian.items():
        sel[kotak].value = nilai
        if isinstance(nilai, str) and not nilai.startswith("=RUMUS"):
            sel[kotak].data_type = "s"
    hasil = simpan(buku)
    for kotak, (nilai, jenis) in semula.items():  # as it was, for the next
        sel[kotak].value = nilai
        sel[kotak].data_type = jenis
    return hasil


def jawab_dalam_buku(mentah: bytes, kriteria: list[Kriteria], kode: str = "Ya") -> bytes:
    return isi_buku(mentah, {(satu, PILIHAN): kode for satu in kriteria})


def isi_tahap(tahap: TahapLembar) -> dict[str, tuple[str, str]]:
    """All that is stored of a stage: answer and note by criterion, grade by sub-komponen."""
    hasil = {}
    for satu in Jawaban.objects.filter(tahap=tahap).select_related("kriteria", "pilihan"):
        hasil[kunci(satu.kriteria)] = (str(satu.pilihan or ""), satu.catatan)
    for nilai in NilaiSub.objects.filter(tahap=tahap).select_related("sub", "pilihan"):
        hasil[kunci(nilai.sub)] = (str(nilai.pilihan), nilai.catatan)
    return hasil


@contextmanager
def tak_berubah(tahap: TahapLembar) -> Iterator[None]:
    """Nothing of the stage, of who worked on it, or of the trail is written."""
    sebelum = _potret(tahap)
    yield
    assert _potret(tahap) == sebelum


def _potret(tahap: TahapLembar) -> tuple[object, ...]:
    pelaku = PelakuLembar.objects.filter(lembar=tahap.lembar_id)
    return (
        isi_tahap(tahap),
        sorted(pelaku.values_list("pk", "sebagai")),
        CatatanJejak.objects.count(),
    )


def jawab(
    tahap: TahapLembar, kriteria: Kriteria, kode: str, oleh: Pengguna, **lain: Any
) -> Jawaban:
    """As somebody on the page answers meanwhile."""
    ada = Jawaban.objects.filter(tahap=tahap, kriteria=kriteria).first()
    return pabrik.jawab(
        tahap, kriteria, oleh=oleh, pilihan=pabrik.pilihan(kriteria, kode) if kode else None,
        versi=ada.versi if ada else None, **lain,
    )  # fmt: skip


def lihat(tahap: TahapLembar, mentah: bytes, oleh: Pengguna) -> Tinjauan:
    """The preview, of the stage as it is stored now."""
    milik = pabrik.tahap(tahap.lembar, tahap.tahap.kode)
    return tinjau(milik, _terbaca(mentah), oleh=oleh)


def masukkan(tahap: TahapLembar, mentah: bytes, oleh: Pengguna, sidik: str = "") -> Tinjauan:
    """Confirmed as it is shown now, or as it was shown with `sidik`."""
    milik, buku = pabrik.tahap(tahap.lembar, tahap.tahap.kode), _terbaca(mentah)
    sidik = sidik or tinjau(milik, buku, oleh=oleh).sidik
    return laksanakan(milik, buku, sidik=sidik, nama="lke.xlsx", oleh=oleh)
