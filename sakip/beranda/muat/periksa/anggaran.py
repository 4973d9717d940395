"""Checks of the budget: codes, sums, and what supports which indikator."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from perencanaan.hitung.masa import PANJANG
from sakip.beranda.muat.bentuk import (
    BentukAnggaran,
    BentukDukungan,
    BentukIndikatorAnggaran,
    BentukKegiatan,
    BentukProgram,
    BentukSimpulAnggaran,
    ContohRencana,
    semua_simpul,
)
from sakip.beranda.muat.periksa.dasar import ganda, kode_unit, kunci_anggaran, kunci_berlaku


def keluhan_anggaran(contoh: ContohRencana) -> Iterator[str]:
    anggaran = contoh.anggaran
    if not anggaran.versi:
        yield "anggaran tidak mempunyai versi"
    yield from ganda("versi anggaran ke", (v.ke for v in anggaran.versi))
    yield from _tahun(contoh)
    if anggaran.frekuensi not in PANJANG:
        yield f"anggaran berfrekuensi “{anggaran.frekuensi}” yang tidak dikenal"
    yield from ganda("realisasi_belanja", (b.kode for b in anggaran.realisasi_belanja))
    yield from ganda("kode", (simpul.kode for simpul in semua_simpul(anggaran)))
    unit = kode_unit(contoh)
    for program in anggaran.program:
        yield from _program(program, anggaran, unit)
    yield from ganda(
        "kunci indikator",
        [*kunci_berlaku(contoh, anggaran.tahun), *kunci_anggaran(contoh)],
    )


def _tahun(contoh: ContohRencana) -> Iterator[str]:
    semua = [contoh.anggaran.tahun, *(t.tahun for t in contoh.anggaran.tahun_lain)]
    yield from ganda("anggaran tahun", semua)
    awal = min((v.mulai_tahun for v in contoh.renstra.versi), default=contoh.renstra.tahun_awal)
    for tahun in semua:
        if tahun < awal or tahun not in contoh.renstra.tahun():
            yield f"anggaran tahun {tahun} di luar Renstra"


def _program(program: BentukProgram, anggaran: BentukAnggaran, unit: set[str]) -> Iterator[str]:
    if program.bidang and program.bidang not in unit:
        yield f"program {program.kode} ditangani unit “{program.bidang}” yang tidak ada"
    yield from _susunan(program, program.kegiatan)
    for kegiatan in program.kegiatan:
        yield from _susunan(kegiatan, kegiatan.sub_kegiatan)
        yield from _kegiatan(kegiatan)
    if len(program.pagu) != len(anggaran.versi):
        yield (
            f"program {program.kode} mempunyai {len(program.pagu)} pagu, "
            f"padahal ada {len(anggaran.versi)} versi anggaran"
        )
    elif program.kegiatan:
        jumlah = sum((k.pagu() for k in program.kegiatan), Decimal(0))
        if jumlah != program.pagu[-1]:
            yield (
                f"pagu terakhir program {program.kode} {program.pagu[-1]}, "
                f"padahal kegiatannya berjumlah {jumlah}"
            )
    turunan = _turunan(program)
    if turunan and not anggaran.sumber_capaian:
        yield f"program {program.kode} memuat capaian_tercetak, padahal sumber_capaian kosong"
    if any(satu.dppa is None for satu in turunan):
        yield f"program {program.kode} memuat capaian_tercetak tanpa target dppa"


def _kegiatan(kegiatan: BentukKegiatan) -> Iterator[str]:
    """A pagu that stands there beside those of its parts is their sum."""
    bagian = [s.pagu for s in kegiatan.sub_kegiatan if s.pagu is not None]
    jumlah = sum(bagian, Decimal(0))
    if bagian and kegiatan.pagu_terakhir not in (None, jumlah):
        yield (
            f"pagu terakhir kegiatan {kegiatan.kode} {kegiatan.pagu_terakhir}, "
            f"padahal sub kegiatannya berjumlah {jumlah}"
        )


def _susunan(induk: BentukSimpulAnggaran, anak: Iterable[BentukSimpulAnggaran]) -> Iterator[str]:
    for satu in anak:
        if not satu.kode.startswith(f"{induk.kode}."):
            yield f"kode {satu.kode} tidak berawalan kode induknya, {induk.kode}"


def _turunan(program: BentukProgram) -> list[BentukIndikatorAnggaran]:
    """The indikator of which the realisasi is derived."""
    simpul: list[BentukSimpulAnggaran] = [program, *program.kegiatan]
    simpul += [sub for kegiatan in program.kegiatan for sub in kegiatan.sub_kegiatan]
    return [i for satu in simpul for i in satu.indikator if i.capaian_tercetak is not None]


def keluhan_dukungan(contoh: ContohRencana) -> Iterator[str]:
    kode = {simpul.kode for simpul in semua_simpul(contoh.anggaran)}
    yield from ganda("dukungan indikator", (f"{d.indikator} {d.tahun}" for d in contoh.dukungan))
    for dukungan in contoh.dukungan:
        yield from _dukungan(dukungan, contoh, kode)


def _dukungan(dukungan: BentukDukungan, contoh: ContohRencana, kode: set[str]) -> Iterator[str]:
    sebutan = f"indikator {dukungan.indikator}"
    if dukungan.tahun not in contoh.renstra.tahun():
        tahun = contoh.renstra.tahun()
        yield f"dukungan {sebutan} tahun “{dukungan.tahun}”, di luar {tahun[0]}–{tahun[-1]}"
    elif dukungan.indikator not in kunci_berlaku(contoh, dukungan.tahun):
        yield f"dukungan {sebutan} yang tidak ada dalam Renstra tahun {dukungan.tahun}"
    yield from ganda(f"dukungan {sebutan}", (s.kode for s in dukungan.simpul))
    for satu in dukungan.simpul:
        if satu.kode not in kode:
            yield f"{sebutan} didukung {satu.kode}, yang tidak ada di antara program dan kegiatan"
