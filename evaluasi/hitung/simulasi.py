"""What a worksheet would come to with other grades. Nothing of it is stored anywhere."""

from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Generic, TypeVar

from evaluasi.hitung.nilai import BahanSub, HasilEvaluasi, hitung_evaluasi
from evaluasi.hitung.predikat import PREDIKAT, Predikat

K = TypeVar("K", bound=Hashable)


@dataclass(frozen=True)
class Kenaikan:
    """The next higher share of a scale, and what it adds to the total."""

    bagian: Decimal
    tambah: Decimal


@dataclass(frozen=True)
class HasilSimulasi(Generic[K]):
    """As it is and as it would be; `selisih` is None where one of the two totals is."""

    kini: HasilEvaluasi[K]
    simulasi: HasilEvaluasi[K]
    selisih: Decimal | None


def kenaikan(bobot: Decimal, bagian: Decimal | None, skala: Iterable[Decimal]) -> Kenaikan | None:
    """One grade up: the least share of the scale above this one; None at the top or ungraded."""
    if bagian is None:
        return None
    di_atas = [satu for satu in skala if satu > bagian]
    if not di_atas:
        return None
    naik = min(di_atas)
    return Kenaikan(naik, bobot * (naik - bagian))


def terlemah(sub: Iterable[BahanSub[K]]) -> K | None:
    """Of a komponen the sub-komponen with the least share, of equals the heaviest; None ungraded."""
    dinilai = [(satu.bagian, -satu.bobot, satu.kunci) for satu in sub if satu.bagian is not None]
    return min(dinilai, key=lambda satu: satu[:2])[2] if dinilai else None


def bagian_simulasi(
    sub: Iterable[BahanSub[K]],
    skala: Collection[Decimal],
    *,
    dipilih: Mapping[K, Decimal],
    dinaikkan: Collection[K],
) -> dict[K, Decimal | None]:
    """The share of each sub-komponen in the simulation.

    What was chosen for it counts; else, where it is to rise, one grade up, once however many
    recommendations ask for it; else what it has.
    """
    hasil: dict[K, Decimal | None] = {}
    for satu in sub:
        naik = kenaikan(satu.bobot, satu.bagian, skala) if satu.kunci in dinaikkan else None
        hasil[satu.kunci] = dipilih.get(satu.kunci, naik.bagian if naik else satu.bagian)
    return hasil


def simulasikan(
    komponen: Sequence[tuple[K, Sequence[BahanSub[K]]]],
    bagian: Mapping[K, Decimal | None],
    tabel: Sequence[Predikat] = PREDIKAT,
) -> HasilSimulasi[K]:
    """The worksheet twice: with its own shares, and with `bagian`. Raises as `hitung_evaluasi`."""
    kini = hitung_evaluasi(komponen, tabel)
    ganti = [
        (kunci, [BahanSub(satu.kunci, satu.bobot, bagian[satu.kunci]) for satu in sub])
        for kunci, sub in komponen
    ]
    simulasi = hitung_evaluasi(ganti, tabel)
    selisih = None
    if kini.total is not None and simulasi.total is not None:
        selisih = simulasi.total - kini.total
    return HasilSimulasi(kini, simulasi, selisih)
