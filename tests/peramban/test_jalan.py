"""The walk in a real browser: from signing in to the downloaded PDF."""

import pypdfium2
import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import reverse

pytestmark = [pytest.mark.peramban, pytest.mark.django_db(transaction=True)]

SANDI = "contoh-sakip-2023"
LEBAR = {"meja": (1366, 768), "ponsel": (320, 640)}


@pytest.fixture
def buka(peramban, live_server, pasuruan):
    """Opens a page of the server; at the end nothing was asked of the outside or complained of."""
    keluhan, luar, konteks = [], [], []

    def buka(ukuran: str = "meja"):
        lebar, tinggi = LEBAR[ukuran]
        milik = peramban.new_context(viewport={"width": lebar, "height": tinggi}, locale="id")
        konteks.append(milik)
        halaman = milik.new_page()
        halaman.set_default_timeout(60_000)
        halaman.on("console", lambda pesan: keluhan.append(pesan.text))
        halaman.on("pageerror", lambda galat: keluhan.append(str(galat)))
        halaman.on("request", lambda minta: luar.append(minta.url))
        halaman.goto(live_server.url)
        return halaman

    yield buka
    for milik in konteks:
        milik.close()
    assert keluhan == []
    assert [url for url in luar if not url.startswith(live_server.url)] == []


def masuk(halaman, nama: str) -> None:
    halaman.get_by_label("Nama pengguna").fill(nama)
    halaman.get_by_label("Kata sandi").fill(SANDI)
    halaman.get_by_role("button", name="Masuk").click()
    halaman.get_by_role("heading", level=1).wait_for()


def alamat(live_server, nama: str) -> str:
    isian = {"kode": "pasuruan-bakesbangpol", "tahun": 2023}
    return live_server.url + reverse(nama, kwargs=isian)


@pytest.mark.parametrize("nama", ["bidang", "sekretariat", "pimpinan", "inspektorat", "organisasi"])
def test_dari_masuk_sampai_pdf(nama, buka):
    halaman = buka()
    masuk(halaman, nama)
    assert halaman.get_by_role("heading", level=1).inner_text() == "Tahun kinerja 2023"
    baris = halaman.get_by_role("row", name="Indeks Stabilitas").first
    assert baris.inner_text().split("\n")[-1].split("\t")[-4:] == [
        "76,05", "89,68", "117,92", "Sangat Tinggi",
    ]  # fmt: skip
    halaman.get_by_role("link", name="Baca LKjIP 2023").click()
    with halaman.expect_download() as unduhan:
        halaman.get_by_role("link", name="Unduh PDF").click()
    assert unduhan.value.suggested_filename == "LKjIP-pasuruan-bakesbangpol-2023.pdf"
    isi = pypdfium2.PdfDocument(unduhan.value.path())
    assert "10.228.732.983" in "".join(hal.get_textpage().get_text_range() for hal in isi)


def test_dengan_papan_ketik_saja(buka):
    halaman = buka()
    # the page puts the cursor there by itself; keys pressed before it has would be lost
    halaman.wait_for_function("document.activeElement.id === 'id_username'")
    halaman.keyboard.type("sekretariat")
    halaman.keyboard.press("Tab")
    halaman.keyboard.type(SANDI)
    halaman.keyboard.press("Enter")
    halaman.get_by_role("heading", name="Tahun kinerja 2023").wait_for()
    halaman.keyboard.press("Tab")
    assert halaman.evaluate("document.activeElement.textContent") == "Langsung ke isi"
    for _ in range(20):
        if halaman.evaluate("document.activeElement.textContent") == "Baca LKjIP 2023":
            break
        halaman.keyboard.press("Tab")
    halaman.keyboard.press("Enter")
    halaman.get_by_role("heading", name="LKjIP 2023", exact=True).wait_for()


def test_ganti_tahun_tetap_di_halaman_yang_sama(buka):
    halaman = buka()
    masuk(halaman, "bidang")
    halaman.get_by_role("link", name="LKjIP", exact=True).click()
    halaman.get_by_text("Tahun 2023", exact=True).first.click()
    halaman.get_by_role("link", name="2022", exact=True).click()
    judul = halaman.get_by_role("heading", name="LKjIP 2022 belum dapat disusun")
    judul.wait_for()
    assert halaman.get_by_role("link", name="Unduh PDF").count() == 0


def test_sandi_salah_menjelaskan_dan_menyimpan_nama(buka):
    halaman = buka()
    halaman.get_by_label("Nama pengguna").fill("bidang")
    halaman.get_by_label("Kata sandi").fill("keliru")
    halaman.get_by_role("button", name="Masuk").click()
    assert "tidak cocok" in halaman.get_by_role("alert").inner_text()
    assert halaman.get_by_label("Nama pengguna").input_value() == "bidang"


def test_keluar_mengakhiri_sesi(buka, live_server):
    halaman = buka()
    masuk(halaman, "bidang")
    halaman.get_by_text("Operator Bidang Ketahanan Bangsa").click()
    halaman.get_by_role("button", name="Keluar").click()
    halaman.get_by_role("button", name="Masuk").wait_for()
    halaman.goto(alamat(live_server, "beranda:tahun"))
    assert "/masuk/" in halaman.url


@pytest.mark.parametrize("ukuran", LEBAR)
def test_tanpa_pelanggaran_aksesibilitas(ukuran, buka, live_server):
    halaman = buka(ukuran)
    temuan = {"masuk": pelanggaran(halaman)}
    masuk(halaman, "inspektorat")
    for nama in ("beranda:tahun", "pelaporan:lkjip-baca"):
        halaman.goto(alamat(live_server, nama))
        temuan[nama] = pelanggaran(halaman)
        lebar = halaman.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
        assert lebar[0] <= lebar[1], f"{nama} is wider than the screen"
    assert temuan == {nama: [] for nama in temuan}


def pelanggaran(halaman) -> list[str]:
    hasil = Axe().run(halaman)
    return [
        f"{temuan['id']}: {simpul['target']}"
        for temuan in hasil.response["violations"]
        for simpul in temuan["nodes"]
    ]
