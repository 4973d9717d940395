import pytest
from django.db import IntegrityError, connection, transaction

from perencanaan.models import (
    Dukungan,
    Indikator,
    IndikatorVersi,
    JenisBelanja,
    Pagu,
    Renstra,
    RenstraVersi,
    Simpul,
    TargetTahunan,
    VersiAnggaran,
)
from tests.lib.kendala import ditolak, salin, ubah_mentah
from tests.perencanaan import keadaan
from tests.perencanaan.baris import INDIKATOR, KODE, RUMUSAN, SIMPUL, TAHUN, UNIT

TARGET = {**RUMUSAN, "tahun": TAHUN}
TUJUAN, SASARAN = {**SIMPUL, "nama": "Tujuan 1"}, {**SIMPUL, "jenis": "sasaran"}
PROGRAM, KEGIATAN = {**SIMPUL, "kode": "0"}, {**SIMPUL, "kode": "0.1"}
VERSI = {"renstra__unit__kode": KODE}
DUKUNGAN = {"indikator__unit__kode": KODE}
MURNI, GESER = {**UNIT, "ke": 1}, {**UNIT, "ke": 2}
PAGU = {"versi_anggaran__unit__kode": KODE, "versi_anggaran__ke": 2}
BELANJA, PEGAWAI = {"kode": "5"}, {"kode": "5.1.01"}

# the constraint, a row, and what a raw UPDATE makes of it
LANGGAR = [
    ("targettahunan_tahun_wajar", TargetTahunan, TARGET, "tahun = 999"),
    ("dukungan_tahun_wajar", Dukungan, DUKUNGAN, "tahun = 2101"),
    ("versianggaran_tahun_wajar", VersiAnggaran, GESER, "tahun = 1999"),
    ("renstra_tahun_urut", Renstra, UNIT, "tahun_akhir = 2020"),
    ("renstraversi_jenis_dikenal", RenstraVersi, VERSI, "jenis = 'asing'"),
    ("renstraversi_jenis_dikenal", RenstraVersi, VERSI, "jenis = ''"),
    ("simpul_induk_sesuai_jenis", Simpul, SASARAN, "induk_id = NULL"),
    ("simpul_induk_sesuai_jenis", Simpul, KEGIATAN, "induk_id = NULL"),
    ("simpul_induk_sesuai_jenis", Simpul, KEGIATAN, "jenis = 'sub_kegiatan', induk_id = NULL"),
    ("simpul_induk_sesuai_jenis", Simpul, KEGIATAN, "jenis = 'perangkat_daerah'"),
    ("simpul_induk_sesuai_jenis", Simpul, SASARAN, "jenis = 'tujuan'"),
    ("simpul_bukan_induk_sendiri", Simpul, KEGIATAN, "induk_id = id"),
    ("simpul_bukan_induk_sendiri", Simpul, PROGRAM, "induk_id = id"),
    ("simpul_tahun_urut", Simpul, KEGIATAN, "tahun_awal = 2024, tahun_akhir = 2023"),
    ("indikatorversi_aturan_sesuai_arah", IndikatorVersi, INDIKATOR, "arah = 'turun'"),
    ("indikatorversi_aturan_sesuai_arah", IndikatorVersi, INDIKATOR, "aturan = 'turun_rasio'"),
    ("indikatorversi_aturan_sesuai_arah", IndikatorVersi, INDIKATOR, "aturan = 'asing'"),
    ("indikatorversi_aturan_sesuai_arah", IndikatorVersi, INDIKATOR, "arah = 'samping'"),
    ("indikatorversi_cara_dikenal", IndikatorVersi, INDIKATOR, "cara = 'asing'"),
    ("indikatorversi_frekuensi_dikenal", IndikatorVersi, INDIKATOR, "frekuensi = 'harian'"),
    ("indikatorversi_desimal_wajar", IndikatorVersi, INDIKATOR, "desimal = 7"),
    ("targettahunan_sumber_dikenal", TargetTahunan, TARGET, "sumber = 'asing'"),
    ("versianggaran_jenis_dikenal", VersiAnggaran, GESER, "jenis = 'asing'"),
    ("versianggaran_murni_pertama", VersiAnggaran, GESER, "jenis = 'murni'"),
    ("versianggaran_murni_pertama", VersiAnggaran, MURNI, "ke = 9"),
    ("versianggaran_murni_pertama", VersiAnggaran, MURNI, "jenis = 'perubahan'"),
    ("versianggaran_murni_pertama", VersiAnggaran, GESER, "ke = 0"),
    ("pagu_tidak_negatif", Pagu, PAGU, "jumlah = -1"),
    ("jenisbelanja_satu_akar", JenisBelanja, PEGAWAI, "induk_id = NULL"),
    ("jenisbelanja_di_bawah_induknya", JenisBelanja, PEGAWAI, "induk_id = kode"),
    ("jenisbelanja_di_bawah_induknya", JenisBelanja, PEGAWAI, "induk_id = '5.2'"),
    ("jenisbelanja_di_bawah_induknya", JenisBelanja, {"kode": "5.2"}, "induk_id = '5.2.01'"),
    *[(f"targettahunan_{akhir}", TargetTahunan, TARGET, isi) for akhir, isi in keadaan.SALAH],
    ("targettahunan_keadaan_beralasan", TargetTahunan, TARGET, keadaan.TIDAK_DIJADWALKAN),
    (
        "targettahunan_tidak_belum_diukur",
        TargetTahunan,
        TARGET,
        f"{keadaan.BELUM_DIUKUR}, {keadaan.BERALASAN}",
    ),
]
# some rows break two rules at once, and which is named depends on the database
LANGGAR_GANDA = [
    (
        {"simpul_jenis_dikenal", "simpul_induk_sesuai_jenis"},
        Simpul, PROGRAM, "jenis = 'asing'",
    ),
    (
        {"targettahunan_jenis_dikenal", "targettahunan_tidak_belum_diukur"},
        TargetTahunan, TARGET, f"jenis = 'asing', {keadaan.KOSONG}",
    ),
    (
        {"jenisbelanja_satu_akar", "jenisbelanja_di_bawah_induknya"},
        JenisBelanja, BELANJA, "induk_id = '5.1'",
    ),
]  # fmt: skip
KEMBAR = [
    ("renstra_satu_per_tahun_awal", Renstra, UNIT, {}),
    ("renstraversi_ke_tunggal", RenstraVersi, VERSI, {"mulai_tahun": 2024}),
    ("renstraversi_satu_berlaku_setahun", RenstraVersi, VERSI, {"ke": 9}),
    ("simpul_identitas_tunggal", Simpul, PROGRAM, {}),
    ("indikatorversi_satu_per_versi", IndikatorVersi, INDIKATOR, {}),
    ("targettahunan_tunggal", TargetTahunan, TARGET, {}),
    ("dukungan_tunggal", Dukungan, DUKUNGAN, {}),
    ("versianggaran_ke_tunggal", VersiAnggaran, GESER, {}),
    ("pagu_tunggal", Pagu, PAGU, {}),
]
DITERIMA = [
    (Renstra, UNIT, "tahun_akhir = tahun_awal"),
    (RenstraVersi, VERSI, "jenis = 'perubahan'"),
    (Simpul, TUJUAN, "jenis = 'perangkat_daerah'"),
    (Simpul, KEGIATAN, "jenis = 'sub_kegiatan'"),
    (Simpul, KEGIATAN, "tahun_awal = 2023, tahun_akhir = 2023"),
    (Simpul, KEGIATAN, "tahun_awal = 2023"),
    (Simpul, KEGIATAN, "tahun_akhir = 2023"),
    (IndikatorVersi, INDIKATOR, "arah = 'turun', aturan = 'turun_rencana', desimal = 6"),
    (IndikatorVersi, INDIKATOR, "arah = 'turun', aturan = 'turun_rasio', desimal = 0"),
    (VersiAnggaran, GESER, "jenis = 'perubahan', ke = 9"),
    (Pagu, PAGU, "jumlah = 0, jenis_belanja_id = '5.1.01'"),
    (JenisBelanja, PEGAWAI, "induk_id = '5'"),
    (JenisBelanja, PEGAWAI, "nama = 'Gaji'"),
    *[(TargetTahunan, TARGET, isi) for isi in keadaan.BENAR],
    (TargetTahunan, TARGET, f"{keadaan.TIDAK_DIJADWALKAN}, {keadaan.BERALASAN}"),
    (TargetTahunan, TARGET, keadaan.TANPA_ANGKA),
]
KEMBAR_DITERIMA = [
    (Pagu, PAGU, {"sumber_dana": "DAK"}),
    (Pagu, PAGU, {"jenis_belanja_id": "5.2"}),
    (TargetTahunan, TARGET, {"sumber": "dpa"}),
    (RenstraVersi, VERSI, {"ke": 3, "mulai_tahun": 2024}),
]


def test_identitas_indikator_unik(pasuruan):
    with pytest.raises(IntegrityError), transaction.atomic():
        salin(Indikator.objects.first())


def test_jenis_belanja_yang_tidak_dikenal_ditolak(baris_rencana):
    """The code is a reference: PostgreSQL asks at the end of the transaction, as does SQLite."""
    with transaction.atomic():
        ubah_mentah(Pagu.objects.get(**PAGU), "jenis_belanja_id = 'semua'")
        with pytest.raises(IntegrityError):
            connection.check_constraints()
        transaction.set_rollback(True)


CARA_LAIN = {
    "create": lambda baris: TargetTahunan.objects.create(
        indikator_versi=baris.indikator_versi, tahun=2030, sumber="renstra", jenis="angka"
    ),
    "bulk_create": lambda baris: TargetTahunan.objects.bulk_create(
        [
            TargetTahunan(
                indikator_versi=baris.indikator_versi, tahun=2030, sumber="dpa", jenis="angka"
            )
        ]
    ),
    "update": lambda baris: TargetTahunan.objects.filter(pk=baris.pk).update(nilai=None),
    "save": lambda baris: _tanpa_nilai(baris).save(),
    "bulk_update": lambda baris: TargetTahunan.objects.bulk_update(
        [_tanpa_nilai(baris)], ["nilai"]
    ),
}


def _tanpa_nilai(baris: TargetTahunan) -> TargetTahunan:
    baris.nilai = None
    return baris


@pytest.mark.parametrize("cara", CARA_LAIN)
def test_angka_tanpa_nilai_ditolak_lewat_jalan_mana_pun(baris_rencana, cara):
    baris = TargetTahunan.objects.get(**TARGET)
    with ditolak("targettahunan_nilai_hanya_angka"):
        CARA_LAIN[cara](baris)
