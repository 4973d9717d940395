"""Checks of the budget: codes, sums, and what supports which indikator."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from sakip.beranda.muat.bentuk import (
    BentukAnggaran,
    BentukDukungan,
    BentukProgram,
    BentukSimpulAnggaran,
    Contoh,
    semua_simpul,
)
from sakip.beranda.muat.periksa.dasar import ganda, kode_unit, kunci_berlaku


def keluhan_anggaran(contoh: Contoh) -> Iterator[str]:
    anggaran = contoh.anggaran
    if not anggaran.versi:
        yield "anggaran tidak mempunyai versi"
    yield from ganda("versi anggaran ke", (v.ke for v in anggaran.versi))
    yield from _tahun(contoh)
    yield from ganda("kode", (simpul.kode for simpul in semua_simpul(anggaran)))
    unit = kode_unit(contoh)
    for program in anggaran.program:
        yield from _program(program, anggaran, unit)
    yield from ganda(
        "kunci indikator",
        [*kunci_berlaku(contoh, anggaran.tahun), *_kunci(anggaran)],
    )


def _tahun(contoh: Contoh) -> Iterator[str]:
    semua = [contoh.anggaran.tahun, *(t.tahun for t in contoh.anggaran.tahun_lain)]
    yield from ganda("anggaran tahun", semua)
    awal = min((v.mulai_tahun for v in contoh.renstra.versi), default=contoh.renstra.tahun_awal)
    for tahun in semua:
        if tahun < awal or tahun not in contoh.renstra.tahun():
            yield f"anggaran tahun {tahun} di luar Renstra"


def _kunci(anggaran: BentukAnggaran) -> Iterator[str]:
    for simpul in semua_simpul(anggaran):
        for indikator in simpul.indikator:
            yield indikator.kunci or simpul.kode


def _program(program: BentukProgram, anggaran: BentukAnggaran, unit: set[str]) -> Iterator[str]:
    if program.bidang and program.bidang not in unit:
        yield f"program {program.kode} ditangani unit “{program.bidang}” yang tidak ada"
    yield from _susunan(program, program.kegiatan)
    for kegiatan in program.kegiatan:
        yield from _susunan(kegiatan, kegiatan.sub_kegiatan)
    if len(program.pagu) != len(anggaran.versi):
        yield (
            f"program {program.kode} mempunyai {len(program.pagu)} pagu, "
            f"padahal ada {len(anggaran.versi)} versi anggaran"
        )
    elif program.kegiatan:
        jumlah = sum((k.pagu_terakhir for k in program.kegiatan), Decimal(0))
        if jumlah != program.pagu[-1]:
            yield (
                f"pagu terakhir program {program.kode} {program.pagu[-1]}, "
                f"padahal kegiatannya berjumlah {jumlah}"
            )
    if not anggaran.sumber_capaian and _berturunan(program):
        yield f"program {program.kode} memuat capaian_tercetak, padahal sumber_capaian kosong"


def _susunan(induk: BentukSimpulAnggaran, anak: Iterable[BentukSimpulAnggaran]) -> Iterator[str]:
    for satu in anak:
        if not satu.kode.startswith(f"{induk.kode}."):
            yield f"kode {satu.kode} tidak berawalan kode induknya, {induk.kode}"


def _berturunan(program: BentukProgram) -> bool:
    simpul: list[BentukSimpulAnggaran] = [program, *program.kegiatan]
    simpul += [sub for kegiatan in program.kegiatan for sub in kegiatan.sub_kegiatan]
    return any(i.capaian_tercetak is not None for satu in simpul for i in satu.indikator)


def keluhan_dukungan(contoh: Contoh) -> Iterator[str]:
    kode = {simpul.kode for simpul in semua_simpul(contoh.anggaran)}
    yield from ganda("dukungan indikator", (f"{d.indikator} {d.tahun}" for d in contoh.dukungan))
    for dukungan in contoh.dukungan:
        yield from _dukungan(dukungan, contoh, kode)


def _dukungan(dukungan: BentukDukungan, contoh: Contoh, kode: set[str]) -> Iterator[str]:
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
