"""Constraints of steps that were done, of evidence, variables, and scales of grades."""

import pytest

from pengukuran.models import (
    Bukti,
    ButirPredikat,
    NilaiVariabel,
    RealisasiAksi,
    SetelanCapaian,
    SkalaIndikator,
    SkalaPredikat,
    SumberUsulan,
)
from sakip.berkas.models import Berkas
from sakip.berkas.services import simpan_berkas
from tests.berkas import contoh
from tests.lib.kendala import ditolak, ubah_mentah
from tests.perencanaan.baris import KODE, UNIT

AKSI = {"aksi__rencana_aksi__unit__kode": KODE, "bulan": 3}
ANGKA, LANGKAH = {**UNIT, "realisasi_aksi": None}, {**UNIT, "realisasi": None}
VARIABEL = {"realisasi__unit__kode": KODE, "variabel__nama": "kini"}
BERSKALA, WTP = {"indikator__unit__kode": KODE}, {"predikat": "WTP"}

# the constraint, a row, and what a raw UPDATE makes of it
LANGGAR = [
    ("realisasiaksi_bulan_triwulan", RealisasiAksi, AKSI, "bulan = 4"),
    ("realisasiaksi_bulan_triwulan", RealisasiAksi, AKSI, "bulan = 0"),
    ("realisasiaksi_satu_per_triwulan", RealisasiAksi, AKSI, "bulan = 12"),
    ("realisasiaksi_belum_beralasan", RealisasiAksi, AKSI, "selesai = false"),
    ("bukti_tahun_wajar", Bukti, ANGKA, "tahun = 1999"),
    ("bukti_tahun_wajar", Bukti, ANGKA, "tahun = 2101"),
    ("bukti_bulan_sah", Bukti, ANGKA, "bulan = 0"),
    ("bukti_bulan_sah", Bukti, ANGKA, "bulan = 13"),
    ("bukti_satu_yang_dibuktikan", Bukti, ANGKA, "realisasi_id = NULL"),
    ("bukti_satu_yang_dibuktikan", Bukti, LANGKAH, "realisasi_aksi_id = NULL"),
    (
        "bukti_satu_yang_dibuktikan",
        Bukti,
        ANGKA,
        "realisasi_aksi_id = (SELECT MIN(id) FROM pengukuran_realisasiaksi)",
    ),
    ("bukti_berkas_atau_tautan", Bukti, ANGKA, "tautan = ''"),
]
LANGGAR += [
    ("setelancapaian_tahun_wajar", SetelanCapaian, {}, "tahun = 1999"),
    ("setelancapaian_cara_dikenal", SetelanCapaian, {}, "cara_program = 'kira_kira'"),
    ("setelancapaian_cara_dikenal", SetelanCapaian, {}, "cara_program = ''"),
    ("butirpredikat_skor_tidak_negatif", ButirPredikat, WTP, "skor = -0.01"),
    ("butirpredikat_predikat_rapi", ButirPredikat, WTP, "predikat = ''"),
    ("butirpredikat_predikat_rapi", ButirPredikat, WTP, "predikat = ' WTP'"),
    ("butirpredikat_predikat_rapi", ButirPredikat, WTP, "predikat = 'WTP '"),
    ("butirpredikat_tunggal", ButirPredikat, WTP, "predikat = 'WDP'"),
    ("butirpredikat_skor_tunggal", ButirPredikat, WTP, "skor = 3"),
]
KEMBAR = [
    ("setelancapaian_satu_setahun", SetelanCapaian, {}, {"cara_program": "dari_serapan"}),
    ("skalapredikat_nama_tunggal", SkalaPredikat, {}, {"sumber": "Lain"}),
    ("butirpredikat_tunggal", ButirPredikat, WTP, {"skor": 5}),
    ("butirpredikat_skor_tunggal", ButirPredikat, WTP, {"predikat": "WTP-DPP"}),
    ("skalaindikator_satu_skala", SkalaIndikator, BERSKALA, {}),
    ("sumberusulan_satu_per_indikator", SumberUsulan, {}, {}),
    ("realisasiaksi_satu_per_triwulan", RealisasiAksi, AKSI, {"selesai": True}),
    ("nilaivariabel_tunggal", NilaiVariabel, VARIABEL, {}),
]
DITERIMA = [
    *[
        (SetelanCapaian, {}, f"cara_program = '{cara}'")
        for cara in ("rata_kegiatan", "terbobot_pagu", "dari_serapan")
    ],
    (ButirPredikat, WTP, "skor = 0"),
    (ButirPredikat, WTP, "predikat = 'Sangat Baik'"),
    *[(RealisasiAksi, AKSI, f"bulan = {bulan}") for bulan in (6, 9)],
    (RealisasiAksi, AKSI, "selesai = false, catatan = 'Narasumber berhalangan.'"),
    (Bukti, ANGKA, "bulan = 1"),
    (Bukti, LANGKAH, "bulan = 12, halaman = '3'"),
    (NilaiVariabel, VARIABEL, "nilai = NULL"),
    (NilaiVariabel, VARIABEL, "nilai = -2.5"),
]
# one figure may have several pieces of evidence
KEMBAR_DITERIMA = [(Bukti, ANGKA, {}), (Bukti, LANGKAH, {"halaman": "4"})]


@pytest.fixture
def berkas(baris_ukur) -> Berkas:
    return simpan_berkas(contoh.pdf(), nama="foto.pdf", unit=baris_ukur, oleh=None)


def test_bukti_tidak_berkas_dan_tautan_sekaligus(berkas):
    bukti = Bukti.objects.get(**ANGKA)
    with ditolak("bukti_berkas_atau_tautan"):
        ubah_mentah(bukti, f"berkas_id = {berkas.pk}")
    ubah_mentah(bukti, f"berkas_id = {berkas.pk}, tautan = ''")
    bukti.refresh_from_db()
    bukti.full_clean()
    with ditolak("bukti_berkas_atau_tautan"):
        ubah_mentah(bukti, "berkas_id = NULL")
