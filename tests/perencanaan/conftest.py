from tests.perencanaan.baris import baris_rencana

__all__ = ["baris_rencana"]
