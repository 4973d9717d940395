"""What stands before the chapters: preface, summary, lists."""

from pelaporan.dokumen import kalimat
from pelaporan.dokumen.angka import AngkaLkjip
from pelaporan.dokumen.isi.dasar import bertanda, paragraf, senarai
from pelaporan.queries import DataLkjip
from sakip.dokumen.blok import (
    Blok,
    DaftarGambar,
    DaftarIsi,
    DaftarLampiran,
    DaftarTabel,
    Paragraf,
    Penanda,
    TandaTangan,
)
from sakip.lib.tanggal import tulis_tanggal

TANGGAL_KOSONG = "…………………"


def kata_pengantar(data: DataLkjip, _angka: AngkaLkjip) -> tuple[Blok, ...]:
    return (
        *paragraf(
            f"Laporan Kinerja Instansi Pemerintah (LKjIP) {data.unit.nama} Tahun {data.tahun} "
            "disusun untuk mempertanggungjawabkan pelaksanaan tugas dan fungsi serta penggunaan "
            "anggaran, berpedoman pada Peraturan Menteri Pendayagunaan Aparatur Negara dan "
            "Reformasi Birokrasi Nomor 53 Tahun 2014.",
            "Laporan ini menyandingkan kinerja yang diperjanjikan dengan yang dicapai, dengan "
            "tahun sebelumnya, dan dengan target akhir Renstra, serta memuat analisis dan "
            "penggunaan sumber dayanya. Hasilnya menjadi bahan penyusunan rencana kinerja tahun "
            "berikutnya.",
            "Semoga laporan ini bermanfaat bagi semua pihak yang berkepentingan dan mendorong "
            "perbaikan kinerja yang berkelanjutan.",
        ),
        *_tanda_tangan(data),
    )


def _tanda_tangan(data: DataLkjip) -> tuple[TandaTangan, ...]:
    """Who heads the unit signs; the day is left open until the report has one."""
    if data.pimpinan is None:
        return ()
    tanggal = data.laporan.tanggal
    hari = tulis_tanggal(tanggal) if tanggal else f"{TANGGAL_KOSONG} {data.tahun + 1}"
    tempat = data.laporan.tempat or data.unit.pemda.kedudukan
    pejabat = data.pimpinan.pejabat
    penanda = Penanda(data.pimpinan.jabatan_tercetak(), pejabat.nama, pejabat.nip_tercetak())
    return (TandaTangan(f"{tempat}, {hari}", (penanda,)),)


def ikhtisar(data: DataLkjip, angka: AngkaLkjip) -> tuple[Blok, ...]:
    isi: tuple[Blok, ...] = (
        *paragraf(
            f"Ikhtisar ini merangkum capaian kinerja {data.unit.nama} tahun {data.tahun} atas "
            "Perjanjian Kinerja dan anggaran yang digunakan untuk mencapainya."
        ),
        Paragraf(kalimat.ringkasan_capaian(data, angka)),
        *senarai(kalimat.ikhtisar(milik, angka) for milik in data.indikator),
        Paragraf(kalimat.ringkasan_anggaran(data, angka)),
        *(Paragraf(satu) for satu in kalimat.perbaikan(data, angka)),
    )
    return bertanda(isi)


def daftar_isi(_data: DataLkjip, _angka: AngkaLkjip) -> tuple[Blok, ...]:
    return (DaftarIsi(),)


def daftar_tabel(_data: DataLkjip, _angka: AngkaLkjip) -> tuple[Blok, ...]:
    return (DaftarTabel(),)


def daftar_gambar(_data: DataLkjip, _angka: AngkaLkjip) -> tuple[Blok, ...]:
    return (DaftarGambar(),)


def daftar_lampiran(_data: DataLkjip, _angka: AngkaLkjip) -> tuple[Blok, ...]:
    return (DaftarLampiran(),)
