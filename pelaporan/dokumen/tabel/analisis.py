"""The tables of analysis: beside a standard, of causes, and of what supported the indikator."""

from pelaporan.dokumen.angka import AngkaLkjip
from pelaporan.dokumen.tabel.capaian import catatan_sebab, catatan_tanpa_capaian, per_indikator
from pelaporan.dokumen.tabel.judul import judul_tabel
from pelaporan.queries import BarisIndikator, BarisPenunjang, DataLkjip
from pengukuran.hitung.capaian import RUMUS, Aturan
from sakip.dokumen.angka import Isi
from sakip.dokumen.blok import Baris, Kolom, Rata, Sel, Tabel, baris, sebab

KOSONG = "-"


def tabel_standar(data: DataLkjip, angka: AngkaLkjip) -> Tabel:
    nomor, judul = judul_tabel(data, "standar")
    return Tabel(
        kunci="tabel-standar",
        nomor=nomor,
        judul=judul,
        kolom=(
            Kolom("No", 6, Rata.TENGAH),
            Kolom("Tujuan/Sasaran", 26),
            Kolom("Indikator Kinerja", 27),
            Kolom(f"Realisasi Tahun {data.tahun}", 13, Rata.KANAN),
            Kolom("Standar Nasional/Daerah Lain", 15, Rata.KANAN),
            Kolom("Realisasi terhadap Standar (%)", 13, Rata.KANAN),
        ),
        baris=per_indikator(
            data,
            lambda milik: (
                angka.realisasi(milik),
                angka.standar(milik),
                angka.banding_standar(milik),
            ),
        ),
        sumber=(_sumber_standar(data),),
        catatan=(
            ("Aturan: realisasi / standar × 100.",),
            *catatan_sebab(
                (milik.ini.indikator.nama, f"tidak dibandingkan{sebab(alasan)}")
                for milik in data.indikator
                if (alasan := milik.banding_standar.alasan)
            ),
        ),
    )


def _sumber_standar(data: DataLkjip) -> str:
    sumber = [
        f"{milik.analisis.standar_nama}, {milik.analisis.standar_sumber}"
        for milik in data.indikator
        if milik.analisis.standar is not None
    ]
    return "; ".join(dict.fromkeys(sumber)) or f"Realisasi tahun {data.tahun} yang telah disetujui"


def tabel_analisis(data: DataLkjip, angka: AngkaLkjip) -> Tabel:
    nomor, judul = judul_tabel(data, "analisis")
    return Tabel(
        kunci="tabel-analisis",
        nomor=nomor,
        judul=judul,
        kolom=(
            Kolom("No", 4, Rata.TENGAH),
            Kolom("Tujuan/Sasaran", 16),
            Kolom("Indikator Kinerja", 15),
            Kolom("Target", 7, Rata.KANAN),
            Kolom("Realisasi", 8, Rata.KANAN),
            Kolom("Capaian (%)", 8, Rata.KANAN),
            Kolom("Penyebab Keberhasilan/Kegagalan", 23),
            Kolom("Solusi yang Dilakukan", 19),
        ),
        baris=per_indikator(
            data,
            lambda milik: (
                angka.target(milik),
                angka.realisasi(milik),
                angka.capaian(milik),
                milik.analisis.penyebab or KOSONG,
                milik.analisis.solusi or KOSONG,
            ),
        ),
        sumber=(f"Analisis perangkat daerah atas capaian tahun {data.tahun}",),
        catatan=(*catatan_tanpa_capaian(data), *_belum_dianalisis(data)),
        mendatar=True,
    )


def _belum_dianalisis(data: DataLkjip) -> tuple[Isi, ...]:
    """What a reader should know is missing."""
    penyebab = [
        (milik.ini.indikator.nama, "belum ditulis penyebabnya")
        for milik in data.indikator
        if not milik.analisis.penyebab
    ]
    solusi = [
        (milik.ini.indikator.nama, "belum mencapai target, tetapi solusinya belum ditulis")
        for milik in data.indikator
        if milik.ini.hasil.tercapai is False and not milik.analisis.solusi
    ]
    return catatan_sebab([*penyebab, *solusi])


def tabel_penunjang(data: DataLkjip, angka: AngkaLkjip) -> Tabel:
    nomor, judul = judul_tabel(data, "penunjang")
    didukung = [milik for milik in data.indikator if milik.penunjang]
    return Tabel(
        kunci="tabel-penunjang",
        nomor=nomor,
        judul=judul,
        kolom=(
            Kolom("No", 4, Rata.TENGAH),
            Kolom("Tujuan/Sasaran", 12),
            Kolom("Indikator Kinerja", 11),
            Kolom("Capaian (%)", 7, Rata.KANAN),
            Kolom("Program/Kegiatan", 20),
            Kolom("Indikator Program/Kegiatan", 16),
            Kolom("Capaian (%)", 7, Rata.KANAN),
            Kolom("Menunjang/ Tidak Menunjang", 9, Rata.TENGAH),
            Kolom("Analisis", 18),
        ),
        baris=tuple(
            _baris_penunjang(milik, satu, angka, urutan, awal=letak == 0)
            for urutan, milik in enumerate(didukung, start=1)
            for letak, satu in enumerate(milik.penunjang)
        ),
        sumber=(f"Capaian program dan kegiatan tahun {data.tahun} yang telah disetujui",),
        catatan=(*_catatan_penunjang(data), *_tanpa_penunjang(data)),
        mendatar=True,
    )


def _baris_penunjang(
    milik: BarisIndikator, satu: BarisPenunjang, angka: AngkaLkjip, urutan: int, *, awal: bool
) -> Baris:
    kepala = (
        (str(urutan) if awal else "",),
        (milik.ini.simpul.nama,),
        (milik.ini.indikator.nama,),
        (angka.capaian(milik),),
    )
    return baris(
        *(Sel(isi, ulang=not awal) for isi in kepala),
        satu.simpul.nama,
        satu.capaian.indikator.nama if satu.capaian else KOSONG,
        angka.capaian_penunjang(satu),
        _penilaian(satu),
        satu.analisis,
    )


def _penilaian(satu: BarisPenunjang) -> str:
    if not satu.dinilai:
        return KOSONG
    return "Menunjang" if satu.menunjang else "Tidak menunjang"


def _catatan_penunjang(data: DataLkjip) -> tuple[Isi, ...]:
    """By which rules, and why a program or kegiatan has no capaian."""
    tanpa = {
        satu.capaian.indikator.pk: (satu.capaian.indikator.nama, satu.capaian.hasil.alasan)
        for milik in data.indikator
        for satu in milik.penunjang
        if satu.capaian and satu.capaian.hasil.dipakai is None
    }
    rumus = dict.fromkeys(
        RUMUS[Aturan(satu.capaian.indikator.aturan)]
        for milik in data.indikator
        for satu in milik.penunjang
        if satu.capaian
    )
    aturan = ((f"Aturan capaian: {'; '.join(rumus)}.",),) if rumus else ()
    return (
        *aturan,
        *catatan_sebab((nama, f"tidak dihitung{sebab(alasan)}") for nama, alasan in tanpa.values()),
    )


def _tanpa_penunjang(data: DataLkjip) -> tuple[Isi, ...]:
    tanpa = [milik.ini.indikator.nama for milik in data.indikator if not milik.penunjang]
    if not tanpa:
        return ()
    return ((f"Belum ada analisis program dan kegiatan untuk: {'; '.join(tanpa)}.",),)
