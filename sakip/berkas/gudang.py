"""Where the bytes lie: outside every address, under the hash of what they are."""

import hashlib
import os
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.files.base import ContentFile, File
from django.core.files.storage import FileSystemStorage, Storage, storages

from sakip.berkas.galat import GagalSimpan
from sakip.lib.tulis import tulis_utuh


class GudangBerkas(FileSystemStorage):
    """A folder that no address leads to. A write is whole or nothing and reaches the disk.

    What is already there whole only gets a new time, so that `sapu_berkas` spares it; what is
    there in half is replaced.
    """

    base_url = None  # type: ignore[assignment]  # `url()` then refuses

    @property
    def location(self) -> str:
        return os.path.abspath(settings.FOLDER_BERKAS)  # noqa: PTH100 -- Django compares text

    base_location = location

    def get_available_name(self, name: str, max_length: int | None = None) -> str:  # noqa: ARG002
        """The name itself: the same name means the same bytes."""
        return name

    def _save(self, name: str, content: File) -> str:
        letak, isi = Path(self.path(name)), content.read()
        if letak.is_file() and letak.read_bytes() == isi:
            os.utime(letak)
            return name
        Path(self.location).mkdir(mode=0o700, parents=True, exist_ok=True)
        letak.parent.mkdir(parents=True, exist_ok=True)
        tulis_utuh(letak, isi)
        for satu in (letak, *letak.parents):
            _sampai_cakram(satu)
            if satu == Path(self.location):
                break
        return name


def _sampai_cakram(letak: Path) -> None:
    pegangan = os.open(letak, os.O_RDONLY)
    try:
        os.fsync(pegangan)
    finally:
        os.close(pegangan)


def gudang() -> Storage:
    return storages["berkas"]


def letak(sidik: str) -> str:
    """ab/cd/abcd…: folders stay small."""
    return f"{sidik[:2]}/{sidik[2:4]}/{sidik}"


def sidik_isi(isi: bytes) -> str:
    return hashlib.sha256(isi).hexdigest()


def taruh(isi: bytes) -> str:
    """The bytes into the store, once; gives their hash. Raises GagalSimpan."""
    sidik = sidik_isi(isi)
    try:
        gudang().save(letak(sidik), ContentFile(isi))
    except OSError as salah:
        raise GagalSimpan(
            "Berkas belum tersimpan karena gangguan di server. Coba lagi; bila berulang, hubungi "
            f"admin: tempat penyimpanan berkas tidak dapat ditulisi ({salah.strerror})."
        ) from salah
    return sidik


def ambil(sidik: str) -> bytes | None:
    """The bytes that lie under this hash, whatever they are; None when there are none."""
    try:
        with gudang().open(letak(sidik)) as berkas:
            isi: Any = berkas.read()
    except FileNotFoundError:
        return None
    return bytes(isi)
