from collections.abc import Iterator

import pytest

from tests.pengukuran.alat_isian import Kantor
from tests.pengukuran.alat_kantor import kantor_semodul, milik_uji
from tests.pengukuran.baris import baris_ukur
from tests.perencanaan.baris import baris_rencana

__all__ = ["baris_rencana", "baris_ukur"]


@pytest.fixture(scope="module")
def kantor_modul(django_db_setup, django_db_blocker) -> Iterator[Kantor]:
    with kantor_semodul(django_db_blocker) as kantor:
        yield kantor


@pytest.fixture
def kantor(kantor_modul, db) -> Kantor:
    return milik_uji(kantor_modul)
