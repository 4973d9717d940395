from pengukuran.models.aksi import RealisasiAksi
from pengukuran.models.anggaran import RealisasiAnggaran
from pengukuran.models.bukti import Bukti
from pengukuran.models.koreksi import Koreksi
from pengukuran.models.predikat import ButirPredikat, SkalaIndikator, SkalaPredikat
from pengukuran.models.realisasi import NilaiVariabel, PelakuRealisasi, Realisasi
from pengukuran.models.setelan import SetelanCapaian

__all__ = [
    "Bukti",
    "ButirPredikat",
    "Koreksi",
    "NilaiVariabel",
    "PelakuRealisasi",
    "Realisasi",
    "RealisasiAksi",
    "RealisasiAnggaran",
    "SetelanCapaian",
    "SkalaIndikator",
    "SkalaPredikat",
]
