"""The figures that stand in a page or document, whatever holds them."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from sakip.dokumen.angka import Angka


def telusuri(isi: object) -> Iterator[Angka]:
    """Every figure in nested dataclasses, mappings and sequences, each followed by its sources.

    Whatever is none of these, such as a row of the database, is not opened.
    """
    if isinstance(isi, Angka):
        yield isi
        yield from telusuri(isi.asal.dari)
        return
    for bagian in _bagian(isi):
        yield from telusuri(bagian)


def tercetak(isi: object) -> Iterator[Angka]:
    """The figures that are printed, without what they were made from; each kunci once."""
    ada: set[str] = set()
    for satu in _tanpa_sumber(isi):
        if satu.kunci not in ada:
            ada.add(satu.kunci)
            yield satu


def _tanpa_sumber(isi: object) -> Iterator[Angka]:
    if isinstance(isi, Angka):
        yield isi
        return
    for bagian in _bagian(isi):
        yield from _tanpa_sumber(bagian)


def cari_angka(isi: object, kunci: str) -> Angka | None:
    """The first figure of this kunci; any other of the same kunci is the same figure."""
    return next((satu for satu in telusuri(isi) if satu.kunci == kunci), None)


def _bagian(isi: Any) -> Iterator[object]:
    if isinstance(isi, Mapping):
        yield from isi.values()
    elif isinstance(isi, list | tuple):
        yield from isi
    elif is_dataclass(isi) and not isinstance(isi, type):
        yield from (getattr(isi, satu.name) for satu in fields(isi))
