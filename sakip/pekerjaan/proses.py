"""The process of one job: a child of the worker, so that it can be ended from outside.

The child is forked and leads a process group of its own, which takes in what it starts itself,
such as the printing of a PDF. Worker and child each end that group when the other is gone: the
child reads a pipe whose other end only the worker holds.
"""

import contextlib
import logging
import multiprocessing
import os
import signal
import threading
from datetime import timedelta

from django.db import Error as GalatBasisData
from django.db import connections

from sakip.lib.galat import TidakAda
from sakip.pekerjaan.models import Pekerjaan
from sakip.pekerjaan.registri import GagalPekerjaan, JenisPekerjaan, PekerjaanDiambil
from sakip.pekerjaan.services.giliran import gagalkan, lapor, tuntaskan

log = logging.getLogger("sakip.pekerjaan")

# the kernel ends a child that the worker could not, because it too was killed
CADANGAN = timedelta(seconds=60)
TANPA_LAPORAN = 1


class Anak:
    """A job that runs. To be ended with `bunuh` in any case, which also clears what it started."""

    def __init__(self, pekerjaan: Pekerjaan, jenis: JenisPekerjaan) -> None:
        connections.close_all()  # a connection does not survive being in two processes
        baca, self._tulis = os.pipe()
        self._proses = multiprocessing.get_context("fork").Process(
            target=_hidup, args=(pekerjaan, jenis, baca, self._tulis)
        )
        self._proses.start()
        os.close(baca)

    def tunggu(self, lama: timedelta) -> bool:
        """Whether it ended within this time."""
        self._proses.join(lama.total_seconds())
        return self._proses.exitcode is not None

    def bunuh(self) -> None:
        if self._proses.pid is not None:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self._proses.pid, signal.SIGKILL)
        self._proses.kill()  # it may not have come as far as leading its group
        self._proses.join()
        self._proses.close()
        os.close(self._tulis)


def _hidup(pekerjaan: Pekerjaan, jenis: JenisPekerjaan, baca: int, tulis: int) -> None:
    """The whole life of the child. Ends with an exit code when it could not report its end."""
    os.setsid()
    for sinyal in (signal.SIGTERM, signal.SIGINT, signal.SIGALRM):
        signal.signal(sinyal, signal.SIG_DFL)
    os.close(tulis)
    threading.Thread(target=_ikut_pekerja, args=(baca,), daemon=True).start()
    signal.alarm(int((jenis.batas_waktu + CADANGAN).total_seconds()))
    try:
        _kerjakan(pekerjaan, jenis)
    except GalatBasisData:
        log.exception("pekerjaan kehilangan basis data", extra=_rincian(pekerjaan))
        raise SystemExit(TANPA_LAPORAN) from None
    except PekerjaanDiambil:
        log.warning("pekerjaan sudah diambil alih", extra=_rincian(pekerjaan))
    finally:
        connections.close_all()


def _ikut_pekerja(baca: int) -> None:
    """Nothing is ever written to the pipe: reading ends when the worker does."""
    os.read(baca, 1)
    os.killpg(0, signal.SIGKILL)


def _kerjakan(pekerjaan: Pekerjaan, jenis: JenisPekerjaan) -> None:
    """Run it, and write how it ended."""

    def kabar(persen: int, langkah: str) -> None:
        lapor(pekerjaan, persen, langkah)

    try:
        tuntaskan(pekerjaan, jenis.fungsi(pekerjaan.argumen, kabar))
    except GalatBasisData:
        raise
    except (GagalPekerjaan, TidakAda) as salah:
        gagalkan(pekerjaan, str(salah))
    except Exception:
        log.exception("pekerjaan gagal", extra=_rincian(pekerjaan))
        gagalkan(
            pekerjaan,
            "Ada galat di aplikasi. Mulai lagi; bila berulang, sampaikan kepada admin: sebabnya "
            f"tercatat di log dengan nomor pekerjaan {pekerjaan.pk}.",
        )


def _rincian(pekerjaan: Pekerjaan) -> dict[str, dict[str, object]]:
    return {"rincian": {"pekerjaan": pekerjaan.pk, "jenis": pekerjaan.jenis}}
