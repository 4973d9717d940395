from sakip.organisasi.models.pemda import BatasKategori, Pemda, Skala
from sakip.organisasi.models.pengguna import Pengguna, Penugasan
from sakip.organisasi.models.unit import Unit

__all__ = ["BatasKategori", "Pemda", "Pengguna", "Penugasan", "Skala", "Unit"]
