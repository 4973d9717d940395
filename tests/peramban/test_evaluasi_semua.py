"""The desk, ranking, map and simulator in a real browser, full and empty, on a desk and a phone."""

from decimal import Decimal

import pytest

from evaluasi.models import Rekomendasi, RekomendasiKomponen
from sakip.organisasi.models import Pengguna
from tests.evaluasi.alat_meja import alamat, dinilai, terbit, unit_baru
from tests.evaluasi.pabrik import Orang, instrumen_nasional
from tests.peramban.alat import judul, periksa_kedua_lebar, setahun

pytestmark = [pytest.mark.peramban, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def beberapa_unit(pasuruan):
    """Three units in different states, two of them with scores of two years."""
    orang = Orang(
        unit=Pengguna.objects.get(nama_pengguna="sekretariat"),
        inspektorat=Pengguna.objects.get(nama_pengguna="inspektorat"),
    )
    instrumen = instrumen_nasional()
    dinilai(pasuruan, instrumen, orang, terpenuhi=lambda n: n != 2)
    dinilai(unit_baru(pasuruan, 1), instrumen, orang, sampai="mandiri")
    lain = unit_baru(pasuruan, 2)
    for unit in (pasuruan, lain):
        terbit(
            unit, orang, tahun_evaluasi=2023, tahun_kinerja=2022, nilai=Decimal(70), tanggal=None
        )
        terbit(unit, orang, predikat="BB")
    komponen = instrumen.komponen.get(kode="1")
    RekomendasiKomponen.objects.create(
        rekomendasi=Rekomendasi.objects.filter(unit=pasuruan).latest("pk"), komponen=komponen
    )


def test_setiap_halaman(perambah, beberapa_unit):
    tujuan = {nama: alamat(nama) for nama in ("meja", "peringkat", "kriteria")}
    tujuan["saringan kosong"] = f"{alamat('meja')}?unit=tidak-ada"
    tujuan["simulasi"] = setahun("evaluasi:simulasi")
    halaman = perambah.buka("inspektorat")
    temuan = {}
    for nama, satu in tujuan.items():
        halaman.goto(satu)
        if keluhan := periksa_kedua_lebar(halaman):
            temuan[nama] = keluhan
    assert temuan == {}


def test_dari_meja_ke_simulasi(perambah, beberapa_unit):
    halaman = perambah.buka("inspektorat")
    halaman.goto(alamat("meja"))
    halaman.get_by_label("Unit", exact=True).fill("Bakesbangpol")
    halaman.get_by_role("button", name="Saring").click()
    halaman.get_by_role("link", name="Badan Kesatuan Bangsa dan Politik Kota Pasuruan").click()
    halaman.get_by_role("link", name="Simulasi nilai").click()
    assert judul(halaman) == "Simulasi nilai"
    halaman.get_by_label("Nilai 1.c menjadi").select_option("A")
    halaman.get_by_role("checkbox").and_(halaman.locator(":enabled")).first.check()
    halaman.get_by_role("button", name="Hitung simulasi").click()
    # 15 × 0,2 for what was chosen; the recommendation would raise the same sub-komponen
    assert halaman.locator("#hasil").inner_text().count("73,00") == 1
    assert halaman.get_by_label("Nilai 1.c menjadi").input_value() == "A"
