"""Where a figure ends at the year's end if nothing changes, and what each period left must bring."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from perencanaan.hitung.pecahan import jumlahkan, ke_desimal, rata
from perencanaan.hitung.periode import Cara


class Arah(StrEnum):
    """What a period left must be: at least, or at most, so much."""

    PALING_SEDIKIT = "paling sedikit"
    PALING_BANYAK = "paling banyak"


@dataclass(frozen=True)
class BahanProyeksi:
    """One indikator in the middle of its year, in its own unit.

    `realisasi` are the approved numbers by the last month of their period, `target_sampai` what
    the plan makes due up to now, `target_setahun` the target of the year. `sisa` counts the due
    periods that have no number yet. `naik`: higher is better.
    """

    cara: Cara
    naik: bool
    realisasi: Mapping[int, Decimal]
    target_sampai: Decimal | None
    target_setahun: Decimal | None
    sisa: int


@dataclass(frozen=True)
class Proyeksi:
    """`akhir`: the figure at the year's end at the pace so far, None with its `alasan`.

    `butuh`: what each of the `sisa` periods left must bring for the target, by `arah`; None where
    none is left, there is no target, it is reached whatever comes (`aman`), or no figure can
    reach it any more (`lewat`). Both in the indikator's unit, unrounded.
    """

    akhir: Decimal | None
    alasan: str
    arah: Arah
    sisa: int
    butuh: Decimal | None = None
    aman: bool = False
    lewat: bool = False


def proyeksikan(bahan: BahanProyeksi) -> Proyeksi:
    """Both figures of one indikator. Errors: none; what cannot be told has its reason.

    Kumulatif and jumlah grow with the plan: realisasi so far / target so far × target of the
    year. Rata-rata and terakhir stay as they are. Source: no regulation gives this; whoever shows
    the figure names the rule beside it.
    """
    akhir, alasan = _akhir(bahan)
    arah = Arah.PALING_SEDIKIT if bahan.naik else Arah.PALING_BANYAK
    return _tambah_butuh(bahan, Proyeksi(akhir, alasan, arah, bahan.sisa))


def _akhir(bahan: BahanProyeksi) -> tuple[Decimal | None, str]:
    if not bahan.realisasi:
        return None, "Belum ada realisasi yang disetujui."
    kini = _tercapai(bahan)
    if bahan.cara in {Cara.RATA_RATA, Cara.TERAKHIR} or not bahan.sisa:
        return kini, ""
    if bahan.target_setahun is None:
        return None, "Target setahun tidak berupa angka."
    if not bahan.target_sampai:
        return None, "Belum ada target yang jatuh tempo, sehingga lajunya belum dapat dihitung."
    laju = Fraction(kini) / Fraction(bahan.target_sampai)
    return ke_desimal(laju * Fraction(bahan.target_setahun)), ""


def _tercapai(bahan: BahanProyeksi) -> Decimal:
    """What the periods so far make together; 0 before the first number."""
    if not bahan.realisasi:
        return Decimal(0)
    match bahan.cara:
        case Cara.JUMLAH:
            return jumlahkan(bahan.realisasi.values())
        case Cara.RATA_RATA:
            return rata(list(bahan.realisasi.values()))
        case _:
            return bahan.realisasi[max(bahan.realisasi)]


def _tambah_butuh(bahan: BahanProyeksi, hasil: Proyeksi) -> Proyeksi:
    if not bahan.sisa or bahan.target_setahun is None:
        return hasil
    if bahan.cara is Cara.TERAKHIR:
        return replace(hasil, butuh=bahan.target_setahun)
    butuh = _butuh(bahan, Fraction(bahan.target_setahun))
    if bahan.naik and butuh <= 0 and bahan.realisasi:
        return replace(hasil, aman=True)
    if not bahan.naik and butuh < 0:
        return replace(hasil, lewat=True)
    return replace(hasil, butuh=ke_desimal(butuh))


def _butuh(bahan: BahanProyeksi, target: Fraction) -> Fraction:
    """An equal share of what is missing; of a mean, what lifts all periods to the target."""
    if bahan.cara is Cara.RATA_RATA:
        semua = target * (len(bahan.realisasi) + bahan.sisa)
        return (semua - sum(map(Fraction, bahan.realisasi.values()))) / bahan.sisa
    return (target - Fraction(_tercapai(bahan))) / bahan.sisa
