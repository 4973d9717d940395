"""The share of recommendations that was followed up.

Source of the states: Peraturan BPK 2/2017 on pemantauan tindak lanjut. How the share is formed no
regulation says: both rules here are in use, so the pemda chooses, and RUMUS_PERSEN of its rule is
printed with the figure.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from perencanaan.hitung.pecahan import ke_desimal


class StatusTindakLanjut(StrEnum):
    """What the inspektorat decided; without any verdict it is belum ditindaklanjuti."""

    BELUM_DITINDAKLANJUTI = "belum_ditindaklanjuti"
    BELUM_SESUAI = "belum_sesuai"
    SESUAI = "sesuai"
    TIDAK_DAPAT = "tidak_dapat"


# a recommendation in one of these is closed, until a later verdict opens it again
TERTUTUP = frozenset({StatusTindakLanjut.SESUAI, StatusTindakLanjut.TIDAK_DAPAT})


class AturanPersen(StrEnum):
    DARI_SEMUA = "dari_semua"
    TANPA_TIDAK_DAPAT = "tanpa_tidak_dapat"


RUMUS_PERSEN = {
    AturanPersen.DARI_SEMUA: (
        "persentase = rekomendasi yang sesuai / seluruh rekomendasi × 100; yang tidak dapat "
        "ditindaklanjuti ikut menjadi pembagi"
    ),
    AturanPersen.TANPA_TIDAK_DAPAT: (
        "persentase = rekomendasi yang sesuai / (seluruh rekomendasi − yang tidak dapat "
        "ditindaklanjuti) × 100"
    ),
}

TANPA_REKOMENDASI = "Tidak ada rekomendasi yang dihitung."


@dataclass(frozen=True)
class PersenTindakLanjut:
    """The share in percent, unrounded, with its parts and its rule; None with the reason."""

    persen: Decimal | None
    sesuai: int
    pembagi: int
    aturan: AturanPersen
    alasan: str = ""


def persen_tindak_lanjut(
    status: Iterable[StatusTindakLanjut], aturan: AturanPersen
) -> PersenTindakLanjut:
    """The share that was followed up as recommended, among recommendations by their states."""
    semua = list(status)
    sesuai = semua.count(StatusTindakLanjut.SESUAI)
    pembagi = len(semua)
    if aturan is AturanPersen.TANPA_TIDAK_DAPAT:
        pembagi -= semua.count(StatusTindakLanjut.TIDAK_DAPAT)
    if not pembagi:
        return PersenTindakLanjut(None, sesuai, 0, aturan, TANPA_REKOMENDASI)
    return PersenTindakLanjut(ke_desimal(Fraction(sesuai * 100, pembagi)), sesuai, pembagi, aturan)
