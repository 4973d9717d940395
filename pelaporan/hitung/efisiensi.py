"""Efisiensi of the use of resources, by the rule "selisih".

Source: PermenPANRB 53/2014, Lampiran II, BAB III (analisis atas efisiensi penggunaan sumber
daya); the rule as most laporan kinerja of perangkat daerah print it. One rule a report: mixing
it with capaian / serapan − 1 is what made printed tables contradict each other.
"""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from pengukuran.hitung.capaian import SERATUS

RUMUS_SELISIH = "efisiensi = capaian kinerja − serapan anggaran, dalam poin persen"


class Tafsir(StrEnum):
    """What the figure means; a figure alone would call a missed target efficient."""

    EFISIEN = "efisien"
    SEPADAN = "sepadan"
    TIDAK_EFISIEN = "tidak efisien"
    KURANG_TERCAPAI = "kinerja belum tercapai"
    TIDAK_ADA = "-"


@dataclass(frozen=True)
class Efisiensi:
    """In percentage points, unrounded; None with the reason where there is no figure."""

    nilai: Decimal | None
    tafsir: Tafsir
    alasan: str = ""


def efisiensi_selisih(capaian: Decimal | None, serapan: Decimal | None) -> Efisiensi:
    """Capaian − serapan, both in percent, unrounded.

    None for capaian or serapan, and a serapan of 0, give no figure. Spending less than was
    reached is efficient only when the target was reached: a capaian under 100 % with a lower
    serapan is under-delivery.
    """
    if capaian is None:
        return Efisiensi(None, Tafsir.TIDAK_ADA, "Capaian tidak dapat dihitung.")
    if not serapan:
        return Efisiensi(None, Tafsir.TIDAK_ADA, "Tidak ada serapan anggaran.")
    nilai = capaian - serapan
    if nilai == 0:
        return Efisiensi(nilai, Tafsir.SEPADAN)
    if nilai < 0:
        return Efisiensi(nilai, Tafsir.TIDAK_EFISIEN)
    if capaian < SERATUS:
        return Efisiensi(nilai, Tafsir.KURANG_TERCAPAI)
    return Efisiensi(nilai, Tafsir.EFISIEN)
