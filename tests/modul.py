"""What stands for all tests of a module: made once, in a transaction that is rolled back after."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction
from django.test import override_settings

from sakip.organisasi.models import Unit

HASH_CEPAT = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@contextmanager
def semodul(penjaga, **setelan: object) -> Iterator[Unit]:
    """The example's unit, to build upon; `penjaga` is pytest-django's blocker.

    While it stands each test is a savepoint of its own.
    """
    dasar = {"PASSWORD_HASHERS": HASH_CEPAT}
    with penjaga.unblock(), override_settings(**dasar, **setelan), transaction.atomic():
        yield Unit.objects.select_related("pemda").get(kode="pasuruan-bakesbangpol")
        transaction.set_rollback(True)
