"""BAB IV: what follows from it."""

from pelaporan.dokumen import kalimat
from pelaporan.dokumen.angka import AngkaLkjip
from pelaporan.queries import DataLkjip
from sakip.dokumen.blok import Blok, Paragraf


def penutup(data: DataLkjip, angka: AngkaLkjip) -> tuple[Blok, ...]:
    return (
        Paragraf(kalimat.ringkasan_capaian(data, angka)),
        Paragraf(kalimat.ringkasan_anggaran(data, angka)),
        *(Paragraf(isi) for isi in kalimat.perbaikan(data, angka)),
    )
