"""Preparing and issuing the LKjIP in a browser: every state of its pages, wide and narrow."""

import pytest
from django.urls import reverse

from tests.pelaporan.alat_koreksi import koreksi_ormas
from tests.pelaporan.alat_terbit import TAHUN, terbitkan
from tests.peramban.test_aksesibilitas import UNIT, periksa

pytestmark = [pytest.mark.peramban, pytest.mark.django_db(transaction=True)]


def alamat(nama: str) -> str:
    return reverse(f"pelaporan:{nama}", args=[UNIT, TAHUN])


def test_sebelum_terbit(perambah, pasuruan):
    sekretariat = perambah.buka("sekretariat")
    assert periksa(sekretariat, {"atur": alamat("lkjip-atur")}) == {}
    pimpinan = perambah.buka("pimpinan")
    assert periksa(pimpinan, {nama: alamat(nama) for nama in ("lkjip-baca", "lkjip-terbit")}) == {}


def test_sesudah_terbit_dan_berubah(perambah, pasuruan):
    terbitkan(pasuruan, nomor="065/7/2024")
    terbitkan(pasuruan)
    koreksi_ormas(pasuruan)
    pimpinan = perambah.buka("pimpinan")
    assert periksa(pimpinan, {nama: alamat(nama) for nama in ("lkjip-baca", "lkjip-terbit")}) == {}
    pimpinan.goto(alamat("lkjip-baca"))
    pimpinan.get_by_text("angka berbeda dari yang terbit").click()
    pimpinan.get_by_role("table", name="Angka yang berbeda dari yang terbit").wait_for()
    sekretariat = perambah.buka("sekretariat")
    assert periksa(sekretariat, {"atur": alamat("lkjip-atur")}) == {}
