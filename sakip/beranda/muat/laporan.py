"""What people wrote for the report of an example."""

from typing import Any

from pelaporan.models import Analisis, Bagian, Laporan, Paragraf
from sakip.beranda.muat.bentuk import BentukBagian, BentukLaporan
from sakip.beranda.muat.tempat import Tempat


def muat_laporan(bentuk: BentukLaporan, tempat: Tempat) -> None:
    """An issued report keeps its words and settings, whatever the file says by now."""
    kunci = {"unit": tempat.unit, "tahun": bentuk.tahun, "jenis": Laporan.Jenis.LKJIP, "ke": 1}
    if not Laporan.objects.terbit().filter(**kunci).exists():
        _laporan(bentuk, kunci, tempat)
    for satu in bentuk.analisis:
        tempat.pasang(
            Analisis,
            {
                "unit": tempat.unit,
                "tahun": bentuk.tahun,
                "indikator": tempat.indikator(satu.indikator),
            },
            penyebab=satu.penyebab,
            solusi=satu.solusi,
            pengumpulan_data=satu.pengumpulan_data,
            standar_alasan=satu.standar_alasan,
        )


def _laporan(bentuk: BentukLaporan, kunci: dict[str, Any], tempat: Tempat) -> None:
    laporan = tempat.pasang(
        Laporan, kunci, tempat=bentuk.tempat, aturan_efisiensi=bentuk.aturan_efisiensi
    )
    for bagian in bentuk.bagian:
        _bagian(bagian, laporan, tempat)


def _bagian(bentuk: BentukBagian, laporan: Laporan, tempat: Tempat) -> None:
    bagian = tempat.pasang(Bagian, {"laporan": laporan, "kunci": bentuk.kunci})
    for urutan, teks in enumerate(bentuk.paragraf, start=1):
        tempat.pasang(Paragraf, {"bagian": bagian, "urutan": urutan}, teks=teks)
