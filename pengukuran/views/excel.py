"""The sheet of a triwulan as a workbook: given out, and taken in after it was looked at."""

from typing import cast

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from pengukuran.lembar_kerja.susun import susun_buku
from pengukuran.lembar_kerja.tulis import tulis_buku
from pengukuran.queries.lembar_isian import lembar_isian, triwulan_isian
from pengukuran.services.impor import (
    boleh_mengimpor,
    buku_tersimpan,
    laksanakan,
    terima_buku,
    tinjau,
)
from perencanaan.queries.ruang import RuangKerja
from perencanaan.views.dasar import buka
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
from sakip.lib.romawi import tulis_romawi
from sakip.lib.transisi import HakKurang
from sakip.organisasi.models import Pengguna


@require_safe
def unduh_buku(permintaan: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    """The workbook of `?triwulan=`, or of the one that is open; what one may not fill is locked."""
    kerja = buka(permintaan, kode, tahun)
    triwulan = kerja.triwulan or triwulan_isian(kerja.unit, tahun)
    lembar = lembar_isian(kerja.unit, tahun, triwulan, cast("Pengguna", permintaan.user))
    return jawab_buku(tulis_buku(susun_buku(lembar)), f"realisasi-{kode}-{tahun}-tw{triwulan}.xlsx")


@require_http_methods(["GET", "HEAD", "POST"])
def impor_buku(permintaan: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    """Send a workbook; what it would change is shown on the next page."""
    kerja = buka(permintaan, kode, tahun)
    pengguna = _pengimpor(permintaan, kerja)

    def terima(isi: UploadedFile) -> str:
        berkas, _ = terima_buku(isi, unit=kerja.unit, tahun=tahun, oleh=pengguna)
        return reverse("pengukuran:isi-tinjau", args=[kode, tahun, berkas.pk])

    triwulan = kerja.triwulan or triwulan_isian(kerja.unit, tahun)
    konteks = {
        "kerja": kerja,
        "kerja_alamat": "pengukuran:isi",
        "triwulan": triwulan,
        "halaman": Halaman(
            judul="Isi dari Excel",
            ket=f"Realisasi Triwulan {tulis_romawi(triwulan)} {tahun}",
            tombol="Tinjau isinya",
            kembali=_alamat_isi(kerja, triwulan),
            pesan="",
        ),
    }
    return jawab_impor(
        permintaan, templat="pengukuran/excel/impor.html", konteks=konteks, terima=terima
    )


@require_http_methods(["GET", "HEAD", "POST"])
def tinjau_buku(permintaan: HttpRequest, kode: str, tahun: int, berkas: int) -> HttpResponse:
    """What a workbook would change, box by box; confirming writes all of it or nothing."""
    kerja = buka(permintaan, kode, tahun)
    pengguna = _pengimpor(permintaan, kerja)
    unit = kerja.unit
    milik, nama = buku_milik(unit, berkas, pengguna)
    try:
        buku = buku_tersimpan(milik, unit=unit, tahun=tahun)
    except (BukuSalah, BerkasDitolak) as salah:
        raise TidakAda(str(salah)) from salah
    return jawab_tinjau(
        permintaan,
        HalamanTinjau(
            nama=nama,
            templat="pengukuran/excel/tinjau.html",
            kembali=_alamat_isi(kerja, buku.triwulan),
            tinjau=lambda: tinjau(unit, tahun, buku, oleh=pengguna),
            laksanakan=lambda sidik: laksanakan(
                unit, tahun, buku, sidik=sidik, nama=nama, oleh=pengguna
            ),
            konteks={
                "kerja": kerja,
                "kerja_alamat": "pengukuran:isi",
                "kepala_nama": "Indikator dan isian",
                "triwulan": buku.triwulan,
            },
        ),
    )


def _pengimpor(permintaan: HttpRequest, kerja: RuangKerja) -> Pengguna:
    """Who enters anything in this year. Raises HakKurang."""
    pengguna = cast("Pengguna", permintaan.user)
    if not boleh_mengimpor(kerja.unit, kerja.tahun, pengguna):
        raise HakKurang(
            f"Realisasi {kerja.unit.singkatan} diimpor oleh bidang yang mengisinya, atau "
            "sekretariatnya."
        )
    return pengguna


def _alamat_isi(kerja: RuangKerja, triwulan: int) -> str:
    alamat = reverse("pengukuran:isi", args=[kerja.unit.kode, kerja.tahun])
    return f"{alamat}?triwulan={triwulan}"
