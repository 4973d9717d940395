from sakip.organisasi.models.jendela import Jendela, Pengecualian
from sakip.organisasi.models.pejabat import Pejabat, Penempatan
from sakip.organisasi.models.pemda import BatasKategori, Pemda, Skala
from sakip.organisasi.models.pengguna import Pengguna, Penugasan
from sakip.organisasi.models.perubahan import PerubahanUnit, Silsilah
from sakip.organisasi.models.unit import Unit
from sakip.organisasi.models.wilayah import Wilayah

__all__ = [
    "BatasKategori",
    "Jendela",
    "Pejabat",
    "Pemda",
    "Penempatan",
    "Pengecualian",
    "Pengguna",
    "Penugasan",
    "PerubahanUnit",
    "Silsilah",
    "Skala",
    "Unit",
    "Wilayah",
]
