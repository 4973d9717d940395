"""Every address as every person, from the table in `matriks`."""

import re

import pytest
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from tests.izin.matriks import MATRIKS, SEMUA, Baris

KASUS = [(baris, nama) for baris in MATRIKS for nama in (*SEMUA, "tamu")]


def alamat(baris: Baris) -> str:
    return reverse(baris.url, kwargs=dict(baris.isian))


def tanpa_token(jawaban) -> tuple[int, str]:
    """What a stranger sees, without the CSRF token, which differs in every answer."""
    isi = re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", jawaban.content.decode())
    return jawaban.status_code, isi


def ringkas(jawaban) -> str | int:
    """The answer as the table words it."""
    if jawaban.status_code == 302:
        return "masuk" if jawaban["Location"].startswith(reverse("organisasi:masuk")) else "alih"
    return "ok" if jawaban.status_code == 200 else jawaban.status_code


@pytest.mark.parametrize(("baris", "nama"), KASUS, ids=lambda n: getattr(n, "url", n))
def test_get(baris, nama, client, pemeran):
    if nama != "tamu":
        client.force_login(pemeran[nama])
    harapan = baris.tamu if nama == "tamu" else baris.jawaban[nama]
    assert ringkas(client.get(alamat(baris))) == harapan


@pytest.mark.parametrize("baris", MATRIKS, ids=lambda baris: baris.url)
def test_post(baris, client, pemeran):
    client.force_login(pemeran["operator"])
    assert ringkas(client.post(alamat(baris))) == baris.post


@pytest.mark.parametrize("baris", [b for b in MATRIKS if b.isian], ids=lambda baris: baris.url)
def test_unit_asing_dan_unit_tak_ada_dijawab_sama(baris, client, pemeran):
    client.force_login(pemeran["operator"])
    isian = dict(baris.isian)
    asing, tak_ada = (
        client.get(reverse(baris.url, kwargs={**isian, "kode": kode}))
        for kode in (pemeran.unit_lain.kode, "tidak-ada")
    )
    assert tanpa_token(asing) == tanpa_token(tak_ada)


def semua_nama(pola, awalan="") -> set[str]:
    hasil = set()
    for butir in pola:
        if isinstance(butir, URLResolver):
            ruang = f"{awalan}{butir.namespace}:" if butir.namespace else awalan
            hasil |= semua_nama(butir.url_patterns, ruang)
        elif isinstance(butir, URLPattern):
            hasil.add(f"{awalan}{butir.name}")
    return hasil


def test_lengkap():
    assert semua_nama(get_resolver().url_patterns) == {baris.url for baris in MATRIKS}


def test_lengkap_menangkap_alamat_baru():
    pola = [*get_resolver().url_patterns, URLPattern("^baru$", None, name="baru")]
    assert "baru" in semua_nama(pola) - {baris.url for baris in MATRIKS}


def test_setiap_orang_punya_jawaban():
    assert [b.url for b in MATRIKS if set(b.jawaban) != set(SEMUA)] == []
