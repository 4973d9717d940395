import pytest

from tests.lib.unit_kecil import unit_kecil
from tests.pengukuran.alat_isian import Kantor, buat_kantor
from tests.pengukuran.baris import baris_ukur
from tests.perencanaan.baris import baris_rencana

__all__ = ["baris_rencana", "baris_ukur"]


@pytest.fixture
def kantor(pasuruan) -> Kantor:
    """Asks for the example, which must be there before anything stands beside it."""
    return buat_kantor(unit_kecil())
