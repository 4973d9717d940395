import pytest

from tests.pengukuran.alat_isian import Kantor
from tests.pengukuran.alat_kantor import kantor_modul, milik_uji
from tests.pengukuran.baris import baris_ukur
from tests.perencanaan.baris import baris_rencana

__all__ = ["baris_rencana", "baris_ukur", "kantor_modul"]


@pytest.fixture
def kantor(kantor_modul, db) -> Kantor:
    return milik_uji(kantor_modul)
