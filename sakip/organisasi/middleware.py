"""What every request needs to know of the organisation."""

from collections.abc import Callable
from zoneinfo import ZoneInfo

from django.http import HttpRequest, HttpResponse
from django.utils import timezone


class ZonaPemdaMiddleware:
    """Times are shown in the zone of the pemda of the person's account (WIB, WITA or WIT)."""

    def __init__(self, lanjut: Callable[[HttpRequest], HttpResponse]) -> None:
        self.lanjut = lanjut

    def __call__(self, permintaan: HttpRequest) -> HttpResponse:
        zona = None
        if permintaan.user.is_authenticated:
            zona = permintaan.user.pemda.zona
        with timezone.override(ZoneInfo(zona) if zona else None):
            return self.lanjut(permintaan)
