"""Constraints of the Rencana Aksi."""

import pytest
from django.db import IntegrityError, transaction

from perencanaan.models import (
    AksiRencana,
    RencanaAksi,
    RencanaIndikator,
    Simpul,
    TargetPeriode,
)
from tests.lib.kendala import ditolak, salin, ubah_mentah
from tests.perencanaan import keadaan
from tests.perencanaan.baris import KODE, RENCANA, SIMPUL, UNIT

INDIKATOR, AKSI = {**RENCANA, "urutan": 1}, {**RENCANA, "urutan": 1}
TARGET = {
    "rencana_indikator__rencana_aksi__unit__kode": KODE,
    "rencana_indikator__urutan": 1,
    "bulan": 3,
}

# the constraint, a row, and what a raw UPDATE makes of it
LANGGAR = [
    ("rencanaaksi_tahun_wajar", RencanaAksi, UNIT, "tahun = 1999"),
    ("rencanaaksi_tahun_wajar", RencanaAksi, UNIT, "tahun = 2101"),
    ("rencanaaksi_ke_dari_satu", RencanaAksi, UNIT, "ke = 0"),
    ("rencanaaksi_status_dikenal", RencanaAksi, UNIT, "status = 'asing'"),
    ("rencanaaksi_tetap_bertanggal", RencanaAksi, UNIT, "status = 'ditetapkan'"),
    ("rencanaindikator_cara_dikenal", RencanaIndikator, INDIKATOR, "cara = 'asing'"),
    ("targetperiode_bulan_sesuai_frekuensi", TargetPeriode, TARGET, "bulan = 0"),
    ("targetperiode_bulan_sesuai_frekuensi", TargetPeriode, TARGET, "bulan = 13"),
    ("targetperiode_bulan_sesuai_frekuensi", TargetPeriode, TARGET, "frekuensi = 'harian'"),
    ("targetperiode_tahun_wajar", TargetPeriode, TARGET, "tahun = 1999"),
    ("targetperiode_tahun_wajar", TargetPeriode, TARGET, "tahun = 2101"),
    ("targetperiode_tunggal", TargetPeriode, TARGET, "bulan = 1"),
    *[(f"targetperiode_{akhir}", TargetPeriode, TARGET, isi) for akhir, isi in keadaan.SALAH],
    ("targetperiode_keadaan_beralasan", TargetPeriode, TARGET, keadaan.TIDAK_DIJADWALKAN),
    (
        "targetperiode_tidak_belum_diukur",
        TargetPeriode,
        TARGET,
        f"{keadaan.BELUM_DIUKUR}, {keadaan.BERALASAN}",
    ),
    ("aksirencana_satu_per_urutan", AksiRencana, AKSI, "urutan = 2"),
    ("aksirencana_bertujuan", AksiRencana, AKSI, "indikator_id = NULL"),
    ("aksirencana_terjadwal", AksiRencana, AKSI, "tw1 = false, tw4 = false"),
    ("aksirencana_tidak_negatif", AksiRencana, AKSI, "anggaran = -1"),
    ("aksirencana_beruraian", AksiRencana, AKSI, "uraian = ''"),
]
# a word that is unknown breaks two rules at once, and which is named depends on the database
LANGGAR_GANDA = [
    (
        {"targetperiode_jenis_dikenal", "targetperiode_tidak_belum_diukur"},
        TargetPeriode,
        TARGET,
        f"jenis = 'asing', {keadaan.KOSONG}",
    ),
]
KEMBAR = [
    ("rencanaaksi_ke_tunggal", RencanaAksi, UNIT, {}),
    ("rencanaindikator_tunggal", RencanaIndikator, INDIKATOR, {"urutan": 9}),
    ("targetperiode_tunggal", TargetPeriode, TARGET, {}),
    ("targetperiode_tunggal", TargetPeriode, TARGET, {"frekuensi": "triwulanan"}),
    ("aksirencana_satu_per_urutan", AksiRencana, AKSI, {}),
]
DITERIMA = [
    (RencanaAksi, UNIT, "status = 'ditetapkan', berlaku_dari = '2023-01-02'"),
    (RencanaAksi, UNIT, "berlaku_dari = '2023-01-02', ke = 2"),
    (RencanaIndikator, INDIKATOR, "cara = 'jumlah'"),
    *[(TargetPeriode, TARGET, isi) for isi in keadaan.BENAR],
    (TargetPeriode, TARGET, f"{keadaan.TIDAK_DIJADWALKAN}, {keadaan.BERALASAN}"),
    (TargetPeriode, TARGET, keadaan.TANPA_ANGKA),
    (AksiRencana, AKSI, "anggaran = 0"),
    (AksiRencana, AKSI, "tw1 = true, tw4 = false"),
    (AksiRencana, AKSI, "tw1 = false, tw4 = false, tw2 = true"),
    (AksiRencana, AKSI, "tw1 = false, tw4 = false, tw3 = true"),
    (AksiRencana, AKSI, "tw1 = false"),
]
KEMBAR_DITERIMA = [
    (RencanaAksi, UNIT, {"ke": 2}),
    (TargetPeriode, TARGET, {"bulan": 12}),
    (TargetPeriode, TARGET, {"tahun": 2024}),
    (AksiRencana, AKSI, {"urutan": 9}),
]


@pytest.mark.parametrize(
    ("frekuensi", "bulan_sah"),
    [
        ("bulanan", set(range(1, 13))),
        ("triwulanan", {3, 6, 9, 12}),
        ("semesteran", {6, 12}),
        ("tahunan", {12}),
    ],
)
def test_bulan_sesuai_frekuensi(baris_rencana, frekuensi, bulan_sah):
    baris = TargetPeriode.objects.get(**TARGET)
    TargetPeriode.objects.exclude(pk=baris.pk).delete()
    diterima = set()
    for bulan in range(14):
        try:
            with transaction.atomic():
                ubah_mentah(baris, f"frekuensi = '{frekuensi}', bulan = {bulan}")
        except IntegrityError:
            continue
        diterima.add(bulan)
    assert diterima == bulan_sah


def test_indikator_yang_sama_dengan_cara_lain_di_versi_berikutnya(baris_rencana):
    baris = RencanaIndikator.objects.get(**INDIKATOR)
    berikut = salin(baris.rencana_aksi, ke=2)
    assert salin(baris, rencana_aksi=berikut, cara="jumlah").cara != baris.cara
    with ditolak("rencanaindikator_tunggal"):
        salin(baris, rencana_aksi=berikut)


def test_aksi_menunjang_simpul_saja(baris_rencana):
    baris = AksiRencana.objects.get(**AKSI)
    simpul = Simpul.objects.get(**SIMPUL, kode="0")
    ubah_mentah(baris, f"indikator_id = NULL, simpul_id = {simpul.pk}")
    baris.refresh_from_db()
    assert (baris.indikator, baris.simpul) == (None, simpul)
