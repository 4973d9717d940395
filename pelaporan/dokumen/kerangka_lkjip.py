"""The outline of the LKjIP.

Source: PermenPANRB 53/2014, Lampiran II (sistematika laporan kinerja), in the order and with the
numbers in which Kota Pasuruan prints it.
"""

from pelaporan.dokumen.kerangka import Bab, JenisGambar, Kerangka, Pos, PosGambar

_PENDAHULUAN = Bab(
    kunci="pendahuluan",
    judul="Pendahuluan",
    pos=(
        Pos("latar-belakang", "Latar Belakang"),
        Pos(
            "organisasi",
            "Penjelasan Umum Organisasi",
            (
                Pos("tugas-fungsi", "Struktur Organisasi dan Tata Kerja"),
                Pos("anggaran-unit", "Anggaran"),
                Pos("isu-strategis", "Isu Strategis"),
            ),
        ),
        Pos("dasar-hukum", "Dasar Hukum"),
        Pos("sistematika", "Sistematika Laporan Kinerja"),
    ),
    tabel=(("anggaran-tahun", "Perbandingan Anggaran Tahun {lalu} dan Tahun {tahun}"),),
    gambar=(PosGambar("organogram", JenisGambar.GAMBAR, "Struktur Organisasi {unit}"),),
)

_PERENCANAAN = Bab(
    kunci="perencanaan-kinerja",
    judul="Perencanaan Kinerja",
    pos=(
        Pos("tujuan-sasaran", "Tujuan dan Sasaran Perangkat Daerah"),
        Pos("rencana-kinerja", "Rencana Kinerja Tahun {tahun}"),
        Pos("perjanjian-kinerja", "Perjanjian Kinerja Tahun {tahun}"),
    ),
    tabel=(
        ("renstra", "Tujuan, Sasaran, Indikator, dan Target Kinerja Tahun {awal}–{akhir}"),
        ("iku", "Indikator Kinerja Utama Tahun {tahun}"),
        ("renja", "Rencana Kinerja Tahun {tahun}"),
        ("perjanjian", "Perjanjian Kinerja Tahun {tahun}"),
        ("program-kegiatan", "Program, Kegiatan, dan Sub Kegiatan Tahun {tahun}"),
        ("perubahan", "Perubahan Perjanjian Kinerja Tahun {tahun}"),
    ),
)

_CAPAIAN = Pos(
    "capaian",
    "Capaian Kinerja",
    (
        Pos("skala", "Skala Capaian Kinerja"),
        Pos("target-realisasi", "Target dan Realisasi Tahun {tahun}"),
        Pos("tahun-lalu", "Realisasi dan Capaian Dibandingkan dengan Tahun Lalu"),
        Pos("jangka-menengah", "Realisasi Dibandingkan dengan Target Jangka Menengah"),
        Pos("standar", "Realisasi Dibandingkan dengan Standar Nasional atau Daerah Lain"),
        Pos("penyebab", "Analisis Penyebab Keberhasilan dan Kegagalan serta Solusinya"),
        Pos("efisiensi", "Efisiensi Penggunaan Sumber Daya"),
        Pos("program-penunjang", "Program dan Kegiatan yang Menunjang Capaian"),
    ),
)

_AKUNTABILITAS = Bab(
    kunci="akuntabilitas",
    judul="Akuntabilitas Kinerja",
    pos=(_CAPAIAN, Pos("realisasi-anggaran", "Realisasi Anggaran")),
    tabel=(
        ("skala", "Pengkategorian Capaian Kinerja"),
        ("capaian", "Capaian Kinerja Tahun {tahun}"),
        ("perbandingan", "Perbandingan Capaian Kinerja Tahun {lalu} dan {tahun}"),
        ("kemajuan", "Kemajuan Capaian Sasaran Strategis sampai dengan Tahun {tahun}"),
        ("standar", "Perbandingan Realisasi Tahun {tahun} dengan Standar"),
        ("analisis", "Analisis Keberhasilan, Kegagalan, dan Solusi Tahun {tahun}"),
        ("efisiensi", "Perbandingan Pencapaian Kinerja dan Anggaran Tahun {tahun}"),
        ("penunjang", "Analisis Program dan Kegiatan Penunjang Tahun {tahun}"),
        ("anggaran", "Capaian Anggaran Program dan Kegiatan Tahun {tahun}"),
    ),
    gambar=(
        PosGambar("capaian", JenisGambar.GRAFIK, "Capaian Kinerja Tahun {tahun} (%)"),
        PosGambar("serapan", JenisGambar.GRAFIK, "Serapan Anggaran Program Tahun {tahun} (%)"),
    ),
)

LKJIP = Kerangka(
    nama="lkjip",
    depan=(
        Pos("kata-pengantar", "Kata Pengantar"),
        Pos("ikhtisar", "Ikhtisar Eksekutif"),
        Pos("daftar-isi", "Daftar Isi"),
        Pos("daftar-tabel", "Daftar Tabel"),
        Pos("daftar-gambar", "Daftar Gambar", lanjut=True),
        Pos("daftar-lampiran", "Daftar Lampiran", lanjut=True),
    ),
    bab=(_PENDAHULUAN, _PERENCANAAN, _AKUNTABILITAS, Bab("penutup", "Penutup")),
    lampiran=(
        Pos("lampiran-perjanjian", "Perjanjian Kinerja Tahun {tahun}"),
        Pos("lampiran-perubahan", "Perjanjian Kinerja Perubahan Tahun {tahun}"),
        Pos("lampiran-renstra", "Matriks Renstra"),
    ),
)
