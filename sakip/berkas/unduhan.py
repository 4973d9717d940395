"""A stored file, or a page of it, as an answer; the app that owns its use has asked for the right before."""

from http import HTTPStatus

from django.http import HttpResponse
from django.utils.http import content_disposition_header

from sakip.berkas.jenis import MIME, Jenis
from sakip.berkas.models import Berkas
from sakip.berkas.nama import bersihkan_nama
from sakip.berkas.pratinjau.galat import TakTampil
from sakip.berkas.pratinjau.lukis import halaman_berkas
from sakip.berkas.services import baca_tercatat

# when to ask again for a page that the server could not draw now
ULANG_DETIK = "2"
KEBIJAKAN = "default-src 'none'; sandbox; frame-ancestors 'none'"
KEPALA = {
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": KEBIJAKAN,
    "Cache-Control": "private, no-store",
}


def jawab_berkas(berkas: Berkas, *, nama: str = "") -> HttpResponse:
    """The file, to be saved under its own name or `nama`, never shown inside the application.

    Raises BerkasHilang or BerkasBerubah, which become a page with their reason.
    """
    isi = baca_tercatat(berkas)
    nama = bersihkan_nama(nama or berkas.nama)
    lampiran = content_disposition_header(as_attachment=True, filename=nama)
    return HttpResponse(
        isi,
        content_type=MIME[Jenis(berkas.jenis)],
        headers={**KEPALA, "Content-Disposition": str(lampiran)},
    )


def jawab_halaman(berkas: Berkas, nomor: int) -> HttpResponse:
    """One page of the file as a picture, to be shown inside the application.

    A reason that passes is an answer to ask again. Raises TakTampil, BerkasHilang or
    BerkasBerubah, which become a page with their reason.
    """
    try:
        isi = halaman_berkas(berkas, nomor).gambar
    except TakTampil as salah:
        if not salah.sementara:
            raise
        return HttpResponse(
            str(salah),
            status=HTTPStatus.SERVICE_UNAVAILABLE,
            content_type="text/plain; charset=utf-8",
            headers={**KEPALA, "Retry-After": ULANG_DETIK},
        )
    return HttpResponse(
        isi, content_type="image/webp", headers={**KEPALA, "Content-Disposition": "inline"}
    )
