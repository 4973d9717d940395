"""Capaian up to a period, and beside it capaian against the target of the year.

Source: reports by triwulan hold both (as printed in the Evaluasi Rencana Aksi of Kesbangpol
Provinsi Lampung 2024; the workbooks of BPOM have a column for each).
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from pengukuran.hitung.capaian import BELUM_DIISI, Aturan, Capaian, hitung_capaian
from perencanaan.hitung.nilai import Nilai
from perencanaan.hitung.periode import HasilPeriode


@dataclass(frozen=True)
class CapaianPeriode:
    """Two capaian of one realisasi: against what was due so far, and against the whole year."""

    sampai: Capaian
    setahun: Capaian


def capaian_periode(
    hasil: HasilPeriode,
    target_tahun: Nilai | None,
    aturan: Aturan,
    batas: Decimal | None = None,
    skor_predikat: Mapping[str, Decimal] | None = None,
) -> CapaianPeriode:
    """Both capaian in percent, unrounded, of what `gabungkan_periode` made of the periods.

    `target_tahun` is the target in force for the year, in the unit of the indikator. A figure
    that lacks a due period has no capaian; the reason names the period. Errors: none.
    """
    alasan = hasil.alasan
    if alasan:
        sampai = Capaian(aturan, alasan=alasan)
    else:
        sampai = hitung_capaian(hasil.target, hasil.realisasi, aturan, batas, skor_predikat)
    setahun = hitung_capaian(target_tahun, hasil.realisasi, aturan, batas, skor_predikat)
    if setahun.alasan == BELUM_DIISI:
        setahun = replace(setahun, alasan=hasil.sisi_realisasi.alasan)
    return CapaianPeriode(sampai, setahun)
