import logging

import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import HttpResponse
from django.urls import reverse

from sakip.lib.galat import TidakAda
from sakip.lib.transisi import HakKurang
from sakip.organisasi.services.tautan import buat_tautan
from sakip.web.log import PenulisJson
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


BUKAN_ADMIN = "Hanya admin Kota Pasuruan yang mengelola unit, pejabat, dan akun."
BUKAN_ORGANISASI = "Jendela diatur oleh bagian organisasi Kota Pasuruan."


@pytest.mark.parametrize(
    ("siapa", "cara", "alamat", "sebab"),
    [
        ("operator", "get", "/pemda/kota-pasuruan/unit/", BUKAN_ADMIN),
        ("operator", "post", "/pemda/kota-pasuruan/unit/baru/", BUKAN_ADMIN),
        ("admin", "get", "/pemda/kota-pasuruan/jendela/2024/", BUKAN_ORGANISASI),
        ("admin", "post", "/pemda/kota-pasuruan/jendela/2024/pengisian/3/", BUKAN_ORGANISASI),
    ],
)
def test_hak_yang_kurang_dijawab_halaman_dengan_sebabnya(
    client, pemeran, siapa, cara, alamat, sebab
):
    client.force_login(pemeran[siapa])
    jawaban = getattr(client, cara)(alamat)
    assert (jawaban.status_code, jawaban.context["pesan"]) == (403, sebab)
    assert next(t.name for t in jawaban.templates) == "403.html"
    assert f"<p>{sebab}</p>" in jawaban.text
    assert jawaban["Cache-Control"] == "private, no-store"


def test_sebab_hak_kurang_tidak_dibaca_sebagai_html(rf, pemeran):
    permintaan = rf.get("/")
    permintaan.user = pemeran["perencana"]
    perantara = GalatMiddleware(HttpResponse)
    jawaban = perantara.process_exception(permintaan, HakKurang("Hanya <b>admin</b>."))
    assert (jawaban.status_code, "<p>Hanya &lt;b&gt;admin&lt;/b&gt;.</p>" in jawaban.text) == (
        403, True,
    )  # fmt: skip


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


@pytest.fixture
def log(caplog):
    """What was logged: the paths of the requests, and every line as it is written."""
    caplog.set_level(logging.INFO, logger="sakip.permintaan")

    def baca() -> tuple[list[str], str]:
        milik = [r for r in caplog.records if r.name == "sakip.permintaan"]
        baris = [PenulisJson().format(r) for r in caplog.records]
        return [r.rincian["jalur"] for r in milik], "\n".join(baris)

    return baca


POLA = "/sandi/<str:uidb64>/<str:token>/"


@pytest.mark.parametrize("akhir", ["/", ""], ids=["utuh", "tanpa garis terakhir"])
@pytest.mark.parametrize("cara", ["get", "head", "post"])
def test_alamat_bertoken_dicatat_tanpa_tokennya(client, pemeran, log, cara, akhir):
    """Also one whose last slash was lost on the way and that is redirected for it."""
    tautan = buat_tautan(pemeran["operator"], oleh=pemeran["admin"])
    token = tautan.rstrip("/").rpartition("/")[2]
    assert len(token) > 20
    jawaban = getattr(client, cara)(tautan.rstrip("/") + akhir)
    assert jawaban.status_code == (302 if akhir else 301)
    jalur, semua = log()
    assert jalur == [POLA]
    assert token not in semua


def test_token_yang_sudah_mati_pun_tidak_dicatat(client, pemeran, log):
    tautan = buat_tautan(pemeran["operator"], oleh=pemeran["admin"])
    buat_tautan(pemeran["operator"], oleh=pemeran["admin"])
    jawaban = client.get(tautan)
    assert (jawaban.status_code, jawaban.context["validlink"]) == (200, False)
    assert (log()[0], tautan in log()[1]) == ([POLA], False)


def test_alamat_lain_dicatat_seutuhnya_tanpa_pertanyaannya(client, pemeran, log):
    client.force_login(pemeran["admin"])
    alamat = ["/", "/pemda/kota-pasuruan/akun/", "/halaman-tidak-ada/", "/halaman-tidak-ada"]
    for satu in alamat:
        client.get(satu, {"cari": "rahasia"})
    jalur, semua = log()
    assert jalur == alamat
    assert "rahasia" not in semua
