"""How widely a criterion is met among units, in four steps; no regulation names them."""

from enum import StrEnum


class Sebaran(StrEnum):
    SEMUA = "semua"
    SEBAGIAN_BESAR = "sebagian_besar"
    SEBAGIAN_KECIL = "sebagian_kecil"
    TIDAK_ADA = "tidak_ada"


def sebaran(terpenuhi: int, semua: int) -> Sebaran:
    """All, at least half, fewer, none. Raises ValueError where more meet it than there are."""
    if not 0 <= terpenuhi <= semua:
        raise ValueError(f"{terpenuhi} of {semua} units")
    if terpenuhi == 0:
        return Sebaran.TIDAK_ADA
    if terpenuhi == semua:
        return Sebaran.SEMUA
    return Sebaran.SEBAGIAN_BESAR if 2 * terpenuhi >= semua else Sebaran.SEBAGIAN_KECIL
