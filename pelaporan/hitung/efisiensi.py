"""Efisiensi of the use of resources: five rules, of which a report uses one.

Source: PermenPANRB 53/2014, Lampiran II, BAB III (analisis atas efisiensi penggunaan sumber
daya), which prescribes no formula. Mixing two rules in one table is what made printed tables
contradict each other (laporan kinerja Bakesbangpol Kota Pasuruan 2023, Tabel 3.7), so a table is
made through `hitung_efisiensi` with one rule, and RUMUS_EFISIENSI of it is printed under it.
"""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from pengukuran.hitung.capaian import SERATUS


class AturanEfisiensi(StrEnum):
    SELISIH = "selisih"
    RELATIF = "relatif"
    RASIO = "rasio"
    INDEKS = "indeks"
    PMK = "pmk_22_2021"


RUMUS_SELISIH = "efisiensi = capaian kinerja − serapan anggaran, dalam poin persen"
RUMUS_EFISIENSI = {
    AturanEfisiensi.SELISIH: RUMUS_SELISIH,
    AturanEfisiensi.RELATIF: (
        "efisiensi = (capaian kinerja / serapan anggaran − 1) × 100, dalam persen"
    ),
    AturanEfisiensi.RASIO: (
        "efisiensi = capaian kinerja / serapan anggaran × 100, dalam persen; 100 berarti sepadan"
    ),
    AturanEfisiensi.INDEKS: (
        "IE = capaian kinerja / serapan anggaran; TE = (IE − SE) / SE dengan SE = 1; "
        "efisien bila IE paling sedikit 1"
    ),
    AturanEfisiensi.PMK: (
        "E = rata-rata (1 − (RAK / RVK) / (PAK / TVK)) × 100, dalam persen; "
        "NE = 50 + E / 20 × 50, dengan E dibatasi −20 sampai 20"
    ),
}
SATUAN_EFISIENSI = {
    AturanEfisiensi.SELISIH: "poin",
    AturanEfisiensi.RELATIF: "%",
    AturanEfisiensi.RASIO: "%",
    AturanEfisiensi.INDEKS: "indeks",
    AturanEfisiensi.PMK: "%",
}

TANPA_CAPAIAN = "Capaian tidak dapat dihitung."
TANPA_SERAPAN = "Tidak ada serapan anggaran."
CAPAIAN_NOL = "Capaian 0 tidak dapat menjadi pembagi menurut aturan ini."

_BATAS_PMK = Decimal(20)
_LIMA_PULUH = Decimal(50)


class Tafsir(StrEnum):
    """What the figure means; a figure alone would call a missed target efficient."""

    EFISIEN = "efisien"
    SEPADAN = "sepadan"
    TIDAK_EFISIEN = "tidak efisien"
    KURANG_TERCAPAI = "kinerja belum tercapai"
    TIDAK_ADA = "-"


@dataclass(frozen=True)
class Efisiensi:
    """The figure by its rule (unit: SATUAN_EFISIENSI), unrounded; None with the reason.

    `turunan` is the second figure of the two rules that have one: TE of the index (1 = 100 %),
    NE of PMK 22/2021 in percent.
    """

    nilai: Decimal | None
    tafsir: Tafsir
    alasan: str = ""
    aturan: AturanEfisiensi = AturanEfisiensi.SELISIH
    turunan: Decimal | None = None
    peringatan: tuple[str, ...] = ()


def hitung_efisiensi(
    aturan: AturanEfisiensi, capaian: Decimal | None, serapan: Decimal | None
) -> Efisiensi:
    """Efisiensi of one row by the rule of the report, from two unrounded percentages.

    `capaian` is that of the performance, `serapan` that of the input: of money, or of orang-hari
    where a report weighs people. None for either, and a serapan of 0, give no figure, so 0 %
    against 0 % is never efficient. A capaian under 100 % that no more was spent on is
    under-delivery, whatever the figure. Errors: none; without a figure the reason comes back.

    Source: selisih and relatif as printed in the laporan kinerja of Bakesbangpol Kota Pasuruan
    2023 (Tabel 3.7), rasio in that of Bakesbangpol Kabupaten Lumajang 2023 (huruf F) and of BPKP
    (dana and SDM), the index IE/TE in those of BPOM; PMK 22/2021 for one output, see
    `pelaporan.hitung.efisiensi_pmk` for several.
    """
    if capaian is None:
        return tanpa_efisiensi(aturan, TANPA_CAPAIAN)
    if serapan is None or serapan <= 0:
        return tanpa_efisiensi(aturan, TANPA_SERAPAN)
    if aturan is AturanEfisiensi.PMK and capaian <= 0:
        return tanpa_efisiensi(aturan, CAPAIAN_NOL)
    nilai, turunan = _hitung(aturan, capaian, serapan)
    tafsir = tafsirkan(aturan, capaian, serapan)
    return Efisiensi(nilai, tafsir, aturan=aturan, turunan=turunan)


def tanpa_efisiensi(
    aturan: AturanEfisiensi, alasan: str, peringatan: tuple[str, ...] = ()
) -> Efisiensi:
    """No figure, which prints `-`, and the reason that stands under the table."""
    return Efisiensi(None, Tafsir.TIDAK_ADA, alasan, aturan, peringatan=peringatan)


def _hitung(
    aturan: AturanEfisiensi, capaian: Decimal, serapan: Decimal
) -> tuple[Decimal, Decimal | None]:
    match aturan:
        case AturanEfisiensi.SELISIH:
            return capaian - serapan, None
        case AturanEfisiensi.RELATIF:
            return (capaian - serapan) * SERATUS / serapan, None
        case AturanEfisiensi.RASIO:
            return capaian * SERATUS / serapan, None
        case AturanEfisiensi.INDEKS:
            return capaian / serapan, (capaian - serapan) / serapan
    nilai = (capaian - serapan) * SERATUS / capaian
    return nilai, nilai_efisiensi_pmk(nilai)


def tafsirkan(aturan: AturanEfisiensi, capaian: Decimal, serapan: Decimal) -> Tafsir:
    """The word for a row: every rule compares the same two figures, so they agree in it.

    Only at equality they differ: an IE of 1 counts as efficient by its own rule.
    """
    if capaian < serapan:
        return Tafsir.TIDAK_EFISIEN
    if capaian < SERATUS:
        return Tafsir.KURANG_TERCAPAI
    if capaian > serapan or aturan is AturanEfisiensi.INDEKS:
        return Tafsir.EFISIEN
    return Tafsir.SEPADAN


def nilai_efisiensi_pmk(efisiensi: Decimal, *, dibatasi: bool = True) -> Decimal:
    """NE = 50 + E / 20 × 50, in percent: with E limited to −20 … 20 it lies in 0 … 100.

    Source: PMK 22/PMK.02/2021. Without the limit as printed in a laporan kinerja of Inspektorat
    Jenderal 2019, where 74,03 gives 235 %.
    """
    if dibatasi:
        efisiensi = max(-_BATAS_PMK, min(_BATAS_PMK, efisiensi))
    return _LIMA_PULUH + efisiensi * _LIMA_PULUH / _BATAS_PMK
