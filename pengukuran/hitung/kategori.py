"""Kategori capaian: which step of a scale a capaian falls on.

Source: Permendagri 86/2017 as laporan kinerja print it (91 ≤ 100 Sangat Tinggi, 76 ≤ 90 Tinggi,
66 ≤ 75 Sedang, 51 ≤ 65 Rendah, ≤ 50 Sangat Rendah). The printed bounds leave gaps (90,4); the
pemda chooses how they close.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from sakip.lib.angka import bulatkan, tulis_angka


class AturanCelah(StrEnum):
    BERLANJUT = "berlanjut"
    BULATKAN = "bulatkan"


@dataclass(frozen=True)
class Jenjang:
    """A step: its name and colour, and the percent that capaian must exceed (None: the lowest).

    With `termasuk` the bound itself belongs to the step too, as where a scale says "75 up".
    """

    nama: str
    warna: str
    di_atas: Decimal | None
    termasuk: bool = False

    def memuat(self, capaian: Decimal) -> bool:
        if self.di_atas is None or capaian > self.di_atas:
            return True
        return self.termasuk and capaian == self.di_atas


def cari_kategori(
    capaian: Decimal | None, skala: Sequence[Jenjang], aturan: AturanCelah = AturanCelah.BERLANJUT
) -> Jenjang | None:
    """The step of `capaian` (percent, unrounded); None when there is no capaian or no scale.

    `skala` runs from the highest step down. Under BULATKAN the capaian is first rounded half-up
    to a whole number, so 90,4 is Tinggi where BERLANJUT says Sangat Tinggi.
    """
    if capaian is None:
        return None
    dinilai = bulatkan(capaian, 0) if aturan is AturanCelah.BULATKAN else capaian
    for jenjang in skala:
        if jenjang.memuat(dinilai):
            return jenjang
    return None


def sebut_jenjang(skala: Sequence[Jenjang]) -> tuple[str, ...]:
    """The bounds of each step in words, from the highest down: di atas 75 sampai dengan 90."""
    return tuple(
        f"{_batas_bawah(jenjang)} {_batas_atas(skala[letak - 1]) if letak else ''}".strip()
        for letak, jenjang in enumerate(skala)
    )


def _batas_bawah(jenjang: Jenjang) -> str:
    if jenjang.di_atas is None:
        return ""
    return f"{'mulai dari' if jenjang.termasuk else 'di atas'} {tulis_angka(jenjang.di_atas)}"


def _batas_atas(berikut: Jenjang) -> str:
    """Where the next higher step begins, this one ends."""
    if berikut.di_atas is None:
        return ""
    sebutan = "di bawah" if berikut.termasuk else "sampai dengan"
    return f"{sebutan} {tulis_angka(berikut.di_atas)}"
