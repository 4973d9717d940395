"""A running installation with gunicorn and two workers, and what asks it for pages."""

import http.client
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode

from tests.arsitektur.aturan_setelan import lingkungan_produksi
from tests.postgres import port_bebas

# a token that the server takes as its own, since cookie and header are the same
TOKEN = "a" * 32
AWAL = """
from django.core.management import call_command
from django.test import Client
call_command("migrate", verbosity=0)
call_command("collectstatic", interactive=False, verbosity=0)
call_command("muat_contoh", "pasuruan-2023", "--akun", verbosity=0)
"""


@dataclass(frozen=True)
class Server:
    """`kuki` is the session of whoever asks, `lingkungan` what the installation runs with."""

    port: int
    kuki: str
    lingkungan: dict[str, str] = field(repr=False)

    def minta(self, jalur: str) -> tuple[float, bytes, dict[str, str]]:
        """Seconds until the whole answer is there; only a success counts."""
        lama, status, isi, kepala = self._tanya("GET", jalur)
        if status != http.HTTPStatus.OK:
            sys.exit(f"{jalur}: {status}")
        return lama, isi, kepala

    def kirim(self, jalur: str, isi: dict[str, str]) -> tuple[float, int, bytes]:
        """Seconds, status and body of a form that is sent as a script sends it."""
        lama, status, jawaban, _ = self._tanya("POST", jalur, urlencode(isi))
        return lama, status, jawaban

    def _tanya(
        self, cara: str, jalur: str, isi: str | None = None
    ) -> tuple[float, int, bytes, dict[str, str]]:
        sambungan = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        kepala = {
            "Cookie": f"sessionid={self.kuki}; csrftoken={TOKEN}",
            "Accept-Encoding": "gzip",
            "X-CSRFToken": TOKEN,
            "Accept": "application/json" if isi is not None else "text/html",
            "Content-Type": "application/x-www-form-urlencoded",
        }
        mulai = time.perf_counter()
        sambungan.request(cara, jalur, isi, kepala)
        jawaban = sambungan.getresponse()
        badan = jawaban.read()
        lama = time.perf_counter() - mulai
        sambungan.close()
        return lama, jawaban.status, badan, dict(jawaban.getheaders())


def tulis(lingkungan: dict[str, str], kode: str) -> list[str]:
    """Run code in the installation's own shell; gives the words it printed after `HASIL`."""
    hasil = subprocess.run(  # noqa: S603 -- our own manage.py
        [sys.executable, "manage.py", "shell", "--no-imports", "-c", kode],
        env=lingkungan, check=True, capture_output=True, text=True,
    )  # fmt: skip
    return re.search(r"HASIL (.+)", hasil.stdout).group(1).split()


@contextmanager
def server(alamat_basis: str, folder: Path, siapkan: str) -> Iterator[tuple[Server, list[str]]]:
    """An installation with the example and what `siapkan` writes; gives what that printed.

    The words after `HASIL` are given; the first of them is a session.
    """
    lingkungan = lingkungan_produksi(
        folder,
        SAKIP_HOSTS="127.0.0.1",
        SAKIP_HTTPS="tidak",
        DJANGO_SETTINGS_MODULE="tests.bench.setelan",
        **({"SAKIP_DATABASE": alamat_basis} if alamat_basis else {}),
    )
    kata = tulis(lingkungan, AWAL + siapkan)
    port = port_bebas()
    gunicorn = str(Path(sys.executable).with_name("gunicorn"))
    proses = subprocess.Popen(  # noqa: S603 -- a fixed program
        [gunicorn, "sakip.wsgi", "--workers", "2", "--bind", f"127.0.0.1:{port}",
         "--log-level", "error"],
        env=lingkungan, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        milik = Server(port, kata[0], lingkungan)
        _tunggu(milik)
        yield milik, kata
    finally:
        proses.terminate()
        proses.wait(30)


def _tunggu(milik: Server) -> None:
    for _ in range(300):
        try:
            milik.minta("/sepele/")
        except OSError:
            time.sleep(0.1)
        else:
            return
    sys.exit("server tidak menjawab")
