"""The test database of each worker: made by the first that comes, copied by the others.

Migrations and the example take some twenty seconds of a processor, a copy takes a blink.
"""

import contextlib
import fcntl
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

from django.conf import settings
from django.db import connection

TEMPLAT = "templat_sakip"


def buat_basis(folder: Path, isi: Callable[[], None]) -> str:
    """Point the connection at a database of this process that holds what `isi` writes.

    `folder` is shared by the workers of one run. Gives the name of the real database, which
    whoever takes the other away puts back.
    """
    asli = str(settings.DATABASES["default"]["NAME"])
    nama = connection.creation._get_test_db_name()  # noqa: SLF001 -- as Django's own test runner
    with _bergiliran(folder):
        if not (folder / "selesai").exists():
            _buat_templat(folder, isi)
        _pakai(nama)
        if connection.vendor == "sqlite":
            _salin_sqlite(folder)
        else:
            _salin_postgresql(nama)
    return asli


@contextlib.contextmanager
def _bergiliran(folder: Path) -> Iterator[None]:
    """One worker at a time; the lock of one that died is free."""
    folder.mkdir(exist_ok=True)
    with (folder / "kunci").open("w") as berkas:
        fcntl.flock(berkas, fcntl.LOCK_EX)
        yield


def _buat_templat(folder: Path, isi: Callable[[], None]) -> None:
    uji = connection.settings_dict["TEST"]
    milik = uji["NAME"]
    uji["NAME"] = str(folder / TEMPLAT) if connection.vendor == "sqlite" else TEMPLAT
    connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    isi()
    connection.close()  # what somebody uses cannot be copied
    uji["NAME"] = milik
    (folder / "selesai").touch()


def _pakai(nama: str) -> None:
    connection.close()
    settings.DATABASES["default"]["NAME"] = connection.settings_dict["NAME"] = nama


def _salin_sqlite(folder: Path) -> None:
    connection.ensure_connection()
    with contextlib.closing(sqlite3.connect(folder / TEMPLAT)) as asal:
        asal.execute("PRAGMA journal_mode = DELETE")  # memory cannot hold a log beside itself
        asal.backup(connection.connection)


def _salin_postgresql(nama: str) -> None:
    with connection._nodb_cursor() as kursor:  # noqa: SLF001 -- as Django's own test runner
        kursor.execute(f'DROP DATABASE IF EXISTS "{nama}"')
        kursor.execute(f'CREATE DATABASE "{nama}" TEMPLATE "{TEMPLAT}"')
