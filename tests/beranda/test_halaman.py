"""The pages of the walk, as their readers get them."""

import re

import pytest
from django.urls import reverse

from sakip.organisasi.models import Pengguna
from tests.perencanaan.pabrik import buat_versi
from tests.perencanaan.pabrik_rencana import sisakan_indikator


@pytest.fixture
def pembaca(pasuruan, client):
    client.force_login(Pengguna.objects.get(nama_pengguna="inspektorat"))
    return client


def alamat(nama: str, tahun: int = 2023) -> str:
    return reverse(nama, kwargs={"kode": "pasuruan-bakesbangpol", "tahun": tahun})


@pytest.mark.parametrize("banyaknya", [1, 3, 7])
@pytest.mark.parametrize(("nama", "kueri"), [("beranda:tahun", 33), ("pelaporan:lkjip-baca", 78)])
def test_banyaknya_kueri_tetap(
    nama, kueri, banyaknya, pasuruan, pembaca, django_assert_num_queries
):
    sisakan_indikator(pasuruan, 2023, banyaknya)
    with django_assert_num_queries(kueri):
        assert pembaca.get(alamat(nama)).status_code == 200


def test_ringkasan_setahun(pembaca):
    konteks = pembaca.get(alamat("beranda:tahun")).context
    assert (konteks["tercapai"], konteks["belum_tercapai"]) == (5, 1)
    assert [b.capaian.alasan for b in konteks["tanpa_capaian"]] == [
        "Tidak ada pemilu pada tahun 2023."
    ]
    assert str(konteks["jumlah_anggaran"].serapan) == "89,39"


def test_beranda_mengantar_ke_tahun_terukur_terbaru(pembaca):
    jawaban = pembaca.get(reverse("beranda:beranda"))
    assert jawaban["Location"] == alamat("beranda:tahun")


@pytest.mark.parametrize("tahun", [2024, 2026])
def test_tahun_yang_belum_lengkap_menjelaskan(tahun, pembaca):
    sebab = f"Belum ada anggaran tahun {tahun} yang berlaku."
    setahun = pembaca.get(alamat("beranda:tahun", tahun)).content.decode()
    lkjip = pembaca.get(alamat("pelaporan:lkjip-baca", tahun)).content.decode()
    assert setahun.count(sebab) == 1
    assert f"Baca LKjIP {tahun}" not in setahun
    assert f"LKjIP {tahun} belum dapat disusun" in lkjip
    assert pembaca.get(alamat("pelaporan:lkjip-unduh", tahun)).status_code == 404


def test_tahun_di_luar_renstra_tidak_ada(pembaca):
    jawaban = pembaca.get(alamat("beranda:tahun", 2031))
    assert jawaban.status_code == 404
    assert "belum mempunyai Renstra yang berlaku pada tahun 2031" in jawaban.content.decode()


def test_lkjip_dibaca_bagian_demi_bagian(pembaca):
    jalur = alamat("pelaporan:lkjip-baca")
    halaman = pembaca.get(jalur)
    semua = [satu.kunci for satu in halaman.context["dokumen"].isi]
    assert semua == [
        "pendahuluan", "perencanaan-kinerja", "akuntabilitas", "penutup",
        "lampiran-perjanjian", "lampiran-perubahan", "lampiran-renstra",
    ]  # fmt: skip
    dibaca = [halaman.context["bagian"].kunci]
    while berikutnya := halaman.context["berikutnya"]:
        assert f'href="?bagian={berikutnya.kunci}" rel="next"' in halaman.content.decode()
        halaman = pembaca.get(jalur, {"bagian": berikutnya.kunci})
        assert halaman.context["sebelumnya"].kunci == dibaca[-1]
        dibaca.append(halaman.context["bagian"].kunci)
        assert f'<section class="dok-bagian" id="{dibaca[-1]}">' in halaman.content.decode()
    assert dibaca == semua


def test_bagian_lkjip_yang_tidak_ada(pembaca):
    jawaban = pembaca.get(alamat("pelaporan:lkjip-baca"), {"bagian": "bab-lima"})
    assert jawaban.status_code == 404
    assert "Bagian laporan itu tidak ada. Pilih dari isi laporan." in jawaban.content.decode()


def kunci_capaian(pembaca) -> str:
    return pembaca.get(alamat("beranda:tahun")).context["capaian"][0].capaian.kunci


def test_dari_mana_angka_ini(pembaca):
    """A capaian with its rule, its parts, who promised and who entered and verified them."""
    jawaban = pembaca.get(alamat("beranda:tahun"), {"angka": kunci_capaian(pembaca)})
    asal = jawaban.context["asal"]
    assert asal.angka.asal.nama == "Capaian 2023 (%): Indeks Stabilitas"
    assert [satu.angka.tampil for satu in asal.dari] == ["76,05", "89,68"]
    for kata in (
        "Aturan: realisasi / target × 100",
        "Sebelum dibulatkan: 117,922419",
        "Perjanjian Kinerja Perubahan 2023: ditandatangani",
        "Realisasi setahun 2023: diisi Operator",
        "diverifikasi ",
        "memuat data contoh",
    ):
        assert kata in jawaban.text
    assert 'id="judul-capaian"' in jawaban.text  # the page itself stays


def test_panel_asal_saja_bagi_skrip(pembaca):
    jawaban = pembaca.get(
        alamat("beranda:tahun"),
        {"angka": kunci_capaian(pembaca)},
        headers={"X-Sakip-Bagian": "asal"},
    )
    assert jawaban.text.startswith('<aside class="asal"')
    assert "<html" not in jawaban.text


@pytest.mark.parametrize("kunci", ["capaian/0/2023", "<script>", "x" * 5000])
def test_angka_yang_tidak_ada_di_halaman(kunci, pembaca):
    jawaban = pembaca.get(alamat("beranda:tahun"), {"angka": kunci})
    assert jawaban.status_code == 200
    assert "Angka itu tidak ada di halaman ini." in jawaban.text
    assert "<script>" not in jawaban.text


@pytest.mark.parametrize("triwulan", ["0", "5", "dua", "1e0"])
def test_triwulan_yang_tidak_ada(triwulan, pembaca):
    jawaban = pembaca.get(alamat("beranda:tahun"), {"triwulan": triwulan})
    assert jawaban.status_code == 404
    assert "Pilih Triwulan I sampai IV." in jawaban.text


def test_unit_tanpa_renstra_tidak_dapat_dipilih(pembaca, pemeran):
    isi = pembaca.get(alamat("beranda:tahun")).text
    assert "belum mempunyai Renstra" in isi
    assert pemeran.unit_lain.kode not in isi


def test_unit_lain_dibuka_pada_tahun_terdekat_yang_ada(pembaca, pemeran):
    versi = buat_versi(pemeran.unit_lain, mulai=2025)
    assert versi.berlaku_pada(2025)
    isi = pembaca.get(alamat("beranda:tahun")).text
    assert f'href="/unit/{pemeran.unit_lain.kode}/2025/' in isi


def test_pergantian_menyimpan_tempat_tetapi_bukan_angkanya(pembaca):
    isi = pembaca.get(alamat("pelaporan:lkjip-baca"), {"bagian": "penutup", "angka": "x"}).text
    assert 'href="/unit/pasuruan-bakesbangpol/2022/lkjip/?bagian=penutup"' in isi


def test_angka_lkjip_menuju_asalnya(pembaca):
    """In a sentence and in a table of the report, with the part of it that is read."""
    jalur = alamat("pelaporan:lkjip-baca")
    isi = pembaca.get(jalur, {"bagian": "akuntabilitas"}).text
    assert isi.count("data-asal") > 300
    (kunci,) = set(re.findall(r'angka=(capaian/\d+/2023)#asal" data-asal>117,92<', isi))
    panel = pembaca.get(jalur, {"bagian": "akuntabilitas", "angka": kunci})
    assert panel.context["asal"].angka.asal.nama == "Capaian 2023 (%): Indeks Stabilitas"
    assert f"?bagian=akuntabilitas&amp;angka={kunci}#asal" in isi


def test_riwayat_laporan(pembaca):
    (alamat_riwayat,) = re.findall(
        r'href="([^"]+)">Riwayat</a>', pembaca.get(alamat("pelaporan:lkjip-baca")).text
    )
    assert "Laporan: LKjIP 2023" in pembaca.get(alamat_riwayat).text
    assert ">Riwayat</a>" not in pembaca.get(alamat("pelaporan:lkjip-baca", 2024)).text
