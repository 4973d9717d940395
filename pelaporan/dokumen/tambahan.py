"""Sections that other apps give to a report: filled in `AppConfig.ready` of the apps that own them.

None is printed unless the report asks for it by a section of its key. They stand after the
chapter's own sections and tables, so that no number of the outline depends on them.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from pelaporan.dokumen.kerangka import Bab, Judulan, Kerangka
from perencanaan.dokumen.tabel import Letak
from sakip.dokumen.blok import Blok
from sakip.organisasi.models import Unit

# from the unit, the year of the report, and the place of its table
Penyusun = Callable[[Unit, int, Letak], tuple[Blok, ...]]


@dataclass(frozen=True)
class Tambahan:
    """`bab` is the key of the chapter; `{tahun}` and the other years may stand in the titles."""

    kunci: str
    bab: str
    judul: str
    judul_tabel: str
    susun: Penyusun


@dataclass(frozen=True)
class TambahanBernomor:
    tambahan: Tambahan
    judulan: Judulan
    nomor_tabel: str


_TAMBAHAN: dict[str, Tambahan] = {}


def daftarkan(tambahan: Tambahan) -> None:
    """The same one again changes nothing. Raises ValueError for another one of the same key."""
    if _TAMBAHAN.get(tambahan.kunci, tambahan) != tambahan:
        raise ValueError(f"section {tambahan.kunci} is registered twice")
    _TAMBAHAN[tambahan.kunci] = tambahan


def kunci_tambahan() -> frozenset[str]:
    return frozenset(_TAMBAHAN)


def tambahan_bab(kerangka: Kerangka, bab: Bab) -> Iterator[TambahanBernomor]:
    """Those of a chapter with their numbers, which each keeps whichever others are printed."""
    ke = kerangka.bab.index(bab) + 1
    milik = [satu for satu in _TAMBAHAN.values() if satu.bab == bab.kunci]
    for n, satu in enumerate(milik, start=1):
        nomor = kerangka.penomoran.pos.format(atas=str(ke), n=len(bab.pos) + n)
        tabel = kerangka.penomoran.tabel.format(bab=ke, n=len(bab.tabel) + n)
        yield TambahanBernomor(satu, Judulan(satu.kunci, 2, nomor, satu.judul), tabel)
