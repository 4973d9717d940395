"""Every address as every person, opened and written to, from the table in `matriks`."""

import pytest
from django.db import connection, transaction
from django.http import HttpResponse
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from tests.izin.matriks import MATRIKS, SIAPA_PUN, Baris
from tests.izin.panggung import Panggung
from tests.organisasi.alat import Tulisan


def alamat(baris: Baris, panggung: Panggung) -> str:
    return reverse(baris.url, kwargs=panggung.alamat(dict(baris.isian)))


def ringkas(jawaban: HttpResponse, tulisan: Tulisan) -> str | int:
    """The answer as the table words it."""
    if tulisan.perintah():
        return "tulis"
    if jawaban.status_code == 302:
        return "masuk" if jawaban["Location"].startswith(reverse("organisasi:masuk")) else "alih"
    return "ok" if jawaban.status_code == 200 else jawaban.status_code


def yang_mencoba(harapan: dict[str, str | int]) -> tuple[str, ...]:
    """Everybody; on the second database, which changes no right, the first of each kind of answer."""
    if connection.vendor == "sqlite":
        return SIAPA_PUN
    return tuple({harapan[nama]: nama for nama in reversed(SIAPA_PUN)}.values())


def periksa_alasan(baris: Baris, jawaban: HttpResponse) -> None:
    if jawaban.status_code == 403:
        assert f"<p>{baris.alasan}</p>" in jawaban.text


@pytest.mark.parametrize("baris", MATRIKS, ids=lambda baris: baris.url)
def test_membuka(baris, panggung):
    """No answer here is `tulis`: opening an address never writes, whoever opens it."""
    hasil = {}
    for nama in yang_mencoba(baris.get):
        client = panggung.sebagai(nama)
        with Tulisan() as tulisan:
            jawaban = client.get(alamat(baris, panggung))
        hasil[nama] = ringkas(jawaban, tulisan)
        periksa_alasan(baris, jawaban)
    assert hasil == {nama: baris.get[nama] for nama in yang_mencoba(baris.get)}


@pytest.mark.parametrize("baris", MATRIKS, ids=lambda baris: baris.url)
def test_mengirim(baris, panggung):
    """The body is the one with which whoever may gets it done; who may not changes nothing."""
    hasil = {}
    for nama in yang_mencoba(baris.post):
        client, kiriman = panggung.sebagai(nama), panggung.kiriman(baris.kirim)
        with transaction.atomic():
            with Tulisan() as tulisan:
                jawaban = client.post(alamat(baris, panggung), kiriman)
            transaction.set_rollback(True)
        hasil[nama] = ringkas(jawaban, tulisan)
        periksa_alasan(baris, jawaban)
    assert hasil == {nama: baris.post[nama] for nama in yang_mencoba(baris.post)}


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
    tak_lengkap = [
        b.url for b in MATRIKS if set(b.get) != set(SIAPA_PUN) or set(b.post) != set(SIAPA_PUN)
    ]
    assert tak_lengkap == []
