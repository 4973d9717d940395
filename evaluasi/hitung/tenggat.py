"""When a follow-up is due and how late it is.

Source: follow-up tables of LHE print their targets as a date, as "12 bulan" or as "setiap
triwulan" (tribulan). Months count from the LHE's date; where that is not known nothing is due,
and the reason is said. BPK and APIP name 60 days for an answer (Peraturan BPK 2/2017), which is a
date like any other.
"""

from calendar import monthrange
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class JenisTarget(StrEnum):
    TANGGAL = "tanggal"
    BULAN = "bulan"
    TRIWULAN = "triwulan"
    TANPA = "tanpa"


TANPA_TANGGAL_LHE = "Tanggal LHE belum diketahui, sehingga tenggatnya belum dapat dihitung."
TANPA_TARGET = "Targetnya tidak disebut dalam dokumen asalnya."
BULAN_TRIWULAN = 3


@dataclass(frozen=True)
class Tenggat:
    """A due date; None with the reason."""

    tanggal: date | None
    alasan: str = ""


@dataclass(frozen=True)
class Triwulan:
    """A triwulan by its year and last month; a report on it is due on its last day."""

    tahun: int
    bulan: int

    @property
    def tenggat(self) -> date:
        return date(self.tahun, self.bulan, monthrange(self.tahun, self.bulan)[1])


def tambah_bulan(tanggal: date, bulan: int) -> date:
    """The same day some months later; 31 January and one month is the last day of February."""
    urut = tanggal.year * 12 + tanggal.month - 1 + bulan
    tahun, ke = divmod(urut, 12)
    return date(tahun, ke + 1, min(tanggal.day, monthrange(tahun, ke + 1)[1]))


def tenggat_rencana(
    jenis: JenisTarget,
    *,
    sejak: date | None,
    tanggal: date | None = None,
    bulan: int | None = None,
    diperpanjang: date | None = None,
) -> Tenggat:
    """When a plan must be carried out. `sejak` is the LHE's date.

    An approved extension wins over all. "Setiap triwulan" has no end of its own: its reports are
    due one by one, see `laporan_jatuh_tempo`. Raises ValueError for a target without its figure.
    """
    if diperpanjang is not None:
        return Tenggat(diperpanjang)
    if jenis is JenisTarget.TANGGAL:
        if tanggal is None:
            raise ValueError("a target by date needs its date")
        return Tenggat(tanggal)
    if jenis is JenisTarget.TRIWULAN:
        return Tenggat(None, "Dilaporkan setiap triwulan.")
    if jenis is JenisTarget.TANPA:
        return Tenggat(None, TANPA_TARGET)
    if bulan is None:
        raise ValueError("a target in months needs their number")
    return Tenggat(tambah_bulan(sejak, bulan)) if sejak else Tenggat(None, TANPA_TANGGAL_LHE)


def laporan_jatuh_tempo(sejak: date, hari_ini: date) -> list[Triwulan]:
    """The triwulan of which a report is due up to today, from the one in which `sejak` lies."""
    hasil: list[Triwulan] = []
    urut = sejak.year * 4 + (sejak.month - 1) // BULAN_TRIWULAN
    while True:
        tahun, ke = divmod(urut, 4)
        satu = Triwulan(tahun, (ke + 1) * BULAN_TRIWULAN)
        if satu.tenggat > hari_ini:
            return hasil
        hasil.append(satu)
        urut += 1


def laporan_terlewat(
    sejak: date, hari_ini: date, dilaporkan: Collection[Triwulan]
) -> list[Triwulan]:
    """Those of them on which nothing was reported; a report due today is not late yet."""
    return [
        satu
        for satu in laporan_jatuh_tempo(sejak, hari_ini)
        if satu not in dilaporkan and satu.tenggat < hari_ini
    ]


def laporan_berjalan(
    sejak: date, hari_ini: date, dilaporkan: Collection[Triwulan]
) -> Triwulan | None:
    """The triwulan that runs, where nothing was reported on it yet; none before that of `sejak`."""
    ke = (hari_ini.month - 1) // BULAN_TRIWULAN + 1
    berjalan = Triwulan(hari_ini.year, ke * BULAN_TRIWULAN)
    return berjalan if berjalan.tenggat >= sejak and berjalan not in dilaporkan else None


def hari_terlambat(tenggat: date | None, hari_ini: date) -> int:
    """Days after the due date; 0 while it is not over or not known."""
    return max(0, (hari_ini - tenggat).days) if tenggat else 0


def umur_hari(sejak: date | None, hari_ini: date) -> int | None:
    """Days that something open has stood; None where its beginning is not known."""
    return (hari_ini - sejak).days if sejak else None
