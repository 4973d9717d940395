import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import HttpResponse
from django.urls import reverse

from sakip.lib.galat import TidakAda
from sakip.web.middleware import GalatMiddleware, TanpaSimpananMiddleware

TAHUN = "/unit/pasuruan-bakesbangpol/2023/"
BUKAN_MILIKNYA = "Unit ini tidak ada, atau Anda tidak bertugas di dalamnya."
TANPA_RENSTRA = (
    "Badan Kesatuan Bangsa dan Politik Kota Pasuruan belum mempunyai Renstra yang berlaku pada "
    "tahun 2019."
)


@pytest.mark.parametrize(
    ("siapa", "alamat", "pesan"),
    [
        ("perencana_lain", TAHUN, BUKAN_MILIKNYA),
        ("perencana", "/unit/tidak-ada/2023/", BUKAN_MILIKNYA),
        ("perencana", "/unit/pasuruan-bakesbangpol/2019/", TANPA_RENSTRA),
    ],
)
def test_yang_tidak_ada_dijawab_halaman_dengan_sebabnya(client, pemeran, siapa, alamat, pesan):
    client.force_login(pemeran[siapa])
    jawaban = client.get(alamat)
    assert (jawaban.status_code, jawaban.context["pesan"]) == (404, pesan)
    assert next(t.name for t in jawaban.templates) == "404.html"
    assert f"<p>{pesan}</p>" in jawaban.text


def test_pesan_tidak_dibaca_sebagai_html(rf, pemeran):
    permintaan = rf.get("/")
    permintaan.user = pemeran["perencana"]
    perantara = GalatMiddleware(HttpResponse)
    jawaban = perantara.process_exception(permintaan, TidakAda("Unit <b>x</b> tidak ada."))
    assert "<p>Unit &lt;b&gt;x&lt;/b&gt; tidak ada.</p>" in jawaban.text


def test_galat_lain_bukan_urusannya(rf):
    perantara = GalatMiddleware(HttpResponse)
    assert perantara.process_exception(rf.get("/"), LookupError("lain")) is None


@pytest.mark.parametrize(
    ("alamat", "kode"),
    [
        ("/", 302),
        (TAHUN, 200),
        ("/unit/pasuruan-bakesbangpol/2023/lkjip/", 200),
        ("/unit/tidak-ada/2023/", 404),
        ("/halaman-tidak-ada/", 404),
    ],
)
def test_halaman_orang_yang_masuk_tidak_disimpan(client, pemeran, alamat, kode):
    client.force_login(pemeran["perencana"])
    jawaban = client.get(alamat)
    assert (jawaban.status_code, jawaban["Cache-Control"]) == (kode, "private, no-store")


def test_halaman_tamu_tidak_disimpan_oleh_proksi(client, db):
    jawaban = client.get(reverse("organisasi:masuk"))
    assert jawaban["Cache-Control"] == ("max-age=0, no-cache, no-store, must-revalidate, private")


@pytest.mark.parametrize(
    ("masuk", "milik_halaman", "hasil"),
    [
        (True, None, "private, no-store"),
        (True, "no-cache", "no-cache"),
        (False, None, None),
        (False, "no-cache", "no-cache"),
    ],
)
def test_aturan_simpanan_halaman_didahulukan(rf, pemeran, masuk, milik_halaman, hasil):
    permintaan = rf.get("/")
    permintaan.user = pemeran["perencana"] if masuk else AnonymousUser()
    kepala = {"Cache-Control": milik_halaman} if milik_halaman else {}
    jawaban = TanpaSimpananMiddleware(lambda _: HttpResponse(headers=kepala))(permintaan)
    assert jawaban.get("Cache-Control") == hasil
