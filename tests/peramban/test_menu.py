"""The menus: of the account, on a phone, and where the script does not arrive."""

import pytest

from tests.peramban.alat import judul, keluhan_tampilan, organisasi

pytestmark = [pytest.mark.peramban, pytest.mark.django_db(transaction=True)]


def test_menu_membuka_dan_menutup(perambah):
    menu_akun(perambah.buka("admin"))
    menu_ponsel(perambah.buka("admin", "ponsel"))
    tanpa_javascript(perambah.buka("admin", "ponsel"))


def menu_akun(halaman) -> None:
    """Esc closes it and gives the focus back; so does a click elsewhere."""
    halaman.goto(organisasi("unit"))
    keluar = halaman.get_by_role("button", name="Keluar")
    halaman.get_by_text("Admin Aplikasi").click()
    assert keluar.is_visible()
    assert keluhan_tampilan(halaman) == []
    halaman.keyboard.press("Escape")
    assert not keluar.is_visible()
    assert halaman.evaluate("document.activeElement.tagName") == "SUMMARY"
    halaman.keyboard.press("Enter")
    assert keluar.is_visible()
    halaman.get_by_role("heading", level=1).click()
    assert not keluar.is_visible()


def menu_ponsel(halaman) -> None:
    halaman.goto(organisasi("unit"))
    tombol = halaman.get_by_role("button", name="Menu", exact=True)
    tautan = halaman.get_by_role("link", name="Akun dan peran")
    for terbuka in (False, True, False):
        assert (tautan.is_visible(), tombol.get_attribute("aria-expanded")) == (
            terbuka, str(terbuka).lower(),
        )  # fmt: skip
        tombol.click()
    assert keluhan_tampilan(halaman) == []
    tautan.click()
    halaman.get_by_role("heading", name="Akun dan peran").wait_for()
    assert judul(halaman) == "Akun dan peran"
    assert not tautan.is_visible()


def tanpa_javascript(halaman) -> None:
    """Everything is shown, and nothing hides behind a button."""
    halaman.route(
        "**/halaman*.js", lambda rute: rute.fulfill(body="", content_type="text/javascript")
    )
    halaman.goto(organisasi("unit"))
    assert halaman.get_by_role("link", name="Akun dan peran").is_visible()
    assert not halaman.get_by_role("button", name="Menu", exact=True).is_visible()
