import re

import pytest

from sakip.lib.romawi import tulis_romawi

NILAI = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
BAKU = re.compile(r"M{0,3}(CM|CD|D?C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})")


def baca(romawi: str) -> int:
    """A smaller sign before a larger one is taken away, all others are added."""
    nilai = [NILAI[huruf] for huruf in romawi]
    berikut = [*nilai[1:], 0]
    return sum(-n if n < b else n for n, b in zip(nilai, berikut, strict=True))


@pytest.mark.parametrize(
    ("n", "romawi"),
    [
        (1, "I"), (2, "II"), (3, "III"), (4, "IV"), (5, "V"), (9, "IX"), (14, "XIV"),
        (40, "XL"), (90, "XC"), (400, "CD"), (1994, "MCMXCIV"), (2023, "MMXXIII"),
        (3999, "MMMCMXCIX"),
    ],
)  # fmt: skip
def test_tulis_romawi(n, romawi):
    assert tulis_romawi(n) == romawi


def test_semua_terbaca_kembali_dan_baku():
    semua = [tulis_romawi(n) for n in range(1, 4000)]
    assert [baca(romawi) for romawi in semua] == list(range(1, 4000))
    assert all(map(BAKU.fullmatch, semua))


@pytest.mark.parametrize("n", [0, -1, 4000, 10**9])
def test_di_luar_jangkauan_ditolak(n):
    with pytest.raises(ValueError, match=f"1 sampai 3999, bukan {n}"):
        tulis_romawi(n)
