"""What the sections share."""

from collections.abc import Callable, Iterable

from pelaporan.dokumen.angka import AngkaLkjip
from pelaporan.dokumen.tabel.judul import rujuk
from pelaporan.queries import DataLkjip
from sakip.dokumen.angka import TANDA_KEMBALI, Isi
from sakip.dokumen.blok import Blok, Paragraf, Senarai
from sakip.dokumen.telusur import telusuri

Penyusun = Callable[[DataLkjip, AngkaLkjip], tuple[Blok, ...]]


def paragraf(*teks: str) -> tuple[Paragraf, ...]:
    """Paragraphs of words alone."""
    return tuple(Paragraf((satu,)) for satu in teks)


def senarai(butir: Iterable[Isi], gaya: Senarai.Gaya = Senarai.Gaya.HURUF) -> tuple[Senarai, ...]:
    """A list, or nothing where it has no items."""
    semua = tuple(butir)
    return (Senarai(semua, gaya),) if semua else ()


def bertanda(blok: tuple[Blok, ...]) -> tuple[Blok, ...]:
    """Sentences far from the tables; where they print the mark, also where it is explained."""
    if not any(satu.tanda for satu in telusuri(blok)):
        return blok
    arti = (
        f"Tanda {TANDA_KEMBALI}: angka dinyatakan kembali, atau dihitung dari angka semacam itu; "
    )
    return (*blok, *paragraf(f"{arti}penjelasannya di bawah {rujuk('capaian')}."))
