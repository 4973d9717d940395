"""Constraints of recommendations and their follow-up, tried past every check of Django.

Verdicts and reports refuse an UPDATE, so each attempt on them is a new row.
"""

from datetime import date

from evaluasi.models import (
    BuktiTindakLanjut,
    KaitanRekomendasi,
    LaporanTindakLanjut,
    PelakuRekomendasi,
    Perpanjangan,
    Putusan,
    Rekomendasi,
    RekomendasiKomponen,
    RencanaTindakLanjut,
)
from sakip.berkas.models import Berkas
from tests.evaluasi.baris import BERTANGGAL, BULANAN, DARI_LHE, DARI_LHP, NASKAH

RENCANA = {"rencana__jenis_target": "bulan"}
LAPORAN = {"rencana__jenis_target": "bulan", "ke": 1}
BUKTI = {"laporan__ke": 1}
PUTUSAN = {"ke": 1}
KOMPONEN = {"rekomendasi__sumber": "lhe", "rekomendasi__pokok": None}
PELAPOR = {"sebagai": "unit"}
DITOLAK = {"keputusan": "ditolak"}
MENUNGGU = {"keputusan": "menunggu"}
LHE_ITU = "(SELECT MAX(id) FROM evaluasi_lhe)"
DARI_LHE_ITU = "(SELECT MIN(id) FROM evaluasi_rekomendasi WHERE lhe_id IS NOT NULL)"
BEDA = {"ke": 2}
KAITAN = {"aspek": "definisi"}

LANGGAR = [
    ("rekomendasi_tahun_wajar", Rekomendasi, DARI_LHE, "tahun = 1999"),
    ("rekomendasi_sesuai_sumber", Rekomendasi, DARI_LHE, "sumber = 'lhp_apip'"),
    ("rekomendasi_sesuai_sumber", Rekomendasi, DARI_LHE, "lhe_id = NULL"),
    ("rekomendasi_sesuai_sumber", Rekomendasi, DARI_LHE, "tanggal_sumber = '2024-01-01'"),
    ("rekomendasi_sesuai_sumber", Rekomendasi, DARI_LHE, "nomor_sumber = '1'"),
    ("rekomendasi_sesuai_sumber", Rekomendasi, DARI_LHP, f"lhe_id = {LHE_ITU}"),
    ("rekomendasi_berisi", Rekomendasi, DARI_LHE, "uraian = ''"),
    ("rekomendasi_bukan_ulangan_sendiri", Rekomendasi, DARI_LHE, "berulang_dari_id = id"),
    ("rekomendasi_naskah_dalam_lhe", Rekomendasi, DARI_LHE, "pokok_id = id"),
    ("rekomendasi_naskah_dalam_lhe", Rekomendasi, DARI_LHP, f"pokok_id = {DARI_LHE_ITU}"),
    ("pelakurekomendasi_sisi_dikenal", PelakuRekomendasi, PELAPOR, "sebagai = 'lain'"),
    ("rencanatindaklanjut_berisi", RencanaTindakLanjut, BULANAN, "uraian = ''"),
    ("rencanatindaklanjut_target_terisi", RencanaTindakLanjut, BULANAN, "bulan = NULL"),
    ("rencanatindaklanjut_target_terisi", RencanaTindakLanjut, BULANAN, "bulan = 0"),
    ("rencanatindaklanjut_target_terisi", RencanaTindakLanjut, BULANAN, "bulan = 61"),
    ("rencanatindaklanjut_target_terisi", RencanaTindakLanjut, BULANAN, "tanggal = '2025-01-01'"),
    ("rencanatindaklanjut_target_terisi", RencanaTindakLanjut, BERTANGGAL, "tanggal = NULL"),
    ("rencanatindaklanjut_target_terisi", RencanaTindakLanjut, BERTANGGAL, "bulan = 1"),
    (
        "rencanatindaklanjut_target_terisi",
        RencanaTindakLanjut,
        BULANAN,
        "jenis_target = 'triwulan'",
    ),
    ("rencanatindaklanjut_target_terisi", RencanaTindakLanjut, BULANAN, "jenis_target = 'tanpa'"),
    ("rencanatindaklanjut_sesudah_lhe", RencanaTindakLanjut, BERTANGGAL, "tanggal = '2024-05-01'"),
    ("perpanjangan_beralasan", Perpanjangan, MENUNGGU, "alasan = ''"),
    ("perpanjangan_lebih_lama", Perpanjangan, MENUNGGU, "menjadi = semula"),
    ("perpanjangan_diputus_orang", Perpanjangan, DITOLAK, "diputus_pada = NULL"),
    ("perpanjangan_diputus_orang", Perpanjangan, DITOLAK, "diputus_oleh_id = NULL"),
    ("perpanjangan_diputus_orang", Perpanjangan, MENUNGGU, "keputusan = 'disetujui'"),
    ("perpanjangan_ditolak_bercatatan", Perpanjangan, DITOLAK, "catatan = ''"),
    ("perpanjangan_dua_orang", Perpanjangan, DITOLAK, "diputus_oleh_id = diminta_oleh_id"),
]
LANGGAR_GANDA = [
    (
        ("rekomendasi_sumber_dikenal", "rekomendasi_sesuai_sumber"),
        Rekomendasi,
        DARI_LHE,
        "sumber = 'lain'",
    ),
    (("rekomendasi_sumber_dikenal",), Rekomendasi, DARI_LHP, "sumber = 'lain'"),
    (
        ("rencanatindaklanjut_target_dikenal", "rencanatindaklanjut_target_terisi"),
        RencanaTindakLanjut,
        BULANAN,
        "jenis_target = 'lain'",
    ),
    (
        ("perpanjangan_keputusan_dikenal", "perpanjangan_diputus_orang"),
        Perpanjangan,
        DITOLAK,
        "keputusan = 'lain'",
    ),
]
KEMBAR = [
    ("rekomendasi_satu_per_urutan_lhe", Rekomendasi, DARI_LHE, {}),
    ("rekomendasi_satu_per_urutan_lhp", Rekomendasi, DARI_LHP, {}),
    ("rekomendasi_satu_naskah_per_lhe", Rekomendasi, NASKAH, {"urutan": 9}),
    ("rekomendasikomponen_tunggal", RekomendasiKomponen, KOMPONEN, {}),
    ("pelakurekomendasi_satu_sisi", PelakuRekomendasi, PELAPOR, {"sebagai": "inspektorat"}),
    ("rencanatindaklanjut_satu_per_urutan", RencanaTindakLanjut, BULANAN, {}),
    ("perpanjangan_satu_menunggu", Perpanjangan, MENUNGGU, {}),
    ("putusan_ke_tunggal", Putusan, PUTUSAN, {}),
    ("putusan_ke_sejak_satu", Putusan, PUTUSAN, {"ke": 0}),
    ("putusan_status_dikenal", Putusan, PUTUSAN, {**BEDA, "status": "lain"}),
    ("putusan_bercatatan", Putusan, PUTUSAN, {**BEDA, "catatan": ""}),
    ("putusan_tidak_dapat_berdasar", Putusan, PUTUSAN, {**BEDA, "status": "tidak_dapat"}),
    ("laporantindaklanjut_ke_tunggal", LaporanTindakLanjut, LAPORAN, {}),
    ("laporantindaklanjut_ke_sejak_satu", LaporanTindakLanjut, LAPORAN, {"ke": 0}),
    (
        "laporantindaklanjut_keadaan_dikenal",
        LaporanTindakLanjut,
        LAPORAN,
        {**BEDA, "keadaan": "sesuai"},
    ),
    ("laporantindaklanjut_berisi", LaporanTindakLanjut, LAPORAN, {**BEDA, "uraian": ""}),
    *[
        ("laporantindaklanjut_triwulan_sah", LaporanTindakLanjut, LAPORAN, {**BEDA, **triwulan})
        for triwulan in (
            {"tahun": 2024},
            {"bulan": 6},
            {"tahun": 2024, "bulan": 5},
            {"tahun": 1999, "bulan": 6},
        )
    ],
    ("kaitanrekomendasi_satu_per_aspek", KaitanRekomendasi, KAITAN, {}),
    ("kaitanrekomendasi_aspek_dikenal", KaitanRekomendasi, KAITAN, {"aspek": "lain"}),
    ("buktitindaklanjut_berkas_atau_tautan", BuktiTindakLanjut, BUKTI, {"tautan": ""}),
    (
        "buktitindaklanjut_berkas_atau_tautan",
        BuktiTindakLanjut,
        BUKTI,
        lambda _: {"berkas": Berkas.objects.earliest("pk")},
    ),
]
DITERIMA = [
    (RencanaTindakLanjut, BERTANGGAL, "tanggal = '2024-05-02'"),
    (RencanaTindakLanjut, BERTANGGAL, "tanggal = '2020-01-01', sejak = NULL"),
    (RencanaTindakLanjut, BULANAN, "jenis_target = 'triwulan', bulan = NULL"),
    (RencanaTindakLanjut, BULANAN, "jenis_target = 'tanpa', bulan = NULL"),
    (Perpanjangan, MENUNGGU, "semula = NULL"),
]
KEMBAR_DITERIMA = [
    (KaitanRekomendasi, KAITAN, {"aspek": "target"}),
    (Rekomendasi, DARI_LHP, {"nomor_sumber": "10/LHP"}),
    (Putusan, PUTUSAN, {**BEDA, "status": "tidak_dapat", "dasar": "Surat 1"}),
    (LaporanTindakLanjut, LAPORAN, {**BEDA, "tahun": 2024, "bulan": 6}),
    (Perpanjangan, DITOLAK, {"menjadi": date(2026, 1, 1)}),
]
