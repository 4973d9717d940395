"""In which years of evaluation each instrument is the one in force. Pure."""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from itertools import zip_longest
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)


@dataclass(frozen=True)
class Berlaku(Generic[K]):
    """An instrument that was put in force: from which year, which version, whose."""

    kunci: K
    milik_pemda: bool
    tahun: int
    ke: int


@dataclass(frozen=True)
class MasaPakai:
    """From a year to a year; `akhir` None while nothing follows."""

    awal: int
    akhir: int | None


def masa_pakai(semua: Iterable[Berlaku[K]]) -> dict[K, MasaPakai]:
    """A pemda's own goes before the nation's, then the later year, then the later version.

    What is never in force is absent.
    """
    bahan = list(semua)
    tahun = sorted({satu.tahun for satu in bahan})
    menang: list[tuple[int, K]] = []
    for satu in tahun:
        sah = [milik for milik in bahan if milik.tahun <= satu]
        utama = max(sah, key=lambda milik: (milik.milik_pemda, milik.tahun, milik.ke))
        if not menang or menang[-1][1] != utama.kunci:
            menang.append((satu, utama.kunci))
    akhir: list[int | None] = [awal - 1 for awal, _ in menang[1:]]
    return {kunci: MasaPakai(awal, sampai) for (awal, kunci), sampai in zip_longest(menang, akhir)}
