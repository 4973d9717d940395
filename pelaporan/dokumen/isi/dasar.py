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


def berbutir(butir: Iterable[str]) -> tuple[Isi, ...]:
    """The items of one long sentence: each ends with a semicolon, the last with a full stop."""
    semua = [satu.rstrip(" ;.") for satu in butir]
    akhir = len(semua) - 1
    return tuple((f"{isi}{'.' if letak == akhir else ';'}",) for letak, isi in enumerate(semua))


def senarai(butir: Iterable[Isi], gaya: Senarai.Gaya = Senarai.Gaya.HURUF) -> tuple[Senarai, ...]:
    """A list, or nothing where it has no items."""
    semua = tuple(butir)
    return (Senarai(semua, gaya),) if semua else ()


def kecil_awal(teks: str) -> str:
    return teks[:1].lower() + teks[1:]
