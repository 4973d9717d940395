"""Constraints of jobs, past every check of Django; tried by tests/lib/test_kendala.py."""

import pytest

from sakip.lib import waktu
from sakip.organisasi.models import Pengguna, Unit
from sakip.pekerjaan.models import Pekerjaan
from sakip.pekerjaan.services.giliran import ambil, berdenyut, gagalkan, tuntaskan

ANTRE, BERJALAN, SELESAI, GAGAL = (
    {"status": status} for status in ("antre", "berjalan", "selesai", "gagal")
)

LANGGAR = [
    ("pekerjaan_status_dikenal", Pekerjaan, ANTRE, "status = 'asing'"),
    ("pekerjaan_kemajuan_persen", Pekerjaan, BERJALAN, "kemajuan = 101"),
    ("pekerjaan_gagal_beralasan", Pekerjaan, GAGAL, "alasan = ''"),
    ("pekerjaan_gagal_beralasan", Pekerjaan, ANTRE, "alasan = 'listrik padam'"),
    ("pekerjaan_berjalan_dipegang", Pekerjaan, BERJALAN, "tanda = ''"),
    ("pekerjaan_berjalan_dipegang", Pekerjaan, BERJALAN, "pekerja_id = NULL"),
    ("pekerjaan_berjalan_dipegang", Pekerjaan, BERJALAN, "mulai = NULL"),
    ("pekerjaan_berjalan_dipegang", Pekerjaan, ANTRE, "tanda = 'abc'"),
    ("pekerjaan_berjalan_dipegang", Pekerjaan, SELESAI, "pekerja_id = (SELECT MAX(id) FROM pekerjaan_pekerja)"),
    ("pekerjaan_usai_berwaktu", Pekerjaan, SELESAI, "selesai = NULL"),
    ("pekerjaan_usai_berwaktu", Pekerjaan, GAGAL, "selesai = NULL"),
    ("pekerjaan_usai_berwaktu", Pekerjaan, ANTRE, "selesai = dibuat"),
    ("pekerjaan_hasil_bila_selesai", Pekerjaan, GAGAL, "hasil = '{}'"),
]  # fmt: skip
KEMBAR = [("pekerjaan_satu_yang_sama", Pekerjaan, ANTRE, {})]


def siapkan_pekerjaan(pasuruan: Unit) -> None:
    """One job in each state."""
    pemilik = Pengguna.objects.get(nama_pengguna="sekretariat")
    for sidik in "abcd":
        Pekerjaan.objects.create(jenis="uji", oleh=pemilik, sidik=sidik, dibuat=waktu.sekarang())
    pekerja = berdenyut("uji", mesin="uji", pid=1)
    tuntaskan(ambil(pekerja), None)
    gagalkan(ambil(pekerja), "listrik padam")
    ambil(pekerja)


@pytest.fixture
def baris_pekerjaan(pasuruan) -> None:
    siapkan_pekerjaan(pasuruan)
