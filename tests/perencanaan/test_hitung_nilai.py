from decimal import Decimal

from perencanaan.hitung.nilai import (
    JENIS_REALISASI,
    JENIS_TARGET,
    LABEL_JENIS,
    JenisNilai,
    Nilai,
)


def test_keadaan_target_dan_realisasi():
    bersama = {JenisNilai.ANGKA, JenisNilai.RENTANG, JenisNilai.PREDIKAT}
    assert set(JENIS_TARGET) == bersama | {JenisNilai.TIDAK_DIJADWALKAN, JenisNilai.TANPA_ANGKA}
    assert set(JENIS_REALISASI) == bersama | {JenisNilai.BELUM_DIUKUR}


def test_setiap_jenis_bernama():
    assert set(LABEL_JENIS) == set(JenisNilai)


def test_nilai_dari_angka():
    assert Nilai.dari_angka(Decimal(0)) == Nilai(JenisNilai.ANGKA, angka=Decimal(0))
