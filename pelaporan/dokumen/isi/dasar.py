"""What the sections share."""

from collections.abc import Callable, Iterable

from pelaporan.dokumen.angka import AngkaLkjip
from pelaporan.queries import DataLkjip
from sakip.dokumen.angka import Isi
from sakip.dokumen.blok import Blok, Paragraf, Senarai

Penyusun = Callable[[DataLkjip, AngkaLkjip], tuple[Blok, ...]]


def paragraf(*teks: str) -> tuple[Paragraf, ...]:
    """Paragraphs of words alone."""
    return tuple(Paragraf((satu,)) for satu in teks)


def senarai(butir: Iterable[Isi], gaya: Senarai.Gaya = Senarai.Gaya.HURUF) -> tuple[Senarai, ...]:
    """A list, or nothing where it has no items."""
    semua = tuple(butir)
    return (Senarai(semua, gaya),) if semua else ()
