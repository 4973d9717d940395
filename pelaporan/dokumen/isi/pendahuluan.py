"""BAB I: the organisation, its budget and issues, and the law the report rests on."""

from pelaporan.dokumen.angka import AngkaLkjip
from pelaporan.dokumen.isi.dasar import paragraf, senarai
from pelaporan.dokumen.isi.lampiran import lampiran_dimuat
from pelaporan.dokumen.kerangka_lkjip import LKJIP
from pelaporan.dokumen.tabel.anggaran import tabel_anggaran_tahun
from pelaporan.dokumen.tabel.judul import isi_judul, judul_gambar, rujuk
from pelaporan.queries import DataLkjip
from perencanaan.dokumen import unit
from sakip.dokumen.blok import Blok, Kotak, Organogram, Senarai, berbutir, kalimat
from sakip.organisasi.models import Unit

RINGKASAN_BAB = {
    "pendahuluan": "gambaran umum organisasi, isu strategis, dan dasar penyusunan laporan",
    "perencanaan-kinerja": "tujuan, sasaran, indikator, target, dan perjanjian kinerja",
    "akuntabilitas": "capaian kinerja, perbandingan, analisis, dan realisasi anggaran",
    "penutup": "kesimpulan dan pemanfaatannya bagi perencanaan berikutnya",
}


def latar_belakang(data: DataLkjip, _angka: AngkaLkjip) -> tuple[Blok, ...]:
    return paragraf(
        f"{data.unit.nama} wajib mempertanggungjawabkan kinerja yang diperjanjikan dan anggaran "
        "yang digunakan untuk mencapainya. Laporan Kinerja Instansi Pemerintah (LKjIP) Tahun "
        f"{data.tahun} memenuhi kewajiban itu menurut Peraturan Presiden Nomor 29 Tahun 2014 dan "
        "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 53 Tahun "
        "2014.",
        "Realisasi kinerja yang dimuat adalah yang telah diverifikasi dan disetujui. Capaian, "
        "kemajuan, serapan, dan efisiensi dihitung dari target, realisasi, dan anggaran; aturan "
        "hitungnya dicantumkan di bawah tabelnya.",
    )


def tugas_fungsi(data: DataLkjip, _angka: AngkaLkjip) -> tuple[Blok, ...]:
    organogram = (_organogram(data),) if len(data.struktur) > 1 else ()
    return (*unit.tugas_fungsi(data.unit), *organogram)


def _organogram(data: DataLkjip) -> Organogram:
    nomor, judul = judul_gambar(data, "organogram")

    def kotak(milik: Unit) -> Kotak:
        bawah = [lain for lain in data.struktur if lain.induk_id == milik.pk]
        return Kotak(milik.nama, tuple(kotak(satu) for satu in bawah))

    return Organogram(
        kunci="gambar-organogram",
        nomor=nomor,
        judul=judul,
        akar=kotak(data.unit),
        sumber=(f"Susunan organisasi pada akhir tahun {data.tahun}",),
    )


def anggaran_unit(data: DataLkjip, angka: AngkaLkjip) -> tuple[Blok, ...]:
    return (
        *paragraf(
            f"Anggaran {data.unit.nama} tahun {data.tahun_lalu} dan tahun {data.tahun} "
            f"disajikan dalam {rujuk('anggaran-tahun')}."
        ),
        tabel_anggaran_tahun(data, angka),
    )


def isu_strategis(data: DataLkjip, _angka: AngkaLkjip) -> tuple[Blok, ...]:
    isu = data.versi.isu_strategis.splitlines()
    if not isu:
        return paragraf("Isu strategis belum dicatat dalam Renstra yang berlaku.")
    return (
        *paragraf(
            "Isu strategis yang ditangani melalui "
            f"{data.versi.renstra.nama} adalah sebagai berikut."
        ),
        *senarai(berbutir(isu)),
    )


def dasar_hukum(data: DataLkjip, _angka: AngkaLkjip) -> tuple[Blok, ...]:
    hukum = data.unit.daftar_dasar_hukum()
    if not hukum:
        return paragraf(f"Dasar hukum {data.unit.nama} belum dicatat.")
    return (
        *paragraf(f"Laporan kinerja {data.unit.nama} tahun {data.tahun} disusun berdasarkan:"),
        *senarai(berbutir(hukum), Senarai.Gaya.ANGKA),
    )


def sistematika(data: DataLkjip, _angka: AngkaLkjip) -> tuple[Blok, ...]:
    """The chapters, and the annexes that are printed."""
    bab = [LKJIP.judul_bab(satu)[0] for satu in LKJIP.bab]
    butir = [
        kalimat(
            "{nomor} {judul}: {isi}.",
            nomor=satu.nomor,
            judul=satu.judul,
            isi=RINGKASAN_BAB[satu.kunci],
        )
        for satu in bab
    ]
    if lampiran := [LKJIP.judul_lampiran(pos) for pos in lampiran_dimuat(data)]:
        isi = "; ".join(f"{satu.nomor} {isi_judul(data, satu.judul)}" for satu in lampiran)
        butir.append((f"Lampiran: {isi}.",))
    return (
        *paragraf(f"Laporan kinerja tahun {data.tahun} disusun menurut sistematika berikut."),
        *senarai(butir, Senarai.Gaya.TITIK),
    )
