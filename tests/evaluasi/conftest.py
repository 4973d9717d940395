import pytest

from evaluasi.services.lembar import mulai_tahap
from tests.evaluasi.pabrik import Orang, lembar_baru, selesai_mandiri, tahap
from tests.pemeran import Pemeran


@pytest.fixture
def orang(pemeran: Pemeran) -> Orang:
    return Orang(unit=pemeran["perencana"], inspektorat=pemeran["inspektorat"])


@pytest.fixture
def lembar(pasuruan, orang):
    return lembar_baru(pasuruan, orang)


@pytest.fixture
def mandiri(lembar, orang):
    bagian = tahap(lembar, "mandiri")
    mulai_tahap(bagian, oleh=orang.unit)
    return bagian


@pytest.fixture
def evaluator(lembar, orang):
    selesai_mandiri(lembar, orang)
    bagian = tahap(lembar, "evaluator")
    mulai_tahap(bagian, oleh=orang.inspektorat)
    return bagian
