"""The test database of each worker: made by the first that comes, copied by the others.

Migrations and the example take some twenty seconds of a processor, a copy takes a blink.
"""

import contextlib
import fcntl
import hashlib
import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

from django.conf import settings
from django.db import connection

TEMPLAT = "templat_sakip"
AKAR = Path(__file__).resolve().parents[1]
# where tables and triggers come from, by names of folders and files
PEMBENTUK = {"migrations", "models", "apps", "jejak", "web", "nomenklatur", "settings", "env"}
SIMPANAN = 3


def buat_basis(folder: Path, isi: Callable[[], None], simpanan: Path | None = None) -> str:
    """Point the connection at a database of this process that holds what `isi` writes.

    `folder` is shared by the workers of one run, `simpanan` by all runs, which holds empty tables
    that were made of the same sources. Gives the name of the real database, which whoever takes
    the other away puts back.
    """
    asli = str(settings.DATABASES["default"]["NAME"])
    nama = connection.creation._get_test_db_name()  # noqa: SLF001 -- as Django's own test runner
    with _bergiliran(folder):
        if not (folder / "selesai").exists():
            _buat_templat(folder, isi, simpanan)
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


def _buat_templat(folder: Path, isi: Callable[[], None], simpanan: Path | None) -> None:
    uji = connection.settings_dict["TEST"]
    milik = uji["NAME"]
    sqlite = connection.vendor == "sqlite"
    uji["NAME"] = str(folder / TEMPLAT) if sqlite else TEMPLAT
    if simpanan is None or not sqlite:
        _bermigrasi()
    else:
        _bermigrasi_sekali(Path(uji["NAME"]), simpanan / f"{sidik_tabel()}.sqlite3")
    isi()
    connection.close()  # what somebody uses cannot be copied
    uji["NAME"] = milik
    (folder / "selesai").touch()


def _bermigrasi() -> None:
    connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)


def _bermigrasi_sekali(templat: Path, simpanan: Path) -> None:
    """Empty tables as an earlier run left them, made of the same sources; else kept for later."""
    if simpanan.exists():
        shutil.copyfile(simpanan, templat)
        simpanan.touch()
        _pakai(str(templat))
        return
    _bermigrasi()
    sementara = simpanan.with_suffix(f".{os.getpid()}")
    connection.close()
    with (
        contextlib.closing(sqlite3.connect(templat)) as asal,
        contextlib.closing(sqlite3.connect(sementara)) as salinan,
    ):
        asal.backup(salinan)
    sementara.replace(simpanan)
    semua = sorted(simpanan.parent.glob("*.sqlite3"), key=lambda satu: satu.stat().st_mtime)
    for satu in semua[:-SIMPANAN]:
        satu.unlink(missing_ok=True)


def sidik_tabel(akar: Path = AKAR) -> str:
    """The hash of every source that tables and triggers are made by."""
    sidik = hashlib.sha256()
    # the product's own folders alone: those of the tools beside come and go while one looks
    paket = [satu.parent for satu in akar.glob("*/__init__.py") if satu.parent.name != "tests"]
    sumber = (berkas for satu in paket for berkas in satu.rglob("*.py"))
    for satu in sorted([*sumber, *akar.glob("*.lock")]):
        bagian = satu.relative_to(akar)
        if satu.suffix == ".lock" or PEMBENTUK & {*bagian.parts, satu.stem}:
            sidik.update(f"{bagian.as_posix()}\0{satu.stat().st_size}\0".encode())
            sidik.update(satu.read_bytes())
    return sidik.hexdigest()[:24]


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
