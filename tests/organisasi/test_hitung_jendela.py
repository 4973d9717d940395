"""The dates that a window usually has, as a table."""

from datetime import date, timedelta

import pytest

from sakip.organisasi.hitung.jendela import UsulanJendela, usulan_jendela
from sakip.organisasi.models import Jendela

USULAN = {
    (2024, 3, False): (date(2024, 4, 1), date(2024, 4, 10), date(2024, 4, 20)),
    (2024, 6, False): (date(2024, 7, 1), date(2024, 7, 10), date(2024, 7, 20)),
    (2024, 9, False): (date(2024, 10, 1), date(2024, 10, 10), date(2024, 10, 20)),
    # the last triwulan is entered in the year after
    (2024, 12, False): (date(2025, 1, 1), date(2025, 1, 10), date(2025, 1, 20)),
    (2099, 12, False): (date(2100, 1, 1), date(2100, 1, 10), date(2100, 1, 20)),
    # months that end before and after a leap day
    (2024, 1, False): (date(2024, 2, 1), date(2024, 2, 10), date(2024, 2, 20)),
    (2024, 2, False): (date(2024, 3, 1), date(2024, 3, 10), date(2024, 3, 20)),
    (2023, 2, False): (date(2023, 3, 1), date(2023, 3, 10), date(2023, 3, 20)),
    # the evaluation of a year runs in the year after
    (2023, 12, True): (date(2024, 4, 1), date(2024, 6, 30), date(2024, 7, 31)),
    (2024, 12, True): (date(2025, 4, 1), date(2025, 6, 30), date(2025, 7, 31)),
}


@pytest.mark.parametrize(("periode", "hasil"), USULAN.items(), ids=str)
def test_usulan(periode, hasil):
    tahun, bulan, evaluasi = periode
    assert usulan_jendela(tahun, bulan, evaluasi=evaluasi) == UsulanJendela(*hasil)


@pytest.mark.parametrize("tahun", range(2000, 2101))
def test_dibuka_sehari_setelah_periodenya_dan_urut(tahun):
    for jenis, bulan in Jendela.PERIODE:
        usul = usulan_jendela(tahun, bulan, evaluasi=jenis == "evaluasi")
        assert usul.buka < usul.tenggat < usul.kunci
        if jenis == "pengisian":
            akhir = usul.buka - timedelta(days=1)
            assert (akhir.year, akhir.month) == (tahun, bulan)
