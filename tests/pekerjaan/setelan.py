"""The settings of the worker processes that tests start: the real ones, only faster."""

from datetime import timedelta

from sakip.settings import *  # noqa: F403 -- the real ones
from sakip.settings import INSTALLED_APPS as APLIKASI

INSTALLED_APPS = [*APLIKASI, "tests.pekerjaan"]
PEKERJA_JEDA = timedelta(milliseconds=50)
PEKERJA_DENYUT = timedelta(milliseconds=200)
PEKERJA_MATI = timedelta(milliseconds=2500)
PEKERJA_TENGGANG = timedelta(seconds=1)
