"""One page of a stored file: drawn once by a process of its own, then kept."""

import contextlib
import fcntl
import hashlib
import logging
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

from sakip.berkas.jenis import Jenis
from sakip.berkas.models import Berkas
from sakip.berkas.pratinjau import simpanan
from sakip.berkas.pratinjau.galat import TakTampil
from sakip.berkas.pratinjau.jawaban import Jawaban, baca_jawaban, tulis_tolakan
from sakip.berkas.services import baca_tercatat
from sakip.berkas.ukuran import MB

# never imported: what it reads with would stay in the memory of the web server
PEKERJA = Path(__file__).with_name("pekerja.py")
TAMPIL = frozenset({Jenis.PDF, Jenis.PNG, Jenis.JPEG})
# drawing at the same moment, over all processes of the server; whoever waits for a turn holds one of
# its few processes, so the wait is short and says so
BERSAMAAN = 1
TUNGGU_GILIRAN = 1
JEDA_GILIRAN = timedelta(milliseconds=50)
# a page that could not be drawn is not tried again with every look at it
TAHAN_GAGAL = timedelta(minutes=10)
# what is kept under no page: what is known of all of them
SELURUHNYA = 0
KELUHAN_TERPANJANG = 500
log = logging.getLogger("sakip.berkas")


@dataclass(frozen=True)
class Batas:
    """What drawing one page may take; `detik` of the processor, `jam` seconds by the clock."""

    detik: int = 5
    jam: int = 8
    memori: int = 1500 * MB


@dataclass(frozen=True)
class Halaman:
    """A page as a picture (WebP), its place among all, and its text; blank where it has none."""

    nomor: int
    banyak: int
    lebar: int
    tinggi: int
    teks: str
    gambar: bytes


def dapat_tampil(berkas: Berkas) -> bool:
    """Whether pages of files of this kind can be drawn at all."""
    return berkas.jenis in TAMPIL


def halaman_berkas(
    berkas: Berkas, nomor: int, batas: Batas = Batas(), *, lukis: bool = True
) -> Halaman:
    """Drawn now or before; without `lukis` only what was drawn before. Call outside transactions.

    Raises TakTampil with the reason, BerkasHilang, BerkasBerubah.
    """
    if not dapat_tampil(berkas):
        raise TakTampil("jenis", nomor, jenis=str(Jenis(berkas.jenis).label))
    jawaban = _tersimpan(berkas.sidik, nomor)
    if jawaban is None:
        jawaban = _bergiliran(berkas, nomor, batas) if lukis else Jawaban("belum")
    if jawaban.sebab:
        # where this page does not tell how many there are, another may
        banyak = jawaban.banyak or _banyak_dikenal(berkas.sidik)
        raise TakTampil(jawaban.sebab, nomor, banyak=banyak)
    return Halaman(
        nomor, jawaban.banyak, jawaban.lebar, jawaban.tinggi, jawaban.teks, jawaban.gambar
    )


def _tersimpan(sidik: str, nomor: int) -> Jawaban | None:
    """What is known of this page without drawing it."""
    for ke in (nomor, SELURUHNYA):
        ada = simpanan.ambil(sidik, _nama(ke))
        jawaban = baca_jawaban(ada[0]) if ada else None
        if jawaban is None or jawaban.sebab == "lewat":
            continue
        if not jawaban.sebab or (ada and ada[1] <= TAHAN_GAGAL):
            return jawaban
    banyak = _banyak_dikenal(sidik)
    return Jawaban("lewat", banyak) if 0 < banyak < nomor else None


def _banyak_dikenal(sidik: str) -> int:
    """How many pages the file has, as any page of it told; 0 where none did."""
    for isi in simpanan.semua(sidik, f"*-{_versi()}"):
        jawaban = baca_jawaban(isi)
        if jawaban and jawaban.banyak:
            return jawaban.banyak
    return 0


def _bergiliran(berkas: Berkas, nomor: int, batas: Batas) -> Jawaban:
    """A refusal as well where it is nobody's turn in time, or the machine has no room."""
    try:
        with _giliran() as dapat:
            if not dapat:
                return Jawaban("sibuk")
            # somebody else may have drawn it meanwhile
            return _tersimpan(berkas.sidik, nomor) or _lukis(berkas, nomor, batas)
    except OSError:
        log.exception("halaman berkas tidak terlukis")
        return Jawaban("server")


def _lukis(berkas: Berkas, nomor: int, batas: Batas) -> Jawaban:
    isi = baca_tercatat(berkas)
    perintah = [berkas.jenis, *(str(satu) for satu in (nomor, batas.memori, batas.detik))]
    hasil = _jalankan(perintah, isi, batas.jam)
    keluaran, jawaban = hasil.keluaran, baca_jawaban(hasil.keluaran)
    if jawaban is None:
        rincian = {"berkas": berkas.pk, "halaman": nomor, "akhir": hasil.akhir}
        lanjut = {"kode": hasil.kode, "keluhan": hasil.keluhan}
        log.warning("halaman berkas tidak terlukis", extra={"rincian": rincian | lanjut})
        keluaran, jawaban = tulis_tolakan(hasil.akhir), Jawaban(hasil.akhir)
    simpanan.simpan(berkas.sidik, _nama(SELURUHNYA if jawaban.seluruhnya else nomor), keluaran)
    return jawaban


@dataclass(frozen=True)
class _Hasil:
    """What the worker wrote, how it ended, and what that means where it wrote no page."""

    keluaran: bytes
    kode: int
    akhir: str
    keluhan: str


def _jalankan(perintah: list[str], isi: bytes, jam: int) -> _Hasil:
    """Both that it writes are files, which its own bounds keep small."""
    with TemporaryFile() as keluaran, TemporaryFile() as keluhan:
        with subprocess.Popen(  # noqa: S603 -- our own module, no shell, a kind and numbers
            # -I and no environment: nothing of the server's settings reaches it
            [sys.executable, "-I", str(PEKERJA), *perintah],
            stdin=subprocess.PIPE,
            stdout=keluaran,
            stderr=keluhan,
            env={},
            cwd="/",
            start_new_session=True,
        ) as proses:
            tepat = _tunggu(proses, isi, jam)
        kode = proses.returncode
        keluaran.seek(0)
        lambat = not tepat or kode == -signal.SIGXCPU
        return _Hasil(
            keluaran=b"" if kode else keluaran.read(),
            kode=kode,
            akhir="lambat" if lambat else "gagal",
            keluhan=_baris_akhir(keluhan),
        )


def _tunggu(proses: subprocess.Popen[bytes], isi: bytes, jam: int) -> bool:
    """Whether it ended in time; else it is ended, with all that it may have started."""
    try:
        proses.communicate(isi, timeout=jam)
    except subprocess.TimeoutExpired:
        return False
    finally:
        if proses.poll() is None:
            os.killpg(proses.pid, signal.SIGKILL)
    return True


def _baris_akhir(keluhan: IO[bytes]) -> str:
    panjang = keluhan.seek(0, os.SEEK_END)
    keluhan.seek(max(0, panjang - KELUHAN_TERPANJANG))
    baris = keluhan.read().decode(errors="replace").strip().splitlines()
    return baris[-1] if baris else ""


@contextlib.contextmanager
def _giliran() -> Iterator[bool]:
    """Wait for one of a few places; whether one got free in time."""
    akhir = time.monotonic() + TUNGGU_GILIRAN
    while True:
        for ke in range(BERSAMAAN):
            with (simpanan.folder() / f".giliran-{ke}").open("w") as tempat:
                try:
                    fcntl.flock(tempat, fcntl.LOCK_EX | fcntl.LOCK_NB)
                except BlockingIOError:
                    continue
                yield True
                return
        if time.monotonic() > akhir:
            yield False
            return
        time.sleep(JEDA_GILIRAN.total_seconds())


def _nama(nomor: int) -> str:
    return f"{nomor}-{_versi()}"


@cache
def _versi() -> str:
    """What draws: pages drawn by another version are drawn anew."""
    bahan = (PEKERJA.read_text(encoding="utf-8"), version("pypdfium2"), version("pillow"))
    return hashlib.sha256("\0".join(bahan).encode()).hexdigest()[:12]
