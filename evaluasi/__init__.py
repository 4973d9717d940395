"""What is judged: LKE, LHE, rekomendasi and tindak lanjut."""
