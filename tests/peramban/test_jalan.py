"""The walk of the year in a real browser: from signing in to the downloaded PDF."""

import pypdfium2
import pytest

from tests.pekerjaan.kerja import kerjakan
from tests.peramban.alat import SANDI, judul, masuk, setahun

pytestmark = [pytest.mark.peramban, pytest.mark.django_db(transaction=True)]

PEMBACA = [
    "Beranda", "Tugas saya", "Renstra", "Perjanjian Kinerja", "Rencana Aksi", "Anggaran",
    "Realisasi", "Pelaksanaan aksi", "Verifikasi", "Koreksi", "Capaian", "Pemantauan",
    "Pemeriksaan data", "LKjIP", "LKE", "LHE", "Tindak lanjut",
]  # fmt: skip
KELOLA = {
    "organisasi": [
        "Jendela pengisian",
        "Aturan kesiapan",
        "Meja evaluasi",
        "Setelan evaluasi",
        "Instrumen evaluasi",
    ],
    "inspektorat": ["Meja evaluasi", "Setelan evaluasi", "Instrumen evaluasi"],
    "admin": ["Unit", "Pejabat", "Akun dan peran", "Identitas pemda"],
}
# what is written on the page that each part of the menu leads to
JUDUL = {
    "Beranda": "Tahun kinerja 2023",
    "Renstra": "Renstra",
    "Perjanjian Kinerja": "Perjanjian Kinerja",
    "Rencana Aksi": "Rencana Aksi",
    "Anggaran": "Anggaran",
    "Tugas saya": "Tugas saya",
    "Realisasi": "Realisasi Triwulan IV 2023",
    "Pelaksanaan aksi": "Pelaksanaan aksi Triwulan IV 2023",
    "Verifikasi": "Verifikasi Triwulan IV 2023",
    "Koreksi": "Koreksi 2023",
    "Pemantauan": "",
    "Capaian": "Capaian",
    "Pemeriksaan data": "Pemeriksaan data 2023",
    "LKjIP": "LKjIP 2023",
    "Tindak lanjut": "Tindak lanjut 2023",
}


def menu_utama(halaman):
    return halaman.get_by_role("navigation", name="Menu utama")


def buka_butir(halaman, nama: str) -> None:
    """Go where the menu leads: the page is there, has a heading, and the menu says where one is."""
    with halaman.expect_navigation() as pindah:
        menu_utama(halaman).get_by_role("link", name=nama, exact=True).click()
    assert pindah.value.status == 200
    assert judul(halaman).startswith(JUDUL.get(nama, ""))
    assert menu_utama(halaman).locator("[aria-current=page]").all_inner_texts() == [nama]


def test_menu_menurut_peran(perambah):
    """Whoever reads has the cycle, whoever manages what is managed, and all of it opens."""
    for nama, kelola in KELOLA.items():
        halaman = perambah.buka()
        halaman.goto("/")
        masuk(halaman, nama)
        siklus = PEMBACA if nama != "admin" else ["Beranda"]
        tautan = menu_utama(halaman).get_by_role("link")
        assert tautan.all_inner_texts() == [*siklus, *kelola]
        for butir in kelola:
            buka_butir(halaman, butir)


def test_siklus_dari_menunya(perambah):
    halaman = perambah.buka("bidang")
    halaman.goto(setahun("beranda:tahun"))
    baris = halaman.get_by_role("row", name="Indeks Stabilitas").first
    assert baris.inner_text().split("\n")[-1].split("\t")[-4:] == [
        "76,05", "89,68", "117,92", "Sangat Tinggi",
    ]  # fmt: skip
    for butir in PEMBACA:
        buka_butir(halaman, butir)
    buka_butir(halaman, "Capaian")
    halaman.get_by_text("Periode Setahun").click()
    halaman.get_by_role("link", name="s.d. Triwulan II", exact=True).click()
    buka_butir(halaman, "Anggaran")
    assert halaman.get_by_text("s.d. TW II").first.is_visible()  # the period came along


@pytest.mark.parametrize("siapa", ["bidang", "sekretariat", "pimpinan", "inspektorat"])
def test_dari_masuk_sampai_pdf(siapa, perambah):
    halaman = perambah.buka()
    halaman.goto("/")
    masuk(halaman, siapa)
    tautan = menu_utama(halaman).get_by_role("link").all_inner_texts()
    assert tautan == [*PEMBACA, *KELOLA.get(siapa, [])]
    halaman.get_by_role("link", name="Baca LKjIP 2023").click()
    halaman.get_by_role("button", name="Siapkan PDF").click()
    halaman.get_by_role("heading", name="PDF LKjIP 2023").wait_for()
    assert kerjakan().status == "selesai"
    unduh = halaman.get_by_role("link", name="Unduh LKjIP 2023 (PDF)")
    unduh.wait_for()  # the page looks by itself
    with halaman.expect_download() as unduhan:
        unduh.click()
    assert unduhan.value.suggested_filename == "LKjIP-pasuruan-bakesbangpol-2023.pdf"
    isi = pypdfium2.PdfDocument(unduhan.value.path())
    assert any("10.228.732.983" in hal.get_textpage().get_text_range() for hal in isi)


def sampai(halaman, teks: str) -> None:
    """Tab until the focus is on this text, then Enter."""
    for _ in range(80):
        if halaman.evaluate("document.activeElement.textContent.trim()") == teks:
            halaman.keyboard.press("Enter")
            return
        halaman.keyboard.press("Tab")
    pytest.fail(f"the keyboard does not reach “{teks}”")


def test_dengan_papan_ketik_saja(perambah):
    """From signing in to the file, and on the way what a figure is made of."""
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
    halaman.keyboard.press("Enter")
    sampai(halaman, "117,92")
    panel = halaman.get_by_role("dialog")
    panel.wait_for()
    assert "realisasi / target × 100" in panel.inner_text()
    halaman.keyboard.press("Escape")
    assert not panel.is_visible()
    assert halaman.evaluate("document.activeElement.textContent") == "117,92"
    halaman.goto(setahun("pelaporan:lkjip-baca"))
    sampai(halaman, "Siapkan PDF")
    halaman.get_by_role("heading", name="PDF LKjIP 2023").wait_for()
    kerjakan()
    halaman.get_by_role("link", name="Unduh LKjIP 2023 (PDF)").wait_for()  # it looks by itself
    with halaman.expect_download() as unduhan:
        sampai(halaman, "Unduh LKjIP 2023 (PDF)")
    assert unduhan.value.path().read_bytes().startswith(b"%PDF-")


def test_ganti_tahun_tetap_di_halaman_yang_sama(perambah):
    halaman = perambah.buka("bidang")
    halaman.goto(setahun("pelaporan:lkjip-baca"))
    halaman.get_by_text("Tahun 2023", exact=True).first.click()
    halaman.get_by_role("link", name="2024", exact=True).click()
    halaman.get_by_role("heading", name="LKjIP 2024 belum dapat disusun").wait_for()
    assert halaman.get_by_role("button", name="Siapkan PDF").count() == 0


def test_asal_angka_tanpa_skrip_dan_setelah_sesi_berakhir(perambah):
    """Without the script, and where the script is refused, the page itself answers."""
    halaman = perambah.buka("bidang")
    halaman.goto(setahun("beranda:tahun"))
    halaman.get_by_role("link", name="117,92").click()
    panel = halaman.get_by_role("dialog")
    panel.wait_for()
    assert panel.get_by_role("link", name="Tutup").is_visible()
    panel.get_by_role("link", name="Tutup").click()
    assert not panel.is_visible()
    halaman.context.clear_cookies()
    halaman.get_by_role("link", name="117,92").click()
    halaman.get_by_role("button", name="Masuk").wait_for()
    masuk(halaman, "bidang")
    # signing in leads back to the very figure that was asked for
    assert "angka=" in halaman.url
    asal = halaman.get_by_role("complementary", name="Dari mana angka ini?")
    assert "Aturan: realisasi / target × 100" in asal.inner_text()
    asal.get_by_role("link", name="Tutup").click()
    halaman.wait_for_url(lambda alamat: "angka=" not in alamat)
    assert asal.count() == 0


def test_sandi_salah_menjelaskan_lalu_masuk_dan_keluar(perambah):
    halaman = perambah.buka()
    halaman.goto("/")
    halaman.get_by_label("Nama pengguna").fill("bidang")
    halaman.get_by_label("Kata sandi").fill("keliru")
    halaman.get_by_role("button", name="Masuk").click()
    assert "tidak cocok" in halaman.get_by_role("alert").inner_text()
    assert halaman.get_by_label("Nama pengguna").input_value() == "bidang"
    masuk(halaman, "bidang")
    halaman.get_by_text("Operator Bidang Ketahanan Bangsa", exact=True).click()
    halaman.get_by_role("button", name="Keluar").click()
    halaman.get_by_role("button", name="Masuk").wait_for()
    halaman.goto(setahun("beranda:tahun"))
    assert "/masuk/" in halaman.url
