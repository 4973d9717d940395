"""Where a corrected figure prints: pages, the report of the next year, the panel of its origin."""

import pytest
from django.test import Client
from django.urls import reverse

from pelaporan.dokumen.lkjip import susun_lkjip
from sakip.dokumen.blok import Tabel
from sakip.dokumen.telusur import telusuri
from sakip.lib import waktu
from sakip.organisasi.models import Pengguna, Unit
from tests.pelaporan.alat_koreksi import CATATAN, SAAT, koreksi_ormas
from tests.pelaporan.test_dinyatakan_kembali import blok

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("isi", [{"upaya": "menyurati"}, {"keterangan": "buku register"}])
def test_koreksi_kata_bukan_pernyataan_kembali(isi, pasuruan):
    koreksi_ormas(pasuruan, **isi)
    assert not any(satu.tanda for satu in telusuri(susun_lkjip(pasuruan, 2023)))


def test_tanpa_koreksi_tidak_ada_tandanya(pasuruan):
    dokumen = susun_lkjip(pasuruan, 2023)
    assert not any(satu.tanda for satu in telusuri(dokumen))
    assert not any(satu.kembali for satu in blok(dokumen, Tabel).values())


def test_tahun_berikutnya_menandai_tahun_lalunya(pasuruan):
    """The year before, as the year after compares itself with it."""
    koreksi_ormas(pasuruan, 2022, "8.75")
    tabel = blok(susun_lkjip(pasuruan, 2023), Tabel)
    assert {kunci for kunci, satu in tabel.items() if satu.kembali} == {"tabel-perbandingan"}


def halaman(nama: str, unit: Unit, **isi: str):
    client = Client()
    client.force_login(Pengguna.objects.get(nama_pengguna="sekretariat"))
    return client.get(reverse(nama, args=[unit.kode, 2023]), isi)


@pytest.mark.parametrize(
    ("nama", "isi"),
    [
        ("pelaporan:lkjip-baca", {"bagian": "akuntabilitas"}),
        ("beranda:tahun", {}),
        ("pengukuran:capaian", {}),
        ("pengukuran:pemantauan", {}),
    ],
)
def test_setiap_halaman_yang_memuatnya_menandai_dan_menjelaskan(nama, isi, pasuruan, monkeypatch):
    assert "tanda-kembali" not in halaman(nama, pasuruan, **isi).text
    monkeypatch.setattr(waktu, "sekarang", lambda: SAAT)
    koreksi_ormas(pasuruan)
    monkeypatch.undo()
    jawaban = halaman(nama, pasuruan, **isi)
    assert jawaban.status_code == 200
    assert 'class="tanda-kembali"' in jawaban.text
    assert f"† {CATATAN}" in jawaban.text


def test_asal_dari_hasil_hitungan_juga_mengatakannya(pasuruan, monkeypatch):
    monkeypatch.setattr(waktu, "sekarang", lambda: SAAT)
    koreksi = koreksi_ormas(pasuruan)
    monkeypatch.undo()
    kunci = f"capaian/{koreksi.realisasi.indikator_id}/2023"
    teks = halaman("pengukuran:capaian", pasuruan, angka=kunci).text
    panel = teks[teks.index('<aside class="asal"') : teks.index("</aside>")]
    assert "Dihitung dari angka yang dinyatakan kembali." in panel
    assert CATATAN in panel
