"""The blocks on a page: nothing wider than a phone but inside its own scroll box."""

import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.template.loader import render_to_string

from tests.dokumen.contoh_lengkap import dokumen_lengkap
from tests.peramban.alat import periksa_kedua_lebar

pytestmark = pytest.mark.peramban

GAYA = ("css/sakip.css", "css/dokumen.css")


def halaman_dokumen() -> str:
    """As templates/pelaporan/lkjip/baca.html puts them, without the frame around."""
    dokumen = dokumen_lengkap()
    bagian = "".join(
        render_to_string("dokumen/bagian.html", {"bagian": b, "dokumen": dokumen, "layar": True})
        for b in (*dokumen.depan, *dokumen.isi)
    )
    gaya = "".join(Path(finders.find(satu)).read_text(encoding="utf-8") for satu in GAYA)
    return (
        "<!DOCTYPE html><html lang=id><head><title>Uji</title>"
        f'<meta name="viewport" content="width=device-width"><style>{gaya}</style></head>'
        f'<body><main><h1>Uji</h1><article class="lembar">{bagian}</article></main></body></html>'
    )


@pytest.fixture
def halaman(peramban):
    satu = peramban.new_page()
    satu.set_content(halaman_dokumen())
    yield satu
    satu.close()


def test_layar_lebar_dan_ponsel_tanpa_keluhan(halaman):
    assert periksa_kedua_lebar(halaman) == []


def test_yang_lebar_bergulir_di_dalam_kotaknya(halaman):
    halaman.set_viewport_size({"width": 390, "height": 800})
    bergulir = halaman.evaluate(
        "[...document.querySelectorAll('.dok-tabel-bingkai, .dok-organogram, .grafik')]"
        ".filter(e => e.scrollWidth > e.clientWidth).length"
    )
    assert bergulir >= 6
    lebih = halaman.evaluate(
        "[...document.querySelectorAll('.lembar *')].filter(e =>"
        " !e.closest('.dok-tabel-bingkai, .dok-organogram, .grafik')"
        " && e.getBoundingClientRect().right > innerWidth).map(e => e.className)"
    )
    assert lebih == []


def test_setiap_kelas_bergaya_di_layar_dan_kertas():
    """A class that only one of the two style sheets knows is a block somebody forgot."""
    html = halaman_dokumen()
    gaya_layar = Path(finders.find("css/dokumen.css")).read_text(encoding="utf-8")
    kelas = set(
        re.findall(r"\bdok-(?!l\d)[\w-]+", re.sub(r"<style>.*?</style>", "", html, flags=re.DOTALL))
    )
    tanpa_gaya = {f"dok-{s.removeprefix('dok-')}" for s in kelas} - set(
        re.findall(r"dok-[\w-]+", gaya_layar)
    )
    assert tanpa_gaya <= {
        "dok-lembar", "dok-mendatar", "dok-awal", "dok-baris-biasa", "dok-kiri", "dok-jabatan",
        "dok-daftar-bernomor", "dok-butir-depan", "dok-butir-teks", "dok-butir-panjang", "dok-senarai-angka", "dok-pengantar",
    }  # fmt: skip
