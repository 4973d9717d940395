from datetime import date

import pytest

from sakip.lib.tanggal import NAMA_BULAN, tulis_tanggal


@pytest.mark.parametrize(
    ("tanggal", "tertulis"),
    [
        (date(2023, 1, 2), "02 Januari 2023"),
        (date(2023, 9, 29), "29 September 2023"),
        (date(2024, 2, 29), "29 Februari 2024"),
        (date(2025, 12, 31), "31 Desember 2025"),
    ],
)
def test_tulis_tanggal_dengan_dua_angka_hari(tanggal, tertulis):
    assert tulis_tanggal(tanggal) == tertulis


def test_nama_bulan_berurutan():
    assert [tulis_tanggal(date(2023, bulan, 1)) for bulan in range(1, 13)] == [
        f"01 {nama} 2023" for nama in NAMA_BULAN
    ]
    assert NAMA_BULAN == (
        "Januari", "Februari", "Maret", "April", "Mei", "Juni",
        "Juli", "Agustus", "September", "Oktober", "November", "Desember",
    )  # fmt: skip
