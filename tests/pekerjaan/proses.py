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
from tests.pekerjaan.induk import Induk, PekerjaUji
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


class Indukan:
    """What workers are copies of, one for each settings they run with."""

    def __init__(self, alamat: str, folder: Path) -> None:
        self._lingkungan, self._folder = lingkungan(alamat, folder), folder
        self._semua: dict[str, Induk] = {}

    def lahirkan(self, setelan: str, log: Path) -> PekerjaUji:
        if setelan not in self._semua:
            self._semua[setelan] = Induk(setelan, self._lingkungan, self._folder / "induk.log")
        return self._semua[setelan].lahirkan(log)

    def bubarkan(self) -> None:
        for satu in self._semua.values():
            satu.bubarkan()


def lingkungan(alamat: str, folder: Path) -> dict[str, str]:
    return {
        **os.environ,
        "SAKIP_DATABASE": alamat,
        "SAKIP_DATA": str(folder),
        "SAKIP_SECRET_KEY": settings.SECRET_KEY,
    }


class Pabrik:
    """Starts workers and ends what is left of them.

    Without `indukan` they are begun as `make run` begins them, each from nothing.
    """

    def __init__(self, alamat: str, folder: Path, indukan: Indukan | None = None) -> None:
        self._lingkungan = lingkungan(alamat, folder)
        self._indukan = indukan
        self._log = folder / "log"
        self._log.touch()
        self._proses: list[subprocess.Popen | PekerjaUji] = []

    def mulai(
        self, banyaknya: int = 1, setelan: str = "setelan"
    ) -> list[subprocess.Popen | PekerjaUji]:
        """Workers that have taken up their work."""
        baru = [self._satu(setelan) for _ in range(banyaknya)]
        self._proses += baru
        tunggu(lambda: self.log().count("pekerja mulai") == len(self._proses), "workers start")
        return baru

    def _satu(self, setelan: str) -> subprocess.Popen | PekerjaUji:
        if self._indukan:
            return self._indukan.lahirkan(setelan, self._log)
        perintah = [sys.executable, "manage.py", "pekerja", f"--settings=tests.pekerjaan.{setelan}"]
        with self._log.open("a") as log:
            return subprocess.Popen(  # noqa: S603 -- our own manage.py
                perintah, cwd=AKAR, env=self._lingkungan, stdout=log, stderr=log,
                start_new_session=True,
            )  # fmt: skip

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
