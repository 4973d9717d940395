"""What the tests of documents print with."""

from collections.abc import Iterator

import pytest

from tests.dokumen.pencetak import Pencetak


@pytest.fixture(scope="session")
def cetak_html() -> Iterator[Pencetak]:
    pencetak = Pencetak()
    yield pencetak
    pencetak.bubarkan()
