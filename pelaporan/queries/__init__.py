"""What reports read, as frozen facts."""

from pelaporan.queries.lkjip import (
    BarisEfisiensi,
    BarisIndikator,
    DataLkjip,
    data_bertanggal,
    data_lkjip,
)
from pelaporan.queries.penunjang import BarisPenunjang
from pelaporan.queries.tulisan import Tulisan, TulisanBagian

__all__ = [
    "BarisEfisiensi",
    "BarisIndikator",
    "BarisPenunjang",
    "DataLkjip",
    "Tulisan",
    "TulisanBagian",
    "data_bertanggal",
    "data_lkjip",
]
