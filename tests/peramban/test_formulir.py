"""Forms under the hands of people: late, misspelt, with the keyboard alone."""

import pytest

from tests.peramban.alat import UNIT, organisasi, periksa_kedua_lebar

pytestmark = [pytest.mark.peramban, pytest.mark.django_db(transaction=True)]


def kotak(halaman, label: str):
    return halaman.get_by_label(label).first


def test_dua_tab_atas_satu_unit_dibandingkan_lalu_digabung(perambah):
    pertama = perambah.buka("admin", wajar=(409,))
    kedua = pertama.context.new_page()
    for tab in (pertama, kedua):
        tab.goto(organisasi("unit-ubah", UNIT))
    kotak(kedua, "Nama unit").fill("Badan dari tab kedua")
    kotak(kedua, "Singkatan").fill("Tab kedua")
    kedua.get_by_role("button", name="Simpan unit").click()
    kedua.get_by_role("status").wait_for()
    kotak(pertama, "Nama unit").fill("Badan dari tab pertama")
    kotak(pertama, "Tugas").fill("satu\ndua")
    pertama.get_by_role("button", name="Simpan unit").click()

    pesan = pertama.get_by_role("alert")
    assert "Admin Aplikasi menyimpan perubahan pada" in pesan.inner_text()
    assert pertama.evaluate("document.activeElement.className") == "ringkasan-galat"
    baris = {
        satu.get_by_role("rowheader").inner_text().split("\n")[0]: satu.get_by_role("cell")
        for satu in pertama.get_by_role("row").all()[1:]
    }
    assert baris.keys() == {"Nama unit", "Singkatan", "Tugas"}
    assert baris["Nama unit"].all_inner_texts()[1:] == [
        "Badan dari tab kedua", "Badan dari tab pertama",
    ]  # fmt: skip
    assert baris["Tugas"].all_inner_texts()[2] == "satu\ndua"
    assert periksa_kedua_lebar(pertama) == []

    assert kotak(pertama, "Nama unit").input_value() == "Badan dari tab pertama"
    assert kotak(pertama, "Singkatan").input_value() == "Tab kedua"
    assert kotak(pertama, "Tugas").input_value() == "satu\ndua"
    pertama.get_by_role("button", name="Simpan unit").click()
    pertama.get_by_role("link", name="Badan dari tab pertama").click()
    assert kotak(pertama, "Singkatan").input_value() == "Tab kedua"
    assert pertama.get_by_text("Admin Aplikasi mengubah unit").count() == 2


def test_angka_yang_meragukan_ditanyakan_dan_fokus_pada_ringkasannya(perambah):
    halaman = perambah.buka("admin")
    halaman.goto(organisasi("unit-ubah", UNIT))
    kotak(halaman, "Urutan").fill("1.5")
    kotak(halaman, "Berlaku dari").fill("3/13/2024")
    halaman.get_by_role("button", name="Simpan unit").click()
    ringkasan = halaman.get_by_role("alert")
    assert "Maksud Anda" in ringkasan.inner_text()
    assert halaman.title().startswith("Belum tersimpan: ")
    assert halaman.evaluate("document.activeElement.className") == "ringkasan-galat"
    assert periksa_kedua_lebar(halaman) == []
    assert (kotak(halaman, "Urutan").input_value(), kotak(halaman, "Berlaku dari").input_value()) == (
        "1.5", "3/13/2024",
    )  # fmt: skip
    ringkasan.get_by_role("link", name="Urutan").click()
    assert halaman.evaluate("document.activeElement.id") == "id_urutan"
    keterangan = halaman.evaluate(
        "document.getElementById(document.activeElement.getAttribute('aria-describedby'))"
        ".textContent"
    )
    assert "Maksud Anda" in keterangan


def test_unit_dibuat_dengan_papan_ketik_saja(perambah):
    halaman = perambah.buka("admin")
    halaman.goto(organisasi("unit-baru"))
    ketik = {
        "id_nama": "Dinas Perikanan",
        "id_singkatan": "Diskan",
        "id_kode": "pasuruan-perikanan",
        "id_berlaku_dari": "1/1/2024",
    }
    dilalui = []
    for _ in range(40):
        halaman.keyboard.press("Tab")
        di = halaman.evaluate("document.activeElement.id || document.activeElement.textContent")
        dilalui.append(di)
        if di == "Buat unit":
            break
        halaman.keyboard.type(ketik.get(di, ""))
    assert dilalui[0] == "Langsung ke isi"
    assert [satu for satu in dilalui if satu in ketik] == list(ketik)
    halaman.keyboard.press("Enter")
    assert halaman.get_by_role("status").inner_text() == "Unit dibuat."
    assert halaman.get_by_role("link", name="Dinas Perikanan").count() == 1
