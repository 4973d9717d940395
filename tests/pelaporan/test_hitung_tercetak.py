from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pelaporan.hitung.efisiensi import AturanEfisiensi, hitung_efisiensi
from pelaporan.hitung.tercetak import efisiensi_tercetak
from sakip.lib.angka import bulatkan
from tests.lib.sifat import angka as sembarang
from tests.lib.sifat import sifat

SELISIH, RASIO = AturanEfisiensi.SELISIH, AturanEfisiensi.RASIO

# 4,28 / 3 = 142,6666…; 995.521.948 / 1.081.220.300 = 92,0739…; the difference is 50,5927…
ORMAS = (Decimal("4.28") * 100 / 3, Decimal(99552194800) / Decimal(1081220300))


def test_kolom_tercetak_memberi_digit_lain():
    assert efisiensi_tercetak(SELISIH, *ORMAS) == Decimal("50.60")


@pytest.mark.parametrize(
    ("aturan", "capaian", "serapan"),
    [
        (SELISIH, "142.67", "92.07"),
        (SELISIH, "100", "90.56"),
        (SELISIH, None, "92.07"),
        (SELISIH, "100", None),
        (SELISIH, "100", "0"),
        # the column would print a serapan of 0,00, by which nobody divides
        (RASIO, "100", "0.001"),
    ],
)
def test_yang_sama_atau_tanpa_angka_tanpa_catatan(aturan, capaian, serapan):
    bahan = [None if teks is None else Decimal(teks) for teks in (capaian, serapan)]
    assert efisiensi_tercetak(aturan, *bahan) is None


def test_aturan_lain_juga_diperiksa():
    """100,004 / 50,006 × 100 = 199,984…; from 100,00 and 50,01 it is 199,960…"""
    assert efisiensi_tercetak(RASIO, Decimal("100.004"), Decimal("50.006")) == Decimal("199.96")


@sifat
@given(
    capaian=sembarang("0", "400"), serapan=sembarang("0", "400"),
    aturan=st.sampled_from(AturanEfisiensi),
)  # fmt: skip
def test_ada_tepat_bila_digitnya_berbeda(capaian, serapan, aturan):
    tepat = hitung_efisiensi(aturan, capaian, serapan).nilai
    kolom = hitung_efisiensi(aturan, bulatkan(capaian, 2), bulatkan(serapan, 2)).nilai
    beda = tepat is not None and kolom is not None and bulatkan(tepat, 2) != bulatkan(kolom, 2)
    assert (efisiensi_tercetak(aturan, capaian, serapan) is not None) == beda
