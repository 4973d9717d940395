"""What is promised: Renstra, indikator, targets, pagu, and later PK and Rencana Aksi."""
