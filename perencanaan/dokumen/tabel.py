"""What the tables of the plan have in common."""

from collections.abc import Iterable
from dataclasses import dataclass

from sakip.dokumen.angka import Angka, Isi
from sakip.dokumen.blok import Sel, menurut_sebab, sebab


@dataclass(frozen=True)
class Letak:
    """Where a table stands in its document: its anchor, its number if any, its own caption.

    Without a caption it has the table's usual one. `mendatar`: on a page on its side, beside
    another that lies there.
    """

    kunci: str
    nomor: str = ""
    judul: str = ""
    mendatar: bool = False


def catatan_tanpa_angka(isi: Iterable[tuple[str, Angka]]) -> tuple[Isi, ...]:
    """Why a figure prints `-`: one note for each reason, with the names it is true of."""
    kosong = (
        (nama, sebab(angka.alasan)) for nama, angka in isi if angka.nilai is None and angka.alasan
    )
    return tuple((f"{nama} tanpa angka{kata}.",) for nama, kata in menurut_sebab(kosong))


class Label:
    """The label of each row; one that repeats the row above is marked as such."""

    def __init__(self) -> None:
        self._lalu: object = None

    def sel(self, teks: str, tanda: object = None) -> Sel:
        """`tanda` is what the label stands for, where two may have the same words."""
        kini = teks if tanda is None else tanda
        ulang, self._lalu = kini == self._lalu, kini
        return Sel((teks,), ulang=ulang)
