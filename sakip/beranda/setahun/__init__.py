"""The year of a unit in one look: where its cycle stands, and what comes next."""

from sakip.beranda.setahun.keadaan import KeadaanTahun, keadaan_tahun
from sakip.beranda.setahun.langkah import Langkah, langkah_berikutnya, langkah_rencana
from sakip.beranda.setahun.pita import Tahap, pita_tahun
from sakip.beranda.setahun.semua import BarisUnitTahun, semua_unit

__all__ = [
    "BarisUnitTahun",
    "KeadaanTahun",
    "Langkah",
    "Tahap",
    "keadaan_tahun",
    "langkah_berikutnya",
    "langkah_rencana",
    "pita_tahun",
    "semua_unit",
]
