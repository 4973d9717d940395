import pytest
from django.db import IntegrityError, transaction

from perencanaan.models import (
    Dukungan,
    Indikator,
    IndikatorVersi,
    Pagu,
    Renstra,
    RenstraVersi,
    Simpul,
    TargetTahunan,
    VersiAnggaran,
)
from tests.lib.kendala import ditolak, salin
from tests.perencanaan import keadaan

TARGET = {"indikator_versi__nama": "Indeks Stabilitas", "tahun": 2023}
TUJUAN, SASARAN = {"jenis": "tujuan"}, {"jenis": "sasaran", "urutan": 1}
PROGRAM, KEGIATAN = {"kode": "8.01.02"}, {"kode": "8.01.02.2.01"}
INDIKATOR = {"nama": "Indeks Stabilitas"}
PAGU = {"simpul__kode": "8.01.02", "versi_anggaran__ke": 1}

# the constraint, a row of the example, and what a raw UPDATE makes of it
LANGGAR = [
    ("targettahunan_tahun_wajar", TargetTahunan, TARGET, "tahun = 999"),
    ("dukungan_tahun_wajar", Dukungan, {"simpul__kode": "8.01.02"}, "tahun = 2101"),
    ("versianggaran_tahun_wajar", VersiAnggaran, {"ke": 2}, "tahun = 1999"),
    ("renstra_tahun_urut", Renstra, {}, "tahun_akhir = 2020"),
    ("simpul_induk_sesuai_jenis", Simpul, SASARAN, "induk_id = NULL"),
    ("simpul_induk_sesuai_jenis", Simpul, KEGIATAN, "induk_id = NULL"),
    ("simpul_induk_sesuai_jenis", Simpul, KEGIATAN, "jenis = 'sub_kegiatan', induk_id = NULL"),
    ("simpul_induk_sesuai_jenis", Simpul, KEGIATAN, "jenis = 'perangkat_daerah'"),
    ("simpul_induk_sesuai_jenis", Simpul, SASARAN, "jenis = 'tujuan'"),
    ("simpul_bukan_induk_sendiri", Simpul, KEGIATAN, "induk_id = id"),
    ("simpul_bukan_induk_sendiri", Simpul, PROGRAM, "induk_id = id"),
    ("indikatorversi_aturan_sesuai_arah", IndikatorVersi, INDIKATOR, "arah = 'turun'"),
    ("indikatorversi_aturan_sesuai_arah", IndikatorVersi, INDIKATOR, "aturan = 'turun_rasio'"),
    ("indikatorversi_aturan_sesuai_arah", IndikatorVersi, INDIKATOR, "aturan = 'asing'"),
    ("indikatorversi_aturan_sesuai_arah", IndikatorVersi, INDIKATOR, "arah = 'samping'"),
    ("indikatorversi_cara_dikenal", IndikatorVersi, INDIKATOR, "cara = 'asing'"),
    ("indikatorversi_frekuensi_dikenal", IndikatorVersi, INDIKATOR, "frekuensi = 'harian'"),
    ("indikatorversi_desimal_wajar", IndikatorVersi, INDIKATOR, "desimal = 7"),
    ("targettahunan_sumber_dikenal", TargetTahunan, TARGET, "sumber = 'asing'"),
    ("versianggaran_jenis_dikenal", VersiAnggaran, {"ke": 2}, "jenis = 'asing'"),
    ("versianggaran_murni_pertama", VersiAnggaran, {"ke": 2}, "jenis = 'murni'"),
    ("versianggaran_murni_pertama", VersiAnggaran, {"ke": 1}, "ke = 9"),
    ("versianggaran_murni_pertama", VersiAnggaran, {"ke": 1}, "jenis = 'perubahan'"),
    ("versianggaran_murni_pertama", VersiAnggaran, {"ke": 2}, "ke = 0"),
    ("pagu_tidak_negatif", Pagu, PAGU, "jumlah = -1"),
    *[(f"targettahunan_{akhir}", TargetTahunan, TARGET, isi) for akhir, isi in keadaan.SALAH],
    ("targettahunan_keadaan_beralasan", TargetTahunan, TARGET, keadaan.TIDAK_DIJADWALKAN),
    (
        "targettahunan_tidak_belum_diukur",
        TargetTahunan,
        TARGET,
        f"{keadaan.BELUM_DIUKUR}, {keadaan.BERALASAN}",
    ),
]
# a word that is unknown breaks two rules at once, and which is named depends on the database
LANGGAR_GANDA = [
    (
        {"simpul_jenis_dikenal", "simpul_induk_sesuai_jenis"},
        Simpul, PROGRAM, "jenis = 'asing'",
    ),
    (
        {"targettahunan_jenis_dikenal", "targettahunan_tidak_belum_diukur"},
        TargetTahunan, TARGET, f"jenis = 'asing', {keadaan.KOSONG}",
    ),
]  # fmt: skip
KEMBAR = [
    ("renstra_satu_per_tahun_awal", Renstra, {}, {}),
    ("renstraversi_ke_tunggal", RenstraVersi, {}, {"mulai_tahun": 2024}),
    ("renstraversi_satu_berlaku_setahun", RenstraVersi, {}, {"ke": 9}),
    ("simpul_identitas_tunggal", Simpul, PROGRAM, {}),
    ("indikatorversi_satu_per_versi", IndikatorVersi, INDIKATOR, {}),
    ("targettahunan_tunggal", TargetTahunan, TARGET, {}),
    ("dukungan_tunggal", Dukungan, {"simpul__kode": "8.01.02"}, {}),
    ("versianggaran_ke_tunggal", VersiAnggaran, {"ke": 2}, {}),
    ("pagu_tunggal", Pagu, PAGU, {}),
]
DITERIMA = [
    (Renstra, {}, "tahun_akhir = tahun_awal"),
    (Simpul, TUJUAN, "jenis = 'perangkat_daerah'"),
    (Simpul, KEGIATAN, "jenis = 'sub_kegiatan'"),
    (IndikatorVersi, INDIKATOR, "arah = 'turun', aturan = 'turun_rencana', desimal = 6"),
    (IndikatorVersi, INDIKATOR, "arah = 'turun', aturan = 'turun_rasio', desimal = 0"),
    (VersiAnggaran, {"ke": 2}, "jenis = 'perubahan', ke = 9"),
    (Pagu, PAGU, "jumlah = 0"),
    *[(TargetTahunan, TARGET, isi) for isi in keadaan.BENAR],
    (TargetTahunan, TARGET, f"{keadaan.TIDAK_DIJADWALKAN}, {keadaan.BERALASAN}"),
    (TargetTahunan, TARGET, keadaan.TANPA_ANGKA),
]
KEMBAR_DITERIMA = [
    (Pagu, PAGU, {"sumber_dana": "DAK"}),
    (Pagu, PAGU, {"jenis_belanja": "modal"}),
    (TargetTahunan, TARGET, {"sumber": "dpa"}),
    (RenstraVersi, {}, {"ke": 3, "mulai_tahun": 2024}),
]


def test_identitas_indikator_unik(pasuruan):
    with pytest.raises(IntegrityError), transaction.atomic():
        salin(Indikator.objects.first())


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
def test_angka_tanpa_nilai_ditolak_lewat_jalan_mana_pun(pasuruan, cara):
    baris = TargetTahunan.objects.get(**TARGET)
    with ditolak("targettahunan_nilai_hanya_angka"):
        CARA_LAIN[cara](baris)
