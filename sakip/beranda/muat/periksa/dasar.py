"""Questions that several checks ask of an example."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TypeVar

from sakip.beranda.muat.bentuk import (
    BentukVersi,
    Contoh,
    ContohRencana,
    Isian,
    semua_indikator,
    semua_simpul,
)

T = TypeVar("T")


def ganda(apa: str, isi: Iterable[T]) -> Iterator[str]:
    for satu, banyaknya in Counter(isi).items():
        if banyaknya > 1:
            yield f"{apa} “{satu}” ada {banyaknya} kali"


def tanpa_alasan(apa: str, isian: Iterable[Isian], alasan: str) -> Iterator[str]:
    """A target `-` needs its reason."""
    if not alasan and not all(satu.dijadwalkan for satu in isian):
        yield f"{apa} memuat “-” tanpa alasan"


def kode_unit(contoh: Contoh) -> set[str]:
    return {contoh.unit.kode, *(b.kode for b in contoh.unit.bawahan)}


def versi_berlaku(contoh: ContohRencana, tahun: int) -> BentukVersi | None:
    calon = [satu for satu in contoh.renstra.versi if satu.mulai_tahun <= tahun]
    return max(calon, key=lambda satu: satu.mulai_tahun, default=None)


def kunci_berlaku(contoh: ContohRencana, tahun: int) -> set[str]:
    """The indikator of tujuan and sasaran in a year."""
    versi = versi_berlaku(contoh, tahun)
    return {satu.kunci for satu in semua_indikator(versi)} if versi else set()


def frekuensi_indikator(contoh: ContohRencana, tahun: int) -> dict[str, str]:
    """The indikator of a year on both trees by their keys, each with its frekuensi."""
    versi = versi_berlaku(contoh, tahun)
    hasil = {satu.kunci: satu.frekuensi for satu in semua_indikator(versi)} if versi else {}
    if tahun == contoh.anggaran.tahun:
        hasil |= dict.fromkeys(kunci_anggaran(contoh), contoh.anggaran.frekuensi)
    return hasil


def kunci_anggaran(contoh: ContohRencana) -> list[str]:
    """The keys of the indikator on the budget tree; one may stand there twice."""
    return [
        indikator.kunci or simpul.kode
        for simpul in semua_simpul(contoh.anggaran)
        for indikator in simpul.indikator
    ]
