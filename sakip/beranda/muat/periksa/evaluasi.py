"""Checks of the LHE against the instrument, the people and the unit."""

from collections.abc import Iterator

from evaluasi.services.berkas_instrumen import baca_instrumen
from evaluasi.status import KeadaanUnit
from sakip.beranda.muat.bentuk import (
    BentukLhe,
    BentukRekomendasi,
    BentukRencanaTindakLanjut,
    Contoh,
)
from sakip.beranda.muat.periksa.dasar import ganda, kode_unit
from sakip.organisasi.peran import Peran


def keluhan_evaluasi(contoh: Contoh) -> Iterator[str]:
    if not contoh.lhe:
        return
    if Peran.INSPEKTORAT not in {o.peran for o in contoh.akun.orang}:
        yield "tidak ada akun berperan inspektorat, yang mencatat LHE contoh"
    yield from ganda("LHE tahun evaluasi", (lhe.tahun_evaluasi for lhe in contoh.lhe))
    for lhe in contoh.lhe:
        yield from (f"LHE {lhe.tahun_evaluasi} {apa}" for apa in _lhe(lhe, kode_unit(contoh)))


def _lhe(lhe: BentukLhe, unit: set[str]) -> Iterator[str]:
    if lhe.tahun_evaluasi < lhe.tahun_kinerja:
        yield f"menilai kinerja {lhe.tahun_kinerja}, yang sesudahnya"
    komponen = baca_instrumen().komponen
    kode = {satu.kode for satu in komponen} | {sub.kode for satu in komponen for sub in satu.sub}
    yield from ganda("memuat catatan", (satu.kode for satu in lhe.catatan))
    for satu in lhe.catatan:
        if satu.kode not in kode:
            yield f"memuat catatan komponen {satu.kode}, yang tidak ada dalam instrumen"
        if not satu.catatan and satu.nilai is None:
            yield f"memuat catatan {satu.kode} tanpa catatan dan tanpa nilai"
    for ke, rekomendasi in enumerate(lhe.rekomendasi, start=1):
        sebutan = f"rekomendasi ke-{ke}"
        yield from (f"{sebutan} {apa}" for apa in _rekomendasi(rekomendasi, kode, unit))


def _rekomendasi(isi: BentukRekomendasi, kode: set[str], unit: set[str]) -> Iterator[str]:
    yield from ganda("memuat komponen", isi.komponen)
    for satu in isi.komponen:
        if satu not in kode:
            yield f"berada di komponen {satu}, yang tidak ada dalam instrumen"
    for rencana in isi.rencana:
        yield from _rencana(rencana, unit)


def _rencana(rencana: BentukRencanaTindakLanjut, unit: set[str]) -> Iterator[str]:
    if rencana.unit and rencana.unit not in unit:
        yield f"dikerjakan unit “{rencana.unit}” yang tidak ada"
    if len(rencana.target()) > 1:
        yield "mempunyai lebih dari satu target"
    for laporan in rencana.laporan:
        if laporan.keadaan not in list(KeadaanUnit):
            yield f"memuat laporan berkeadaan “{laporan.keadaan}” yang tidak dikenal"
