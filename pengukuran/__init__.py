"""What was reached: realisasi of indikator and budget, and capaian."""
