"""A target or a realisasi: a figure, or a state that is not a number.

"Belum diisi" is never a value: it is a due period without a row, so functions take None for it.
"""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class JenisNilai(StrEnum):
    ANGKA = "angka"
    RENTANG = "rentang"
    PREDIKAT = "predikat"
    TIDAK_DIJADWALKAN = "tidak_dijadwalkan"
    TANPA_ANGKA = "tanpa_angka"
    BELUM_DIUKUR = "belum_diukur"


JENIS_TARGET = tuple(jenis for jenis in JenisNilai if jenis is not JenisNilai.BELUM_DIUKUR)
JENIS_REALISASI = (
    JenisNilai.ANGKA,
    JenisNilai.RENTANG,
    JenisNilai.PREDIKAT,
    JenisNilai.BELUM_DIUKUR,
)

LABEL_JENIS = {
    JenisNilai.ANGKA: "angka",
    JenisNilai.RENTANG: "rentang",
    JenisNilai.PREDIKAT: "predikat",
    JenisNilai.TIDAK_DIJADWALKAN: "tidak dijadwalkan",
    JenisNilai.TANPA_ANGKA: "tanpa angka",
    JenisNilai.BELUM_DIUKUR: "belum diukur",
}


@dataclass(frozen=True)
class Nilai:
    """One figure or state; which fields are filled follows from `jenis`, as in the database."""

    jenis: JenisNilai
    angka: Decimal | None = None
    bawah: Decimal | None = None
    atas: Decimal | None = None
    predikat: str = ""
    keterangan: str = ""
    alasan: str = ""

    @classmethod
    def dari_angka(cls, angka: Decimal) -> "Nilai":
        return cls(JenisNilai.ANGKA, angka=angka)
