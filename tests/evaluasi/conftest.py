import pytest

from evaluasi.models import LembarKerja, TahapLembar
from evaluasi.services.lembar import mulai_tahap
from sakip.organisasi.models import Unit
from tests.evaluasi.alat_buku import unduh
from tests.evaluasi.pabrik import Orang, lembar_baru, selesai_mandiri, tahap
from tests.evaluasi.rekaman import Rekaman
from tests.pemeran import Pemeran, panggil_pemeran


@pytest.fixture(scope="session")
def rekaman() -> Rekaman:
    return Rekaman()


@pytest.fixture
def pemeran(pasuruan: Unit, rekaman: Rekaman) -> Pemeran:
    return rekaman.putar(panggil_pemeran, pasuruan)


@pytest.fixture
def orang(pemeran: Pemeran) -> Orang:
    return Orang(unit=pemeran["perencana"], inspektorat=pemeran["inspektorat"])


@pytest.fixture
def lembar(pasuruan: Unit, orang: Orang, rekaman: Rekaman) -> LembarKerja:
    return rekaman.putar(lembar_baru, pasuruan, orang)


@pytest.fixture
def mandiri(pasuruan: Unit, orang: Orang, rekaman: Rekaman) -> TahapLembar:
    return rekaman.putar(_mandiri, pasuruan, orang)


@pytest.fixture
def evaluator(pasuruan: Unit, orang: Orang, rekaman: Rekaman) -> TahapLembar:
    return rekaman.putar(_evaluator, pasuruan, orang)


@pytest.fixture
def asli(mandiri: TahapLembar, orang: Orang, rekaman: Rekaman) -> bytes:
    """The workbook of a stage that nobody has written in yet."""
    return rekaman.putar(unduh, mandiri, orang.unit)


def _mandiri(unit: Unit, orang: Orang) -> TahapLembar:
    bagian = tahap(lembar_baru(unit, orang), "mandiri")
    mulai_tahap(bagian, oleh=orang.unit)
    return bagian


def _evaluator(unit: Unit, orang: Orang) -> TahapLembar:
    lembar = lembar_baru(unit, orang)
    selesai_mandiri(lembar, orang)
    bagian = tahap(lembar, "evaluator")
    mulai_tahap(bagian, oleh=orang.inspektorat)
    return bagian
