"""How dates and periods are written."""

from datetime import date

NAMA_BULAN = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip


def tulis_tanggal(tanggal: date) -> str:
    """As official documents write it, with two digits for the day: 02 Januari 2023."""
    return f"{tanggal.day:02d} {NAMA_BULAN[tanggal.month - 1]} {tanggal.year}"
