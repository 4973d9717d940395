from decimal import Decimal

import pytest

from pelaporan.hitung.perbandingan import Gerak, Perubahan, bandingkan
from sakip.lib.angka import tulis_selisih


def capaian(target: str, realisasi: str) -> Decimal:
    return Decimal(realisasi) * 100 / Decimal(target)


@pytest.mark.parametrize(
    ("sekarang", "dahulu", "tertulis", "gerak"),
    [
        (("76.05", "89.68"), ("74.5", "86.16"), "+2,27", Gerak.NAIK),
        (("73.14", "75.51"), ("73.14", "65.51"), "+13,67", Gerak.NAIK),
        (("100", "100"), ("100", "100"), "0,00", Gerak.TETAP),
        (("90", "96.38"), ("90", "94.90"), "+1,64", Gerak.NAIK),
        (("3", "4.28"), ("3", "8.75"), "-149,00", Gerak.TURUN),
        (("20", "19.44"), ("20", "72.72"), "-266,40", Gerak.TURUN),
    ],
)
def test_perubahan_dokumen_nyata(sekarang, dahulu, tertulis, gerak):
    hasil = bandingkan(capaian(*sekarang), capaian(*dahulu))
    assert (tulis_selisih(hasil.poin), hasil.gerak) == (tertulis, gerak)


@pytest.mark.parametrize(
    ("sekarang", "dahulu", "perubahan"),
    [
        ("100", "100.00", Perubahan(Decimal(0), Gerak.TETAP)),
        ("100.000001", "100", Perubahan(Decimal("0.000001"), Gerak.NAIK)),
        ("99.999999", "100", Perubahan(Decimal("-0.000001"), Gerak.TURUN)),
        ("0", "50", Perubahan(Decimal(-50), Gerak.TURUN)),
    ],
)
def test_gerak_dari_angka_yang_belum_dibulatkan(sekarang, dahulu, perubahan):
    assert bandingkan(Decimal(sekarang), Decimal(dahulu)) == perubahan


@pytest.mark.parametrize(
    ("sekarang", "dahulu"), [(None, Decimal(1)), (Decimal(1), None), (None, None)]
)
def test_tanpa_salah_satu_tahun_tidak_dibandingkan(sekarang, dahulu):
    assert bandingkan(sekarang, dahulu) is None
