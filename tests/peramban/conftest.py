"""A browser in front of a live server that holds the example."""

from collections.abc import Iterator

import pytest

from tests.pekerjaan.conftest import jenis_uji  # noqa: F401 -- a fixture
from tests.peramban.alat import AXE, Peramban
from tests.peramban.kolam import Kolam


@pytest.fixture(scope="session")
def kolam(peramban, live_server) -> Iterator[Kolam]:
    milik = Kolam(peramban, live_server.url)
    yield milik
    milik.tutup()


@pytest.fixture
def perambah(kolam, pasuruan, settings) -> Iterator[Peramban]:
    settings.STATICFILES_DIRS = [*settings.STATICFILES_DIRS, AXE]
    milik = Peramban(kolam)
    yield milik
    milik.tutup()
