"""The page of the design language: for whoever changes it, and complete."""

import re

import pytest
from django.conf import settings as setelan
from django.urls import reverse

KOMPONEN = setelan.BASE_DIR / "templates" / "komponen"
# whole pages, which have addresses of their own, and the menu of whoever reads the cycle
HALAMAN = {"_formulir.html", "halaman_formulir.html", "bandingkan.html", "_menu_siklus.html"}
GAYA = setelan.BASE_DIR / "static" / "css" / "sakip.css"


@pytest.fixture
def kit(client, pemeran, settings):
    settings.DEBUG = True
    client.force_login(pemeran["admin"])
    return client.get(reverse("beranda:kit"))


def kelas(html: str) -> set[str]:
    return {nama for isi in re.findall(r'class="([^"]*)"', html) for nama in isi.split()}


def test_hanya_ada_dengan_debug(client, pemeran, settings):
    settings.DEBUG = False
    client.force_login(pemeran["admin"])
    tidak_ada = client.get(reverse("beranda:kit"))
    assert (tidak_ada.status_code, "Bahasa rupa" in tidak_ada.text) == (404, False)


def test_tidak_terbuka_bagi_tamu(client, db, settings):
    settings.DEBUG = True
    assert client.get(reverse("beranda:kit"))["Location"].startswith(reverse("organisasi:masuk"))


def test_tidak_ditulisi(client, pemeran, settings):
    settings.DEBUG = True
    client.force_login(pemeran["admin"])
    assert client.post(reverse("beranda:kit")).status_code == 405


def test_setiap_komponen_ada(kit):
    assert kit.status_code == 200
    terpakai = {t.name.removeprefix("komponen/") for t in kit.templates if t.name}
    assert {berkas.name for berkas in KOMPONEN.glob("*.html")} - terpakai == HALAMAN


@pytest.mark.parametrize("awalan", ["status", "kategori", "pesan", "warna", "sel"])
def test_setiap_keadaan_yang_mempunyai_rupa_ada(kit, awalan):
    """Every class of these families in the stylesheet stands on the page."""
    bergaya = set(re.findall(rf"\.({awalan}-[a-z0-9-]+)", GAYA.read_text(encoding="utf-8")))
    assert len(bergaya) > 1
    assert bergaya - kelas(kit.text) <= {"pesan-perhatian"}  # another name of pesan-warning


@pytest.mark.parametrize(
    "bagian",
    ["pita-tahun", "daftar-tugas", "kisi", "tombol-mati", "kosong", "riwayat", "grafik", "gembok"],
)
def test_setiap_bagian_ada(kit, bagian):
    assert bagian in kelas(kit.text)


def test_setiap_jenis_isian_ada_dalam_keadaan_salah(kit):
    form = kit.context["form"]
    jenis = {type(kolom).__name__ for kolom in form.fields.values()}
    assert jenis == {"IsianAngka", "IsianTanggal", "ChoiceField", "CharField", "BooleanField"}
    assert form.errors.keys() == {"target", "mulai"}
    assert 'class="ringkasan-galat" role="alert"' in kit.text
    for galat in form.errors.values():
        assert kit.text.count(galat[0]) == 2
    assert {"isian-satuan", "isian-ket", "isian-galat", "isian-centang"} <= kelas(kit.text)
