"""A realisasi beside a national, provincial or other region's standard.

Source: PermenPANRB 53/2014, Lampiran II, BAB III: realisasi kinerja tahun ini dibandingkan dengan
standar nasional (jika ada).
"""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from pengukuran.hitung.capaian import BELUM_DIISI, SERATUS
from perencanaan.hitung.nilai import JenisNilai, Nilai

TANPA_STANDAR = "Standar pembandingnya tidak diketahui."


class Letak(StrEnum):
    """Where the realisasi stands; whether that is good depends on the arah of the indikator."""

    DI_ATAS = "di atas standar"
    SAMA = "sama dengan standar"
    DI_BAWAH = "di bawah standar"


@dataclass(frozen=True)
class BandingStandar:
    """Realisasi / standar × 100, unrounded; both None with the reason where there is none."""

    persen: Decimal | None = None
    letak: Letak | None = None
    alasan: str = ""


def bandingkan_standar(realisasi: Nilai | None, standar: Nilai | None) -> BandingStandar:
    """This year's realisasi in percent of a standard in the same unit, whatever the rule of capaian.

    `standar` None, or a state with its reason: none is known, which prints `-`. `realisasi` None
    is belum diisi. Errors: none; without a figure the reason comes back.

    Source of the formula: as printed in the laporan kinerja of Bakesbangpol Kota Pasuruan 2023,
    Tabel 3.5, (6) = 4 / 5 × 100.
    """
    alasan = _alasan(realisasi, standar)
    if alasan or realisasi is None or standar is None:
        return BandingStandar(alasan=alasan)
    if realisasi.angka is None or standar.angka is None:
        return BandingStandar(alasan="Realisasi dan standar bukan angka yang dapat dibandingkan.")
    if standar.angka == 0:
        return BandingStandar(alasan="Standar 0 tidak dapat menjadi pembagi.")
    persen = realisasi.angka * SERATUS / standar.angka
    return BandingStandar(persen, _letak(realisasi.angka, standar.angka))


def _alasan(realisasi: Nilai | None, standar: Nilai | None) -> str:
    if standar is None:
        return TANPA_STANDAR
    if standar.jenis in {JenisNilai.TANPA_ANGKA, JenisNilai.TIDAK_DIJADWALKAN}:
        return standar.alasan or TANPA_STANDAR
    if realisasi is None:
        return BELUM_DIISI
    if realisasi.jenis is JenisNilai.BELUM_DIUKUR:
        return realisasi.alasan or "Belum diukur."
    return ""


def _letak(realisasi: Decimal, standar: Decimal) -> Letak:
    if realisasi == standar:
        return Letak.SAMA
    return Letak.DI_ATAS if realisasi > standar else Letak.DI_BAWAH
