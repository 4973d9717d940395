"""Means and counts over several capaian, with what they leave out.

Source: the simple mean, as laporan kinerja form it (rata-rata capaian per sasaran, per program);
no regulation prescribes one. What has no capaian is never counted as 0.
"""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Generic, Protocol, TypeVar

from pengukuran.hitung.capaian import Capaian
from perencanaan.hitung.pecahan import rata

K = TypeVar("K", bound=Hashable)

TANPA_CAPAIAN = "Tidak ada capaian yang dapat dirata-rata."


class Terukur(Protocol):
    """Anything with a capaian: of an indikator, or a mean of several."""

    @property
    def dipakai(self) -> Decimal | None: ...

    @property
    def alasan(self) -> str: ...


@dataclass(frozen=True)
class Dilewati(Generic[K]):
    """What was left out, and why."""

    kunci: K
    alasan: str


@dataclass(frozen=True)
class RataCapaian(Generic[K]):
    """A mean in percent, unrounded; None with the reason when nothing could be averaged."""

    dipakai: Decimal | None
    dihitung: tuple[K, ...] = ()
    dilewati: tuple[Dilewati[K], ...] = ()
    alasan: str = ""
    peringatan: tuple[str, ...] = ()


@dataclass(frozen=True)
class HitunganTercapai(Generic[K]):
    """Who reached the target, who did not, and who has no capaian to tell by."""

    tercapai: tuple[K, ...]
    belum: tuple[K, ...]
    dilewati: tuple[Dilewati[K], ...]

    @property
    def dinilai(self) -> int:
        """How many have a capaian: five of these six, not of seven, reached their target."""
        return len(self.tercapai) + len(self.belum)


def rata_capaian(butir: Iterable[tuple[K, Terukur]]) -> RataCapaian[K]:
    """The mean of the capaian dipakai (percent), each with the key of what it belongs to.

    What has none is left out and listed with its reason. Means may be averaged again: the mean
    of all indikator and the mean of the sasaran's means differ, so say which one is printed.
    Errors: none.
    """
    semua = list(butir)
    ada = [(kunci, hasil.dipakai) for kunci, hasil in semua if hasil.dipakai is not None]
    dilewati = tuple(Dilewati(k, hasil.alasan) for k, hasil in semua if hasil.dipakai is None)
    if not ada:
        return RataCapaian(None, (), dilewati, TANPA_CAPAIAN)
    return RataCapaian(rata([n for _, n in ada]), tuple(kunci for kunci, _ in ada), dilewati)


def hitung_tercapai(butir: Iterable[tuple[K, Capaian]]) -> HitunganTercapai[K]:
    """Which indikator reached their target: an unrounded capaian asli of at least 100.

    The cap of a pemda plays no part. Errors: none.
    """
    semua = list(butir)
    return HitunganTercapai(
        tercapai=tuple(kunci for kunci, hasil in semua if hasil.tercapai is True),
        belum=tuple(kunci for kunci, hasil in semua if hasil.tercapai is False),
        dilewati=tuple(Dilewati(k, hasil.alasan) for k, hasil in semua if hasil.tercapai is None),
    )
