"""What stands under each heading of the outline, by its key."""

from pelaporan.dokumen.isi import akuntabilitas, depan, lampiran, pendahuluan, perencanaan
from pelaporan.dokumen.isi.dasar import Penyusun
from pelaporan.dokumen.isi.penutup import penutup

ISI: dict[str, Penyusun] = {
    "kata-pengantar": depan.kata_pengantar,
    "ikhtisar": depan.ikhtisar,
    "daftar-isi": depan.daftar_isi,
    "daftar-tabel": depan.daftar_tabel,
    "daftar-gambar": depan.daftar_gambar,
    "daftar-lampiran": depan.daftar_lampiran,
    "latar-belakang": pendahuluan.latar_belakang,
    "tugas-fungsi": pendahuluan.tugas_fungsi,
    "anggaran-unit": pendahuluan.anggaran_unit,
    "isu-strategis": pendahuluan.isu_strategis,
    "dasar-hukum": pendahuluan.dasar_hukum,
    "sistematika": pendahuluan.sistematika,
    "tujuan-sasaran": perencanaan.tujuan_sasaran,
    "rencana-kinerja": perencanaan.rencana_kinerja,
    "perjanjian-kinerja": perencanaan.perjanjian_kinerja,
    "skala": akuntabilitas.skala,
    "target-realisasi": akuntabilitas.target_realisasi,
    "tahun-lalu": akuntabilitas.tahun_lalu,
    "jangka-menengah": akuntabilitas.jangka_menengah,
    "standar": akuntabilitas.standar,
    "penyebab": akuntabilitas.penyebab,
    "efisiensi": akuntabilitas.efisiensi,
    "program-penunjang": akuntabilitas.program_penunjang,
    "realisasi-anggaran": akuntabilitas.realisasi_anggaran,
    "penutup": penutup,
    "lampiran-perjanjian": lampiran.lampiran_perjanjian,
    "lampiran-perubahan": lampiran.lampiran_perubahan,
    "lampiran-renstra": lampiran.lampiran_renstra,
}
