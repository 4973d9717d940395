"""What stands under each heading of the outline."""

from collections.abc import Callable

from pelaporan.dokumen import kalimat, tabel, tabel_anggaran
from pelaporan.dokumen.angka import AngkaLkjip
from pelaporan.dokumen.kerangka import LKJIP
from pelaporan.queries import DataLkjip
from sakip.dokumen.blok import Blok, Paragraf, Senarai

Penyusun = Callable[[DataLkjip, AngkaLkjip], tuple[Blok, ...]]


def _berbutir(butir: list[str]) -> tuple[tuple[str], ...]:
    """The items of one long sentence: each ends with a semicolon, the last with a full stop."""
    akhir = len(butir) - 1
    return tuple((f"{isi}{'.' if letak == akhir else ';'}",) for letak, isi in enumerate(butir))


def latar_belakang(data: DataLkjip, _angka: AngkaLkjip) -> tuple[Blok, ...]:
    return (
        Paragraf(
            (
                f"Laporan Kinerja Instansi Pemerintah (LKjIP) {data.unit.nama} Tahun {data.tahun} "
                "disusun sebagai pertanggungjawaban atas kinerja yang diperjanjikan dan anggaran "
                "yang digunakan untuk mencapainya, berdasarkan Peraturan Menteri Pendayagunaan "
                "Aparatur Negara dan Reformasi Birokrasi Nomor 53 Tahun 2014.",
            )
        ),
        Paragraf(
            (
                "Realisasi kinerja yang dimuat adalah yang telah diverifikasi dan disetujui. "
                "Capaian, kemajuan, serapan, dan efisiensi dihitung dari target, realisasi, dan "
                "anggaran; aturan hitungnya dicantumkan di bawah setiap tabel.",
            )
        ),
    )


def tugas_fungsi(data: DataLkjip, _angka: AngkaLkjip) -> tuple[Blok, ...]:
    blok: list[Blok] = []
    if data.unit.tugas:
        blok.append(Paragraf((f"{data.unit.nama} bertugas {data.unit.tugas}.",)))
    if fungsi := data.unit.daftar_fungsi():
        blok.append(Paragraf(("Untuk melaksanakan tugas itu, fungsinya adalah:",)))
        blok.append(Senarai(_berbutir(fungsi), Senarai.Gaya.HURUF))
    return tuple(blok)


def dasar_hukum(data: DataLkjip, _angka: AngkaLkjip) -> tuple[Blok, ...]:
    return (Senarai(_berbutir(data.unit.daftar_dasar_hukum())),)


def sistematika(_data: DataLkjip, _angka: AngkaLkjip) -> tuple[Blok, ...]:
    ringkasan = {
        "pendahuluan": "gambaran umum organisasi dan dasar penyusunan laporan",
        "perencanaan-kinerja": "tujuan, sasaran, indikator, target, dan perjanjian kinerja",
        "akuntabilitas": "capaian kinerja, perbandingan, efisiensi, dan realisasi anggaran",
        "penutup": "kesimpulan dan pemanfaatannya bagi perencanaan berikutnya",
    }
    return (
        Senarai(
            tuple(
                (f"{bab[0].nomor} {bab[0].judul}: {ringkasan[bab[0].kunci]}.",) for bab in LKJIP.bab
            ),
            Senarai.Gaya.TITIK,
        ),
    )


def tujuan_sasaran(data: DataLkjip, angka: AngkaLkjip) -> tuple[Blok, ...]:
    blok: list[Blok] = []
    if data.versi.visi:
        blok.append(Paragraf((f"Visi {data.unit.pemda.nama} adalah “{data.versi.visi}”.",)))
    if data.versi.misi_didukung:
        blok.append(
            Paragraf((f"{data.unit.nama} mendukung {_kecil_awal(data.versi.misi_didukung)}.",))
        )
    blok.append(
        Paragraf(
            (
                f"Tujuan, sasaran, dan target setiap tahun menurut {data.versi.renstra.nama} "
                "adalah sebagai berikut.",
            )
        )
    )
    return (*blok, tabel.tabel_renstra(data, angka))


def _kecil_awal(teks: str) -> str:
    return teks[:1].lower() + teks[1:]


def perjanjian_kinerja(data: DataLkjip, angka: AngkaLkjip) -> tuple[Blok, ...]:
    return (
        Paragraf(
            (
                f"Kinerja yang diperjanjikan untuk tahun {data.tahun} dan anggaran program yang "
                "mendukungnya adalah sebagai berikut.",
            )
        ),
        tabel.tabel_perjanjian(data, angka),
        tabel_anggaran.tabel_program(data),
    )


def skala(data: DataLkjip, _angka: AngkaLkjip) -> tuple[Blok, ...]:
    return (
        Paragraf(("Capaian setiap indikator dikelompokkan menurut skala berikut.",)),
        tabel.tabel_skala(data),
    )


def target_realisasi(data: DataLkjip, angka: AngkaLkjip) -> tuple[Blok, ...]:
    return (
        tabel.tabel_capaian(data, angka),
        Paragraf(kalimat.ringkasan_capaian(data, angka)),
        tabel.grafik_capaian(data, angka),
        Senarai(
            tuple(kalimat.target_realisasi(milik, data, angka) for milik in data.indikator),
            Senarai.Gaya.HURUF,
        ),
    )


def tahun_lalu(data: DataLkjip, angka: AngkaLkjip) -> tuple[Blok, ...]:
    gerak = tuple(isi for milik in data.indikator if (isi := kalimat.perubahan(milik, angka)))
    senarai = (Senarai(gerak, Senarai.Gaya.HURUF),) if gerak else ()
    return (tabel.tabel_perbandingan(data, angka), *senarai)


def jangka_menengah(data: DataLkjip, angka: AngkaLkjip) -> tuple[Blok, ...]:
    return (
        tabel.tabel_kemajuan(data, angka),
        Senarai(
            tuple(kalimat.kemajuan(milik, data, angka) for milik in data.indikator),
            Senarai.Gaya.HURUF,
        ),
    )


def efisiensi(data: DataLkjip, angka: AngkaLkjip) -> tuple[Blok, ...]:
    return (
        tabel_anggaran.tabel_efisiensi(data, angka),
        *(Paragraf(isi) for isi in kalimat.efisiensi(data, angka)),
    )


def realisasi_anggaran(data: DataLkjip, angka: AngkaLkjip) -> tuple[Blok, ...]:
    return (
        tabel_anggaran.tabel_anggaran(data, angka),
        Paragraf(kalimat.ringkasan_anggaran(data, angka)),
        tabel_anggaran.grafik_serapan(data, angka),
        Senarai(
            tuple(kalimat.program(milik, data, angka) for milik in data.anggaran.program()),
            Senarai.Gaya.HURUF,
        ),
    )


def penutup(data: DataLkjip, angka: AngkaLkjip) -> tuple[Blok, ...]:
    return (
        Paragraf(kalimat.ringkasan_capaian(data, angka)),
        Paragraf(kalimat.ringkasan_anggaran(data, angka)),
        Paragraf(
            (
                "Hasil ini menjadi bahan perbaikan perencanaan dan pelaksanaan kinerja tahun "
                "berikutnya, terutama pada indikator yang belum mencapai target.",
            )
        ),
    )


ISI: dict[str, Penyusun] = {
    "latar-belakang": latar_belakang,
    "tugas-fungsi": tugas_fungsi,
    "dasar-hukum": dasar_hukum,
    "sistematika": sistematika,
    "tujuan-sasaran": tujuan_sasaran,
    "perjanjian-kinerja": perjanjian_kinerja,
    "skala": skala,
    "target-realisasi": target_realisasi,
    "tahun-lalu": tahun_lalu,
    "jangka-menengah": jangka_menengah,
    "efisiensi": efisiensi,
    "realisasi-anggaran": realisasi_anggaran,
    "penutup": penutup,
}
