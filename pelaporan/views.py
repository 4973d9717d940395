"""The LKjIP on the screen and as a file."""

from typing import cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from pelaporan.cetak import minta_lkjip
from pelaporan.dokumen.lkjip import susun_lkjip
from pelaporan.models import Laporan
from perencanaan.queries.ruang import ruang_kerja
from sakip.dokumen.asal import sajikan
from sakip.dokumen.blok import Bagian, Dokumen
from sakip.dokumen.pdf import pdf_siap
from sakip.lib.galat import TidakAda
from sakip.organisasi.models import Pengguna
from sakip.pekerjaan.services.antre import AntreanPenuh

BELUM_SIAP = (
    "PDF laporan ini belum disiapkan, atau isinya sudah berubah sejak disiapkan. Tekan Siapkan PDF."
)


@require_safe
def baca_lkjip(permintaan: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    """One part of the report at a time, `?bagian=`, the first without it.

    A year that cannot be reported yet says what is missing. Raises TidakAda for an unknown part.
    """
    triwulan = permintaan.GET.get("triwulan", "")
    kerja = ruang_kerja(cast("Pengguna", permintaan.user), kode, tahun, triwulan)
    laporan = Laporan.objects.terakhir(kerja.unit, tahun, Laporan.Jenis.LKJIP).first()
    konteks: dict[str, object] = {"kerja": kerja, "layar": True, "laporan": laporan}
    try:
        dokumen = susun_lkjip(kerja.unit, tahun)
    except TidakAda as salah:
        konteks["alasan"] = str(salah)
    else:
        konteks["dokumen"] = dokumen
        konteks |= _bagian_terbuka(dokumen, permintaan.GET.get("bagian", ""))
    return sajikan(permintaan, "pelaporan/lkjip/baca.html", konteks)


def _bagian_terbuka(dokumen: Dokumen, kunci: str) -> dict[str, Bagian | None]:
    """The part that is read, and its neighbours. Raises TidakAda."""
    semua = [bagian.kunci for bagian in dokumen.isi]
    if kunci and kunci not in semua:
        raise TidakAda("Bagian laporan itu tidak ada. Pilih dari isi laporan.")
    letak = semua.index(kunci) if kunci else 0
    tetangga = (None, *dokumen.isi, None)
    return {
        "bagian": dokumen.isi[letak],
        "sebelumnya": tetangga[letak],
        "berikutnya": tetangga[letak + 2],
    }


@require_POST
def cetak_lkjip(permintaan: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    """Ask for the PDF, and go where its progress shows."""
    pengguna = cast("Pengguna", permintaan.user)
    kerja = ruang_kerja(pengguna, kode, tahun)
    try:
        pekerjaan = minta_lkjip(pengguna, kerja.unit, tahun)
    except AntreanPenuh as salah:
        messages.error(permintaan, str(salah))
        return redirect("pelaporan:lkjip-baca", kode=kode, tahun=tahun)
    return redirect(f"{reverse('pekerjaan:rincian', args=[pekerjaan.pk])}?otomatis=ya")


@require_safe
def unduh_lkjip(permintaan: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    """The PDF that was made ready; back to the page that makes it where there is none, or no longer."""
    kerja = ruang_kerja(cast("Pengguna", permintaan.user), kode, tahun)
    pdf = pdf_siap(susun_lkjip(kerja.unit, tahun))
    if pdf is None:
        messages.warning(permintaan, BELUM_SIAP)
        return redirect("pelaporan:lkjip-baca", kode=kode, tahun=tahun)
    nama = f"LKjIP-{kode}-{tahun}.pdf"
    return HttpResponse(
        pdf,
        content_type="application/pdf",
        headers={"Content-Disposition": f'attachment; filename="{nama}"'},
    )
