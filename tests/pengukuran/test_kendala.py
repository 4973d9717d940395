import pytest
from django.db import IntegrityError, transaction

from pengukuran.models import Realisasi, RealisasiAnggaran
from pengukuran.status import StatusRealisasi, SumberRealisasi
from tests.lib.kendala import ditolak, ubah_mentah
from tests.perencanaan import keadaan
from tests.perencanaan.baris import KODE, UNIT

NILAI = UNIT
BELANJA = {
    "simpul__renstra_versi__renstra__unit__kode": KODE,
    "simpul__kode": "0",
    "jenis_belanja": "5.2",
}

# the constraint, a row, and what a raw UPDATE makes of it
LANGGAR = [
    ("realisasianggaran_tidak_negatif", RealisasiAnggaran, BELANJA, "jumlah = -1"),
    ("realisasianggaran_bulan_sah", RealisasiAnggaran, BELANJA, "bulan = 0"),
    ("realisasianggaran_bulan_sah", RealisasiAnggaran, BELANJA, "bulan = 13"),
    ("realisasianggaran_tahun_wajar", RealisasiAnggaran, BELANJA, "tahun = 2101"),
    ("realisasi_tahun_wajar", Realisasi, NILAI, "tahun = 1999"),
    ("realisasi_tahun_wajar", Realisasi, NILAI, "tahun = 2101"),
    ("realisasi_bulan_sesuai_frekuensi", Realisasi, NILAI, "bulan = 6"),
    ("realisasi_bulan_sesuai_frekuensi", Realisasi, NILAI, "frekuensi = 'harian'"),
    (
        "realisasi_pengisi_bukan_verifikator",
        Realisasi,
        NILAI,
        "diverifikasi_oleh_id = diisi_oleh_id",
    ),
    (
        "realisasi_pengisi_bukan_verifikator",
        Realisasi,
        NILAI,
        "diisi_oleh_id = diverifikasi_oleh_id",
    ),
    ("realisasi_sah_ada_verifikator", Realisasi, NILAI, "diverifikasi_oleh_id = NULL"),
    (
        "realisasi_sah_ada_verifikator",
        Realisasi,
        NILAI,
        "diverifikasi_oleh_id = NULL, status = 'diverifikasi'",
    ),
    ("realisasi_status_dikenal", Realisasi, NILAI, "status = 'asing'"),
    ("realisasi_sumber_dikenal", Realisasi, NILAI, "sumber = 'asing'"),
    ("realisasi_turunan_bercatatan", Realisasi, NILAI, "sumber = 'diturunkan'"),
    ("realisasi_rujukan_hanya_sistem", Realisasi, NILAI, "rujukan_sumber = 'evaluasi.lhe:1'"),
    *[(f"realisasi_{akhir}", Realisasi, NILAI, isi) for akhir, isi in keadaan.SALAH],
    ("realisasi_keadaan_beralasan", Realisasi, NILAI, keadaan.BELUM_DIUKUR),
    (
        "realisasi_bukan_keadaan_target",
        Realisasi,
        NILAI,
        f"{keadaan.TIDAK_DIJADWALKAN}, {keadaan.BERALASAN}",
    ),
    ("realisasi_bukan_keadaan_target", Realisasi, NILAI, keadaan.TANPA_ANGKA),
]
# a word that is unknown breaks two rules at once, and which is named depends on the database
LANGGAR_GANDA = [
    (
        {"realisasi_jenis_dikenal", "realisasi_bukan_keadaan_target"},
        Realisasi, NILAI, f"jenis = 'asing', {keadaan.KOSONG}",
    ),
]  # fmt: skip
KEMBAR = [
    ("realisasi_satu_per_periode", Realisasi, NILAI, {}),
    ("realisasi_satu_per_periode", Realisasi, NILAI, {"frekuensi": "triwulanan"}),
    ("realisasianggaran_tunggal", RealisasiAnggaran, BELANJA, {}),
]
DITERIMA = [
    (RealisasiAnggaran, BELANJA, "jumlah = 0, bulan = 1"),
    (Realisasi, NILAI, "tahun = 2000"),
    (Realisasi, NILAI, "tahun = 2100"),
    (Realisasi, NILAI, "status = 'draf', diverifikasi_oleh_id = NULL"),
    *[(Realisasi, NILAI, f"status = '{status}'") for status in StatusRealisasi],
    *[
        (Realisasi, NILAI, f"sumber = '{sumber}', catatan_sumber = 'Tabel 3.8'")
        for sumber in SumberRealisasi
    ],
    *[
        (Realisasi, NILAI, f"sumber = '{sumber}'")
        for sumber in SumberRealisasi
        if sumber is not SumberRealisasi.DITURUNKAN
    ],
    *[(Realisasi, NILAI, isi) for isi in keadaan.BENAR],
    (Realisasi, NILAI, f"{keadaan.BELUM_DIUKUR}, {keadaan.BERALASAN}"),
]
KEMBAR_DITERIMA = [
    (Realisasi, NILAI, {"bulan": 6, "frekuensi": "semesteran"}),
    (Realisasi, NILAI, {"tahun": 2024}),
    (RealisasiAnggaran, BELANJA, {"bulan": 11}),
    (RealisasiAnggaran, BELANJA, {"jenis_belanja_id": "5"}),
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
    baris = Realisasi.objects.get(**NILAI)
    diterima = set()
    for bulan in range(14):
        try:
            with transaction.atomic():
                ubah_mentah(baris, f"frekuensi = '{frekuensi}', bulan = {bulan}")
        except IntegrityError:
            continue
        diterima.add(bulan)
    assert diterima == bulan_sah


def _sama_orang(baris: Realisasi) -> Realisasi:
    baris.diverifikasi_oleh = baris.diisi_oleh
    return baris


CARA = {
    "create": lambda baris: Realisasi.objects.create(
        indikator=baris.indikator, unit=baris.unit, tahun=2030, bulan=12, frekuensi="tahunan",
        jenis="angka", nilai=1, diisi_oleh=baris.diisi_oleh, diverifikasi_oleh=baris.diisi_oleh,
    ),
    "bulk_create": lambda baris: Realisasi.objects.bulk_create(
        [Realisasi(
            indikator=baris.indikator, unit=baris.unit, tahun=2030, bulan=12, frekuensi="tahunan",
            jenis="angka", nilai=1, diisi_oleh=baris.diisi_oleh, diverifikasi_oleh=baris.diisi_oleh,
        )]
    ),
    "update": lambda baris: Realisasi.objects.filter(pk=baris.pk).update(
        diverifikasi_oleh=baris.diisi_oleh
    ),
    "save": lambda baris: _sama_orang(baris).save(),
    "bulk_update": lambda baris: Realisasi.objects.bulk_update(
        [_sama_orang(baris)], ["diverifikasi_oleh"]
    ),
    "update_or_create": lambda baris: Realisasi.objects.update_or_create(
        pk=baris.pk, defaults={"diverifikasi_oleh": baris.diisi_oleh}
    ),
}  # fmt: skip


@pytest.mark.parametrize("cara", CARA)
def test_pengisi_tidak_memverifikasi_lewat_jalan_mana_pun(baris_rencana, cara):
    baris = Realisasi.objects.get(**NILAI)
    with ditolak("realisasi_pengisi_bukan_verifikator"):
        CARA[cara](baris)
