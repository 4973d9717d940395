"""All units of a year: for who reads several."""

from datetime import date

import pytest
from django.urls import reverse

from sakip.beranda.setahun import semua_unit
from sakip.beranda.setahun.keadaan import Tanda
from sakip.beranda.setahun.semua import BELUM
from sakip.organisasi.models import Unit
from tests.pemeran import buat_unit
from tests.perencanaan.pabrik import buat_indikator, buat_versi
from tests.perencanaan.pabrik_rencana import isi_realisasi, janjikan, rencanakan, rumuskan

SEMUA_2024 = reverse("beranda:semua", args=[2024])


@pytest.fixture
def dua_unit(pemeran) -> list[Unit]:
    """The example, and a unit in the middle of 2024."""
    lain = pemeran.unit_lain
    indikator = rumuskan(buat_indikator(buat_versi(lain)), frekuensi="triwulanan")
    janjikan(lain, date(2024, 1, 8), {indikator: "10"})
    rencanakan(lain, date(2024, 1, 9), status="diajukan")
    isi_realisasi(indikator, 2024, {3: "1", 6: "2"})
    isi_realisasi(indikator, 2024, {9: "3"}, status="draf")
    return [pemeran.unit, lain]


def test_keadaan_setiap_unit(dua_unit):
    contoh, lain = semua_unit(dua_unit, 2024)
    assert (contoh.ada_renstra, contoh.perjanjian, contoh.realisasi) == (True, BELUM, ())
    assert lain.perjanjian == Tanda("selesai", "ditetapkan")
    assert lain.rencana == Tanda("berjalan", "diajukan")
    assert lain.realisasi == (("draf", 1), ("disetujui", 2))
    assert lain.laporan == BELUM


def test_contoh_2023(dua_unit):
    contoh, lain = semua_unit(dua_unit, 2023)
    assert contoh.perjanjian == contoh.rencana == Tanda("selesai", "ditetapkan")
    assert contoh.laporan == Tanda("berjalan", "draf")
    assert [kata for kata, _ in contoh.realisasi] == ["disetujui"]
    assert lain.perjanjian == BELUM


@pytest.mark.parametrize("banyaknya", [1, 3])
def test_banyaknya_kueri_tetap(banyaknya, dua_unit, pemeran, django_assert_num_queries):
    for ke in range(banyaknya):
        buat_versi(buat_unit(pemeran.unit.pemda, f"dinas-{ke}", f"Dinas {ke}"))
    unit = list(Unit.objects.perangkat_daerah().filter(pemda=pemeran.unit.pemda))
    with django_assert_num_queries(5):
        assert len(semua_unit(unit, 2024)) == banyaknya + 2


@pytest.mark.parametrize("peran", ["inspektorat", "bagian_organisasi"])
def test_beranda_pembaca_banyak_unit(peran, dua_unit, pemeran, client):
    client.force_login(pemeran[peran])
    assert client.get("/")["Location"] == SEMUA_2024
    isi = client.get(SEMUA_2024).text
    for unit in dua_unit:
        assert f'href="{reverse("beranda:tahun", args=[unit.kode, 2024])}"' in isi
    assert pemeran.unit_luar.nama not in isi
    setahun = client.get(reverse("beranda:tahun", args=[dua_unit[0].kode, 2024])).text
    assert f'<a href="{SEMUA_2024}">Semua unit</a>' in setahun


def test_pembaca_satu_unit_langsung_ke_unitnya(dua_unit, pemeran, client):
    client.force_login(pemeran["operator"])
    assert client.get("/")["Location"] == reverse("beranda:tahun", args=[pemeran.unit.kode, 2023])
    assert "Semua unit</a>" not in client.get("/", follow=True).text


def test_peta_menyebut_keadaan_capaian_dan_serapan(dua_unit, pemeran, client):
    client.force_login(pemeran["bagian_organisasi"])
    jawaban = client.get(reverse("beranda:semua", args=[2023]))
    (baris,) = [b for b in jawaban.context["peta"] if b.unit == pemeran.unit]
    assert baris.alamat == reverse("pengukuran:pemantauan", args=[pemeran.unit.kode, 2023])
    assert [(r.kata, r.banyaknya) for r in baris.sel[3].ruas] == [("disetujui", 6)]
    assert [(r.kata, r.banyaknya, r.mulai + r.lebar) for r in baris.capaian][-1] == (
        "tanpa angka", 1, 100,
    )  # fmt: skip
    assert baris.serapan.tampil == "89,39"
    assert f'href="{baris.alamat}"' in jawaban.text
    asal = client.get(reverse("beranda:semua", args=[2023]), {"angka": baris.serapan.kunci})
    assert "realisasi / pagu" in asal.text


def test_unit_tanpa_renstra_disebut(dua_unit, pemeran, client):
    buat_unit(pemeran.unit.pemda, "dinas-baru", "Dinas Baru")
    client.force_login(pemeran["inspektorat"])
    isi = client.get(SEMUA_2024).text
    assert "belum mempunyai Renstra yang berlaku pada 2024" in isi
    assert "dinas-baru" not in isi


def test_tahun_tanpa_renstra(dua_unit, pemeran, client):
    client.force_login(pemeran["inspektorat"])
    jawaban = client.get(reverse("beranda:semua", args=[1999]))
    assert jawaban.status_code == 404
    assert "Belum ada unit yang mempunyai Renstra pada tahun 1999." in jawaban.text
