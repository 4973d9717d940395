"""Tugas saya: what is due of one person in a unit and year, and of what he is reminded."""

from sakip.beranda.tugas.bahan import BEKERJA, BahanTugas, baca_bahan, bahan_setiap_orang
from sakip.beranda.tugas.ingat import IngatanTugas, PitaPengingat, ingatan_tugas, pita_pengingat
from sakip.beranda.tugas.susun import (
    KelompokTugas,
    Kemajuan,
    Tempo,
    Tugas,
    susun_kemajuan,
    susun_tugas,
)

__all__ = [
    "BEKERJA",
    "BahanTugas",
    "IngatanTugas",
    "KelompokTugas",
    "Kemajuan",
    "PitaPengingat",
    "Tempo",
    "Tugas",
    "baca_bahan",
    "bahan_setiap_orang",
    "ingatan_tugas",
    "pita_pengingat",
    "susun_kemajuan",
    "susun_tugas",
]
