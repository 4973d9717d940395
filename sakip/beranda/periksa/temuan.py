"""One finding of the consistency check."""

from dataclasses import dataclass
from enum import StrEnum


class Tingkat(StrEnum):
    GALAT = "galat"  # a figure is wrong, or contradicts another one
    PERINGATAN = "peringatan"  # something is missing or unusual
    INFO = "info"  # two documents differ, which may be meant


@dataclass(frozen=True)
class Temuan:
    """What is wrong, where, and what to do. `kode` names the rule and never changes."""

    kode: str
    tingkat: Tingkat
    tempat: str
    pesan: str
    saran: str
