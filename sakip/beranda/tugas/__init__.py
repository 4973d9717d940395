"""Tugas saya: what is due of one person in a unit and year."""

from sakip.beranda.tugas.bahan import BahanTugas, baca_bahan
from sakip.beranda.tugas.susun import KelompokTugas, Kemajuan, Tugas, susun_kemajuan, susun_tugas

__all__ = [
    "BahanTugas",
    "KelompokTugas",
    "Kemajuan",
    "Tugas",
    "baca_bahan",
    "susun_kemajuan",
    "susun_tugas",
]
