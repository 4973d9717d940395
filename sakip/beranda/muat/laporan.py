"""What people wrote for the report of an example."""

from pelaporan.models import Analisis, Bagian, Laporan, Paragraf
from sakip.beranda.muat.bentuk import BentukBagian, BentukLaporan
from sakip.beranda.muat.tempat import Tempat


def muat_laporan(bentuk: BentukLaporan, tempat: Tempat) -> None:
    laporan = tempat.pasang(
        Laporan,
        {"unit": tempat.unit, "tahun": bentuk.tahun, "jenis": Laporan.Jenis.LKJIP, "ke": 1},
        tempat=bentuk.tempat,
        aturan_efisiensi=bentuk.aturan_efisiensi,
    )
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
    for bagian in bentuk.bagian:
        _bagian(bagian, laporan, tempat)


def _bagian(bentuk: BentukBagian, laporan: Laporan, tempat: Tempat) -> None:
    bagian = tempat.pasang(Bagian, {"laporan": laporan, "kunci": bentuk.kunci})
    for urutan, teks in enumerate(bentuk.paragraf, start=1):
        tempat.pasang(Paragraf, {"bagian": bagian, "urutan": urutan}, teks=teks)
