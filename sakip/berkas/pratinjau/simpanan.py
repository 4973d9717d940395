"""Drawn pages, kept under the hash of the file they show; may be emptied at any time."""

import contextlib
import shutil
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from django.conf import settings

from sakip.berkas.gudang import letak
from sakip.berkas.ukuran import MB
from sakip.lib import waktu
from sakip.lib.tulis import tulis_utuh

# all kept pages together, after they were swept
PALING_BESAR = 500 * MB


def folder() -> Path:
    """The private folder of all of it. Raises OSError."""
    akar = Path(settings.FOLDER_PRATINJAU)
    akar.mkdir(mode=0o700, parents=True, exist_ok=True)
    return akar


def ambil(sidik: str, nama: str) -> tuple[bytes, timedelta] | None:
    """What was kept, and how long ago."""
    milik = Path(settings.FOLDER_PRATINJAU) / letak(sidik) / nama
    with contextlib.suppress(OSError):
        return milik.read_bytes(), waktu.sekarang() - _ditulis(milik)
    return None


def simpan(sidik: str, nama: str, isi: bytes) -> None:
    """A full disk only costs the next drawing."""
    with contextlib.suppress(OSError):
        milik = folder() / letak(sidik)
        milik.mkdir(parents=True, exist_ok=True)
        tulis_utuh(milik / nama, isi)


def semua(sidik: str, pola: str) -> Iterator[bytes]:
    """What was kept of a file under names of this pattern."""
    for satu in sorted((Path(settings.FOLDER_PRATINJAU) / letak(sidik)).glob(pola)):
        with contextlib.suppress(OSError):
            yield satu.read_bytes()


@dataclass(frozen=True)
class _Simpanan:
    """One kept file."""

    letak: Path
    ditulis: datetime
    ukuran: int


def sapu(dikenal: Collection[str], sebelum: datetime, muat: int = PALING_BESAR) -> int:
    """Remove the pages of files that are gone, and those drawn before a moment; gives how many.

    Of the others the oldest go until all of them together are no larger than `muat`.
    """
    dibuang, tinggal = 0, []
    for milik in Path(settings.FOLDER_PRATINJAU).glob("??/??/*"):
        ada = list(_isi(milik))
        if milik.name in dikenal:
            tinggal += ada
            continue
        shutil.rmtree(milik, ignore_errors=True)
        dibuang += len(ada)
    for satu in sorted(tinggal, key=lambda satu: satu.ditulis, reverse=True):
        muat -= satu.ukuran
        if satu.ditulis < sebelum or muat < 0:
            satu.letak.unlink(missing_ok=True)
            dibuang += 1
    return dibuang


def _isi(milik: Path) -> Iterator[_Simpanan]:
    """Without what is written or removed meanwhile."""
    for satu in milik.glob("*"):
        with contextlib.suppress(FileNotFoundError):
            keadaan = satu.stat()
            ditulis = datetime.fromtimestamp(keadaan.st_mtime, UTC)
            yield _Simpanan(satu, ditulis, keadaan.st_size)


def _ditulis(berkas: Path) -> datetime:
    return datetime.fromtimestamp(berkas.stat().st_mtime, UTC)
