"""One's own jobs."""

from typing import cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from sakip.lib.transisi import KeadaanSalah
from sakip.organisasi.models import Pengguna
from sakip.pekerjaan.queries import daftar_pekerjaan, satu_pekerjaan
from sakip.pekerjaan.services.antre import AntreanPenuh, mulai_lagi

PERBARUI_DETIK = 5


@require_safe
def daftar(permintaan: HttpRequest) -> HttpResponse:
    pengguna = cast("Pengguna", permintaan.user)
    konteks = {"daftar": daftar_pekerjaan(pengguna, timezone.get_current_timezone_name())}
    return render(permintaan, "pekerjaan/daftar.html", konteks)


@require_safe
def rincian(permintaan: HttpRequest, nomor: int) -> HttpResponse:
    """One job. It reloads itself only for who asked for that (WCAG 2.2.1, 2.2.2, 3.2.5)."""
    pengguna = cast("Pengguna", permintaan.user)
    milik = satu_pekerjaan(pengguna, nomor, timezone.get_current_timezone_name())
    otomatis = milik.belum_usai and permintaan.GET.get("otomatis") == "ya"
    konteks = {"milik": milik, "otomatis": otomatis, "detik": PERBARUI_DETIK}
    jawaban = render(permintaan, "pekerjaan/rincian.html", konteks)
    if otomatis:
        jawaban["Refresh"] = str(PERBARUI_DETIK)
    return jawaban


@require_POST
def ulang(permintaan: HttpRequest, nomor: int) -> HttpResponse:
    """A new job like one that failed."""
    pengguna = cast("Pengguna", permintaan.user)
    milik = satu_pekerjaan(pengguna, nomor, timezone.get_current_timezone_name())
    try:
        baru = mulai_lagi(milik.pekerjaan, oleh=pengguna)
    except (KeadaanSalah, AntreanPenuh) as salah:
        messages.error(permintaan, str(salah))
        return redirect("pekerjaan:rincian", nomor=nomor)
    return redirect("pekerjaan:rincian", nomor=baru.pk)
