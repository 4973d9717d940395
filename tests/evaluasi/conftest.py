import pytest

from tests.evaluasi.pabrik import Orang
from tests.pemeran import Pemeran


@pytest.fixture
def orang(pemeran: Pemeran) -> Orang:
    return Orang(unit=pemeran["perencana"], inspektorat=pemeran["inspektorat"])
