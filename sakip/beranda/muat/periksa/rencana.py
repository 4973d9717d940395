"""Checks of Perjanjian Kinerja and Rencana Aksi against the budget and the Renstra."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from perencanaan.hitung.masa import BULAN_SETAHUN, PANJANG, Frekuensi
from perencanaan.queries.saat import TRIWULAN
from sakip.beranda.muat.bentuk import (
    BentukPerjanjian,
    BentukRencanaAksi,
    ContohRencana,
    semua_simpul,
)
from sakip.beranda.muat.periksa.dasar import (
    frekuensi_indikator,
    ganda,
    kunci_berlaku,
    tanpa_alasan,
)


def keluhan_perjanjian(contoh: ContohRencana) -> Iterator[str]:
    yield from ganda("perjanjian ke", (p.ke for p in contoh.perjanjian))
    for perjanjian in contoh.perjanjian:
        sebutan = f"perjanjian ke-{perjanjian.ke}"
        yield from (f"{sebutan} {apa}" for apa in _perjanjian(perjanjian, contoh))


def _perjanjian(perjanjian: BentukPerjanjian, contoh: ContohRencana) -> Iterator[str]:
    if perjanjian.tahun != contoh.anggaran.tahun:
        yield f"untuk tahun {perjanjian.tahun}, padahal anggarannya tahun {contoh.anggaran.tahun}"
    if perjanjian.ke > 1 and not perjanjian.dasar_perubahan:
        yield "mengubah yang terdahulu tanpa dasar_perubahan"
    yield from _penanda_tangan(perjanjian.tanggal_tanda_tangan, contoh)
    dikenal = kunci_berlaku(contoh, perjanjian.tahun)
    yield from ganda("memuat indikator", (b.indikator for b in perjanjian.baris))
    for baris in perjanjian.baris:
        if baris.indikator not in dikenal:
            yield f"memuat indikator “{baris.indikator}” yang tidak ada dalam Renstra"
        yield from tanpa_alasan(f"baris {baris.indikator}", [baris.target], baris.alasan)
    yield from _uang(perjanjian, contoh)


def _penanda_tangan(hari: date, contoh: ContohRencana) -> Iterator[str]:
    for di_pemda, siapa in ((False, "kepala unit"), (True, "kepala daerah")):
        if not any(p.di_pemda == di_pemda and p.dari <= hari for p in contoh.unit.pejabat):
            yield f"ditandatangani {hari}, padahal belum ada {siapa} pada hari itu"


def _uang(perjanjian: BentukPerjanjian, contoh: ContohRencana) -> Iterator[str]:
    """Each amount is the pagu of its version, and the printed totals are the sums."""
    yield from ganda("memuat program", (p.kode for p in perjanjian.program))
    sebelum = [p.sebelum for p in perjanjian.program if p.sebelum is not None]
    sesudah = [p.sesudah for p in perjanjian.program]
    lengkap = len(sesudah) if perjanjian.anggaran_sebelum is not None else 0
    if len(sebelum) != lengkap:
        yield "memuat sebelum pada sebagian program, atau tanpa anggaran_sebelum"
        return
    for apa, ke, tercetak, isi in (
        ("sesudah", perjanjian.anggaran_sesudah, perjanjian.jumlah_sesudah, sesudah),
        ("sebelum", perjanjian.anggaran_sebelum, perjanjian.jumlah_sebelum, sebelum),
    ):
        if ke is None:
            continue
        if tercetak != sum(isi, Decimal(0)):
            yield f"berjumlah_{apa} {tercetak}, padahal programnya berjumlah {sum(isi, Decimal(0))}"
        kode = [p.kode for p in perjanjian.program]
        yield from _pagu(apa, ke, dict(zip(kode, isi, strict=True)), contoh)


def _pagu(apa: str, ke: int, isi: dict[str, Decimal], contoh: ContohRencana) -> Iterator[str]:
    letak = next((n for n, v in enumerate(contoh.anggaran.versi) if v.ke == ke), None)
    if letak is None:
        yield f"memakai anggaran ke-{ke} yang tidak ada"
        return
    pagu = {p.kode: p.pagu[letak] for p in contoh.anggaran.program}
    for kode, jumlah in isi.items():
        if kode not in pagu:
            yield f"memuat program {kode} yang tidak ada dalam anggaran"
        elif pagu[kode] != jumlah:
            yield (
                f"memuat {apa} program {kode} {jumlah}, padahal pagunya pada anggaran ke-{ke} "
                f"{pagu[kode]}"
            )


def keluhan_rencana_aksi(contoh: ContohRencana) -> Iterator[str]:
    yield from ganda("rencana aksi ke", (r.ke for r in contoh.rencana_aksi))
    for rencana in contoh.rencana_aksi:
        sebutan = f"rencana aksi ke-{rencana.ke}"
        yield from (f"{sebutan} {apa}" for apa in _rencana_aksi(rencana, contoh))


def _rencana_aksi(rencana: BentukRencanaAksi, contoh: ContohRencana) -> Iterator[str]:
    if (rencana.tahun, rencana.perjanjian) not in {(p.tahun, p.ke) for p in contoh.perjanjian}:
        yield f"untuk perjanjian ke-{rencana.perjanjian} tahun {rencana.tahun} yang tidak ada"
    if rencana.frekuensi not in PANJANG:
        yield f"berfrekuensi “{rencana.frekuensi}” yang tidak dikenal"
        return
    banyak = BULAN_SETAHUN // PANJANG[Frekuensi(rencana.frekuensi)]
    dikenal = frekuensi_indikator(contoh, rencana.tahun)
    yield from ganda("memuat indikator", (i.kunci for i in rencana.indikator))
    yield from _aksi(rencana, contoh)
    for indikator in rencana.indikator:
        if indikator.kunci not in dikenal:
            yield f"memuat indikator “{indikator.kunci}” yang tidak ada dalam Renstra atau anggaran"
        if len(indikator.target) != banyak:
            yield (
                f"memuat {len(indikator.target)} target {indikator.kunci}, "
                f"padahal setahun ada {banyak} periode {rencana.frekuensi}"
            )
        alasan = indikator.alasan or rencana.alasan
        yield from tanpa_alasan(f"indikator {indikator.kunci}", indikator.target, alasan)
        if any(satu.label for satu in indikator.target) and not rencana.alasan_label:
            yield f"indikator {indikator.kunci} memuat label tanpa alasan_label"


def _aksi(rencana: BentukRencanaAksi, contoh: ContohRencana) -> Iterator[str]:
    kode = {simpul.kode for simpul in semua_simpul(contoh.anggaran)}
    for aksi in rencana.aksi:
        if aksi.simpul not in kode:
            yield f"memuat aksi {aksi.simpul}, yang tidak ada di antara program dan kegiatan"
        for satu in aksi.langkah:
            if not satu.tw or not set(satu.tw) <= set(TRIWULAN):
                yield f"memuat aksi {aksi.simpul} “{satu.uraian}” tanpa triwulan 1 sampai 4"
