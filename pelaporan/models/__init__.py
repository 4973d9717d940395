"""What a report holds beside the figures."""

from pelaporan.models.analisis import Analisis
from pelaporan.models.laporan import Bagian, GambarBagian, Laporan, Paragraf

__all__ = ["Analisis", "Bagian", "GambarBagian", "Laporan", "Paragraf"]
