from datetime import UTC, date, datetime, timedelta

import pytest

from sakip.lib.tanggal import (
    NAMA_BULAN,
    sebut_hari,
    sebut_sisa,
    tulis_saat,
    tulis_tanggal,
    tulis_triwulan,
)


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


@pytest.mark.parametrize(
    ("bulan", "tertulis"), [(1, "I"), (3, "I"), (4, "II"), (6, "II"), (9, "III"), (12, "IV")]
)
def test_tulis_triwulan(bulan, tertulis):
    assert tulis_triwulan(bulan) == f"Triwulan {tertulis}"


@pytest.mark.parametrize(
    ("zona", "tertulis"),
    [
        ("Asia/Jakarta", "01 Januari 2024 pukul 01.05 WIB"),
        ("Asia/Makassar", "01 Januari 2024 pukul 02.05 WITA"),
        ("Asia/Jayapura", "01 Januari 2024 pukul 03.05 WIT"),
        ("UTC", "31 Desember 2023 pukul 18.05 UTC"),
    ],
)
def test_tulis_saat(zona, tertulis):
    saat = datetime(2023, 12, 31, 18, 5, tzinfo=UTC)
    assert tulis_saat(saat, zona) == tertulis


@pytest.mark.parametrize(
    ("lambat", "kata"),
    [(-7, "7 hari lagi"), (-1, "besok"), (0, "hari ini"), (1, "lewat 1 hari")],
)
def test_sebut_hari(lambat, kata):
    tenggat = date(2024, 4, 10)
    assert sebut_hari(tenggat, tenggat + timedelta(days=lambat)) == kata


@pytest.mark.parametrize(
    ("saat", "zona", "kata"),
    [
        # one minute to midnight of 10 April in Jakarta
        (datetime(2024, 4, 3, 1, 0, tzinfo=UTC), "Asia/Jakarta", "7 hari lagi"),
        (datetime(2024, 4, 9, 16, 59, tzinfo=UTC), "Asia/Jakarta", "besok"),
        (datetime(2024, 4, 9, 17, 0, tzinfo=UTC), "Asia/Jakarta", "23 jam lagi"),
        (datetime(2024, 4, 10, 16, 0, tzinfo=UTC), "Asia/Jakarta", "kurang dari satu jam lagi"),
        (datetime(2024, 4, 10, 16, 59, 30, tzinfo=UTC), "Asia/Jakarta", "baru saja lewat"),
        (datetime(2024, 4, 10, 17, 0, tzinfo=UTC), "Asia/Jakarta", "lewat 1 hari"),
        (datetime(2024, 4, 10, 17, 0, tzinfo=UTC), "Asia/Jayapura", "baru saja lewat"),
    ],
)
def test_sebut_sisa_menurut_hari_setempat(saat, zona, kata):
    assert sebut_sisa(datetime(2024, 4, 10, 16, 59, tzinfo=UTC), saat, zona) == kata
