"""The simulator: what the total would be with other grades, or with recommendations done."""

from typing import cast

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from evaluasi.queries.dasar_simulasi import dasar_simulasi
from evaluasi.views.susun_simulasi import susun_simulasi
from perencanaan.views.dasar import buka
from sakip.dokumen.asal import sajikan
from sakip.organisasi.models import Pengguna


@require_safe
def simulasi(permintaan: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    """Writes nothing: all that is chosen stands in the address. Raises TidakAda."""
    kerja = buka(permintaan, kode, tahun)
    dasar = dasar_simulasi(cast("Pengguna", permintaan.user), kerja.unit, tahun)
    isi = susun_simulasi(dasar, kerja.unit, tahun, permintaan.GET) if dasar else None
    return sajikan(
        permintaan, "evaluasi/simulasi.html", {"kerja": kerja, "dasar": dasar, "isi": isi}
    )
