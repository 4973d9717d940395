"""What a document says, without how it looks: so that two of them can be told apart."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass

from sakip.dokumen.angka import Angka
from sakip.dokumen.blok import Dokumen
from sakip.dokumen.kanonik import sidik_kanonik
from sakip.dokumen.queries import nilai_mesin
from sakip.dokumen.telusur import tercetak

# an anchor is a place in the document, and may hold the id of a row; issuing takes `draf` away
BUKAN_KATA = frozenset({"kunci", "draf"})


def sidik_naskah(dokumen: Dokumen) -> str:
    """SHA-256 over every word, figure and picture, in their order."""
    return sidik_kanonik([*_kata(dokumen)])


def angka_naskah(dokumen: Dokumen) -> dict[str, dict[str, str]]:
    """Its figures by kunci, as printed and exactly, as text."""
    return {
        satu.kunci: {"tertulis": satu.tampil, "nilai": nilai_mesin(satu)}
        for satu in tercetak(dokumen)
    }


def _kata(isi: object) -> Iterator[str]:
    if isinstance(isi, str):
        yield isi
    elif isinstance(isi, Angka):
        yield str(isi)
        yield from map(str, isi.kembali)
    elif isinstance(isi, Mapping):
        for satu in isi.values():
            yield from _kata(satu)
    elif isinstance(isi, list | tuple):
        for satu in isi:
            yield from _kata(satu)
    elif is_dataclass(isi):
        for kolom in fields(isi):
            if kolom.name not in BUKAN_KATA:
                yield from _kata(getattr(isi, kolom.name))
