from tests.pengukuran.baris import baris_ukur
from tests.perencanaan.baris import baris_rencana

__all__ = ["baris_rencana", "baris_ukur"]
