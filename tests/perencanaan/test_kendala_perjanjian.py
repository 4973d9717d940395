"""Constraints of the Perjanjian Kinerja."""

import pytest

from perencanaan.models import Indikator, PerjanjianKinerja, PkBaris, PkProgram, Simpul
from tests.lib.kendala import ditolak, salin
from tests.perencanaan import keadaan
from tests.perencanaan.baris import KODE, PERJANJIAN, UNIT

TETAP, DRAF = {**UNIT, "status": "ditetapkan"}, {**UNIT, "ke": 2}
ANALIS = {**UNIT, "jabatan": "Analis"}
BARIS = {**PERJANJIAN, "urutan": 1}
PROGRAM = {**PERJANJIAN, "urutan": 1, "perjanjian__status": "ditetapkan"}
DOKUMEN = (
    "(SELECT dokumen_id FROM perencanaan_perjanjiankinerja p"
    " JOIN organisasi_unit u ON u.id = p.unit_id"
    f" WHERE u.kode = '{KODE}' AND p.status = 'ditetapkan')"
)

# the constraint, a row, and what a raw UPDATE makes of it
LANGGAR = [
    ("perjanjiankinerja_tahun_wajar", PerjanjianKinerja, DRAF, "tahun = 1999"),
    ("perjanjiankinerja_tahun_wajar", PerjanjianKinerja, DRAF, "tahun = 2101"),
    ("perjanjiankinerja_tingkat_dikenal", PerjanjianKinerja, DRAF, "tingkat = 'eselon_9'"),
    ("perjanjiankinerja_status_dikenal", PerjanjianKinerja, DRAF, "status = 'asing'"),
    ("perjanjiankinerja_perubahan_berdasar", PerjanjianKinerja, DRAF, "dasar_perubahan = ''"),
    ("perjanjiankinerja_perubahan_berdasar", PerjanjianKinerja, TETAP, "ke = 3"),
    ("perjanjiankinerja_perubahan_berdasar", PerjanjianKinerja, TETAP, "ke = 0"),
    (
        "perjanjiankinerja_perubahan_berdasar",
        PerjanjianKinerja,
        TETAP,
        "ke = 0, dasar_perubahan = 'mutasi'",
    ),
    (
        "perjanjiankinerja_tetap_bertanggal",
        PerjanjianKinerja,
        TETAP,
        "tanggal_tanda_tangan = NULL",
    ),
    ("perjanjiankinerja_tetap_terbit", PerjanjianKinerja, TETAP, "dokumen_id = NULL"),
    ("perjanjiankinerja_tetap_terbit", PerjanjianKinerja, TETAP, "status = 'draf'"),
    ("perjanjiankinerja_tetap_terbit", PerjanjianKinerja, TETAP, "status = 'diajukan'"),
    (
        "perjanjiankinerja_tetap_terbit",
        PerjanjianKinerja,
        DRAF,
        "status = 'ditetapkan', tanggal_tanda_tangan = '2023-10-02'",
    ),
    (
        "perjanjiankinerja_satu_dokumen",
        PerjanjianKinerja,
        DRAF,
        f"status = 'ditetapkan', tanggal_tanda_tangan = '2023-10-02', dokumen_id = {DOKUMEN}",
    ),
    (
        "perjanjiankinerja_dua_anggaran",
        PerjanjianKinerja,
        DRAF,
        "anggaran_sebelum_id = anggaran_sesudah_id",
    ),
    ("perjanjiankinerja_satu_pimpinan", PerjanjianKinerja, ANALIS, "tingkat = 'eselon_2'"),
    ("perjanjiankinerja_ke_tunggal", PerjanjianKinerja, ANALIS, "jabatan = 'Perencana'"),
    *[(f"pkbaris_{akhir}", PkBaris, BARIS, isi) for akhir, isi in keadaan.SALAH],
    ("pkbaris_keadaan_beralasan", PkBaris, BARIS, keadaan.TIDAK_DIJADWALKAN),
    (
        "pkbaris_tidak_belum_diukur",
        PkBaris,
        BARIS,
        f"{keadaan.BELUM_DIUKUR}, {keadaan.BERALASAN}",
    ),
    ("pkbaris_satu_per_urutan", PkBaris, BARIS, "urutan = 2"),
    ("pkprogram_satu_per_urutan", PkProgram, PROGRAM, "urutan = 2"),
    ("pkprogram_tidak_negatif", PkProgram, PROGRAM, "sesudah = -1"),
    ("pkprogram_tidak_negatif", PkProgram, PROGRAM, "sebelum = -1"),
]
# a word that is unknown breaks two rules at once, and which is named depends on the database
LANGGAR_GANDA = [
    (
        {"pkbaris_jenis_dikenal", "pkbaris_tidak_belum_diukur"},
        PkBaris,
        BARIS,
        f"jenis = 'asing', {keadaan.KOSONG}",
    ),
]
KEMBAR = [
    ("perjanjiankinerja_ke_tunggal", PerjanjianKinerja, ANALIS, {}),
    ("perjanjiankinerja_satu_pimpinan", PerjanjianKinerja, DRAF, {"jabatan": "Plt. Kepala"}),
    ("pkbaris_tunggal", PkBaris, BARIS, {"urutan": 9}),
    ("pkprogram_tunggal", PkProgram, PROGRAM, {"urutan": 9}),
]
DITERIMA = [
    (PerjanjianKinerja, DRAF, "tingkat = 'eselon_3', anggaran_sebelum_id = NULL"),
    (PerjanjianKinerja, DRAF, "status = 'dikembalikan'"),
    (PerjanjianKinerja, ANALIS, "ke = 2, dasar_perubahan = 'mutasi'"),
    *[(PkBaris, BARIS, isi) for isi in keadaan.BENAR],
    (PkBaris, BARIS, f"{keadaan.TIDAK_DIJADWALKAN}, {keadaan.BERALASAN}"),
    (PkBaris, BARIS, keadaan.TANPA_ANGKA),
    (PkProgram, PROGRAM, "sebelum = 0, sesudah = 0"),
    (PkProgram, PROGRAM, "sebelum = NULL"),
]
KEMBAR_DITERIMA = [
    (PerjanjianKinerja, ANALIS, {"tahun": 2024}),
    (PerjanjianKinerja, ANALIS, {"jabatan": "Pranata Komputer"}),
    (PerjanjianKinerja, DRAF, {"ke": 3}),
]


@pytest.fixture
def perjanjian(baris_rencana) -> PerjanjianKinerja:
    return PerjanjianKinerja.objects.get(**TETAP)


def test_urutan_baris_tunggal_di_setiap_perjanjian(perjanjian):
    baris = PkBaris.objects.get(**BARIS)
    lain = Indikator.objects.create(unit=perjanjian.unit)
    with ditolak("pkbaris_satu_per_urutan"):
        salin(baris, indikator=lain)
    draf = PerjanjianKinerja.objects.get(**DRAF)
    assert salin(baris, perjanjian=draf).urutan == baris.urutan


def test_urutan_program_tunggal_di_setiap_perjanjian(perjanjian):
    baris = PkProgram.objects.get(**PROGRAM)
    kegiatan = Simpul.objects.get(renstra_versi=baris.simpul.renstra_versi, kode="0.1")
    with ditolak("pkprogram_satu_per_urutan"):
        salin(baris, simpul=kegiatan)
    assert salin(baris, simpul=kegiatan, urutan=9).perjanjian == perjanjian
