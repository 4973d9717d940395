"""Letters: the grade of a sub-komponen, and the predikat of a whole worksheet.

Source: PermenPANRB 88/2021 on Evaluasi AKIP, Lampiran (grades of a sub-komponen with the share of
its weight; predikat of the total). The two tables are not one: a sub-komponen at 85 % does not
exist, a total of 85 is A, and only the grades have an E.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True)
class Nilai:
    """A grade of a sub-komponen, and the share of the weight it gives (1 is the whole)."""

    kode: str
    bagian: Decimal
    arti: str


@dataclass(frozen=True)
class Predikat:
    """A letter of the total: for what lies above `di_atas`; the last has no lower bound."""

    kode: str
    sebutan: str
    di_atas: Decimal | None


NILAI_SUB: tuple[Nilai, ...] = (
    Nilai("AA", Decimal(1), "seluruh kriteria terpenuhi dan patut menjadi contoh nasional"),
    Nilai("A", Decimal("0.9"), "seluruh kriteria terpenuhi, dengan upaya yang patut dihargai"),
    Nilai("BB", Decimal("0.8"), "seluruh kriteria terpenuhi (100%)"),
    Nilai("B", Decimal("0.7"), "lebih dari 75% kriteria terpenuhi"),
    Nilai("CC", Decimal("0.6"), "lebih dari 50% sampai 75% kriteria terpenuhi"),
    Nilai("C", Decimal("0.5"), "lebih dari 25% sampai 50% kriteria terpenuhi"),
    Nilai("D", Decimal("0.3"), "lebih dari 0% sampai 25% kriteria terpenuhi"),
    Nilai("E", Decimal(0), "belum ada upaya"),
)

PREDIKAT: tuple[Predikat, ...] = (
    Predikat("AA", "Sangat Memuaskan", Decimal(90)),
    Predikat("A", "Memuaskan", Decimal(80)),
    Predikat("BB", "Sangat Baik", Decimal(70)),
    Predikat("B", "Baik", Decimal(60)),
    Predikat("CC", "Cukup", Decimal(50)),
    Predikat("C", "Kurang", Decimal(30)),
    Predikat("D", "Sangat Kurang", None),
)


def predikat(total: Decimal, tabel: Sequence[Predikat] = PREDIKAT) -> Predikat:
    """The letter of a total between 0 and 100: 90 is A, 90,01 is AA.

    A lower bound does not belong to its letter, and the total is judged unrounded. `tabel` goes
    from the highest down. Raises ValueError for a total outside 0–100 or a table that leaves it
    out.
    """
    if not 0 <= total <= 100:  # noqa: PLR2004 -- the scale of the regulation
        raise ValueError(f"a total lies between 0 and 100, not {total}")
    for satu in tabel:
        if satu.di_atas is None or total > satu.di_atas:
            return satu
    raise ValueError(f"the table of predikat has no letter for {total}")
