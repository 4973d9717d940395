import re
from decimal import Decimal, localcontext

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip.lib.terbilang import terbilang, terbilang_rupiah
from tests.lib.sifat import angka as sembarang
from tests.lib.sifat import sifat

TERBESAR = (
    "sembilan ratus sembilan puluh sembilan kuadriliun "
    "sembilan ratus sembilan puluh sembilan triliun "
    "sembilan ratus sembilan puluh sembilan miliar "
    "sembilan ratus sembilan puluh sembilan juta "
    "sembilan ratus sembilan puluh sembilan ribu "
    "sembilan ratus sembilan puluh sembilan"
)


@pytest.mark.parametrize(
    ("nilai", "kata"),
    [
        ("0", "nol"),
        ("-0.00", "nol"),
        ("0E+99", "nol"),
        ("1", "satu"),
        ("9", "sembilan"),
        ("10", "sepuluh"),
        ("11", "sebelas"),
        ("12", "dua belas"),
        ("19", "sembilan belas"),
        ("20", "dua puluh"),
        ("21", "dua puluh satu"),
        ("100", "seratus"),
        ("101", "seratus satu"),
        ("110", "seratus sepuluh"),
        ("111", "seratus sebelas"),
        ("200", "dua ratus"),
        ("999", "sembilan ratus sembilan puluh sembilan"),
        ("1000", "seribu"),
        ("1E+3", "seribu"),
        ("1001", "seribu satu"),
        ("1111", "seribu seratus sebelas"),
        ("2000", "dua ribu"),
        ("11000", "sebelas ribu"),
        ("21000", "dua puluh satu ribu"),
        ("100000", "seratus ribu"),
        ("101000", "seratus satu ribu"),
        ("1000000", "satu juta"),
        ("1000001", "satu juta satu"),
        ("1001000", "satu juta seribu"),
        ("25800000", "dua puluh lima juta delapan ratus ribu"),
        ("1000000000", "satu miliar"),
        ("1000000000000", "satu triliun"),
        ("1000000000000000", "satu kuadriliun"),
        ("999999999999999999", TERBESAR),
        ("12.5", "dua belas koma lima"),
        ("12.50", "dua belas koma lima"),
        ("3.00", "tiga"),
        ("12.05", "dua belas koma nol lima"),
        ("0.05", "nol koma nol lima"),
        ("97.225", "sembilan puluh tujuh koma dua dua lima"),
        ("-5", "minus lima"),
        ("-0.5", "minus nol koma lima"),
    ],
)
def test_terbilang(nilai, kata):
    assert terbilang(Decimal(nilai)) == kata


@pytest.mark.parametrize(
    ("jumlah", "kata"),
    [
        ("0", "nol rupiah"),
        ("1000", "seribu rupiah"),
        ("10678000", "sepuluh juta enam ratus tujuh puluh delapan ribu rupiah"),
        ("25800000.00", "dua puluh lima juta delapan ratus ribu rupiah"),
        ("1500.5", "seribu lima ratus rupiah lima puluh sen"),
        ("1500.05", "seribu lima ratus rupiah lima sen"),
        ("0.01", "nol rupiah satu sen"),
        ("-5.11", "minus lima rupiah sebelas sen"),
        # rounded half-up, as the figure beside it is
        ("1.995", "dua rupiah"),
        ("-0.004", "nol rupiah"),
        (
            "396297134893.78",
            "tiga ratus sembilan puluh enam miliar dua ratus sembilan puluh tujuh juta "
            "seratus tiga puluh empat ribu delapan ratus sembilan puluh tiga rupiah "
            "tujuh puluh delapan sen",
        ),
    ],
)
def test_terbilang_rupiah(jumlah, kata):
    assert terbilang_rupiah(Decimal(jumlah)) == kata


@pytest.mark.parametrize("fungsi", [terbilang, terbilang_rupiah])
@pytest.mark.parametrize("nilai", ["1E+18", "-1E+18", "1E+999999", "NaN", "sNaN", "Infinity"])
def test_yang_tidak_terbilang_ditolak(fungsi, nilai):
    with pytest.raises(ValueError, match="tidak dapat dieja"):
        fungsi(Decimal(nilai))


def test_pembulatan_ke_atas_batas_ditolak():
    with pytest.raises(ValueError, match="999 kuadriliun"):
        terbilang_rupiah(Decimal("999999999999999999.995"))


def test_konteks_desimal_tidak_membulatkan():
    with localcontext(prec=3):
        assert terbilang(Decimal("-1234.5")) == "minus seribu dua ratus tiga puluh empat koma lima"
        assert terbilang_rupiah(Decimal("-1234.56")).endswith("empat rupiah lima puluh enam sen")


def test_setiap_bilangan_berbeda_bunyinya():
    contoh = [*range(10_000), *range(10_000, 2_000_000, 997), *(10**n for n in range(7, 18))]
    assert len({terbilang(Decimal(n)) for n in contoh}) == len(contoh)


@sifat
@given(satu=sembarang("-1E15", "1E15"), dua=sembarang("-1E15", "1E15"))
def test_bunyi_sama_berarti_nilai_sama(satu, dua):
    assert (terbilang(satu) == terbilang(dua)) == (satu == dua)


DIGIT = ["nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan"]
KALI = {"ribu": 10**3, "juta": 10**6, "miliar": 10**9, "triliun": 10**12, "kuadriliun": 10**15}


def dengar(kata: str) -> int:
    """What a listener makes of a whole number."""
    jumlah = kelompok = digit = 0
    for k in re.sub("se(?=ratus|puluh|belas|ribu)", "satu ", kata).split():
        if k in KALI:
            jumlah, kelompok, digit = jumlah + (kelompok + digit) * KALI[k], 0, 0
        elif k in {"ratus", "puluh"}:
            kelompok, digit = kelompok + digit * (100 if k == "ratus" else 10), 0
        elif k == "belas":
            digit += 10
        else:
            digit = DIGIT.index(k)
    return jumlah + kelompok + digit


@sifat
@given(bilangan=st.integers(0, 10**18 - 1))
def test_yang_terdengar_adalah_bilangannya(bilangan):
    assert dengar(terbilang(Decimal(bilangan))) == bilangan
