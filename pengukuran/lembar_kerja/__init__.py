"""The sheet of a triwulan as a workbook: written, filled in without a network, read again."""
