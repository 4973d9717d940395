"""The product's addresses, and views that do nothing, to measure the others against."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import include, path, resolve, reverse

from pengukuran.views import isi


def sepele(_permintaan: HttpRequest) -> HttpResponse:
    """Asks for a session and a person, as every view does, and for nothing else."""
    return HttpResponse("ya")


# the grid's template and rows as its view last handed them over, for `kisi_siap`
_terakhir: list[tuple[str, dict[str, object]]] = []


def kisi(permintaan: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    """The grid itself, remembered."""

    def sajikan(permintaan: HttpRequest, templat: str, konteks: dict[str, object]) -> HttpResponse:
        _terakhir[:] = [(templat, konteks)]
        return render(permintaan, templat, konteks)

    asli, isi.sajikan = isi.sajikan, sajikan
    try:
        return isi.isi_realisasi(permintaan, kode, tahun)
    finally:
        isi.sajikan = asli


def kisi_siap(permintaan: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    """The same HTML from its template alone: the rows were ready before."""
    # the switches of the page lead to itself
    permintaan.resolver_match = resolve(reverse("pengukuran:isi", args=[kode, tahun]))
    if not _terakhir:
        kisi(permintaan, kode, tahun)
    return render(permintaan, *_terakhir[0])


urlpatterns = [
    path("sepele/", sepele),
    path("siap/<slug:kode>/<int:tahun>/", kisi_siap),
    path("", include("sakip.urls")),
]
