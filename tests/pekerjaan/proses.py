"""Worker processes for tests, on a database of their own that they share with the test."""

import contextlib
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper

from sakip.pekerjaan.models import Pekerjaan
from tests.arsitektur.pohon import AKAR
from tests.pekerjaan.jenis import efek

PALING_LAMA = 25


def tunggu(benar: Callable[[], object], apa: str) -> None:
    """Wait for something that must happen."""
    batas = time.monotonic() + PALING_LAMA
    while not benar():
        assert time.monotonic() < batas, f"not within {PALING_LAMA} s: {apa}"
        time.sleep(0.03)


def hidup(pid: int) -> bool:
    """Whether a process runs; one that has ended and waits for its parent does not."""
    with contextlib.suppress(FileNotFoundError):
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    return False


def sampai_setengah(pekerjaan: Pekerjaan, percobaan: int = 1) -> None:
    kunci = pekerjaan.argumen["kunci"]
    tunggu(lambda: len(efek(kunci, "awal")) == percobaan, f"{kunci} at half, time {percobaan}")


def sampai_usai(*semua: Pekerjaan) -> None:
    for pekerjaan in semua:
        tunggu(lambda satu=pekerjaan: _usai(satu), f"{pekerjaan} ends")


def _usai(pekerjaan: Pekerjaan) -> bool:
    pekerjaan.refresh_from_db()
    return pekerjaan.selesai is not None


class Pabrik:
    """Starts workers and ends what is left of them."""

    def __init__(self, alamat: str, folder: Path) -> None:
        self._lingkungan = {
            **os.environ,
            "SAKIP_DATABASE": alamat,
            "SAKIP_DATA": str(folder),
            "SAKIP_SECRET_KEY": settings.SECRET_KEY,
        }
        self._log = folder / "log"
        self._proses: list[subprocess.Popen] = []

    def mulai(self, banyaknya: int = 1, setelan: str = "setelan") -> list[subprocess.Popen]:
        """Workers that have taken up their work."""
        perintah = [sys.executable, "manage.py", "pekerja", f"--settings=tests.pekerjaan.{setelan}"]
        with self._log.open("a") as log:
            baru = [
                subprocess.Popen(  # noqa: S603 -- our own manage.py
                    perintah, cwd=AKAR, env=self._lingkungan, stdout=log, stderr=log,
                    start_new_session=True,
                )
                for _ in range(banyaknya)
            ]  # fmt: skip
        self._proses += baru
        tunggu(lambda: self.log().count("pekerja mulai") == len(self._proses), "workers start")
        return baru

    def log(self) -> str:
        """What all workers wrote."""
        return self._log.read_text()

    def bubarkan(self) -> None:
        for proses in self._proses:
            if proses.poll() is None:
                proses.kill()
            proses.wait()


@dataclass(frozen=True)
class Basis:
    """A database of its own, with what stands in the test database, that other processes see too."""

    alamat: str
    koneksi: BaseDatabaseWrapper

    @contextlib.contextmanager
    def di_utas_ini(self) -> Iterator[None]:
        """The default database of another thread, over a connection of its own."""
        connections["default"] = self.koneksi.copy()
        try:
            yield
        finally:
            connections["default"].close()

    @contextlib.contextmanager
    def menjadi_bawaan(self) -> Iterator[None]:
        """Here too it is the default database, instead of one in memory or in a transaction."""
        asli = connections["default"]
        connections["default"] = self.koneksi
        try:
            yield
            Pekerjaan.objects.all().delete()
        finally:
            connections["default"] = asli
            self.koneksi.close()


@contextlib.contextmanager
def salin_basis(folder: Path) -> Iterator[Basis]:
    asli = connections["default"]
    nama = str(asli.settings_dict["NAME"])
    assert "memory" in nama or nama.startswith("test_"), f"{nama} is no test database"
    salin = _salin_sqlite if asli.vendor == "sqlite" else _salin_postgresql
    with salin(asli, folder) as basis:
        yield basis


@contextlib.contextmanager
def _salin_sqlite(asli: BaseDatabaseWrapper, folder: Path) -> Iterator[Basis]:
    berkas, salinan = folder / "sakip.sqlite3", asli.copy()
    salinan.settings_dict["NAME"] = str(berkas)
    asli.ensure_connection()
    salinan.ensure_connection()
    asli.connection.backup(salinan.connection)
    salinan.close()
    yield Basis(f"sqlite:///{berkas}", salinan)


@contextlib.contextmanager
def _salin_postgresql(asli: BaseDatabaseWrapper, _folder: Path) -> Iterator[Basis]:
    setelan, salinan = asli.settings_dict, asli.copy()
    nama = salinan.settings_dict["NAME"] = f"{setelan['NAME']}_pekerjaan"
    asli.close()  # a template must be in nobody's use
    _di_luar(asli, f'CREATE DATABASE "{nama}" TEMPLATE "{setelan["NAME"]}"')
    pintu = f"{setelan['USER']}:{setelan['PASSWORD']}@{setelan['HOST']}:{setelan['PORT']}"
    yield Basis(f"postgresql://{pintu}/{nama}", salinan)
    _di_luar(asli, f'DROP DATABASE "{nama}" WITH (FORCE)')


def _di_luar(koneksi: BaseDatabaseWrapper, sql: str) -> None:
    with koneksi._nodb_cursor() as kursor:  # noqa: SLF001 -- as Django's own test runner
        kursor.execute(sql)
