"""A stored file as an answer; the app that owns its use has asked for the right before."""

import logging

from django.http import HttpResponse
from django.utils.http import content_disposition_header

from sakip.berkas.galat import BerkasBerubah, BerkasHilang
from sakip.berkas.jenis import MIME, Jenis
from sakip.berkas.models import Berkas
from sakip.berkas.nama import bersihkan_nama
from sakip.berkas.services import baca_berkas

log = logging.getLogger("sakip.berkas")
KEBIJAKAN = "default-src 'none'; sandbox; frame-ancestors 'none'"


def jawab_berkas(berkas: Berkas, *, nama: str = "") -> HttpResponse:
    """The file, to be saved under its own name or `nama`, never shown inside the application.

    Raises BerkasHilang or BerkasBerubah, which become a page with their reason, and logs them.
    """
    try:
        isi = baca_berkas(berkas)
    except (BerkasHilang, BerkasBerubah) as salah:
        rincian = {"berkas": berkas.pk, "sidik": berkas.sidik, "sebab": type(salah).__name__}
        log.error("berkas tidak dapat diberikan", extra={"rincian": rincian})  # noqa: TRY400 -- known
        raise
    nama = bersihkan_nama(nama or berkas.nama)
    return HttpResponse(
        isi,
        content_type=MIME[Jenis(berkas.jenis)],
        headers={
            "Content-Disposition": content_disposition_header(as_attachment=True, filename=nama),
            "X-Content-Type-Options": "nosniff",
            "Content-Security-Policy": KEBIJAKAN,
            "Cache-Control": "private, no-store",
        },
    )
