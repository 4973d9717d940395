"""The states of documents of the plan. Pure."""

from enum import StrEnum


class StatusRencana(StrEnum):
    """Perjanjian Kinerja and Rencana Aksi: written, put forward, and in force once signed."""

    DRAF = "draf"
    DIAJUKAN = "diajukan"
    DIKEMBALIKAN = "dikembalikan"
    DITETAPKAN = "ditetapkan"


LABEL_STATUS: dict[str, str] = {
    StatusRencana.DRAF: "draf",
    StatusRencana.DIAJUKAN: "diajukan",
    StatusRencana.DIKEMBALIKAN: "dikembalikan",
    StatusRencana.DITETAPKAN: "ditetapkan",
}

# which sign of the kit stands before the word of a state
TANDA_STATUS: dict[str, str] = {
    StatusRencana.DRAF: "menunggu",
    StatusRencana.DIAJUKAN: "berjalan",
    StatusRencana.DIKEMBALIKAN: "dikembalikan",
    StatusRencana.DITETAPKAN: "selesai",
}

# in these states the rows may be written
DAPAT_DIUBAH = frozenset({StatusRencana.DRAF, StatusRencana.DIKEMBALIKAN})
