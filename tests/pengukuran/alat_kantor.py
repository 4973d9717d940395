"""The small office, built once for a module: each test gets it as it was built."""

from collections.abc import Iterator, Mapping
from copy import deepcopy
from datetime import timedelta

import pytest
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.base import VALID_KEY_CHARS
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.utils import timezone
from django.utils.crypto import get_random_string

from sakip.organisasi.models import Pengguna
from tests.lib.unit_kecil import unit_kecil
from tests.modul import semodul
from tests.pengukuran.alat_isian import Kantor, buat_kantor

AKUN = "sakip.organisasi.akun.AkunBackend"


@pytest.fixture(scope="module")
def kantor_modul(django_db_setup, django_db_blocker) -> Iterator[Kantor]:
    """For all tests of a module, whose people are signed in; each takes its own by `milik_uji`."""
    with semodul(django_db_blocker):
        kantor = buat_kantor(unit_kecil())
        kantor.sesi.update(buka_sesi(kantor.orang))
        with django_db_blocker.block():
            yield kantor


def milik_uji(kantor: Kantor) -> Kantor:
    """For one test: what is undone in the database stays undone in the objects too."""
    return deepcopy(kantor)


def buka_sesi(orang: Mapping[str, Pengguna]) -> dict[str, str]:
    """The cookie of each person, as signing in leaves it."""
    semua = {nama: _sesi(satu) for nama, satu in orang.items()}
    Session.objects.bulk_create(semua.values())
    return {nama: satu.session_key for nama, satu in semua.items()}


def _sesi(orang: Pengguna) -> Session:
    isi = {
        SESSION_KEY: str(orang.pk),
        BACKEND_SESSION_KEY: AKUN,
        HASH_SESSION_KEY: orang.get_session_auth_hash(),
    }
    return Session(
        session_key=get_random_string(32, VALID_KEY_CHARS),
        session_data=SessionStore().encode(isi),
        expire_date=timezone.now() + timedelta(days=1),
    )
