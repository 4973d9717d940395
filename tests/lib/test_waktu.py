from datetime import UTC, date, datetime, timedelta

import pytest

from sakip.lib import waktu


def test_sekarang_dalam_utc():
    assert waktu.sekarang().utcoffset() == timedelta(0)


def test_sekarang_berjalan():
    awal = waktu.sekarang()
    assert timedelta(0) <= waktu.sekarang() - awal < timedelta(minutes=1)


@pytest.mark.parametrize(
    ("saat", "zona", "hari"),
    [
        ("2023-12-31T16:59", "Asia/Jakarta", date(2023, 12, 31)),
        ("2023-12-31T17:00", "Asia/Jakarta", date(2024, 1, 1)),
        ("2023-12-31T18:00", "Asia/Jakarta", date(2024, 1, 1)),
        ("2023-12-31T16:00", "Asia/Makassar", date(2024, 1, 1)),
        ("2023-12-31T15:59", "Asia/Makassar", date(2023, 12, 31)),
        ("2023-12-31T15:00", "Asia/Jayapura", date(2024, 1, 1)),
        ("2023-12-31T18:00", "UTC", date(2023, 12, 31)),
    ],
)
def test_hari_ini_menurut_zona(monkeypatch, saat, zona, hari):
    monkeypatch.setattr(waktu, "sekarang", lambda: datetime.fromisoformat(saat).replace(tzinfo=UTC))
    assert waktu.hari_ini(zona) == hari
