from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pengukuran.hitung.kategori import AturanCelah, Jenjang, cari_kategori, sebut_jenjang
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


def skala(*batas: str | None, termasuk: bool = False) -> tuple[Jenjang, ...]:
    """A scale from the highest step down, each step named by its bound."""
    return tuple(
        Jenjang(satu or "terendah", "warna", None if satu is None else Decimal(satu), termasuk)
        for satu in batas
    )


# Steps as the documents of several offices print them; gaps close towards the higher step.
LAN = skala("85", "75", "65", "50", "30", None)
POLMAN = skala("100", "99.99", "89.99", "74.99", "64.99", "49.99", None)
IKM = skala("88.30", "76.60", "64.99", None)
ORDINAL = skala("100", "75", "55", None, termasuk=True)
BANJARNEGARA = (Jenjang("hijau", "h", Decimal(90)), Jenjang("kuning", "k", Decimal(70), termasuk=True),
                Jenjang("merah", "m", None))  # fmt: skip
PRINGSEWU = skala("105", "94.99", "79.99", "59.99", None)


@pytest.mark.parametrize(
    ("jenjang", "capaian", "nama"),
    [
        (LAN, "85.01", "85"), (LAN, "85", "75"), (LAN, "75", "65"), (LAN, "30", "terendah"),
        (POLMAN, "100.01", "100"), (POLMAN, "100", "99.99"), (POLMAN, "99.99", "89.99"),
        (POLMAN, "90", "89.99"), (POLMAN, "50", "49.99"), (POLMAN, "49.99", "terendah"),
        (IKM, "88.31", "88.30"), (IKM, "88.30", "76.60"), (IKM, "76.60", "64.99"),
        (IKM, "65.00", "64.99"), (IKM, "64.99", "terendah"), (IKM, "83", "76.60"),
        (ORDINAL, "100", "100"), (ORDINAL, "99.999999", "75"), (ORDINAL, "75", "75"),
        (ORDINAL, "74.999999", "55"), (ORDINAL, "55", "55"), (ORDINAL, "54.999999", "terendah"),
        (BANJARNEGARA, "90.01", "hijau"), (BANJARNEGARA, "90", "kuning"),
        (BANJARNEGARA, "70", "kuning"), (BANJARNEGARA, "69.99", "merah"),
        (PRINGSEWU, "105.01", "105"), (PRINGSEWU, "105", "94.99"), (PRINGSEWU, "95", "94.99"),
        (PRINGSEWU, "94.99", "79.99"), (PRINGSEWU, "60", "59.99"), (PRINGSEWU, "0", "terendah"),
    ],
)  # fmt: skip
def test_skala_lain_pada_batasnya(jenjang, capaian, nama):
    assert cari_kategori(Decimal(capaian), jenjang).nama == nama


def test_batas_yang_termasuk_dan_pembulatan():
    """99,6 rounds to 100, which belongs to the step that begins there."""
    nilai = Decimal("99.6")
    assert cari_kategori(nilai, ORDINAL, AturanCelah.BERLANJUT).nama == "75"
    assert cari_kategori(nilai, ORDINAL, AturanCelah.BULATKAN).nama == "100"


@pytest.mark.parametrize(
    ("jenjang", "sebutan"),
    [
        (
            SKALA,
            (
                "di atas 90",
                "di atas 75 sampai dengan 90",
                "di atas 65 sampai dengan 75",
                "di atas 50 sampai dengan 65",
                "sampai dengan 50",
            ),
        ),
        (
            ORDINAL,
            (
                "mulai dari 100",
                "mulai dari 75 di bawah 100",
                "mulai dari 55 di bawah 75",
                "di bawah 55",
            ),
        ),
        (BANJARNEGARA, ("di atas 90", "mulai dari 70 sampai dengan 90", "di bawah 70")),
        (skala("88.30", None), ("di atas 88,3", "sampai dengan 88,3")),
        (skala(None), ("",)),
        ((), ()),
    ],
)
def test_batas_jenjang_dengan_kata(jenjang, sebutan):
    assert sebut_jenjang(jenjang) == sebutan
