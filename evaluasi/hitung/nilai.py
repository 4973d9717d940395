"""The score of a worksheet: sub-komponen, komponen, total.

Source: PermenPANRB 88/2021, Lampiran: nilai sub-komponen = bobot × bagian nilainya; komponen and
total are sums. Nothing is rounded here; two decimals are for print.
"""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Generic, TypeVar

from evaluasi.hitung.predikat import PREDIKAT, Predikat, predikat
from perencanaan.hitung.pecahan import rata

K = TypeVar("K", bound=Hashable)

SERATUS = Decimal(100)


@dataclass(frozen=True)
class BahanSub(Generic[K]):
    """A sub-komponen with its weight and the share reached; None where nobody graded it yet."""

    kunci: K
    bobot: Decimal
    bagian: Decimal | None


@dataclass(frozen=True)
class HasilSub(Generic[K]):
    kunci: K
    bobot: Decimal
    nilai: Decimal | None


@dataclass(frozen=True)
class HasilKomponen(Generic[K]):
    """`nilai` is the sum of what is graded; None as long as nothing is."""

    kunci: K
    bobot: Decimal
    nilai: Decimal | None
    sub: tuple[HasilSub[K], ...]


@dataclass(frozen=True)
class HasilEvaluasi(Generic[K]):
    """A whole worksheet. Total and predikat stand only when every sub-komponen is graded."""

    komponen: tuple[HasilKomponen[K], ...]
    belum: tuple[K, ...]
    total: Decimal | None
    predikat: Predikat | None


def hitung_evaluasi(
    komponen: Iterable[tuple[K, Sequence[BahanSub[K]]]],
    tabel: Sequence[Predikat] = PREDIKAT,
) -> HasilEvaluasi[K]:
    """Scores from komponen with their sub-komponen, in their order.

    Raises ValueError for weights that are not above 0 or do not sum to 100, and for a share
    outside 0–1.
    """
    isi = [(kunci, tuple(sub)) for kunci, sub in komponen]
    if salah := keluhan_bobot([satu.bobot for _, sub in isi for satu in sub]):
        raise ValueError(salah)
    hasil = tuple(_komponen(kunci, sub) for kunci, sub in isi)
    belum = tuple(satu.kunci for milik in hasil for satu in milik.sub if satu.nilai is None)
    if belum:
        return HasilEvaluasi(hasil, belum, None, None)
    total = sum((milik.nilai or Decimal(0) for milik in hasil), Decimal(0))
    return HasilEvaluasi(hasil, (), total, predikat(total, tabel))


def keluhan_bobot(bobot: Iterable[Decimal]) -> str:
    """What is wrong with the weights of an instrument; empty when they are above 0 and sum to 100."""
    semua = list(bobot)
    if any(satu <= 0 for satu in semua):
        return "Setiap bobot harus di atas 0. Perbaiki bobot yang kosong atau negatif."
    jumlah = sum(semua, Decimal(0))
    if jumlah != SERATUS:
        tertulis = f"{jumlah.normalize():f}".replace(".", ",")
        return f"Jumlah bobot {tertulis}, seharusnya 100. Perbaiki bobotnya lebih dahulu."
    return ""


def bagian_kriteria(bagian: Iterable[Decimal | None]) -> Decimal | None:
    """The share of a sub-komponen that is scored by its criteria: their mean, unanswered as 0.

    None where no criterion is answered. Source: worksheets with Ya/Tidak or A–E questions, which
    divide by the number of active criteria.
    """
    semua = list(bagian)
    if all(satu is None for satu in semua):
        return None
    return rata([satu or Decimal(0) for satu in semua])


def _komponen(kunci: K, sub: tuple[BahanSub[K], ...]) -> HasilKomponen[K]:
    hasil = tuple(HasilSub(satu.kunci, satu.bobot, _nilai(satu)) for satu in sub)
    terisi = [satu.nilai for satu in hasil if satu.nilai is not None]
    return HasilKomponen(
        kunci=kunci,
        bobot=sum((satu.bobot for satu in sub), Decimal(0)),
        nilai=sum(terisi, Decimal(0)) if terisi else None,
        sub=hasil,
    )


def _nilai(sub: BahanSub[K]) -> Decimal | None:
    if sub.bagian is None:
        return None
    if not 0 <= sub.bagian <= 1:
        raise ValueError(f"a share lies between 0 and 1, not {sub.bagian}")
    return sub.bobot * sub.bagian
