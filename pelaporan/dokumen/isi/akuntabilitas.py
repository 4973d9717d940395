"""BAB III: what was reached, beside everything it must be compared with."""

from pelaporan.dokumen import kalimat
from pelaporan.dokumen.angka import AngkaLkjip
from pelaporan.dokumen.isi.dasar import paragraf, senarai
from pelaporan.dokumen.tabel import analisis, anggaran, capaian
from pelaporan.dokumen.tabel import efisiensi as tabel_efisiensi
from pelaporan.dokumen.tabel.judul import rujuk
from pelaporan.queries import DataLkjip
from sakip.dokumen.blok import Blok, Paragraf


def skala(data: DataLkjip, _angka: AngkaLkjip) -> tuple[Blok, ...]:
    return (
        *paragraf("Capaian setiap indikator dikelompokkan menurut skala berikut."),
        capaian.tabel_skala(data),
    )


def target_realisasi(data: DataLkjip, angka: AngkaLkjip) -> tuple[Blok, ...]:
    return (
        *paragraf(
            f"Hasil pengukuran atas Perjanjian Kinerja tahun {data.tahun} disajikan dalam "
            f"{rujuk('capaian')}."
        ),
        capaian.tabel_capaian(data, angka),
        Paragraf(kalimat.ringkasan_capaian(data, angka)),
        capaian.grafik_capaian(data, angka),
        *senarai(kalimat.target_realisasi(milik, data, angka) for milik in data.indikator),
    )


def tahun_lalu(data: DataLkjip, angka: AngkaLkjip) -> tuple[Blok, ...]:
    gerak = (kalimat.perubahan(milik, angka) for milik in data.indikator)
    return (
        *paragraf(
            f"Target, realisasi, dan capaian tahun {data.tahun} disandingkan dengan tahun "
            f"{data.tahun_lalu} dalam {rujuk('perbandingan')}."
        ),
        capaian.tabel_perbandingan(data, angka),
        *senarai(isi for isi in gerak if isi),
    )


def jangka_menengah(data: DataLkjip, angka: AngkaLkjip) -> tuple[Blok, ...]:
    return (
        *paragraf(
            f"Realisasi tahun {data.tahun} disandingkan dengan target tahun {data.tahun_akhir}, "
            f"tahun terakhir Renstra, dalam {rujuk('kemajuan')}."
        ),
        capaian.tabel_kemajuan(data, angka),
        *senarai(kalimat.kemajuan(milik, data, angka) for milik in data.indikator),
    )


def standar(data: DataLkjip, angka: AngkaLkjip) -> tuple[Blok, ...]:
    return (
        *paragraf(
            f"Realisasi tahun {data.tahun} disandingkan dengan standar nasional atau realisasi "
            f"daerah lain dalam {rujuk('standar')}."
        ),
        analisis.tabel_standar(data, angka),
        Paragraf(kalimat.standar(data, angka)),
    )


def penyebab(data: DataLkjip, angka: AngkaLkjip) -> tuple[Blok, ...]:
    return (
        *paragraf(
            "Penyebab keberhasilan atau kegagalan setiap indikator dan solusi yang telah "
            f"dilakukan diuraikan dalam {rujuk('analisis')}."
        ),
        analisis.tabel_analisis(data, angka),
    )


def efisiensi(data: DataLkjip, angka: AngkaLkjip) -> tuple[Blok, ...]:
    return (
        *paragraf(
            "Capaian kinerja disandingkan dengan anggaran program dan kegiatan yang "
            f"mendukungnya dalam {rujuk('efisiensi')}."
        ),
        tabel_efisiensi.tabel_efisiensi(data, angka),
        *(Paragraf(isi) for isi in kalimat.efisiensi(data, angka)),
    )


def program_penunjang(data: DataLkjip, angka: AngkaLkjip) -> tuple[Blok, ...]:
    return (
        *paragraf(
            "Program dan kegiatan yang menunjang setiap indikator, capaiannya, dan analisisnya "
            f"disajikan dalam {rujuk('penunjang')}."
        ),
        analisis.tabel_penunjang(data, angka),
        Paragraf(kalimat.penunjang(data, angka)),
    )


def realisasi_anggaran(data: DataLkjip, angka: AngkaLkjip) -> tuple[Blok, ...]:
    return (
        *paragraf(
            f"Anggaran yang digunakan untuk mewujudkan kinerja tahun {data.tahun} disajikan "
            f"dalam {rujuk('anggaran')}."
        ),
        anggaran.tabel_anggaran(data, angka),
        Paragraf(kalimat.ringkasan_anggaran(data, angka)),
        anggaran.grafik_serapan(data, angka),
        *senarai(kalimat.program(milik, data, angka) for milik in data.anggaran.program()),
    )
