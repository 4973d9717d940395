"""The findings of the consistency check as a page."""

import pytest
from django.urls import reverse

from perencanaan.queries.renstra import versi_renstra
from sakip.organisasi.models import Pengguna
from tests.beranda.test_periksa import pagu_beda_jumlah
from tests.perencanaan.pabrik_rencana import sisakan_indikator


@pytest.fixture
def pembaca(pasuruan, client):
    client.force_login(Pengguna.objects.get(nama_pengguna="sekretariat"))
    return client


def alamat(tahun: int = 2023) -> str:
    return reverse("beranda:periksa", args=["pasuruan-bakesbangpol", tahun])


def test_yang_cocok_tanpa_temuan(pembaca):
    isi = pembaca.get(alamat()).text
    assert "tidak ada temuan" in isi
    assert "tidak saling bertentangan" in isi


def test_pagu_yang_bukan_jumlahnya_tampil_paling_dulu(pembaca, pasuruan):
    pagu_beda_jumlah(versi_renstra(pasuruan, 2023))
    jawaban = pembaca.get(alamat())
    (galat, *_) = jawaban.context["kelompok"]
    assert (galat["kunci"], len(galat["temuan"])) == ("galat", 1)
    assert "Pagu tertulis Rp\N{NO-BREAK SPACE}1, jumlah rinciannya" in jawaban.text


def test_yang_sama_dikatakan_sekali_dengan_semua_tempatnya(pembaca):
    jawaban = pembaca.get(alamat(2024))
    temuan = [satu for milik in jawaban.context["kelompok"] for satu in milik["temuan"]]
    assert jawaban.context["banyaknya"] == sum(len(satu.tempat) for satu in temuan)
    kalimat = [(satu.pesan, satu.saran) for satu in temuan]
    assert len(set(kalimat)) == len(kalimat) < jawaban.context["banyaknya"]
    for satu in temuan:
        assert len(set(satu.tempat)) == len(satu.tempat)


@pytest.mark.parametrize("tahun", [2024, 2026])
def test_tahun_yang_belum_lengkap(tahun, pembaca):
    assert pembaca.get(alamat(tahun)).status_code == 200


@pytest.mark.parametrize("banyaknya", [1, 3])
def test_banyaknya_kueri_tetap(banyaknya, pembaca, pasuruan, django_assert_num_queries):
    sisakan_indikator(pasuruan, 2023, banyaknya)
    with django_assert_num_queries(32):
        pembaca.get(alamat())
