"""The worker: takes jobs one after another, runs each in a child, and looks after both.

Every end of a job is written under its claim, so it does not matter which of several workers gets
to it first, nor where one of them is killed.
"""

import logging
import os
import secrets
import socket
import time
from collections.abc import Callable
from datetime import timedelta
from functools import partial

from django.conf import settings
from django.db import Error as GalatBasisData
from django.db import close_old_connections, connections

from sakip.pekerjaan.hitung import tulis_lama
from sakip.pekerjaan.models import Pekerja, Pekerjaan
from sakip.pekerjaan.proses import Anak
from sakip.pekerjaan.registri import JenisPekerjaan, jenis_pekerjaan
from sakip.pekerjaan.services.giliran import (
    ambil,
    berdenyut,
    gagalkan,
    hentikan,
    lepaskan_semua,
    masih_dipegang,
    pamit,
    sapu,
    terhenti,
)

log = logging.getLogger("sakip.pekerjaan")
TAK_DIKENAL = (
    "Pekerja tidak mengenal jenis pekerjaan ini. Sampaikan kepada admin supaya pekerja dijalankan "
    "ulang, lalu mulai lagi."
)

Akhir = Callable[[], object]


class ProsesPekerja:
    """One worker process; `jalan` returns after `minta_berhenti`."""

    def __init__(self) -> None:
        self._tanda = secrets.token_hex(16)
        self._pekerja: Pekerja
        self._denyut_berikut = time.monotonic()
        self._batas_berhenti: float | None = None
        self._basis_pernah_putus = False

    def minta_berhenti(self, *_sinyal: object) -> None:
        """Take no more jobs, and give the one that runs some time; asked twice, none.

        Called by signals at any place of the code, so it only keeps a number.
        """
        tenggang = settings.PEKERJA_TENGGANG if self._batas_berhenti is None else timedelta()
        self._batas_berhenti = time.monotonic() + tenggang.total_seconds()

    def jalan(self) -> None:
        """Work until told to stop. Raises a database error only where it cannot even begin."""
        self._berdenyut()
        self._catat("pekerja mulai")
        while self._batas_berhenti is None:
            if not self._satu_putaran():
                _tidur()
        try:
            pamit(self._pekerja)
        except GalatBasisData as galat:
            self._basis_putus(galat)
        self._catat("pekerja berhenti")

    def _satu_putaran(self) -> bool:
        """Look for a job and carry it out; False when there was none, or no database."""
        try:
            close_old_connections()
            self._berdenyut_bila_saatnya()
            if self._basis_pernah_putus:
                # a claim may have been written although its answer never came
                lepaskan_semua(self._pekerja)
                self._basis_pernah_putus = False
            pekerjaan = ambil(self._pekerja)
        except GalatBasisData as galat:
            self._basis_putus(galat)
            return False
        if pekerjaan is not None:
            self._kerjakan(pekerjaan)
        return pekerjaan is not None

    def _kerjakan(self, pekerjaan: Pekerjaan) -> None:
        """Run a job, and write its end where it could not do so itself."""
        jenis = jenis_pekerjaan(pekerjaan.jenis)
        akhir = (
            self._awasi(pekerjaan, jenis) if jenis else partial(gagalkan, pekerjaan, TAK_DIKENAL)
        )
        while True:
            try:
                akhir()
            except GalatBasisData as galat:
                self._basis_putus(galat)
                if self._berhenti_sekarang():
                    return  # the next worker ends it
                _tidur()
            else:
                return

    def _awasi(self, pekerjaan: Pekerjaan, jenis: JenisPekerjaan) -> Akhir:
        """Wait for the child, or end it; gives what is to be written if the job still runs then."""
        anak = Anak(pekerjaan, jenis)
        batas = time.monotonic() + jenis.batas_waktu.total_seconds()
        try:
            while not anak.tunggu(settings.PEKERJA_JEDA):
                if time.monotonic() >= batas:
                    return partial(gagalkan, pekerjaan, _terlalu_lama(jenis))
                if self._berhenti_sekarang():
                    return partial(hentikan, pekerjaan)
                if not self._masih_dipegang(pekerjaan):
                    return _tidak_ada
        finally:
            anak.bunuh()
        return partial(terhenti, pekerjaan)

    def _masih_dipegang(self, pekerjaan: Pekerjaan) -> bool:
        """Beat, and ask whether another worker took this one for dead; without a database, not."""
        try:
            close_old_connections()
            return not self._berdenyut_bila_saatnya() or masih_dipegang(pekerjaan)
        except GalatBasisData as galat:
            self._basis_putus(galat)
            return True

    def _berdenyut_bila_saatnya(self) -> bool:
        saatnya = time.monotonic() >= self._denyut_berikut
        if saatnya:
            self._berdenyut()
            if diurus := sapu():
                self._catat("pekerjaan yang ditinggalkan diurus", banyaknya=diurus)
        return saatnya

    def _berdenyut(self) -> None:
        self._pekerja = berdenyut(self._tanda, mesin=socket.gethostname()[:100], pid=os.getpid())
        self._denyut_berikut = time.monotonic() + settings.PEKERJA_DENYUT.total_seconds()

    def _berhenti_sekarang(self) -> bool:
        return self._batas_berhenti is not None and time.monotonic() >= self._batas_berhenti

    def _basis_putus(self, galat: Exception) -> None:
        if not self._basis_pernah_putus:
            log.error("pekerja kehilangan basis data", exc_info=galat)
        self._basis_pernah_putus = True
        connections.close_all()

    def _catat(self, pesan: str, **rincian: object) -> None:
        log.info(pesan, extra={"rincian": {"pekerja": str(self._pekerja), **rincian}})


def _tidur() -> None:
    time.sleep(settings.PEKERJA_JEDA.total_seconds())


def _tidak_ada() -> None:
    """Nothing to write: the job is somebody else's now."""


def _terlalu_lama(jenis: JenisPekerjaan) -> str:
    return (
        f"Belum selesai dalam {tulis_lama(jenis.batas_waktu)}, sehingga dihentikan. Mulai lagi; "
        "bila berulang, sampaikan kepada admin."
    )
