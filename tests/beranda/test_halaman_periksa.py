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
    assert jawaban.text.count('<tr role="row">') == 2


@pytest.mark.parametrize("tahun", [2024, 2026])
def test_tahun_yang_belum_lengkap(tahun, pembaca):
    assert pembaca.get(alamat(tahun)).status_code == 200


@pytest.mark.parametrize("banyaknya", [1, 3])
def test_banyaknya_kueri_tetap(banyaknya, pembaca, pasuruan, django_assert_num_queries):
    sisakan_indikator(pasuruan, 2023, banyaknya)
    with django_assert_num_queries(33):
        pembaca.get(alamat())
