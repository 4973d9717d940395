"""As `setelan`, but SQLite gives up on a lock at once, and a job may end in peace."""

from datetime import timedelta

from tests.pekerjaan.setelan import *  # noqa: F403
from tests.pekerjaan.setelan import DATABASES

PEKERJA_TENGGANG = timedelta(minutes=5)
if "timeout" in DATABASES["default"].get("OPTIONS", {}):
    DATABASES["default"]["OPTIONS"]["timeout"] = 0.2
