"""A stage of the LKE as a workbook: written, filled in without a network, read again."""
