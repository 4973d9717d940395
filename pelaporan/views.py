"""The LKjIP on the screen and as a file."""

from typing import cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from pelaporan.dokumen.lkjip import susun_lkjip
from perencanaan.queries.ruang import ruang_kerja
from sakip.dokumen.asal import sajikan
from sakip.dokumen.blok import Bagian, Dokumen
from sakip.dokumen.pdf import GagalCetak, pdf_dokumen
from sakip.lib.galat import TidakAda
from sakip.organisasi.models import Pengguna


@require_safe
def baca_lkjip(permintaan: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    """One part of the report at a time, `?bagian=`, the first without it.

    A year that cannot be reported yet says what is missing. Raises TidakAda for an unknown part.
    """
    triwulan = permintaan.GET.get("triwulan", "")
    kerja = ruang_kerja(cast("Pengguna", permintaan.user), kode, tahun, triwulan)
    konteks: dict[str, object] = {"kerja": kerja, "layar": True}
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


@require_safe
def unduh_lkjip(permintaan: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    """The report as PDF."""
    kerja = ruang_kerja(cast("Pengguna", permintaan.user), kode, tahun)
    dokumen = susun_lkjip(kerja.unit, tahun)
    try:
        pdf = pdf_dokumen(dokumen)
    except GagalCetak as salah:
        return render(permintaan, "503.html", {"pesan": str(salah)}, status=503)
    nama = f"LKjIP-{kode}-{tahun}.pdf"
    return HttpResponse(
        pdf,
        content_type="application/pdf",
        headers={"Content-Disposition": f'attachment; filename="{nama}"'},
    )
