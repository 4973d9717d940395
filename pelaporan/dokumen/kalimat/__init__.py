"""The sentences that the figures say by themselves.

Each figure in them is an `Angka`, so a sentence can never say another number than its table.
"""

from pelaporan.dokumen.kalimat.anggaran import efisiensi, program, ringkasan_anggaran
from pelaporan.dokumen.kalimat.capaian import (
    ikhtisar,
    kemajuan,
    penunjang,
    perbaikan,
    perubahan,
    ringkasan_capaian,
    standar,
    target_realisasi,
)

__all__ = [
    "efisiensi",
    "ikhtisar",
    "kemajuan",
    "penunjang",
    "perbaikan",
    "perubahan",
    "program",
    "ringkasan_anggaran",
    "ringkasan_capaian",
    "standar",
    "target_realisasi",
]
