"""What every answer of the server has in common."""

import logging
import time
from collections.abc import Callable
from uuid import uuid4

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import Resolver404, ResolverMatch, resolve
from django.utils.cache import patch_cache_control

from sakip.lib.galat import TidakAda
from sakip.lib.transisi import HakKurang
from sakip.web.permintaan import SEKARANG, Permintaan

catatan = logging.getLogger("sakip.permintaan")


class PermintaanMiddleware:
    """Gives every request an id, which binds its trail, its log line and its answer.

    The line holds no name, no query and nothing that was typed; the path is the only text in it
    that a visitor chooses, and JSON escapes what could forge another line.
    """

    def __init__(self, lanjut: Callable[[HttpRequest], HttpResponse]) -> None:
        self.lanjut = lanjut

    def __call__(self, permintaan: HttpRequest) -> HttpResponse:
        milik = Permintaan(id=str(uuid4()), alamat=permintaan.META.get("REMOTE_ADDR", ""))
        penanda = SEKARANG.set(milik)
        mulai = time.perf_counter()
        try:
            jawaban = self.lanjut(permintaan)
        finally:
            SEKARANG.reset(penanda)
        jawaban["X-Request-ID"] = milik.id
        _tulis_log(permintaan, jawaban, milik, time.perf_counter() - mulai)
        return jawaban


def _tulis_log(
    permintaan: HttpRequest, jawaban: HttpResponse, milik: Permintaan, detik: float
) -> None:
    pengguna = getattr(permintaan, "user", None)
    rincian = {
        "permintaan": milik.id,
        "pengguna": pengguna.pk if pengguna is not None and pengguna.is_authenticated else None,
        "metode": permintaan.method,
        "jalur": _jalur(permintaan),
        "status": jawaban.status_code,
        "ms": round(detik * 1000),
    }
    catatan.info("dijawab", extra={"rincian": rincian})


def _jalur(permintaan: HttpRequest) -> str:
    """The path; of an address that carries a secret only its pattern."""
    tujuan = permintaan.resolver_match or _tujuan_bergaris(permintaan)
    if tujuan is not None and "token" in tujuan.kwargs:
        return f"/{tujuan.route}"
    return permintaan.path


def _tujuan_bergaris(permintaan: HttpRequest) -> ResolverMatch | None:
    """Where an address leads that was pasted without its last slash, and is redirected for it."""
    try:
        return resolve(f"{permintaan.path_info}/")
    except Resolver404:
        return None


class GalatMiddleware:
    """A missing thing and a missing right are pages with their reason, wherever in a view found."""

    def __init__(self, lanjut: Callable[[HttpRequest], HttpResponse]) -> None:
        self.lanjut = lanjut

    def __call__(self, permintaan: HttpRequest) -> HttpResponse:
        return self.lanjut(permintaan)

    def process_exception(self, permintaan: HttpRequest, galat: Exception) -> HttpResponse | None:
        if isinstance(galat, TidakAda):
            return render(permintaan, "404.html", {"pesan": str(galat)}, status=404)
        if isinstance(galat, HakKurang):
            return render(permintaan, "403.html", {"pesan": str(galat)}, status=403)
        return None


class TanpaSimpananMiddleware:
    """Pages of people who are signed in stay out of every cache, shared computers included."""

    def __init__(self, lanjut: Callable[[HttpRequest], HttpResponse]) -> None:
        self.lanjut = lanjut

    def __call__(self, permintaan: HttpRequest) -> HttpResponse:
        jawaban = self.lanjut(permintaan)
        if permintaan.user.is_authenticated and not jawaban.has_header("Cache-Control"):
            patch_cache_control(jawaban, private=True, no_store=True)
        return jawaban
