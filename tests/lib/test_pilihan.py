"""Words of a command line: what is read, and what is said of what cannot be."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip.lib.pilihan import (
    PilihanSalah,
    baca_nomor,
    baca_salah_satu,
    baca_tahun,
    baca_wajib,
)

WARNA = ("merah", "biru")


@pytest.mark.parametrize("kosong", [None, "", "  "])
@pytest.mark.parametrize(
    "baca",
    [
        lambda isian: baca_wajib(isian, "Unitnya", "--unit a"),
        baca_tahun,
        lambda isian: baca_salah_satu(isian, "Warna", WARNA, "--warna "),
    ],
)
def test_yang_wajib_tidak_boleh_kosong(baca, kosong):
    with pytest.raises(PilihanSalah, match=r"belum ditulis\. Tulis misalnya --\w+ \w+\.$"):
        baca(kosong)


@pytest.mark.parametrize(("isian", "nilai"), [("2023", 2023), (2023, 2023), ("0001", 1)])
def test_tahun(isian, nilai):
    assert baca_tahun(isian) == nilai


@given(st.text(min_size=1).filter(lambda teks: teks.strip()))
def test_tahun_hanya_empat_angka(teks):
    if len(teks) == 4 and set(teks) <= set("0123456789"):
        assert baca_tahun(teks) == int(teks)
        return
    with pytest.raises(PilihanSalah) as salah:
        baca_tahun(teks)
    assert "bukan tahun" in str(salah.value)


@pytest.mark.parametrize(("isian", "nilai"), [(None, None), ("1", 1), (2, 2), ("-1", -1)])
def test_nomor(isian, nilai):
    assert baca_nomor(isian, "Nomornya", "--versi 1") == nilai


@pytest.mark.parametrize("isian", ["dua", "1,5", "1e3", "１", "--1", "1234567890"])
def test_nomor_salah(isian):
    with pytest.raises(PilihanSalah, match="bukan nomor"):
        baca_nomor(isian, "Nomornya", "--versi 1")


def test_salah_satu():
    assert baca_salah_satu("biru", "Warna", WARNA) == "biru"
    with pytest.raises(PilihanSalah) as salah:
        baca_salah_satu("Biru", "Warna", WARNA)
    assert str(salah.value) == "Warna “Biru” tidak dikenal. Yang ada: merah, biru."
