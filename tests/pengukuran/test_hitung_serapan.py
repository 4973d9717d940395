from decimal import Decimal

import pytest

from pengukuran.hitung.serapan import hitung_saldo, hitung_serapan
from sakip.lib.angka import tulis_persen


def rupiah(teks: str | None) -> Decimal | None:
    return None if teks is None else Decimal(teks)


@pytest.mark.parametrize(
    ("pagu", "realisasi", "tertulis"),
    [
        ("11443226942", "10228732983", "89,39%"),
        ("583791760", "517538500", "88,65%"),
        ("1814924500", "1801053194", "99,24%"),
        ("3894574360", "3230063582", "82,94%"),
        ("102780800", "59956714", "58,33%"),
        ("100", "0", "0,00%"),
        ("100", "125", "125,00%"),
        ("3", "2", "66,67%"),
    ],
)
def test_serapan(pagu, realisasi, tertulis):
    assert tulis_persen(hitung_serapan(rupiah(pagu), rupiah(realisasi))) == tertulis


def test_serapan_tidak_dibulatkan():
    assert hitung_serapan(Decimal(3), Decimal(2)) == Decimal(200) / Decimal(3)


@pytest.mark.parametrize(
    ("pagu", "realisasi"), [(None, "1"), ("1", None), (None, None), ("0", "0"), ("0", "1")]
)
def test_serapan_tidak_diketahui(pagu, realisasi):
    assert hitung_serapan(rupiah(pagu), rupiah(realisasi)) is None


@pytest.mark.parametrize(
    ("pagu", "realisasi", "saldo"),
    [
        ("11443226942", "10228732983", "1214493959"),
        ("100", "125.5", "-25.5"),
        ("0", "0", "0"),
        ("0", "5", "-5"),
        ("100", None, None),
        (None, "100", None),
    ],
)
def test_saldo(pagu, realisasi, saldo):
    assert hitung_saldo(rupiah(pagu), rupiah(realisasi)) == rupiah(saldo)
