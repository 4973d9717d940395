"""BAB IV: what follows from it."""

from pelaporan.dokumen import kalimat
from pelaporan.dokumen.angka import AngkaLkjip
from pelaporan.dokumen.isi.dasar import bertanda
from pelaporan.queries import DataLkjip
from sakip.dokumen.blok import Blok, Paragraf


def penutup(data: DataLkjip, angka: AngkaLkjip) -> tuple[Blok, ...]:
    isi: tuple[Blok, ...] = (
        Paragraf(kalimat.ringkasan_capaian(data, angka)),
        Paragraf(kalimat.ringkasan_anggaran(data, angka)),
        *(Paragraf(satu) for satu in kalimat.perbaikan(data, angka)),
    )
    return bertanda(isi)
