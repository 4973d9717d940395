"""Whoever may write, writes only from a page of ours: each POST without its token is refused."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.izin.matriks import MATRIKS
from tests.organisasi.alat import Tulisan

# each address at which something is written, with one of those who may
MENULIS = [
    (baris, next(nama for nama, jawaban in baris.post.items() if jawaban == "tulis"))
    for baris in MATRIKS
    if "tulis" in baris.post.values()
]


@pytest.mark.parametrize(("baris", "nama"), MENULIS, ids=lambda n: getattr(n, "url", n))
def test_tanpa_token_ditolak(baris, nama, panggung):
    client = Client(enforce_csrf_checks=True)
    client.cookies.update(panggung.sebagai(nama).cookies)
    alamat = reverse(baris.url, kwargs=panggung.alamat(dict(baris.isian)))
    with Tulisan() as tulisan:
        jawaban = client.post(alamat, panggung.kiriman(baris.kirim))
    assert jawaban.status_code == 403
    assert tulisan.perintah() == []


def test_yang_menulis_memang_ada():
    assert {"organisasi:masuk", "organisasi:peran-ubah"} <= {baris.url for baris, _ in MENULIS}


def test_dengan_token_diterima(panggung):
    """The same request with the token of the page that was opened."""
    client = Client(enforce_csrf_checks=True)
    client.cookies.update(panggung.sebagai("admin").cookies)
    alamat = "/pemda/kota-pasuruan/unit/baru/"
    client.get(alamat)
    token = {"csrfmiddlewaretoken": client.cookies["csrftoken"].value}
    assert client.post(alamat, panggung.kiriman("unit baru") | token).status_code == 302


def test_tautan_sandi_tanpa_token_ditolak(panggung):
    client = Client(enforce_csrf_checks=True)
    alamat = reverse("organisasi:sandi-tautan", args=["MQ", "set-password"])
    assert client.post(alamat, panggung.kiriman("sandi")).status_code == 403
