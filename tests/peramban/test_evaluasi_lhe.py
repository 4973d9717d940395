"""A draft of an LHE put in order, checked and issued, and read by the unit."""

import pytest
from django.urls import reverse

from evaluasi.models import Lhe
from evaluasi.services.rekomendasi import Letak, rekomendasikan
from sakip.organisasi.models import Pengguna
from tests.evaluasi.pabrik import Orang, lhe_draf
from tests.peramban.alat import UNIT, periksa_kedua_lebar

pytestmark = [pytest.mark.peramban, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def draf(pasuruan) -> Lhe:
    orang = Orang(
        unit=Pengguna.objects.get(nama_pengguna="sekretariat"),
        inspektorat=Pengguna.objects.get(nama_pengguna="inspektorat"),
    )
    lhe = lhe_draf(pasuruan, orang)
    komponen = lhe.lembar.instrumen.komponen.first()
    letak = [Letak(komponen)]
    for uraian in ("Menyusun SOP.", "Memantau setiap triwulan."):
        rekomendasikan(lhe, uraian=uraian, oleh=orang.inspektorat, letak=letak)
    return lhe


def alamat(nama: str, *sisa: int) -> str:
    return reverse(f"evaluasi:{nama}", args=[UNIT, 2023, *sisa])


def test_diterbitkan_lalu_dibaca_unit(perambah, draf):
    halaman = perambah.buka("inspektorat")
    halaman.goto(alamat("lhe"))
    halaman.get_by_role("link", name="Lanjutkan draf LHE 2024").click()
    halaman.get_by_role("button", name="Turun rekomendasi 1").click()
    butir = halaman.locator(".lhe-rekomendasi > li")
    assert "Memantau" in butir.first.inner_text()
    halaman.get_by_role("link", name="Periksa lalu terbitkan").click()
    halaman.get_by_label("Saya sudah memeriksa isinya").check()
    halaman.get_by_role("button", name="Terbitkan LHE 2024").click()
    assert halaman.get_by_text("LHE 2024 terbit.").is_visible()
    unit = perambah.buka("bidang")
    unit.goto(alamat("lhe"))
    assert unit.get_by_text("700/1/2024").first.is_visible()
    assert unit.get_by_role("heading", name="Rekomendasi (2)").is_visible()
    assert periksa_kedua_lebar(unit) == []
