import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import HttpResponse
from django.utils import timezone

from sakip.organisasi.middleware import ZonaPemdaMiddleware


def zona_permintaan(rf, pengguna) -> str:
    """The zone in which a request of this person is answered."""
    zona = []

    def lanjut(permintaan):
        zona.append(timezone.get_current_timezone_name())
        return HttpResponse()

    permintaan = rf.get("/")
    permintaan.user = pengguna
    ZonaPemdaMiddleware(lanjut)(permintaan)
    return zona[0]


@pytest.mark.parametrize(
    ("siapa", "zona"),
    [
        ("perencana", "Asia/Jakarta"),
        ("inspektorat_luar", "Asia/Jayapura"),
        ("tanpa_tugas", "Asia/Jakarta"),
    ],
)
def test_waktu_menurut_zona_pemda(rf, pemeran, settings, siapa, zona):
    settings.TIME_ZONE = "Asia/Makassar"
    assert zona_permintaan(rf, pemeran[siapa]) == zona


def test_tamu_memakai_zona_pemasangan(rf, db, settings):
    settings.TIME_ZONE = "Asia/Makassar"
    assert zona_permintaan(rf, AnonymousUser()) == "Asia/Makassar"


def test_zona_tidak_tertinggal_sesudah_permintaan(rf, pemeran):
    sebelum = timezone.get_current_timezone_name()
    zona_permintaan(rf, pemeran["inspektorat_luar"])
    assert timezone.get_current_timezone_name() == sebelum
