"""All units that a person reads, in one year."""

from typing import cast

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from pengukuran.queries.pantau_unit import pantau_setiap_unit
from perencanaan.queries.renstra import tahun_setiap_unit
from perencanaan.queries.saat import TRIWULAN
from sakip.beranda.setahun import semua_unit
from sakip.beranda.views.peta_unit import baris_peta
from sakip.dokumen.asal import sajikan
from sakip.lib import waktu
from sakip.lib.galat import TidakAda
from sakip.organisasi.models import Pengguna, Unit


@require_safe
def baca_semua(permintaan: HttpRequest, tahun: int) -> HttpResponse:
    """Raises TidakAda for who reads no unit, and for a year of which no unit has a Renstra."""
    pengguna = cast("Pengguna", permintaan.user)
    unit = tuple(Unit.objects.untuk(pengguna).perangkat_daerah().select_related("pemda"))
    if not unit:
        raise TidakAda("Tidak ada unit yang dapat Anda baca.")
    setiap = tahun_setiap_unit(unit)
    daftar_tahun = sorted({satu for milik in setiap.values() for satu in milik}, reverse=True)
    if tahun not in daftar_tahun:
        raise TidakAda(f"Belum ada unit yang mempunyai Renstra pada tahun {tahun}.")
    pantau = pantau_setiap_unit(unit, tahun, waktu.hari_ini(unit[0].pemda.zona))
    konteks: dict[str, object] = {
        "baris": semua_unit(unit, tahun),
        "tahun": tahun,
        "daftar_tahun": daftar_tahun,
        "pantau": pantau,
        "peta": baris_peta(pantau),
        "triwulan": TRIWULAN,
    }
    return sajikan(permintaan, "beranda/semua.html", konteks)
