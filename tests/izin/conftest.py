"""The stage stands once for each module of this folder; what a test writes is rolled back."""

from collections.abc import Iterator

import pytest
from django.conf import settings

from tests.izin.panggung import Panggung, bangun
from tests.modul import semodul
from tests.pemeran import panggil_pemeran


@pytest.fixture(autouse=True)
def tanpa_dokumen_siap(monkeypatch, rak_uji) -> None:
    """What other tests rendered must not change an answer here."""
    monkeypatch.setattr(settings, "FOLDER_DOKUMEN", next(rak_uji) / "dokumen")


@pytest.fixture(scope="module")
def panggung_modul(django_db_setup, django_db_blocker) -> Iterator[Panggung]:
    with semodul(django_db_blocker) as unit:
        panggung = bangun(panggil_pemeran(unit))
        with django_db_blocker.block():
            yield panggung


@pytest.fixture
def panggung(panggung_modul, db) -> Panggung:
    return panggung_modul
