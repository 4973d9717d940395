"""A browser in front of a live server that holds the example."""

from collections.abc import Iterator

import pytest

from tests.peramban.alat import Peramban


@pytest.fixture
def perambah(peramban, live_server, pasuruan) -> Iterator[Peramban]:
    milik = Peramban(peramban, live_server.url)
    yield milik
    milik.tutup()
