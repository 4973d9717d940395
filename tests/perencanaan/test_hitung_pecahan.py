from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perencanaan.hitung.pecahan import DIGIT, jumlahkan, ke_desimal, rata, rata_terbobot
from sakip.lib.angka import bulatkan
from tests.lib.sifat import angka as sembarang
from tests.lib.sifat import sifat


def desimal(*teks: str) -> list[Decimal]:
    return [Decimal(satu) for satu in teks]


@pytest.mark.parametrize(
    ("pecahan", "tertulis"),
    [
        (Fraction(5, 2), "2.5"),
        (Fraction(200), "200"),
        (Fraction(-7, 36), "-0.19444444444444444444444444444444444444444444444444"),
        (Fraction(2, 3), "0.66666666666666666666666666666666666666666666666666"),
    ],
)
def test_pecahan_menjadi_desimal(pecahan, tertulis):
    assert str(ke_desimal(pecahan)) == tertulis


def test_jumlah_dan_rata_tepat():
    assert jumlahkan(desimal("0.1", "0.2", "0.3")) == Decimal("0.6")
    assert jumlahkan([]) == 0
    assert rata(desimal("20", "29")) == Decimal("24.5")
    assert rata_terbobot([(Decimal(100), Decimal(1)), (Decimal(50), Decimal(3))]) == Decimal("62.5")


def test_tanpa_isi_tidak_ada_rata():
    with pytest.raises(ValueError, match="dirata-rata"):
        rata([])
    with pytest.raises(ValueError, match="bobot"):
        rata_terbobot([(Decimal(100), Decimal(0))])


def setengah_ke_atas(pecahan: Fraction, desimal: int) -> Fraction:
    """Rounding half-up done on the fraction itself, away from zero at the half."""
    besar = (abs(pecahan) * 10**desimal + Fraction(1, 2)) // 1
    return Fraction(int(besar), 10**desimal) * (1 if pecahan >= 0 else -1)


@sifat
@given(atas=st.integers(-(10**12), 10**12), bawah=st.integers(1, 10**12), desimal=st.integers(0, 6))
def test_dibulatkan_sekali_saja(atas, bawah, desimal):
    """What is shown is the fraction rounded, not the rounding of something already rounded."""
    pecahan = Fraction(atas, bawah)
    assert bulatkan(ke_desimal(pecahan), desimal) == setengah_ke_atas(pecahan, desimal)


def test_hampir_setengah_tidak_naik():
    """Rounded to 50 digits first, this one would become 0,005 and then 0,01."""
    pecahan = Fraction(5, 1000) - Fraction(1, 10 ** (DIGIT + 10))
    assert bulatkan(ke_desimal(pecahan), 2) == 0


bilangan = st.lists(sembarang("-1E9", "1E9"), min_size=1, max_size=12)


@sifat
@given(nilai=bilangan, acak=st.randoms())
def test_rata_di_antara_yang_terkecil_dan_terbesar(nilai, acak):
    urut = [*nilai]
    acak.shuffle(urut)
    assert min(nilai) <= rata(urut) <= max(nilai)
    assert rata(urut) == rata(nilai)
    assert jumlahkan(urut) == sum(nilai)


@sifat
@given(nilai=bilangan, bobot=sembarang("0.01", "1E12", 2))
def test_bobot_yang_sama_adalah_rata_biasa(nilai, bobot):
    assert rata_terbobot([(satu, bobot) for satu in nilai]) == rata(nilai)
