"""Many short documents printed by one process: most of what each would take is its beginning.

The product begins a process for each document. What it prints with is the same function.
"""

import subprocess
import sys
import traceback
from typing import BinaryIO

from tests.arsitektur.pohon import AKAR


class TidakTercetak(RuntimeError):
    """With what the renderer had to say."""


class Pencetak:
    def __init__(self) -> None:
        self._proses = subprocess.Popen(
            [sys.executable, "-m", "tests.dokumen.pencetak"],
            cwd=AKAR, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        )  # fmt: skip

    def __call__(self, html: str) -> bytes:
        """The PDF. Raises TidakTercetak."""
        assert self._proses.stdin
        assert self._proses.stdout
        _kirim(self._proses.stdin, html.encode())
        galat, hasil = _terima(self._proses.stdout), _terima(self._proses.stdout)
        if galat:
            raise TidakTercetak(galat.decode())
        return hasil

    def bubarkan(self) -> None:
        self._proses.communicate()  # nothing more comes, so it ends


def _kirim(tujuan: BinaryIO, isi: bytes) -> None:
    tujuan.write(b"%d\n" % len(isi) + isi)
    tujuan.flush()


def _terima(asal: BinaryIO) -> bytes:
    return asal.read(int(asal.readline() or 0))


def _cetak_semua() -> None:
    # loaded in this process alone
    from weasyprint.urls import FatalURLFetchingError  # noqa: PLC0415

    from sakip.dokumen.pekerja_pdf import cetak  # noqa: PLC0415

    while html := _terima(sys.stdin.buffer):
        galat, hasil = "", b""
        try:
            hasil = cetak(html.decode())
        except (Exception, FatalURLFetchingError):  # noqa: BLE001 -- whatever it was, the test is told
            galat = traceback.format_exc()
        for isi in (galat.encode(), hasil):
            _kirim(sys.stdout.buffer, isi)


if __name__ == "__main__":
    _cetak_semua()
