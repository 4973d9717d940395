"""Checks of what people wrote against the Renstra and the outline."""

from collections.abc import Iterator

from pelaporan.dokumen.isi import ISI
from pelaporan.dokumen.tambahan import kunci_tambahan
from pelaporan.hitung.efisiensi import AturanEfisiensi
from sakip.beranda.muat.bentuk import BentukLaporan, ContohRencana
from sakip.beranda.muat.periksa.dasar import ganda, kunci_berlaku


def keluhan_laporan(contoh: ContohRencana) -> Iterator[str]:
    if contoh.laporan is not None:
        yield from (f"laporan {apa}" for apa in _laporan(contoh.laporan, contoh))


def _laporan(laporan: BentukLaporan, contoh: ContohRencana) -> Iterator[str]:
    if laporan.aturan_efisiensi not in list(AturanEfisiensi):
        yield f"memakai aturan_efisiensi “{laporan.aturan_efisiensi}” yang tidak dikenal"
    yield from ganda("memuat analisis indikator", (a.indikator for a in laporan.analisis))
    dikenal = kunci_berlaku(contoh, laporan.tahun)
    for analisis in laporan.analisis:
        if analisis.indikator not in dikenal:
            yield f"memuat analisis indikator “{analisis.indikator}” yang tidak ada dalam Renstra"
    yield from ganda("memuat bagian", (b.kunci for b in laporan.bagian))
    for bagian in laporan.bagian:
        if bagian.kunci not in ISI.keys() | kunci_tambahan():
            yield f"memuat bagian “{bagian.kunci}” yang tidak ada dalam kerangka"
