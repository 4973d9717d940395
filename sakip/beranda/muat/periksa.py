"""What a well-formed example must hold as a whole; each finding is one line that names the place."""

from collections import Counter
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import TypeVar

from sakip.beranda.muat.bentuk import (
    BentukAnggaran,
    BentukIndikator,
    BentukProgram,
    BentukSkala,
    Contoh,
    semua_indikator,
)
from sakip.organisasi.peran import PERAN_PEMDA, Peran

T = TypeVar("T")


def keluhan(contoh: Contoh) -> Iterator[str]:
    """Everything that is wrong with an example whose shape is right."""
    yield from _ganda("kunci indikator", (i.kunci for i in semua_indikator(contoh.renstra.versi)))
    yield from _skala(contoh.pemda.skala)
    yield from _orang(contoh)
    yield from _anggaran(contoh.anggaran)
    tahun = range(contoh.renstra.tahun_awal, contoh.renstra.tahun_akhir + 1)
    kode = {p.kode for p in contoh.anggaran.program}
    kode |= {k.kode for p in contoh.anggaran.program for k in p.kegiatan}
    for indikator in semua_indikator(contoh.renstra.versi):
        yield from _indikator(indikator, tahun, kode)


def _ganda(apa: str, isi: Iterable[T]) -> Iterator[str]:
    for satu, banyaknya in Counter(isi).items():
        if banyaknya > 1:
            yield f"{apa} “{satu}” ada {banyaknya} kali"


def _skala(skala: BentukSkala) -> Iterator[str]:
    batas = [b.di_atas for b in skala.batas]
    if not batas or batas[-1] is not None or None in batas[:-1]:
        yield "skala harus berakhir dengan satu kategori tanpa di_atas"
        return
    angka = [b for b in batas if b is not None]
    if angka != sorted(set(angka), reverse=True):
        yield "batas skala harus menurun dari kategori tertinggi"


def _orang(contoh: Contoh) -> Iterator[str]:
    orang = contoh.akun.orang
    yield from _ganda("nama pengguna", (o.nama_pengguna for o in orang))
    unit = {contoh.unit.kode, *(b.kode for b in contoh.unit.bawahan)}
    for satu in orang:
        if satu.peran not in Peran.values:
            yield f"akun {satu.nama_pengguna} berperan “{satu.peran}” yang tidak dikenal"
        elif satu.peran not in PERAN_PEMDA and satu.unit not in unit:
            yield f"akun {satu.nama_pengguna} bertugas di unit “{satu.unit}” yang tidak ada"
    for peran in (Peran.OPERATOR, Peran.PERENCANA):
        if peran not in {o.peran for o in orang}:
            yield f"tidak ada akun berperan {peran.value}, yang mencatat angka contoh"


def _anggaran(anggaran: BentukAnggaran) -> Iterator[str]:
    if not anggaran.versi:
        yield "anggaran tidak mempunyai versi"
    yield from _ganda("versi anggaran ke", (v.ke for v in anggaran.versi))
    semua = [p.kode for p in anggaran.program]
    semua += [k.kode for p in anggaran.program for k in p.kegiatan]
    yield from _ganda("kode", semua)
    for program in anggaran.program:
        yield from _program(program, len(anggaran.versi))


def _program(program: BentukProgram, banyak_versi: int) -> Iterator[str]:
    if len(program.pagu) != banyak_versi:
        yield (
            f"program {program.kode} mempunyai {len(program.pagu)} pagu, "
            f"padahal ada {banyak_versi} versi anggaran"
        )
    elif program.kegiatan:
        jumlah = sum((k.pagu_terakhir for k in program.kegiatan), Decimal(0))
        if jumlah != program.pagu[-1]:
            yield (
                f"pagu terakhir program {program.kode} {program.pagu[-1]}, "
                f"padahal kegiatannya berjumlah {jumlah}"
            )


def _indikator(indikator: BentukIndikator, tahun: range, kode: set[str]) -> Iterator[str]:
    sebutan = f"indikator {indikator.kunci}"
    yield from (f"{sebutan} memuat tahun {t} dua kali" for t in _tahun_ganda(indikator))
    semua = {
        *indikator.target,
        *indikator.tidak_dijadwalkan,
        *indikator.realisasi,
        *indikator.didukung,
    }
    for satu in sorted(semua):
        if not satu.isdecimal() or int(satu) not in tahun:
            yield f"{sebutan} memuat tahun “{satu}”, di luar {tahun[0]}–{tahun[-1]}"
    for daftar in indikator.didukung.values():
        yield from _ganda(f"dukungan {sebutan}", daftar)
        for satu in daftar:
            if satu not in kode:
                yield f"{sebutan} didukung {satu}, yang tidak ada di antara program dan kegiatan"


def _tahun_ganda(indikator: BentukIndikator) -> set[str]:
    return set(indikator.target) & set(indikator.tidak_dijadwalkan)
