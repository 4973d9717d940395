"""Serapan anggaran: realisasi set against the pagu in force.

Source: PermenPANRB 53/2014, Lampiran II, BAB III huruf B (realisasi anggaran).
"""

from decimal import Decimal

from pengukuran.hitung.capaian import SERATUS


def hitung_serapan(pagu: Decimal | None, realisasi: Decimal | None) -> Decimal | None:
    """Realisasi / pagu × 100 in percent, unrounded.

    Both in rupiah; None is unknown and gives None, as does a pagu of 0.
    """
    if not pagu or realisasi is None:
        return None
    return realisasi * SERATUS / pagu


def hitung_saldo(pagu: Decimal | None, realisasi: Decimal | None) -> Decimal | None:
    """What is left of the pagu, in rupiah; negative when it was exceeded."""
    if pagu is None or realisasi is None:
        return None
    return pagu - realisasi
