"""The only clock. A test refuses any other way to ask for the time."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo


def sekarang() -> datetime:
    """This moment, in UTC."""
    return datetime.now(UTC)


def hari_ini(zona: str) -> date:
    """Today's date in the zone of a pemda, such as Asia/Jakarta."""
    return sekarang().astimezone(ZoneInfo(zona)).date()
