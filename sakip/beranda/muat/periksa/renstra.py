"""Checks of the Renstra: its versions, years, reasons, formulas and units."""

from collections.abc import Iterator

from perencanaan.hitung.rumus import RumusSalah, periksa_rumus, variabel
from sakip.beranda.muat.bentuk import (
    BentukIndikator,
    BentukVersi,
    ContohRencana,
    semua_indikator,
)
from sakip.beranda.muat.periksa.dasar import ganda, kode_unit


def keluhan_renstra(contoh: ContohRencana) -> Iterator[str]:
    renstra = contoh.renstra
    if not renstra.versi:
        yield "Renstra tidak mempunyai versi"
    yield from ganda("versi Renstra ke", (v.ke for v in renstra.versi))
    yield from ganda("versi Renstra sejak tahun", (v.mulai_tahun for v in renstra.versi))
    for versi in renstra.versi:
        yield from _versi(versi, renstra.tahun(), kode_unit(contoh))


def _versi(versi: BentukVersi, tahun: range, unit: set[str]) -> Iterator[str]:
    yield from ganda("kunci tujuan", (t.kunci for t in versi.tujuan))
    yield from ganda("kunci sasaran", (s.kunci for t in versi.tujuan for s in t.sasaran))
    yield from ganda("kunci indikator", (i.kunci for i in semua_indikator(versi)))
    for indikator in semua_indikator(versi):
        sebutan = f"indikator {indikator.kunci}"
        yield from (f"{sebutan} {apa}" for apa in _indikator(indikator, tahun, unit))


def _indikator(indikator: BentukIndikator, tahun: range, unit: set[str]) -> Iterator[str]:
    semua = {
        *indikator.target,
        *indikator.renja,
        *indikator.tidak_dijadwalkan,
        *indikator.realisasi,
    }
    for satu in sorted(semua):
        if not satu.isdecimal() or int(satu) not in tahun:
            yield f"memuat tahun “{satu}”, di luar {tahun[0]}–{tahun[-1]}"
    yield from _alasan(indikator)
    yield from _rumus(indikator)
    for kode in (*indikator.penanggung_jawab, indikator.pengisi):
        if kode and kode not in unit:
            yield f"ditangani unit “{kode}” yang tidak ada"


def _alasan(indikator: BentukIndikator) -> Iterator[str]:
    tanpa_target = {
        tahun
        for target in (indikator.target, indikator.renja)
        for tahun, isian in target.items()
        if not isian.dijadwalkan
    }
    beralasan = {tahun for tahun, isi in indikator.tidak_dijadwalkan.items() if isi}
    for tahun in sorted(tanpa_target - beralasan):
        yield f"tahun {tahun} tidak dijadwalkan tanpa alasan"
    for tahun in sorted(indikator.tidak_dijadwalkan.keys() - tanpa_target):
        yield f"tahun {tahun} beralasan tidak dijadwalkan, padahal targetnya bukan “-”"


def _rumus(indikator: BentukIndikator) -> Iterator[str]:
    """The formula uses the variables that are named, all of them and no other."""
    nama = [satu.nama for satu in indikator.variabel]
    yield from ganda("memuat variabel", nama)
    if not indikator.rumus:
        if nama:
            yield "mempunyai variabel tetapi tidak mempunyai rumus"
        return
    try:
        periksa_rumus(indikator.rumus, nama)
    except RumusSalah as salah:
        yield f"berumus salah: {salah.pesan.rstrip('.')}"
        return
    for satu in nama:
        if satu not in variabel(indikator.rumus):
            yield f"tidak memakai variabel “{satu}” dalam rumusnya"
