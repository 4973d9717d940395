"""Constraints of files, past every check of Django."""

import pytest

from sakip.berkas.models import Berkas
from sakip.berkas.services import simpan_berkas
from sakip.organisasi.models import Unit
from tests.berkas import contoh

MILIK_UNIT = {"nama": "unit.pdf"}
MILIK_PEMDA = {"nama": "pemda.pdf"}

LANGGAR = [
    ("berkas_jenis_dikenal", Berkas, MILIK_UNIT, "jenis = 'exe'"),
    ("berkas_jenis_dikenal", Berkas, MILIK_UNIT, "jenis = ''"),
    ("berkas_tidak_kosong", Berkas, MILIK_UNIT, "ukuran = 0"),
    ("berkas_sidik_sha256", Berkas, MILIK_UNIT, "sidik = 'abc'"),
    ("berkas_bernama", Berkas, MILIK_UNIT, "nama = ''"),
]
KEMBAR = [
    ("berkas_sekali_per_unit", Berkas, MILIK_UNIT, {}),
    ("berkas_sekali_tanpa_unit", Berkas, MILIK_PEMDA, {}),
]


def siapkan_berkas(pasuruan: Unit) -> None:
    simpan_berkas(contoh.pdf(), nama="unit.pdf", unit=pasuruan, oleh=None)
    simpan_berkas(contoh.pdf(), nama="pemda.pdf", unit=None, oleh=None)


@pytest.fixture
def baris_berkas(pasuruan) -> None:
    siapkan_berkas(pasuruan)
