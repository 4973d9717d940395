"""The sections that a report may have or leave out, in the order in which they are printed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pelaporan.dokumen.kerangka import Judulan, Pos
from pelaporan.dokumen.kerangka_lkjip import LKJIP
from pelaporan.dokumen.tambahan import tambahan_bab
from pelaporan.models import Laporan
from pelaporan.services.atur import bagian_diatur


@dataclass(frozen=True)
class BagianPilihan:
    """`bawaan`: printed where nobody said anything of it."""

    kunci: str
    nama: str
    bawaan: bool


def bagian_pilihan(tahun: int) -> tuple[BagianPilihan, ...]:
    """Sections without sections below them, those of other apps, and annexes; no chapter."""
    return tuple(
        BagianPilihan(satu.kunci, f"{satu.nomor} {_isi(satu, tahun)}", bawaan)
        for satu, bawaan in _semua()
    )


def uraian_bagian(laporan: Laporan, isi: Mapping[str, Any]) -> Iterator[str]:
    """What an act of the trail of a report switched, in the order of the report.

    A section that no report has any more is told by its key.
    """
    kata = dict(bagian_diatur(isi))
    if not kata:
        return
    nama = {satu.kunci: satu.nama for satu in bagian_pilihan(laporan.tahun)}
    for kunci in (*nama, *sorted(kata.keys() - nama.keys())):
        if kunci in kata:
            yield f"Bagian {nama.get(kunci, kunci)}: {kata[kunci]}"


def _semua() -> Iterator[tuple[Judulan, bool]]:
    for bab in LKJIP.bab:
        akhir = {satu.kunci for satu in _tanpa_anak(bab.pos)}
        yield from ((satu, True) for satu in LKJIP.judul_bab(bab) if satu.kunci in akhir)
        yield from ((satu.judulan, False) for satu in tambahan_bab(LKJIP, bab))
    yield from ((LKJIP.judul_lampiran(pos), True) for pos in LKJIP.lampiran)


def _tanpa_anak(semua: tuple[Pos, ...]) -> Iterator[Pos]:
    for satu in semua:
        if satu.anak:
            yield from _tanpa_anak(satu.anak)
        else:
            yield satu


def _isi(judulan: Judulan, tahun: int) -> str:
    """The heading with the years of the report; none of these names the unit or the Renstra."""
    return judulan.judul.format(tahun=tahun, lalu=tahun - 1)
