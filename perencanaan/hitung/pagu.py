"""Sums of pagu, and of realisasi anggaran, over the budget tree.

Source: the tree of program, kegiatan and sub kegiatan of Permendagri 90/2019; a program's pagu
is the sum of its kegiatan, theirs the sum of the sub kegiatan.
"""

from collections.abc import Hashable, Mapping, Set  # noqa: PYI025 -- only the abstract Set is meant
from dataclasses import dataclass
from decimal import Decimal
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)


@dataclass(frozen=True)
class Selisih(Generic[K]):
    """A node that was given an amount of its own which its children do not sum to (rupiah)."""

    simpul: K
    sendiri: Decimal
    jumlah_anak: Decimal


def jumlahkan_pohon(
    induk: Mapping[K, K | None], sendiri: Mapping[K, Decimal]
) -> tuple[dict[K, Decimal], tuple[Selisih[K], ...]]:
    """Amount of every node, in rupiah, and where parts and whole disagree.

    `induk` maps each node to its parent (None for a root, every other one in the map too),
    `sendiri` holds the amounts entered.
    A node is worth the sum of its children where any child has an amount, else its own. A node
    without either is absent from the result: nothing is known of it, which is not 0.
    """
    anak: dict[K, list[K]] = {}
    for simpul, atasan in induk.items():
        if atasan is not None:
            anak.setdefault(atasan, []).append(simpul)
    hasil: dict[K, Decimal] = {}
    selisih: list[Selisih[K]] = []
    for simpul in _daun_dahulu(induk, anak):
        bagian = [hasil[a] for a in anak.get(simpul, ()) if a in hasil]
        milik = sendiri.get(simpul)
        if bagian:
            hasil[simpul] = sum(bagian, Decimal(0))
            if milik is not None and milik != hasil[simpul]:
                selisih.append(Selisih(simpul, milik, hasil[simpul]))
        elif milik is not None:
            hasil[simpul] = milik
    return hasil, tuple(selisih)


def _daun_dahulu(induk: Mapping[K, K | None], anak: Mapping[K, list[K]]) -> list[K]:
    """The nodes ordered so that each comes after all its children."""
    urut = [simpul for simpul, atasan in induk.items() if atasan is None]
    for simpul in urut:  # grows while it is walked: breadth first from the roots
        urut.extend(anak.get(simpul, ()))
    return urut[::-1]


def teratas(induk: Mapping[K, K | None], pilihan: Set[K]) -> set[K]:
    """Of the chosen nodes those that stand below no other chosen node.

    An indikator supported by a program and by its kegiatan must not count the money twice.
    """
    return {simpul for simpul in pilihan if not _leluhur(induk, simpul) & pilihan}


def bertumpang(induk: Mapping[K, K | None], satu: Set[K], lain: Set[K]) -> bool:
    """Whether two choices of nodes hold the same money: a node of one is, or is below, the other's."""

    def cakupan(pilihan: Set[K]) -> set[K]:
        return {leluhur for simpul in pilihan for leluhur in (simpul, *_leluhur(induk, simpul))}

    return bool(cakupan(satu) & lain or cakupan(lain) & satu)


def _leluhur(induk: Mapping[K, K | None], simpul: K) -> set[K]:
    hasil: set[K] = set()
    atasan = induk.get(simpul)
    while atasan is not None and atasan not in hasil:  # a tree that bites its tail must not hang us
        hasil.add(atasan)
        atasan = induk.get(atasan)
    return hasil
