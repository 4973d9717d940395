"""What a workbook would change, box by box: shown before anything is written."""

import hashlib
import json
from dataclasses import dataclass
from enum import StrEnum

KOSONG = "(kosong)"


class PratinjauBerubah(RuntimeError):
    """What would be written is no longer what was shown; nothing was written."""


class Keadaan(StrEnum):
    BERUBAH = "berubah"
    BENTROK = "bentrok"
    DITOLAK = "ditolak"


@dataclass(frozen=True)
class SelTinjau:
    """One box of the workbook as the preview tells it; `pesan` says what to do, or what follows.

    `nama` and `rincian` say what it is of, blank for a line that nobody knows.
    """

    alamat: str
    nama: str
    rincian: str
    kolom: str
    kini: str
    menjadi: str
    keadaan: Keadaan
    pesan: str = ""


@dataclass(frozen=True)
class Tinjauan:
    """Everything that a workbook would change, and what keeps it from being written.

    `sidik` names exactly this: whoever confirms confirms what was shown. `tentang` is what else
    must be the same, such as the triwulan.
    """

    sel: tuple[SelTinjau, ...]
    tentang: tuple[str | int, ...] = ()

    @property
    def berubah(self) -> tuple[SelTinjau, ...]:
        return tuple(satu for satu in self.sel if satu.keadaan is Keadaan.BERUBAH)

    @property
    def terhalang(self) -> tuple[SelTinjau, ...]:
        return tuple(satu for satu in self.sel if satu.keadaan is not Keadaan.BERUBAH)

    @property
    def siap(self) -> bool:
        return bool(self.berubah) and not self.terhalang

    @property
    def sidik(self) -> str:
        isi = [[*self.tentang], *([s.alamat, s.kini, s.menjadi, s.keadaan] for s in self.sel)]
        return hashlib.sha256(json.dumps(isi).encode()).hexdigest()


def pesan_bentrok(semula: str) -> str:
    """What to do about a box that somebody else has changed since the download."""
    return (
        f"Saat diunduh isinya {semula or KOSONG}; orang lain sudah mengubahnya. Tulis isi yang "
        "tersimpan sekarang pada sel ini bila itu yang benar, atau unduh lembar kerja yang baru."
    )
