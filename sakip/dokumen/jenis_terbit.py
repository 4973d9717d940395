"""The kinds of issued documents: how people call them, and the page where each is read."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sakip.dokumen.models import DokumenTerbit

Alamat = Callable[["DokumenTerbit"], str]


@dataclass(frozen=True)
class JenisTerbit:
    sebutan: str
    alamat: Alamat


_JENIS: dict[str, JenisTerbit] = {}


def daftarkan_terbit(awalan: str, sebutan: str, alamat: Alamat) -> None:
    """To be called in `AppConfig.ready` of the app that issues it; `awalan` begins its jenis."""
    _JENIS[awalan] = JenisTerbit(sebutan, alamat)


def sebut_terbit(dokumen: "DokumenTerbit") -> str:
    """Perjanjian Kinerja 2023 versi 2, nomor 065/1."""
    milik = _milik(dokumen.jenis)
    nama = milik.sebutan if milik else dokumen.jenis
    versi = f" versi {dokumen.ke}" if dokumen.ke > 1 else ""
    nomor = f", nomor {dokumen.nomor}" if dokumen.nomor else ""
    return f"{nama} {dokumen.tahun}{versi}{nomor}"


def alamat_terbit(dokumen: "DokumenTerbit") -> str:
    """The page of the document; blank where its kind has none."""
    milik = _milik(dokumen.jenis)
    return milik.alamat(dokumen) if milik else ""


def _milik(jenis: str) -> JenisTerbit | None:
    """The kind with the longest beginning: that of a lower post is a kind of its own."""
    kena = [awalan for awalan in _JENIS if jenis == awalan or jenis.startswith(f"{awalan}-")]
    return _JENIS[max(kena, key=len)] if kena else None
