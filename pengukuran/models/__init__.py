from pengukuran.models.anggaran import RealisasiAnggaran
from pengukuran.models.realisasi import Realisasi

__all__ = ["Realisasi", "RealisasiAnggaran"]
