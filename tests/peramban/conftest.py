"""A browser in front of a live server that holds the example."""

from collections.abc import Iterator

import pytest

from tests.pekerjaan.conftest import jenis_uji  # noqa: F401 -- a fixture
from tests.peramban.alat import Peramban


@pytest.fixture
def perambah(peramban, live_server, pasuruan) -> Iterator[Peramban]:
    milik = Peramban(peramban, live_server.url)
    yield milik
    milik.tutup()
