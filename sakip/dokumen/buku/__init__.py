"""A workbook given out to be filled in without a network, and taken in again: what all share."""
