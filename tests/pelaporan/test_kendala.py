"""Constraints of reports and analyses, tried past every check of Django."""

from pelaporan.models import Analisis, Bagian, GambarBagian, Laporan, Paragraf
from sakip.organisasi.models import Pengguna
from tests.pelaporan.baris import (
    BAGIAN,
    LAPORAN,
    PARAGRAF,
    PER_INDIKATOR,
    PER_SIMPUL,
    TERBIT,
)
from tests.pemeran import buat_unit

# the constraint, a row, and what a raw UPDATE makes of it
LANGGAR = [
    ("laporan_tahun_wajar", Laporan, LAPORAN, "tahun = 1999"),
    ("laporan_tahun_wajar", Laporan, LAPORAN, "tahun = 2101"),
    ("laporan_jenis_dikenal", Laporan, LAPORAN, "jenis = 'lain'"),
    ("laporan_ke_sejak_satu", Laporan, LAPORAN, "ke = 0"),
    ("laporan_aturan_efisiensi_dikenal", Laporan, LAPORAN, "aturan_efisiensi = 'campuran'"),
    ("laporan_terbit_bertanggal", Laporan, TERBIT, "tanggal = NULL"),
    ("paragraf_berisi", Paragraf, PARAGRAF, "teks = ''"),
    ("gambarbagian_berjudul", GambarBagian, PARAGRAF, "judul = ''"),
    ("analisis_tahun_wajar", Analisis, PER_INDIKATOR, "tahun = 1999"),
    ("analisis_satu_hal", Analisis, PER_INDIKATOR, "indikator_id = NULL"),
    (
        "analisis_satu_hal",
        Analisis,
        PER_INDIKATOR,
        "simpul_id = (SELECT MAX(id) FROM perencanaan_simpul)",
    ),
    ("analisis_standar_bersumber", Analisis, PER_INDIKATOR, "standar_nama = ''"),
    ("analisis_standar_bersumber", Analisis, PER_INDIKATOR, "standar_sumber = ''"),
    ("analisis_standar_bersumber", Analisis, PER_INDIKATOR, "standar_alasan = 'tidak ada'"),
]
# a second row like the first but for what is said
KEMBAR = [
    ("laporan_ke_tunggal", Laporan, LAPORAN, {}),
    ("laporan_satu_dokumen", Laporan, TERBIT, {"ke": 3}),
    ("bagian_satu_per_kunci", Bagian, BAGIAN, {}),
    ("paragraf_satu_per_urutan", Paragraf, PARAGRAF, {}),
    ("gambarbagian_satu_per_urutan", GambarBagian, PARAGRAF, {}),
    ("analisis_satu_per_indikator", Analisis, PER_INDIKATOR, {}),
    ("analisis_satu_per_simpul", Analisis, PER_SIMPUL, {}),
]
DITERIMA = [
    *[
        (Laporan, LAPORAN, f"aturan_efisiensi = '{aturan}'")
        for aturan in ("relatif", "rasio", "indeks", "pmk_22_2021")
    ],
    (Laporan, TERBIT, "dokumen_id = NULL, tanggal = NULL"),
    (Analisis, PER_INDIKATOR, "standar = NULL, standar_nama = '', standar_sumber = ''"),
]
KEMBAR_DITERIMA = [
    (Laporan, LAPORAN, {"ke": 3}),
    (Bagian, BAGIAN, {"kunci": "ikhtisar"}),
    (Paragraf, PARAGRAF, {"urutan": 3}),
    (Analisis, PER_INDIKATOR, {"tahun": 2018}),
    (Analisis, PER_SIMPUL, {"tahun": 2018}),
]


def test_tulisan_terlihat_oleh_yang_membaca_unitnya(pasuruan):
    lain = buat_unit(pasuruan.pemda, "kota-pasuruan-dinas-lain", "Dinas Lain")
    laporan = Laporan.objects.create(unit=lain, tahun=2019)
    bagian = Bagian.objects.create(laporan=laporan, kunci="penutup")
    Paragraf.objects.create(bagian=bagian, urutan=1, teks="Simpulan.")
    GambarBagian.objects.create(bagian=bagian, urutan=1, judul="Rapat")
    sendiri, pemda = (Pengguna.objects.get(nama_pengguna=n) for n in ("bidang", "organisasi"))
    for model in (Laporan, Bagian, Paragraf, GambarBagian):
        milik = {satu.pk for satu in model.objects.untuk(sendiri)}
        semua = {satu.pk for satu in model.objects.untuk(pemda)}
        assert len(semua) == len(milik) + 1 == model.objects.count(), model
