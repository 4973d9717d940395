"""What is told: laporan kinerja and its comparisons."""
