"""The example that a test gets back is the one that was loaded."""

import pytest
from django.core.management import call_command
from django.db import connection

from sakip.jejak import pemicu
from sakip.jejak.models import CatatanJejak
from sakip.organisasi.models import Unit
from tests.pemeran import buat_unit
from tests.salinan import pulihkan, salin


@pytest.mark.django_db(transaction=True)
def test_contoh_kembali_seutuhnya(pasuruan, django_db_setup):
    semula = salin()
    assert semula == django_db_setup
    assert len(semula[Unit]) == 5
    pemicu.lepas(connection)
    call_command("flush", interactive=False, verbosity=0)
    assert (salin()[Unit], salin()[CatatanJejak]) == ([], [])
    pulihkan(semula)
    assert salin() == semula
    assert buat_unit(Unit.objects.first().pemda, "baru", "Baru").pk > max(
        r[0] for r in semula[Unit]
    )
    assert CatatanJejak.objects.count() == len(semula[CatatanJejak])
    assert pemicu.yang_hilang(connection) == []
