"""Efisiensi over several outputs, after PMK 22/PMK.02/2021.

Source: the formula as printed in a laporan kinerja of Inspektorat Jenderal 2019 (after PMK
214/PMK.02/2017): E = mean over outputs of (1 − (RAK / RVK) / (PAK / TVK)) × 100. RAK and PAK are
realisasi and pagu anggaran keluaran, RVK and TVK realisasi and target volume keluaran.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from pelaporan.hitung.efisiensi import (
    AturanEfisiensi,
    Efisiensi,
    Tafsir,
    nilai_efisiensi_pmk,
    tanpa_efisiensi,
)
from perencanaan.hitung.pecahan import ke_desimal

TANPA_KELUARAN = "Tidak ada keluaran yang dapat dihitung."


@dataclass(frozen=True)
class Keluaran:
    """An output: its budget in rupiah, its volume in its own unit; None is unknown."""

    nama: str
    pagu: Decimal | None
    realisasi_anggaran: Decimal | None
    target: Decimal | None
    realisasi: Decimal | None


@dataclass(frozen=True)
class _Efisien:
    """1 − (RAK / RVK) / (PAK / TVK) of one output, and whether its volume was reached."""

    nilai: Fraction
    tercapai: bool


def efisiensi_pmk(keluaran: Iterable[Keluaran]) -> Efisiensi:
    """E in percent over all outputs, unrounded, with NE as `turunan`.

    An output without pagu, realisasi or target, or with a 0 among them, has no E of its own: it
    is left out and named in `peringatan`. Efficient it is only where no output counted stayed
    under its target. Errors: none; where nothing can be counted the reason comes back.
    """
    dihitung: list[_Efisien] = []
    peringatan: list[str] = []
    for satu in keluaran:
        hasil = _satu_keluaran(satu)
        if isinstance(hasil, str):
            peringatan.append(f"{satu.nama} tidak ikut dihitung: {hasil}")
        else:
            dihitung.append(hasil)
    if not dihitung:
        return tanpa_efisiensi(AturanEfisiensi.PMK, TANPA_KELUARAN, tuple(peringatan))
    rata = sum((satu.nilai for satu in dihitung), Fraction(0)) / len(dihitung)
    nilai = ke_desimal(rata * 100)
    return Efisiensi(
        nilai,
        _tafsirkan(rata, semua_tercapai=all(satu.tercapai for satu in dihitung)),
        aturan=AturanEfisiensi.PMK,
        turunan=nilai_efisiensi_pmk(nilai),
        peringatan=tuple(peringatan),
    )


def _satu_keluaran(satu: Keluaran) -> _Efisien | str:
    """E of one output, or why it has none."""
    bahan = {
        "pagu": satu.pagu,
        "realisasi anggaran": satu.realisasi_anggaran,
        "target": satu.target,
        "realisasi": satu.realisasi,
    }
    angka = {nama: Fraction(isi) for nama, isi in bahan.items() if isi is not None and isi > 0}
    if kurang := [nama for nama in bahan if nama not in angka]:
        return f"{' dan '.join(kurang)} tidak ada atau 0."
    pagu, anggaran, target, realisasi = angka.values()
    return _Efisien(1 - (anggaran / realisasi) / (pagu / target), realisasi >= target)


def _tafsirkan(rata: Fraction, *, semua_tercapai: bool) -> Tafsir:
    if rata < 0:
        return Tafsir.TIDAK_EFISIEN
    if not semua_tercapai:
        return Tafsir.KURANG_TERCAPAI
    return Tafsir.EFISIEN if rata else Tafsir.SEPADAN
