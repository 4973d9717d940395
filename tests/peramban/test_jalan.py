"""The walk of the year in a real browser: from signing in to the downloaded PDF."""

import pypdfium2
import pytest

from tests.peramban.alat import SANDI, judul, masuk, setahun

pytestmark = [pytest.mark.peramban, pytest.mark.django_db(transaction=True)]

# each demo account, and what its menu offers
PEMBACA = ["Beranda", "LKjIP"]
MENU = {
    "bidang": PEMBACA,
    "sekretariat": PEMBACA,
    "pimpinan": PEMBACA,
    "inspektorat": PEMBACA,
    "organisasi": [*PEMBACA, "Jendela pengisian"],
    "admin": ["Beranda", "Unit", "Pejabat", "Akun dan peran", "Identitas pemda"],
}


def test_setiap_peran_masuk_dan_menelusuri_menunya(perambah):
    unduhan = []
    for nama, menu in MENU.items():
        halaman = perambah.buka()
        halaman.goto("/")
        masuk(halaman, nama)
        tautan = halaman.get_by_role("navigation", name="Menu utama").get_by_role("link")
        assert tautan.all_inner_texts() == menu, nama
        if "LKjIP" in menu:
            baca_tahun(halaman)
        for butir in menu:
            buka_butir(halaman, butir)
            if butir == "LKjIP":
                unduhan.append(unduh_pdf(halaman))
    assert len(unduhan) == 5
    assert len(set(unduhan)) == 1
    isi = pypdfium2.PdfDocument(unduhan[0])
    assert "10.228.732.983" in "".join(hal.get_textpage().get_text_range() for hal in isi)


def baca_tahun(halaman) -> None:
    assert judul(halaman) == "Tahun kinerja 2023"
    baris = halaman.get_by_role("row", name="Indeks Stabilitas").first
    assert baris.inner_text().split("\n")[-1].split("\t")[-4:] == [
        "76,05", "89,68", "117,92", "Sangat Tinggi",
    ]  # fmt: skip


def buka_butir(halaman, nama: str) -> None:
    """Go where the menu leads: the page is there, has a heading, and the menu says where one is."""
    menu = halaman.get_by_role("navigation", name="Menu utama")
    with halaman.expect_navigation() as pindah:
        menu.get_by_role("link", name=nama, exact=True).click()
    assert pindah.value.status == 200
    assert judul(halaman)
    assert menu.locator("[aria-current=page]").all_inner_texts() == [nama]


def unduh_pdf(halaman) -> bytes:
    with halaman.expect_download() as unduhan:
        halaman.get_by_role("link", name="Unduh PDF").click()
    assert unduhan.value.suggested_filename == "LKjIP-pasuruan-bakesbangpol-2023.pdf"
    return unduhan.value.path().read_bytes()


def test_dengan_papan_ketik_saja(perambah):
    halaman = perambah.buka()
    halaman.goto("/")
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


def test_ganti_tahun_tetap_di_halaman_yang_sama(perambah):
    halaman = perambah.buka("bidang")
    halaman.goto(setahun("pelaporan:lkjip-baca"))
    halaman.get_by_text("Tahun 2023", exact=True).first.click()
    halaman.get_by_role("link", name="2024", exact=True).click()
    halaman.get_by_role("heading", name="LKjIP 2024 belum dapat disusun").wait_for()
    assert halaman.get_by_role("link", name="Unduh PDF").count() == 0


def test_sandi_salah_menjelaskan_lalu_masuk_dan_keluar(perambah):
    halaman = perambah.buka()
    halaman.goto("/")
    halaman.get_by_label("Nama pengguna").fill("bidang")
    halaman.get_by_label("Kata sandi").fill("keliru")
    halaman.get_by_role("button", name="Masuk").click()
    assert "tidak cocok" in halaman.get_by_role("alert").inner_text()
    assert halaman.get_by_label("Nama pengguna").input_value() == "bidang"
    masuk(halaman, "bidang")
    halaman.get_by_text("Operator Bidang Ketahanan Bangsa").click()
    halaman.get_by_role("button", name="Keluar").click()
    halaman.get_by_role("button", name="Masuk").wait_for()
    halaman.goto(setahun("beranda:tahun"))
    assert "/masuk/" in halaman.url
