"""Capaian: a realisasi set against its target.

Source: PermenPANRB 53/2014, Lampiran II (pengukuran kinerja: membandingkan realisasi dengan
target); the rule for falling indikator as common in laporan kinerja, named on each indikator.
"""

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from perencanaan.hitung.nilai import JenisNilai, Nilai

SERATUS = Decimal(100)


class Aturan(StrEnum):
    NAIK = "naik"
    TURUN_RENCANA = "turun_rencana"
    TURUN_RASIO = "turun_rasio"


RUMUS = {
    Aturan.NAIK: "realisasi / target × 100",
    Aturan.TURUN_RENCANA: "(2 × target − realisasi) / target × 100",
    Aturan.TURUN_RASIO: "target / realisasi × 100",
}


@dataclass(frozen=True)
class Capaian:
    """The outcome in percent, unrounded; both None when it cannot be computed, with the reason.

    `asli` is what the rule gives, `dipakai` what averages and kategori use: never below 0 and
    never above the cap of the pemda.
    """

    aturan: Aturan
    asli: Decimal | None = None
    dipakai: Decimal | None = None
    alasan: str = ""
    peringatan: tuple[str, ...] = field(default=())

    @property
    def tercapai(self) -> bool | None:
        """At least 100 before rounding; None when there is no capaian."""
        return None if self.asli is None else self.asli >= SERATUS


def hitung_capaian(
    target: Nilai | None,
    realisasi: Nilai | None,
    aturan: Aturan,
    batas: Decimal | None = None,
) -> Capaian:
    """Capaian in percent of a realisasi against a target under the indikator's rule.

    `target` None: the plan has none. `realisasi` None: belum diisi. States never become numbers.
    `batas` is the pemda's cap (100, 110, …) or None. Errors: none; what cannot be computed comes
    back with `alasan`.
    """
    alasan = _alasan_tanpa_angka(target, realisasi)
    if alasan or target is None or realisasi is None:
        return Capaian(aturan, alasan=alasan)
    if target.angka is None or realisasi.angka is None:
        return Capaian(aturan, alasan="Target dan realisasi bukan angka yang dapat dibandingkan.")
    asli, alasan = _RUMUS_ANGKA[aturan](target.angka, realisasi.angka)
    if asli is None:
        return Capaian(aturan, alasan=alasan)
    return _terapkan_batas(aturan, asli, batas)


def _alasan_tanpa_angka(target: Nilai | None, realisasi: Nilai | None) -> str:
    if target is None:
        return "Target belum ditetapkan."
    if target.jenis is JenisNilai.TIDAK_DIJADWALKAN:
        return target.alasan or "Tidak dijadwalkan."
    if target.jenis is JenisNilai.TANPA_ANGKA:
        return target.alasan or "Target tidak berupa angka."
    if realisasi is None:
        return "Realisasi belum diisi."
    if realisasi.jenis is JenisNilai.BELUM_DIUKUR:
        return realisasi.alasan or "Belum diukur."
    return ""


def _naik(target: Decimal, realisasi: Decimal) -> tuple[Decimal | None, str]:
    if target == 0:
        return None, "Target 0 pada indikator yang naik tidak dapat dihitung."
    return realisasi * SERATUS / target, ""


def _turun_rencana(target: Decimal, realisasi: Decimal) -> tuple[Decimal | None, str]:
    if target == 0:
        return (SERATUS if realisasi == 0 else Decimal(0)), ""
    return (2 * target - realisasi) * SERATUS / target, ""


def _turun_rasio(target: Decimal, realisasi: Decimal) -> tuple[Decimal | None, str]:
    if realisasi == 0:
        if target == 0:
            return SERATUS, ""
        return None, "Realisasi 0 tidak dapat dihitung dengan aturan target / realisasi."
    return target * SERATUS / realisasi, ""


_RUMUS_ANGKA = {
    Aturan.NAIK: _naik,
    Aturan.TURUN_RENCANA: _turun_rencana,
    Aturan.TURUN_RASIO: _turun_rasio,
}


def _terapkan_batas(aturan: Aturan, asli: Decimal, batas: Decimal | None) -> Capaian:
    peringatan = []
    dipakai = asli
    if dipakai < 0:
        dipakai = Decimal(0)
        peringatan.append("Hasil di bawah nol ditampilkan 0.")
    if batas is not None and dipakai > batas:
        dipakai = batas
        peringatan.append("Capaian dibatasi sesuai aturan pemerintah daerah.")
    return Capaian(aturan, asli, dipakai, peringatan=tuple(peringatan))
