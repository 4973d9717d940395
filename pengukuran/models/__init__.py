from pengukuran.models.aksi import RealisasiAksi
from pengukuran.models.anggaran import RealisasiAnggaran
from pengukuran.models.bukti import Bukti
from pengukuran.models.isian import (
    AturanKesiapan,
    CatatanKesiapan,
    Pengembalian,
    UsulanKoreksi,
)
from pengukuran.models.ketikan import Ketikan, KetikanBelanja, KetikanIsian
from pengukuran.models.koreksi import Koreksi
from pengukuran.models.predikat import ButirPredikat, SkalaIndikator, SkalaPredikat
from pengukuran.models.realisasi import NilaiVariabel, PelakuRealisasi, Realisasi
from pengukuran.models.setelan import SetelanCapaian
from pengukuran.models.usulan import SumberUsulan

__all__ = [
    "AturanKesiapan",
    "Bukti",
    "ButirPredikat",
    "CatatanKesiapan",
    "Ketikan",
    "KetikanBelanja",
    "KetikanIsian",
    "Koreksi",
    "NilaiVariabel",
    "PelakuRealisasi",
    "Pengembalian",
    "Realisasi",
    "RealisasiAksi",
    "RealisasiAnggaran",
    "SetelanCapaian",
    "SkalaIndikator",
    "SkalaPredikat",
    "SumberUsulan",
    "UsulanKoreksi",
]
