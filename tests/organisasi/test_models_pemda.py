from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError

from sakip.organisasi.models import BatasKategori, Pemda, Penugasan, Skala
from sakip.organisasi.models.pemda import periksa_zona
from sakip.organisasi.peran import Peran
from tests.lib.kendala import salin
from tests.pemeran import AWAL

PEMDA = {"kab-luar", "kota-pasuruan"}


@pytest.mark.parametrize(
    ("siapa", "terlihat"),
    [
        *[(peran.value, {"kota-pasuruan"}) for peran in Peran],
        ("perencana_lain", {"kota-pasuruan"}),
        ("inspektorat_luar", {"kab-luar"}),
        ("tanpa_tugas", set()),
    ],
)
def test_pemda_yang_terlihat(pemeran, siapa, terlihat):
    milik = Pemda.objects.untuk(pemeran[siapa])
    assert sorted(milik.values_list("kode", flat=True)) == sorted(terlihat)
    sisanya = Pemda.objects.exclude(pk__in=milik).values_list("kode", flat=True)
    assert set(sisanya) == PEMDA - terlihat


def test_pemda_tidak_berulang_karena_tugas_ganda(pemeran):
    for unit in (pemeran.unit, pemeran.unit_lain):
        Penugasan.objects.create(
            pengguna=pemeran["inspektorat"], peran=Peran.OPERATOR, unit=unit, dari=AWAL
        )
    assert [p.kode for p in Pemda.objects.untuk(pemeran["inspektorat"])] == ["kota-pasuruan"]


@pytest.mark.parametrize(
    ("siapa", "skala", "batas"),
    [("perencana", 1, 5), ("admin", 1, 5), ("inspektorat_luar", 0, 0), ("tanpa_tugas", 0, 0)],
)
def test_skala_milik_pemda_sendiri(pemeran, siapa, skala, batas):
    assert Skala.objects.untuk(pemeran[siapa]).count() == skala
    assert BatasKategori.objects.untuk(pemeran[siapa]).count() == batas


@pytest.mark.parametrize(
    ("tahun", "berlaku"),
    [
        (2016, []),
        (2017, [2017]),
        (2022, [2017]),
        (2023, [2023]),
        (2024, [2023]),
        (2025, [2025]),
        (2030, [2025]),
    ],
)
def test_skala_yang_berlaku(pemeran, tahun, berlaku):
    skala = Skala.objects.get()
    for mulai in (2025, 2023):
        salin(skala, mulai_tahun=mulai)
    salin(skala, mulai_tahun=tahun, pemda=pemeran.unit_luar.pemda)
    hasil = Skala.objects.berlaku(pemeran.unit.pemda, tahun)
    assert [s.mulai_tahun for s in hasil] == berlaku


def test_batas_skala_dari_yang_tertinggi(pasuruan, django_assert_num_queries):
    with django_assert_num_queries(2):
        (skala,) = Skala.objects.berlaku(pasuruan.pemda, 2023)
        batas = [(b.nama, b.di_atas) for b in skala.batas.all()]
    assert batas == [
        ("Sangat Tinggi", Decimal(90)),
        ("Tinggi", Decimal(75)),
        ("Sedang", Decimal(65)),
        ("Rendah", Decimal(50)),
        ("Sangat Rendah", None),
    ]


@pytest.mark.parametrize("zona", ["Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"])
def test_zona_dikenal_diterima(zona):
    assert periksa_zona(zona) is None


@pytest.mark.parametrize("zona", ["WIB", "Asia", "", "asia/jakarta"])
def test_zona_asing_ditolak(zona):
    with pytest.raises(ValidationError) as salah:
        periksa_zona(zona)
    assert salah.value.messages == [f"“{zona}” bukan zona waktu; contoh: Asia/Jakarta."]
