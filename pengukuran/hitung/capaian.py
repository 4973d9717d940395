"""Capaian: a realisasi set against its target.

Source: PermenPANRB 53/2014, Lampiran II (pengukuran kinerja: membandingkan realisasi dengan
target); the rule for falling indikator as common in laporan kinerja, named on each indikator.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from enum import StrEnum

from perencanaan.hitung.nilai import JenisNilai, Nilai

SERATUS = Decimal(100)
BELUM_DIISI = "Realisasi belum diisi."


class Aturan(StrEnum):
    NAIK = "naik"
    TURUN_RENCANA = "turun_rencana"
    TURUN_RASIO = "turun_rasio"


RUMUS = {
    Aturan.NAIK: "realisasi / target × 100",
    Aturan.TURUN_RENCANA: "(2 × target − realisasi) / target × 100",
    Aturan.TURUN_RASIO: "target / realisasi × 100",
}


class Dasar(StrEnum):
    """What the realisasi was set against."""

    TARGET = "target"
    DALAM_RENTANG = "rentang target"
    BATAS_BAWAH = "batas bawah rentang"
    BATAS_ATAS = "batas atas rentang"
    SKOR = "skor predikat"


@dataclass(frozen=True)
class Capaian:
    """The outcome in percent, unrounded; both None when it cannot be computed, with the reason.

    `asli` is what the rule gives, `dipakai` what averages and kategori use: never below 0 and
    never above the cap of the pemda. `aturan` is the indikator's; `rumus` words what was done.
    """

    aturan: Aturan
    asli: Decimal | None = None
    dipakai: Decimal | None = None
    alasan: str = ""
    peringatan: tuple[str, ...] = field(default=())
    dasar: Dasar = Dasar.TARGET

    @property
    def tercapai(self) -> bool | None:
        """At least 100 before rounding; None when there is no capaian."""
        return None if self.asli is None else self.asli >= SERATUS

    @property
    def rumus(self) -> str:
        """The rule in words, for the page and the report."""
        match self.dasar:
            case Dasar.DALAM_RENTANG:
                return "realisasi di dalam rentang target = 100"
            case Dasar.SKOR:
                return "skor realisasi / skor target × 100"
        return RUMUS[self.aturan].replace("target", self.dasar)


def hitung_capaian(
    target: Nilai | None,
    realisasi: Nilai | None,
    aturan: Aturan,
    batas: Decimal | None = None,
    skor_predikat: Mapping[str, Decimal] | None = None,
) -> Capaian:
    """Capaian in percent of a realisasi against a target under the indikator's rule.

    `target` None: the plan has none. `realisasi` None: belum diisi. States never become numbers.
    A realisasi inside a range is 100; outside it is set against the near bound under the rule.
    `batas` is the pemda's cap (100, 110, …) or None. `skor_predikat` maps each grade of an
    ordinal scale (WTP … TMP, AA … E) to its score; grades are compared by score as naik, whatever
    the rule. Errors: none; what cannot be computed comes back with `alasan`.

    Source: naik as printed in the laporan kinerja of Bakesbangpol Kota Pasuruan 2023; both turun
    rules, range and grades as other offices print them (the range after the near bound as in
    PermenPANRB 8/2021).
    """
    alasan = _alasan_tanpa_angka(target, realisasi)
    if alasan or target is None or realisasi is None:
        return Capaian(aturan, alasan=alasan)
    dasar, acuan, nyata = _acuan(target, realisasi, skor_predikat)
    if acuan is None or nyata is None:
        return Capaian(aturan, alasan=_alasan_tanpa_acuan(target, realisasi, skor_predikat))
    if dasar is Dasar.DALAM_RENTANG:
        return _terapkan_batas(Capaian(aturan, SERATUS, dasar=dasar), batas)
    rumus = Aturan.NAIK if dasar is Dasar.SKOR else aturan
    asli, alasan = _RUMUS_ANGKA[rumus](acuan, nyata)
    return _terapkan_batas(Capaian(aturan, asli, alasan=alasan, dasar=dasar), batas)


def _alasan_tanpa_angka(target: Nilai | None, realisasi: Nilai | None) -> str:
    if target is None:
        return "Target belum ditetapkan."
    if target.jenis is JenisNilai.TIDAK_DIJADWALKAN:
        return target.alasan or "Tidak dijadwalkan."
    if target.jenis is JenisNilai.TANPA_ANGKA:
        return target.alasan or "Target tidak berupa angka."
    if realisasi is None:
        return BELUM_DIISI
    if realisasi.jenis is JenisNilai.BELUM_DIUKUR:
        return realisasi.alasan or "Belum diukur."
    return ""


_Acuan = tuple[Dasar, Decimal | None, Decimal | None]


def _acuan(target: Nilai, realisasi: Nilai, skor: Mapping[str, Decimal] | None) -> _Acuan:
    """The two numbers that the rule compares; None where a side has none."""
    if target.bawah is not None and target.atas is not None:
        return _acuan_rentang(target.bawah, target.atas, realisasi.angka)
    if target.jenis is JenisNilai.PREDIKAT and realisasi.jenis is JenisNilai.PREDIKAT:
        return Dasar.SKOR, _skor(target, skor), _skor(realisasi, skor)
    return Dasar.TARGET, target.angka, realisasi.angka


def _acuan_rentang(bawah: Decimal, atas: Decimal, nyata: Decimal | None) -> _Acuan:
    if nyata is None or bawah <= nyata <= atas:
        return Dasar.DALAM_RENTANG, atas, nyata
    if nyata > atas:
        return Dasar.BATAS_ATAS, atas, nyata
    return Dasar.BATAS_BAWAH, bawah, nyata


def _skor(nilai: Nilai, skor: Mapping[str, Decimal] | None) -> Decimal | None:
    return (skor or {}).get(nilai.predikat.strip())


def _alasan_tanpa_acuan(target: Nilai, realisasi: Nilai, skor: Mapping[str, Decimal] | None) -> str:
    if {target.jenis, realisasi.jenis} != {JenisNilai.PREDIKAT}:
        return "Target dan realisasi bukan angka yang dapat dibandingkan."
    if not skor:
        return "Skor predikat indikator ini belum ditetapkan."
    asing = [n.predikat for n in (target, realisasi) if _skor(n, skor) is None]
    daftar = ", ".join(skor)
    return f"Predikat {' dan '.join(dict.fromkeys(asing))} tidak ada dalam skalanya ({daftar})."


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


def _terapkan_batas(hasil: Capaian, batas: Decimal | None) -> Capaian:
    if hasil.asli is None:
        return hasil
    peringatan = []
    dipakai = hasil.asli
    if dipakai < 0:
        dipakai = Decimal(0)
        peringatan.append("Hasil di bawah nol ditampilkan 0.")
    if batas is not None and dipakai > batas:
        dipakai = batas
        peringatan.append("Capaian dibatasi sesuai aturan pemerintah daerah.")
    return replace(hasil, dipakai=dipakai, peringatan=tuple(peringatan))
