"""What changes a realisasi: permission, state, window, write and trail in one transaction."""
