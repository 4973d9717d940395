"""What every answer of the server has in common."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_cache_control

from sakip.lib.galat import TidakAda


class TidakAdaMiddleware:
    """A missing thing is a page with its reason, wherever in a view it was found missing."""

    def __init__(self, lanjut: Callable[[HttpRequest], HttpResponse]) -> None:
        self.lanjut = lanjut

    def __call__(self, permintaan: HttpRequest) -> HttpResponse:
        return self.lanjut(permintaan)

    def process_exception(self, permintaan: HttpRequest, galat: Exception) -> HttpResponse | None:
        if isinstance(galat, TidakAda):
            return render(permintaan, "404.html", {"pesan": str(galat)}, status=404)
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
