"""The pages of a workbook: given out, sent back, looked at; who may is asked by whose it is."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header

from sakip.berkas.galat import BerkasDitolak, GagalSimpan
from sakip.berkas.jenis import MIME, Jenis
from sakip.berkas.models import Berkas
from sakip.dokumen.buku.baca import BukuSalah
from sakip.dokumen.buku.formulir import FormImpor
from sakip.dokumen.buku.tinjau import PratinjauBerubah, Tinjauan
from sakip.dokumen.buku.unggah import nama_buku
from sakip.lib.galat import TidakAda
from sakip.organisasi.models import Pengguna, Unit


@dataclass(frozen=True)
class HalamanTinjau:
    """What the preview of a workbook needs: to look, to write, and where one goes from it."""

    nama: str
    templat: str
    kembali: str
    tinjau: Callable[[], Tinjauan]
    laksanakan: Callable[[str], Tinjauan]
    konteks: dict[str, Any] = field(default_factory=dict)


def jawab_buku(isi: bytes, nama: str) -> HttpResponse:
    """A workbook to be filled in, as a download."""
    return HttpResponse(
        isi,
        content_type=MIME[Jenis.XLSX],
        headers={
            "Content-Disposition": content_disposition_header(as_attachment=True, filename=nama),
            "X-Content-Type-Options": "nosniff",
        },
    )


def jawab_impor(
    permintaan: HttpRequest,
    *,
    templat: str,
    konteks: dict[str, Any],
    terima: Callable[[UploadedFile], str],
) -> HttpResponse:
    """The form that sends a workbook; `terima` keeps it and gives the address of its preview.

    What it raises of BukuSalah, BerkasDitolak and GagalSimpan is told at the field.
    """
    terkirim = permintaan.method == "POST"
    form = FormImpor(permintaan.POST, permintaan.FILES) if terkirim else FormImpor()
    if form.is_valid():
        try:
            tujuan = terima(form.cleaned_data["berkas"])
        except (BukuSalah, BerkasDitolak, GagalSimpan) as salah:
            form.add_error("berkas", str(salah))
        else:
            return redirect(tujuan)
    return render(permintaan, templat, {"form": form, **konteks})


def jawab_tinjau(permintaan: HttpRequest, halaman: HalamanTinjau) -> HttpResponse:
    """What the workbook would change; confirming writes all of it or nothing."""
    if permintaan.method == "POST":
        try:
            hasil = halaman.laksanakan(permintaan.POST.get("sidik", ""))
        except PratinjauBerubah:
            return _tinjau_lagi(permintaan, halaman)
        messages.success(permintaan, f"{len(hasil.berubah)} isian tersimpan dari {halaman.nama}.")
        return redirect(halaman.kembali)
    konteks = {"tinjauan": halaman.tinjau(), "nama": halaman.nama, "kembali": halaman.kembali}
    return render(permintaan, halaman.templat, konteks | halaman.konteks)


def _tinjau_lagi(permintaan: HttpRequest, halaman: HalamanTinjau) -> HttpResponse:
    if not halaman.tinjau().sel:  # pressed twice
        messages.info(permintaan, f"Isi {halaman.nama} sudah tersimpan semuanya.")
        return redirect(halaman.kembali)
    messages.error(
        permintaan,
        "Belum ada yang disimpan: isinya berubah sejak Anda meninjaunya. Tinjau lagi yang terbaru "
        "di bawah, lalu simpan.",
    )
    return redirect(permintaan.path)


def buku_milik(unit: Unit, berkas: int, oleh: Pengguna) -> tuple[Berkas, str]:
    """The kept workbook of who sent it, and the name it was sent under. Raises TidakAda."""
    milik = Berkas.objects.untuk(oleh).filter(unit=unit, pk=berkas).first()
    if milik is None:
        raise TidakAda("Lembar kerja itu tidak ada, atau bukan Anda yang mengunggahnya.")
    return milik, nama_buku(milik, oleh)
