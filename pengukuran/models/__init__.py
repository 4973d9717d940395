from pengukuran.models.aksi import RealisasiAksi
from pengukuran.models.anggaran import RealisasiAnggaran
from pengukuran.models.bukti import Bukti
from pengukuran.models.koreksi import Koreksi
from pengukuran.models.realisasi import NilaiVariabel, PelakuRealisasi, Realisasi
from pengukuran.models.setelan import SetelanCapaian

__all__ = [
    "Bukti",
    "Koreksi",
    "NilaiVariabel",
    "PelakuRealisasi",
    "Realisasi",
    "RealisasiAksi",
    "RealisasiAnggaran",
    "SetelanCapaian",
]
