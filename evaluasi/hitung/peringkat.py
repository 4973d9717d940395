"""Who stands where, by a figure: the same figure is the same rank, and the next is skipped."""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Generic, TypeVar

from perencanaan.hitung.pecahan import rata

K = TypeVar("K", bound=Hashable)


@dataclass(frozen=True)
class Ringkasan(Generic[K]):
    """Of several figures: mean, and whose are the highest and the lowest."""

    rata: Decimal
    tertinggi: Decimal
    pemilik_tertinggi: tuple[K, ...]
    terendah: Decimal
    pemilik_terendah: tuple[K, ...]


def peringkat(nilai: Iterable[tuple[K, Decimal]]) -> dict[K, int]:
    """80, 75, 75, 60 give 1, 2, 2, 4."""
    semua = sorted(nilai, key=lambda satu: satu[1], reverse=True)
    hasil: dict[K, int] = {}
    ke, terakhir = 0, None
    for urut, (kunci, milik) in enumerate(semua, 1):
        if milik != terakhir:
            ke, terakhir = urut, milik
        hasil[kunci] = ke
    return hasil


def ringkas(nilai: Iterable[tuple[K, Decimal]]) -> Ringkasan[K] | None:
    """None of nothing."""
    semua = list(nilai)
    if not semua:
        return None
    angka = [milik for _, milik in semua]
    tinggi, rendah = max(angka), min(angka)
    return Ringkasan(
        rata=rata(angka),
        tertinggi=tinggi,
        pemilik_tertinggi=tuple(kunci for kunci, milik in semua if milik == tinggi),
        terendah=rendah,
        pemilik_terendah=tuple(kunci for kunci, milik in semua if milik == rendah),
    )
