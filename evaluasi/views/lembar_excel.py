"""A stage of the LKE as a workbook: given out, and taken in after it was looked at."""

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from evaluasi.lembar_kerja.susun import susun_buku
from evaluasi.lembar_kerja.tulis import tulis_buku
from evaluasi.permissions import boleh_mengerjakan
from evaluasi.queries.isi_lembar import isi_semua
from evaluasi.queries.lembar import izin_mengisi
from evaluasi.services.dasar import minta
from evaluasi.services.impor import buku_tersimpan, laksanakan, terima_buku, tinjau
from evaluasi.views.dasar import RuangTahap, buka_tahap, sebut_lembar
from perencanaan.queries.ruang import RuangKerja
from sakip.berkas.galat import BerkasDitolak
from sakip.dokumen.buku.baca import BukuSalah
from sakip.dokumen.buku.halaman import (
    HalamanTinjau,
    buku_milik,
    jawab_buku,
    jawab_impor,
    jawab_tinjau,
)
from sakip.jejak.halaman import Halaman
from sakip.lib.galat import TidakAda
from sakip.lib.izin import Tolak


@require_safe
def unduh_buku(permintaan: HttpRequest, kode: str, tahun: int, tahap: str) -> HttpResponse:
    """The workbook of a stage; to who may not fill it in now, all of it is locked."""
    _, ruang = buka_tahap(permintaan, kode, tahun, tahap)
    isi = isi_semua(ruang.pengguna, ruang.lembar, ruang.tahap, ruang.terlihat)
    izin = izin_mengisi(ruang.pengguna, ruang.tahap)
    buku = susun_buku(ruang.lembar, ruang.tahap, ruang.terlihat, isi, izin)
    return jawab_buku(tulis_buku(buku), f"lke-{kode}-{tahun}-{tahap}.xlsx")


@require_http_methods(["GET", "HEAD", "POST"])
def impor_buku(permintaan: HttpRequest, kode: str, tahun: int, tahap: str) -> HttpResponse:
    """Send a workbook; what it would change is shown on the next page."""
    kerja, ruang = buka_tahap(permintaan, kode, tahun, tahap)
    minta(boleh_mengerjakan(ruang.pengguna, ruang.tahap))
    izin = izin_mengisi(ruang.pengguna, ruang.tahap)

    def terima(isi: UploadedFile) -> str:
        berkas, _ = terima_buku(isi, tahap=ruang.tahap, oleh=ruang.pengguna)
        return reverse("evaluasi:lembar-tinjau", args=[kode, tahun, tahap, berkas.pk])

    konteks = {
        **_konteks(kerja, ruang),
        "tertutup": izin.alasan if isinstance(izin, Tolak) else "",
        "halaman": Halaman(
            judul="Isi dari Excel",
            ket=f"{ruang.tahap.tahap} · {sebut_lembar(ruang.lembar)}",
            tombol="Tinjau isinya",
            kembali=_alamat(ruang),
            pesan="",
        ),
    }
    return jawab_impor(
        permintaan, templat="evaluasi/excel/impor.html", konteks=konteks, terima=terima
    )


@require_http_methods(["GET", "HEAD", "POST"])
def tinjau_buku(
    permintaan: HttpRequest, kode: str, tahun: int, tahap: str, berkas: int
) -> HttpResponse:
    """What a workbook would change, box by box; confirming writes all of it or nothing."""
    kerja, ruang = buka_tahap(permintaan, kode, tahun, tahap)
    oleh, milik_tahap = ruang.pengguna, ruang.tahap
    minta(boleh_mengerjakan(oleh, milik_tahap))
    milik, nama = buku_milik(kerja.unit, berkas, oleh)
    try:
        buku = buku_tersimpan(milik, tahap=milik_tahap)
    except (BukuSalah, BerkasDitolak) as salah:
        raise TidakAda(str(salah)) from salah
    return jawab_tinjau(
        permintaan,
        HalamanTinjau(
            nama=nama,
            templat="evaluasi/excel/tinjau.html",
            kembali=_alamat(ruang),
            tinjau=lambda: tinjau(milik_tahap, buku, oleh=oleh),
            laksanakan=lambda sidik: laksanakan(
                milik_tahap, buku, sidik=sidik, nama=nama, oleh=oleh
            ),
            konteks=_konteks(kerja, ruang),
        ),
    )


def _konteks(kerja: RuangKerja, ruang: RuangTahap) -> dict[str, object]:
    return {
        "kerja": kerja,
        "kerja_alamat": "evaluasi:lembar",
        "kepala_nama": "Kriteria dan isian",
        "tahap": ruang.tahap,
        "sebutan": sebut_lembar(ruang.lembar),
    }


def _alamat(ruang: RuangTahap) -> str:
    """The worksheet, where one sees how much of each stage is answered."""
    lembar = ruang.lembar
    return reverse("evaluasi:lembar", args=[lembar.unit.kode, lembar.tahun_kinerja])
