"""The sheet of a triwulan as a workbook: given out, and taken in after it was looked at."""

from typing import cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_http_methods, require_safe

from pengukuran.forms.impor import FormImpor
from pengukuran.lembar_kerja.baca import BukuSalah
from pengukuran.lembar_kerja.susun import susun_buku
from pengukuran.lembar_kerja.tulis import tulis_buku
from pengukuran.queries.lembar_isian import lembar_isian, triwulan_isian
from pengukuran.services.impor import (
    PratinjauBerubah,
    boleh_mengimpor,
    buku_tersimpan,
    laksanakan,
    terima_buku,
    tinjau,
)
from perencanaan.queries.ruang import RuangKerja
from perencanaan.views.dasar import buka
from sakip.berkas.galat import BerkasDitolak, GagalSimpan
from sakip.berkas.jenis import MIME, Jenis
from sakip.berkas.models import Berkas
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
    nama = f"realisasi-{kode}-{tahun}-tw{triwulan}.xlsx"
    return HttpResponse(
        tulis_buku(susun_buku(lembar)),
        content_type=MIME[Jenis.XLSX],
        headers={
            "Content-Disposition": content_disposition_header(as_attachment=True, filename=nama),
            "X-Content-Type-Options": "nosniff",
        },
    )


@require_http_methods(["GET", "HEAD", "POST"])
def impor_buku(permintaan: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    """Send a workbook; what it would change is shown on the next page."""
    kerja = buka(permintaan, kode, tahun)
    pengguna = _pengimpor(permintaan, kerja)
    terkirim = permintaan.method == "POST"
    form = FormImpor(permintaan.POST, permintaan.FILES) if terkirim else FormImpor()
    if form.is_valid():
        try:
            berkas, _ = terima_buku(
                form.cleaned_data["berkas"], unit=kerja.unit, tahun=tahun, oleh=pengguna
            )
        except (BukuSalah, BerkasDitolak, GagalSimpan) as salah:
            form.add_error("berkas", str(salah))
        else:
            return redirect("pengukuran:isi-tinjau", kode, tahun, berkas.pk)
    triwulan = kerja.triwulan or triwulan_isian(kerja.unit, tahun)
    konteks = {
        "kerja": kerja,
        "kerja_alamat": "pengukuran:isi",
        "form": form,
        "triwulan": triwulan,
        "halaman": Halaman(
            judul="Isi dari Excel",
            ket=f"Realisasi Triwulan {tulis_romawi(triwulan)} {tahun}",
            tombol="Tinjau isinya",
            kembali=_alamat_isi(kerja, triwulan),
            pesan="",
        ),
    }
    return render(permintaan, "pengukuran/excel/impor.html", konteks)


@require_http_methods(["GET", "HEAD", "POST"])
def tinjau_buku(permintaan: HttpRequest, kode: str, tahun: int, berkas: int) -> HttpResponse:
    """What a workbook would change, box by box; confirming writes all of it or nothing."""
    kerja = buka(permintaan, kode, tahun)
    pengguna = _pengimpor(permintaan, kerja)
    milik = Berkas.objects.untuk(pengguna).filter(unit=kerja.unit, pk=berkas).first()
    if milik is None:
        raise TidakAda("Lembar kerja itu tidak ada, atau bukan Anda yang mengunggahnya.")
    try:
        buku = buku_tersimpan(milik, unit=kerja.unit, tahun=tahun)
    except (BukuSalah, BerkasDitolak) as salah:
        raise TidakAda(str(salah)) from salah
    nama = milik.nama.removeprefix(f"impor {pengguna.nama_pengguna} ")
    if permintaan.method == "POST":
        try:
            hasil = laksanakan(
                kerja.unit,
                tahun,
                buku,
                sidik=permintaan.POST.get("sidik", ""),
                nama=nama,
                oleh=pengguna,
            )
        except PratinjauBerubah:
            if not tinjau(kerja.unit, tahun, buku, oleh=pengguna).sel:  # pressed twice
                messages.info(permintaan, f"Isi {nama} sudah tersimpan semuanya.")
                return redirect(_alamat_isi(kerja, buku.triwulan))
            messages.error(
                permintaan,
                "Belum ada yang disimpan: isinya berubah sejak Anda meninjaunya. Tinjau lagi yang "
                "terbaru di bawah, lalu simpan.",
            )
            return redirect("pengukuran:isi-tinjau", kode, tahun, berkas)
        messages.success(permintaan, f"{len(hasil.berubah)} isian tersimpan dari {nama}.")
        return redirect(_alamat_isi(kerja, hasil.triwulan))
    konteks = {
        "kerja": kerja,
        "kerja_alamat": "pengukuran:isi",
        "tinjauan": tinjau(kerja.unit, tahun, buku, oleh=pengguna),
        "nama": nama,
        "kembali": _alamat_isi(kerja, buku.triwulan),
    }
    return render(permintaan, "pengukuran/excel/tinjau.html", konteks)


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
