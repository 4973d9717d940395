"""The figures that stand in a page or document, whatever holds them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from typing import Any

from sakip.dokumen.angka import Angka

# of the parts of a document most are one of these, and hold nothing
POLOS = (str, int, type(None))
BERURUT = (list, tuple)
_KOLOM: dict[type, tuple[str, ...]] = {}


def telusuri(isi: object) -> Iterator[Angka]:
    """Every figure in nested dataclasses, mappings and sequences, each followed by its sources.

    Whatever is none of these, such as a row of the database, is not opened.
    """
    for satu in _angka(isi):
        yield satu
        yield from telusuri(satu.asal.dari)


def tercetak(isi: object) -> Iterator[Angka]:
    """The figures that are printed, without what they were made from; each kunci once."""
    ada: set[str] = set()
    for satu in _angka(isi):
        if satu.kunci not in ada:
            ada.add(satu.kunci)
            yield satu


def cari_angka(isi: object, kunci: str) -> Angka | None:
    """The first figure of this kunci; any other of the same kunci is the same figure."""
    return next((satu for satu in telusuri(isi) if satu.kunci == kunci), None)


def nama_kolom(kelas: type) -> tuple[str, ...]:
    """The fields of a dataclass, of anything else none: a document asks this of each of its parts."""
    kolom = _KOLOM.get(kelas)
    if kolom is None:
        milik = fields(kelas) if is_dataclass(kelas) else ()
        kolom = _KOLOM[kelas] = tuple(satu.name for satu in milik)
    return kolom


def _angka(isi: object) -> Iterator[Angka]:
    """In the order in which they stand.

    What is still to be opened waits in a list: a report has too many parts for a generator each.
    """
    menunggu = [isi]
    while menunggu:
        satu = menunggu.pop()
        if isinstance(satu, Angka):
            yield satu
        elif not isinstance(satu, POLOS):
            menunggu.extend(reversed(_bagian(satu)))


def _bagian(isi: Any) -> Sequence[object]:
    if isinstance(isi, BERURUT):
        return isi
    if kolom := nama_kolom(type(isi)):
        return [getattr(isi, nama) for nama in kolom]
    return [*isi.values()] if isinstance(isi, Mapping) else ()
