"""Checks of the figures within a year against the indikator they are of."""

from collections.abc import Iterator

from perencanaan.hitung.masa import BULAN_SETAHUN, PANJANG, Frekuensi
from sakip.beranda.muat.bentuk import BentukRealisasi, ContohRencana
from sakip.beranda.muat.periksa.dasar import frekuensi_indikator, ganda


def keluhan_realisasi(contoh: ContohRencana) -> Iterator[str]:
    yield from ganda("realisasi tahun", (r.tahun for r in contoh.realisasi))
    for realisasi in contoh.realisasi:
        sebutan = f"realisasi {realisasi.tahun}"
        yield from (f"{sebutan} {apa}" for apa in _realisasi(realisasi, contoh))


def _realisasi(realisasi: BentukRealisasi, contoh: ContohRencana) -> Iterator[str]:
    if realisasi.frekuensi not in PANJANG:
        yield f"berfrekuensi “{realisasi.frekuensi}” yang tidak dikenal"
        return
    banyak = BULAN_SETAHUN // PANJANG[Frekuensi(realisasi.frekuensi)]
    dikenal = frekuensi_indikator(contoh, realisasi.tahun)
    yield from ganda("memuat indikator", (i.kunci for i in realisasi.indikator))
    for satu in realisasi.indikator:
        if satu.kunci not in dikenal:
            yield f"memuat indikator “{satu.kunci}” yang tidak ada dalam Renstra atau anggaran"
        elif dikenal[satu.kunci] != realisasi.frekuensi:
            yield f"{realisasi.frekuensi}, padahal indikator {satu.kunci} {dikenal[satu.kunci]}"
        if len(satu.angka) != banyak:
            yield f"memuat {len(satu.angka)} angka {satu.kunci}, padahal setahun ada {banyak} periode"
        if any(isian.label for isian in satu.angka):
            yield f"memuat label pada {satu.kunci}, padahal realisasi berupa angka atau “-”"
