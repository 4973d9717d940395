"""Workers without their beginning: Django is loaded once, and each worker is a copy of that process.

What `manage.py pekerja` loads takes longer than most jobs of the tests. `Induk` begins a process
that has loaded it, and asks it for workers; each is a process of its own, in a session of its own,
and may be killed like any other.
"""

import os
import signal
import subprocess
import sys
import time
import traceback
from pathlib import Path
from typing import NoReturn

from tests.arsitektur.pohon import AKAR


class PekerjaUji:
    """One worker, with what a test asks of `subprocess.Popen`."""

    def __init__(self, induk: "Induk", pid: int) -> None:
        self._induk, self.pid = induk, pid
        self._akhir: int | None = None

    def poll(self) -> int | None:
        if self._akhir is None:
            jawaban = self._induk.tanya(f"akhir {self.pid}")
            self._akhir = None if jawaban == "hidup" else int(jawaban)
        return self._akhir

    def wait(self, timeout: float = 10) -> int:
        batas = time.monotonic() + timeout
        while (akhir := self.poll()) is None:
            assert time.monotonic() < batas, f"worker {self.pid} does not end"
            time.sleep(0.02)
        return akhir

    def send_signal(self, sinyal: int) -> None:
        if self.poll() is None:
            os.kill(self.pid, sinyal)

    def kill(self) -> None:
        self.send_signal(signal.SIGKILL)


class Induk:
    """The process of which workers are copies; they share its settings and its environment."""

    def __init__(self, setelan: str, lingkungan: dict[str, str], log: Path) -> None:
        with log.open("a") as tujuan:
            self._proses = subprocess.Popen(
                [sys.executable, "-m", "tests.pekerjaan.induk"],
                cwd=AKAR,
                env={**lingkungan, "DJANGO_SETTINGS_MODULE": f"tests.pekerjaan.{setelan}"},
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=tujuan,
                text=True,
            )

    def lahirkan(self, log: Path) -> PekerjaUji:
        return PekerjaUji(self, int(self.tanya(f"mulai {log}")))

    def tanya(self, perintah: str) -> str:
        assert self._proses.stdin
        assert self._proses.stdout
        print(perintah, file=self._proses.stdin, flush=True)
        return self._proses.stdout.readline().strip()

    def bubarkan(self) -> None:
        self._proses.communicate()  # nothing more is asked, so it ends


def _jawab_semua() -> None:
    import django  # noqa: PLC0415 -- only in this process

    django.setup()
    for baris in sys.stdin:
        apa, _, isi = baris.strip().partition(" ")
        jawaban = _mulai(isi) if apa == "mulai" else _akhir(int(isi))
        sys.stdout.write(f"{jawaban}\n")
        sys.stdout.flush()


def _mulai(log: str) -> int:
    pid = os.fork()
    if not pid:
        _jadi_pekerja(log)
    return pid


def _jadi_pekerja(log: str) -> NoReturn:
    from django.core.management import call_command  # noqa: PLC0415

    os.setsid()
    masuk, keluar = os.open(os.devnull, os.O_RDONLY), os.open(log, os.O_WRONLY | os.O_APPEND)
    for asal, tujuan in ((masuk, 0), (keluar, 1), (keluar, 2)):
        os.dup2(asal, tujuan)
    try:
        call_command("pekerja")
    except BaseException:  # noqa: BLE001 -- this process ends here, and not where its parent goes on
        traceback.print_exc()
        os._exit(1)
    os._exit(0)


def _akhir(pid: int) -> str:
    selesai, status = os.waitpid(pid, os.WNOHANG)
    return str(os.waitstatus_to_exitcode(status)) if selesai else "hidup"


if __name__ == "__main__":
    _jawab_semua()
