"""The desk of the inspektorat over all units of the pemda."""

from typing import cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from evaluasi.permissions import boleh_meninjau
from evaluasi.queries.jangkauan import jangkauan, tahun_terakhir
from evaluasi.queries.meja import meja
from evaluasi.views.susun_meja import TANDA, baca_saringan, baris_tampil, yang_menunggu
from sakip.dokumen.asal import sajikan
from sakip.lib import waktu
from sakip.organisasi.models import Pengguna
from sakip.organisasi.views.dasar import ruang_pemda


@require_safe
def meja_kini(permintaan: HttpRequest, pemda: str) -> HttpResponse:
    """To the desk of the year that was evaluated last."""
    ruang = ruang_pemda(permintaan, pemda, boleh_meninjau)
    return redirect("evaluasi:meja", tahun=tahun_terakhir(ruang.pemda))


@require_safe
def baca_meja(permintaan: HttpRequest, tahun: int) -> HttpResponse:
    """Raises TidakAda and HakKurang as `jangkauan` does."""
    tempat = jangkauan(cast("Pengguna", permintaan.user), tahun)
    isi = meja(tempat, waktu.hari_ini(tempat.zona))
    saring = baca_saringan(permintaan.GET, isi)
    konteks: dict[str, object] = {
        "tempat": tempat,
        "tahun": tahun,
        "semua": isi,
        "baris": baris_tampil(isi, saring),
        "saring": saring,
        "pilihan_keadaan": [(str(kunci), kata) for kunci, (_, kata) in TANDA.items()],
        "menunggu": yang_menunggu(isi),
    }
    return sajikan(permintaan, "evaluasi/meja/baca.html", konteks)
