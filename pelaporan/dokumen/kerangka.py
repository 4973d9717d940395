"""The outline of an LKjIP, as data: chapters, numbers of headings, tables and charts.

Source: PermenPANRB 53/2014, Lampiran II (sistematika laporan kinerja). Numbers are part of the
outline and not counted, because offices and reviewers cite them from year to year.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Pos:
    """A heading; `{tahun}` in its text is the year of the report."""

    kunci: str
    tingkat: int
    nomor: str
    judul: str


@dataclass(frozen=True)
class Kerangka:
    nama: str
    bab: tuple[tuple[Pos, ...], ...]
    tabel: dict[str, tuple[str, str]]
    grafik: dict[str, tuple[str, str]]


LKJIP = Kerangka(
    nama="lkjip",
    bab=(
        (
            Pos("pendahuluan", 1, "BAB I", "Pendahuluan"),
            Pos("latar-belakang", 2, "1.1", "Latar Belakang"),
            Pos("organisasi", 2, "1.2", "Penjelasan Umum Organisasi"),
            Pos("tugas-fungsi", 3, "1.2.1", "Struktur Organisasi dan Tata Kerja"),
            Pos("dasar-hukum", 2, "1.3", "Dasar Hukum"),
            Pos("sistematika", 2, "1.4", "Sistematika Laporan Kinerja"),
        ),
        (
            Pos("perencanaan-kinerja", 1, "BAB II", "Perencanaan Kinerja"),
            Pos("tujuan-sasaran", 2, "2.1", "Tujuan dan Sasaran Perangkat Daerah"),
            Pos("perjanjian-kinerja", 2, "2.3", "Perjanjian Kinerja Tahun {tahun}"),
        ),
        (
            Pos("akuntabilitas", 1, "BAB III", "Akuntabilitas Kinerja"),
            Pos("capaian", 2, "3.1", "Capaian Kinerja"),
            Pos("skala", 3, "3.1.1", "Skala Capaian Kinerja"),
            Pos("target-realisasi", 3, "3.1.2", "Target dan Realisasi Tahun {tahun}"),
            Pos("tahun-lalu", 3, "3.1.3", "Realisasi dan Capaian Dibandingkan dengan Tahun Lalu"),
            Pos(
                "jangka-menengah",
                3,
                "3.1.4",
                "Realisasi Dibandingkan dengan Target Jangka Menengah",
            ),
            Pos("efisiensi", 3, "3.1.7", "Efisiensi Penggunaan Sumber Daya"),
            Pos("realisasi-anggaran", 2, "3.2", "Realisasi Anggaran"),
        ),
        (Pos("penutup", 1, "BAB IV", "Penutup"),),
    ),
    tabel={
        "renstra": ("2.1", "Tujuan, Sasaran, Indikator, dan Target Kinerja Tahun {awal}–{akhir}"),
        "perjanjian": ("2.4", "Perjanjian Kinerja Tahun {tahun}"),
        "skala": ("3.1", "Pengkategorian Capaian Kinerja"),
        "capaian": ("3.2", "Capaian Kinerja Tahun {tahun}"),
        "perbandingan": ("3.3", "Perbandingan Capaian Kinerja Tahun {lalu} dan {tahun}"),
        "kemajuan": ("3.4", "Kemajuan Capaian Sasaran Strategis sampai dengan Tahun {tahun}"),
        "efisiensi": ("3.7", "Perbandingan Pencapaian Kinerja dan Anggaran Tahun {tahun}"),
        "anggaran": ("3.9", "Capaian Anggaran Program dan Kegiatan Tahun {tahun}"),
    },
    grafik={
        "capaian": ("Grafik 3.1", "Capaian Kinerja Tahun {tahun} (%)"),
        "serapan": ("Grafik 3.2", "Serapan Anggaran Program Tahun {tahun} (%)"),
    },
)
