"""Constraints of officials, windows and reorganisations, past every check of Django."""

from datetime import UTC, date, datetime

import pytest

from sakip.organisasi.models import (
    Jendela,
    Pejabat,
    Penempatan,
    Pengecualian,
    Pengguna,
    PerubahanUnit,
    Silsilah,
    Unit,
)
from tests.lib.kendala import salin, ubah_mentah

KEPALA = {"pejabat__nip": "000000000000000001"}

# beside the one of the example
JENDELA = {"tahun": 2023}

LANGGAR = [
    ("pejabat_nip_18_angka", Pejabat, {"nip": "000000000000000001"}, "nip = '123'"),
    ("penempatan_status_dikenal", Penempatan, KEPALA, "status = 'raja'"),
    ("penempatan_masa_urut", Penempatan, KEPALA, "sampai = '2022-12-31'"),
    ("penempatan_kelas_wajar", Penempatan, KEPALA, "kelas = 18"),
    ("penempatan_kelas_wajar", Penempatan, KEPALA, "kelas = 0"),
    ("jendela_bulan_sesuai_jenis", Jendela, JENDELA, "bulan = 5"),
    ("jendela_bulan_sesuai_jenis", Jendela, JENDELA, "jenis = 'evaluasi'"),
    ("jendela_tahun_wajar", Jendela, JENDELA, "tahun = 1999"),
    ("jendela_waktu_urut", Jendela, JENDELA, "tenggat = buka"),
    ("jendela_waktu_urut", Jendela, JENDELA, "kunci = buka"),
    ("pengecualian_beralasan", Pengecualian, {}, "alasan = ''"),
    ("perubahanunit_dua_unit", PerubahanUnit, {}, "lama_id = baru_id"),
    ("perubahanunit_jenis_dikenal", PerubahanUnit, {}, "jenis = 'hilang'"),
    ("silsilah_dua_unit", Silsilah, {}, "lama_id = baru_id"),
]
KEMBAR = [
    ("pejabat_nip_tunggal", Pejabat, {"nip": "000000000000000001"}, {}),
    ("penempatan_satu_pemimpin", Penempatan, KEPALA, {}),
    ("jendela_satu_per_periode", Jendela, JENDELA, {}),
    ("pengecualian_satu_per_unit", Pengecualian, {}, {}),
    ("perubahanunit_satu_per_pasangan", PerubahanUnit, {}, {}),
    ("silsilah_satu_per_pasangan", Silsilah, {}, {}),
]


def siapkan_waktu(pasuruan: Unit) -> None:
    """One row of each model that the example does not have yet."""
    jendela = Jendela.objects.create(
        pemda=pasuruan.pemda,
        jenis="pengisian",
        tahun=2023,
        bulan=6,
        buka=datetime(2023, 7, 1, tzinfo=UTC),
        tenggat=datetime(2023, 7, 10, tzinfo=UTC),
        kunci=datetime(2023, 7, 20, tzinfo=UTC),
    )
    Pengecualian.objects.create(
        jendela=jendela,
        unit=pasuruan,
        sampai=datetime(2023, 8, 1, tzinfo=UTC),
        alasan="listrik padam",
        dibuka_oleh=Pengguna.objects.get(nama_pengguna="organisasi"),
    )
    bidang = Unit.objects.get(kode="pasuruan-bakesbangpol-politik")
    PerubahanUnit.objects.create(
        lama=bidang, baru=pasuruan, tanggal=date(2023, 1, 1), jenis="gabung"
    )
    Silsilah.objects.create(lama=bidang, baru=pasuruan)


@pytest.fixture
def baris_waktu(pasuruan) -> None:
    siapkan_waktu(pasuruan)


def test_pemimpin_baru_setelah_yang_lama_berakhir(pasuruan):
    lama = Penempatan.objects.get(**KEPALA)
    ubah_mentah(lama, "sampai = '2023-12-31'")
    assert salin(lama, dari=date(2024, 1, 1), sampai=None).pk != lama.pk


def test_beberapa_kepala_daerah_tanpa_nip(pasuruan):
    tanpa_nip = Pejabat.objects.get(nip="")
    assert salin(tanpa_nip, nama="Wali Kota Berikutnya").nip == ""
