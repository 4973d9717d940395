from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip.lib import angka
from tests.lib.sifat import angka as sembarang
from tests.lib.sifat import sifat


def baca(teks: str) -> Decimal:
    """What an Indonesian reader takes a written number for."""
    return Decimal(teks.replace(".", "").replace(",", "."))


@pytest.mark.parametrize(
    ("nilai", "desimal", "bulat"),
    [
        ("97.225", 2, "97.23"),
        ("97.2249999", 2, "97.22"),
        ("0.005", 2, "0.01"),
        ("-0.005", 2, "-0.01"),
        ("-97.225", 2, "-97.23"),
        ("2.5", 0, "3"),
        ("3.5", 0, "4"),
        ("-0.5", 0, "-1"),
        ("90.4999", 0, "90"),
        ("1E+3", 2, "1000.00"),
        ("123456789012345678901234567890.125", 2, "123456789012345678901234567890.13"),
    ],
)
def test_bulatkan_setengah_ke_atas(nilai, desimal, bulat):
    assert str(angka.bulatkan(Decimal(nilai), desimal)) == bulat


@pytest.mark.parametrize(
    ("nilai", "desimal", "tertulis"),
    [
        ("74.50", 2, "74,5"),
        ("3.00", 2, "3"),
        ("100", 2, "100"),
        ("1000", 0, "1.000"),
        ("76.05", 2, "76,05"),
        ("97.225", 2, "97,23"),
        ("-0.005", 2, "-0,01"),
        ("1234567.891", 2, "1.234.567,89"),
        ("-1234567.5", 2, "-1.234.567,5"),
        ("999.995", 2, "1.000"),
        ("0", 2, "0"),
        ("-0.00", 2, "0"),
        ("1E+6", 2, "1.000.000"),
        ("0.123456", 6, "0,123456"),
    ],
)
def test_tulis_angka_tanpa_nol_di_ujung(nilai, desimal, tertulis):
    assert angka.tulis_angka(Decimal(nilai), desimal) == tertulis


@pytest.mark.parametrize(
    ("nilai", "tertulis"),
    [("74.5", "74,50"), ("3", "3,00"), ("1000", "1.000,00"), ("0", "0,00"), ("-0.00", "0,00")],
)
def test_tulis_angka_dengan_nol_di_ujung(nilai, tertulis):
    assert angka.tulis_angka(Decimal(nilai), 2, buang_nol=False) == tertulis


@pytest.mark.parametrize(
    ("nilai", "desimal", "tertulis"),
    [
        ("0.0049", 2, "< 0,01"),
        ("-0.0049", 2, "> -0,01"),
        ("0.000001", 2, "< 0,01"),
        ("0.4", 0, "< 1"),
        ("0.04", 1, "< 0,1"),
        ("0.0000001", 6, "< 0,000001"),
    ],
)
@pytest.mark.parametrize("buang_nol", [True, False])
def test_tulis_angka_kecil_tidak_menjadi_nol(nilai, desimal, tertulis, buang_nol):
    assert angka.tulis_angka(Decimal(nilai), desimal, buang_nol=buang_nol) == tertulis


@pytest.mark.parametrize(
    ("nilai", "tertulis"),
    [
        ("97.2", "97,20%"),
        ("100", "100,00%"),
        ("363.6", "363,60%"),
        ("0", "0,00%"),
        ("0.004", "< 0,01%"),
        ("-12.345", "-12,35%"),
    ],
)
def test_tulis_persen(nilai, tertulis):
    assert angka.tulis_persen(Decimal(nilai)) == tertulis


@pytest.mark.parametrize(
    ("nilai", "tertulis"),
    [
        ("2.27", "+2,27"),
        ("-149", "-149,00"),
        ("0", "0,00"),
        ("1234.5", "+1.234,50"),
        ("-0.005", "-0,01"),
        ("0.001", "< 0,01"),
        ("-0.001", "> -0,01"),
    ],
)
def test_tulis_selisih(nilai, tertulis):
    assert angka.tulis_selisih(Decimal(nilai)) == tertulis


@pytest.mark.parametrize(
    ("jumlah", "tertulis"),
    [
        ("583791760", "583.791.760"),
        ("583791760.00", "583.791.760"),
        ("613448.5", "613.448,50"),
        ("0.01", "0,01"),
        ("0", "0"),
        ("-1234.5", "-1.234,50"),
        ("123456789012345.67", "123.456.789.012.345,67"),
    ],
)
def test_uang_dengan_sen_hanya_bila_ada(jumlah, tertulis):
    assert angka.tulis_uang(Decimal(jumlah)) == tertulis
    assert angka.tulis_rupiah(Decimal(jumlah)) == f"Rp\N{NO-BREAK SPACE}{tertulis}"


@pytest.mark.parametrize(
    ("nilai", "desimal", "satuan", "tertulis"),
    [
        ("97.20", 2, "Persen", "97,2%"),
        ("97.20", 2, "persen", "97,2%"),
        ("97.20", 2, "%", "97,2%"),
        ("97.20", 2, "Nilai", "97,2"),
        ("8", 0, "Lembaga", "8"),
        ("19.44", 1, "Persen", "19,4%"),
        ("0.001", 2, "Persen", "< 0,01%"),
        ("5", 2, "Persentase poin", "5"),
        ("5", 2, "", "5"),
    ],
)
def test_tulis_dengan_satuan(nilai, desimal, satuan, tertulis):
    assert angka.tulis_dengan_satuan(Decimal(nilai), desimal, satuan) == tertulis


@pytest.mark.parametrize(
    ("nilai", "desimal", "tertulis"),
    [
        ("1234567.890", None, "1234567.89"),
        ("74.50", None, "74.5"),
        ("100", None, "100"),
        ("100.00", None, "100"),
        ("1E+3", None, "1000"),
        ("0.000001", None, "0.000001"),
        ("-12.30", None, "-12.3"),
        ("97.225", 2, "97.23"),
        ("3", 2, "3.00"),
        ("1234567", 0, "1234567"),
    ],
)
def test_tulis_mesin(nilai, desimal, tertulis):
    assert angka.tulis_mesin(Decimal(nilai), desimal) == tertulis


@sifat
@given(nilai=sembarang("-1E14", "1E14"), desimal=st.integers(0, 6), buang_nol=st.booleans())
def test_yang_tertulis_terbaca_kembali(nilai, desimal, buang_nol):
    tertulis = angka.tulis_angka(nilai, desimal, buang_nol=buang_nol)
    bulat = angka.bulatkan(nilai, desimal)
    if nilai and not bulat:
        assert tertulis[:2] == ("< " if nilai > 0 else "> ")
    else:
        assert baca(tertulis) == bulat


@sifat
@given(nilai=sembarang("-1E14", "1E14"))
def test_yang_tertulis_bagi_mesin_tidak_berubah(nilai):
    assert Decimal(angka.tulis_mesin(nilai)) == nilai


@sifat
@given(nilai=sembarang("-1E14", "1E14"), desimal=st.integers(0, 6))
def test_pembulatan_bergeser_paling_jauh_setengah(nilai, desimal):
    bulat = angka.bulatkan(nilai, desimal)
    assert bulat.as_tuple().exponent == -desimal
    assert abs(bulat - nilai) * 2 <= Decimal(1).scaleb(-desimal)
