"""Progress towards the end of the Renstra.

Source: PermenPANRB 53/2014, Lampiran II, BAB III: realisasi sampai dengan tahun ini dibandingkan
dengan target jangka menengah.
"""

from collections.abc import Mapping
from decimal import Decimal

from pengukuran.hitung.capaian import Aturan, Capaian, hitung_capaian
from perencanaan.hitung.nilai import Nilai


def hitung_kemajuan(
    target_akhir: Nilai | None,
    realisasi: Nilai | None,
    aturan: Aturan,
    skor_predikat: Mapping[str, Decimal] | None = None,
) -> Capaian:
    """Tingkat kemajuan in percent: this year's realisasi against the last year's target.

    By the indikator's own rule, and never capped: a pemda's cap is for averages of a year.
    """
    return hitung_capaian(target_akhir, realisasi, aturan, skor_predikat=skor_predikat)
