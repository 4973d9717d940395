"""The axis of periods: a year cut into months, triwulan, semester, or not at all.

A period is named by its last month: TW II is 6, the year is 12.
"""

from collections.abc import Iterable
from enum import StrEnum

from sakip.lib.romawi import tulis_romawi
from sakip.lib.tanggal import NAMA_BULAN

BULAN_SETAHUN = 12


class Frekuensi(StrEnum):
    BULANAN = "bulanan"
    TRIWULANAN = "triwulanan"
    SEMESTERAN = "semesteran"
    TAHUNAN = "tahunan"


PANJANG = {
    Frekuensi.BULANAN: 1,
    Frekuensi.TRIWULANAN: 3,
    Frekuensi.SEMESTERAN: 6,
    Frekuensi.TAHUNAN: BULAN_SETAHUN,
}
_SEBUTAN = {Frekuensi.TRIWULANAN: "TW", Frekuensi.SEMESTERAN: "Semester"}


def akhir_masa(bulan: int, frekuensi: Frekuensi) -> int:
    """The last month of the period that a month lies in: 4 gives 6 by triwulan."""
    panjang = PANJANG[frekuensi]
    return -(-bulan // panjang) * panjang


def masa_selama(akhir: int, panjang: Frekuensi, dipotong: Frekuensi) -> range:
    """The periods of one frekuensi that lie in, or around, the period of another ending at `akhir`.

    A year cut into triwulan gives 3, 6, 9, 12; a month gives the triwulan around it.
    """
    awal = akhir - PANJANG[panjang] + 1
    return range(akhir_masa(awal, dipotong), akhir_masa(akhir, dipotong) + 1, PANJANG[dipotong])


def nama_masa(bulan: int, frekuensi: Frekuensi) -> str:
    """A period as sentences name it: Februari, TW II, Semester I, setahun penuh.

    A month that ends no period of this frekuensi is named as the month.
    """
    if frekuensi is Frekuensi.BULANAN or bulan % PANJANG[frekuensi]:
        return NAMA_BULAN[bulan - 1]
    if frekuensi is Frekuensi.TAHUNAN:
        return "setahun penuh"
    return f"{_SEBUTAN[frekuensi]} {tulis_romawi(bulan // PANJANG[frekuensi])}"


def sebut_masa(bulan: Iterable[int], frekuensi: Frekuensi) -> str:
    """Several periods in their order: TW I, TW II, dan TW IV."""
    return sebut([nama_masa(satu, frekuensi) for satu in sorted(bulan)])


def sebut(nama: list[str]) -> str:
    """A list of names as a sentence holds it: a; a dan b; a, b, dan c."""
    if len(nama) <= 2:  # noqa: PLR2004 -- two need no comma
        return " dan ".join(nama)
    return f"{', '.join(nama[:-1])}, dan {nama[-1]}"
