"""The stage stands once for each module of this folder; what a test writes is rolled back."""

from collections.abc import Iterator

import pytest
from django.db import transaction
from django.test import override_settings

from sakip.organisasi.models import Unit
from tests.conftest import HASH_CEPAT
from tests.izin.panggung import Panggung, bangun
from tests.pemeran import panggil_pemeran
from tests.salinan import pulihkan


@pytest.fixture(scope="module")
def panggung_modul(django_db_setup, django_db_blocker) -> Iterator[Panggung]:
    with (
        django_db_blocker.unblock(),
        override_settings(PASSWORD_HASHERS=HASH_CEPAT),
        transaction.atomic(),
    ):
        if not Unit.objects.exists():
            pulihkan(django_db_setup)
        unit = Unit.objects.select_related("pemda").get(kode="pasuruan-bakesbangpol")
        panggung = bangun(panggil_pemeran(unit))
        with django_db_blocker.block():
            yield panggung
        transaction.set_rollback(True)


@pytest.fixture
def panggung(panggung_modul, db) -> Panggung:
    return panggung_modul
