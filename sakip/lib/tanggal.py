"""How dates and periods are written."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from sakip.lib.romawi import tulis_romawi

NAMA_BULAN = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip


def tulis_triwulan(bulan: int) -> str:
    """The triwulan a month lies in: 6 gives Triwulan II."""
    return f"Triwulan {tulis_romawi((bulan + 2) // 3)}"


def tulis_tanggal(tanggal: date) -> str:
    """As official documents write it, with two digits for the day: 02 Januari 2023."""
    return f"{tanggal.day:02d} {NAMA_BULAN[tanggal.month - 1]} {tanggal.year}"


ZONA_INDONESIA = {
    "Asia/Jakarta": "WIB",
    "Asia/Pontianak": "WIB",
    "Asia/Makassar": "WITA",
    "Asia/Jayapura": "WIT",
}


def tulis_saat(saat: datetime, zona: str) -> str:
    """A moment in a zone: 10 Juli 2024 pukul 23.59 WIB. Another zone is written by its name."""
    setempat = saat.astimezone(ZoneInfo(zona))
    jam = f"{setempat:%H.%M} {ZONA_INDONESIA.get(zona, zona)}"
    return f"{tulis_tanggal(setempat.date())} pukul {jam}"


def sebut_hari(tenggat: date, hari: date) -> str:
    """How far a day is, by the calendar: 7 hari lagi, besok, hari ini, lewat 4 hari."""
    sisa = (tenggat - hari).days
    if sisa < 0:
        return f"lewat {-sisa} hari"
    return {0: "hari ini", 1: "besok"}.get(sisa, f"{sisa} hari lagi")


def sebut_sisa(tenggat: datetime, saat: datetime, zona: str) -> str:
    """How far a moment is, by the days of a zone, within today by hours: 4 hari lagi, 5 jam lagi."""
    akhir, kini = (satu.astimezone(ZoneInfo(zona)) for satu in (tenggat, saat))
    if akhir.date() != kini.date():
        return sebut_hari(akhir.date(), kini.date())
    if akhir < kini:
        return "baru saja lewat"
    jam = (akhir - kini) // timedelta(hours=1)
    return f"{jam} jam lagi" if jam else "kurang dari satu jam lagi"
