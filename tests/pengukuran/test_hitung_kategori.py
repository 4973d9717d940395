from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pengukuran.hitung.kategori import AturanCelah, Jenjang, cari_kategori
from sakip.organisasi.models.pemda import AturanKategori
from tests.lib.sifat import angka as sembarang
from tests.lib.sifat import sifat

SANGAT_TINGGI = Jenjang("Sangat Tinggi", "unggul", Decimal(90))
TINGGI = Jenjang("Tinggi", "baik", Decimal(75))
SEDANG = Jenjang("Sedang", "cukup", Decimal(65))
RENDAH = Jenjang("Rendah", "kurang", Decimal(50))
SANGAT_RENDAH = Jenjang("Sangat Rendah", "buruk", None)
SKALA = (SANGAT_TINGGI, TINGGI, SEDANG, RENDAH, SANGAT_RENDAH)


@pytest.mark.parametrize(
    ("capaian", "berlanjut", "dibulatkan"),
    [
        ("0", SANGAT_RENDAH, SANGAT_RENDAH),
        ("50", SANGAT_RENDAH, SANGAT_RENDAH),
        ("50.01", RENDAH, SANGAT_RENDAH),
        ("50.5", RENDAH, RENDAH),
        ("65", RENDAH, RENDAH),
        ("65.4", SEDANG, RENDAH),
        ("65.5", SEDANG, SEDANG),
        ("75", SEDANG, SEDANG),
        ("75.4", TINGGI, SEDANG),
        ("75.5", TINGGI, TINGGI),
        ("90", TINGGI, TINGGI),
        ("90.000001", SANGAT_TINGGI, TINGGI),
        ("90.4", SANGAT_TINGGI, TINGGI),
        ("90.5", SANGAT_TINGGI, SANGAT_TINGGI),
        ("100", SANGAT_TINGGI, SANGAT_TINGGI),
        ("100.01", SANGAT_TINGGI, SANGAT_TINGGI),
        ("363.6", SANGAT_TINGGI, SANGAT_TINGGI),
    ],
)
def test_kategori_pada_batas_dan_celahnya(capaian, berlanjut, dibulatkan):
    nilai = Decimal(capaian)
    assert cari_kategori(nilai, SKALA, AturanCelah.BERLANJUT) == berlanjut
    assert cari_kategori(nilai, SKALA, AturanCelah.BULATKAN) == dibulatkan


def test_bawaan_batas_berlanjut():
    assert cari_kategori(Decimal("90.4"), SKALA) == SANGAT_TINGGI


@pytest.mark.parametrize("aturan", AturanCelah)
def test_tanpa_capaian_tanpa_kategori(aturan):
    assert cari_kategori(None, SKALA, aturan) is None


@pytest.mark.parametrize("skala", [(), (SANGAT_TINGGI, TINGGI)])
def test_tanpa_jenjang_yang_kena_tanpa_kategori(skala):
    assert cari_kategori(Decimal(10), skala) is None


def test_aturan_pemda_sama_dengan_aturan_hitung():
    assert set(AturanKategori.values) == {aturan.value for aturan in AturanCelah}


@sifat
@given(satu=sembarang("0", "200"), lain=sembarang("0", "200"), aturan=st.sampled_from(AturanCelah))
def test_capaian_lebih_tinggi_tidak_berkategori_lebih_rendah(satu, lain, aturan):
    rendah, tinggi = (
        SKALA.index(cari_kategori(nilai, SKALA, aturan)) for nilai in sorted((satu, lain))
    )
    assert tinggi <= rendah
