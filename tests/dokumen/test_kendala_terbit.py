"""Constraints of issued documents. Their rows refuse an UPDATE, so each attempt is a new row."""

import pytest

from sakip.dokumen.models import AngkaTerbit, DokumenBerkas, DokumenTerbit
from sakip.organisasi.models import Pengguna, Unit
from tests.dokumen.terbitan import JENIS, terbit

SATU, DUA = {"jenis": JENIS, "ke": 1}, {"jenis": JENIS, "ke": 2}
ANGKA = {"dokumen__jenis": JENIS, "dokumen__ke": 1, "kunci": "capaian/1/2023"}
BERKAS = {"dokumen__jenis": JENIS, "dokumen__ke": 1, "bentuk": "pdf"}

KEMBAR = [
    ("dokumen_terbit_satu_per_versi", DokumenTerbit, SATU, {}),
    ("dokumen_terbit_berjenis", DokumenTerbit, SATU, {"jenis": ""}),
    ("dokumen_terbit_tahun_wajar", DokumenTerbit, SATU, {"tahun": 1999}),
    ("dokumen_terbit_tahun_wajar", DokumenTerbit, SATU, {"tahun": 2101}),
    ("dokumen_terbit_bersambung", DokumenTerbit, DUA, {"ke": 0}),
    ("dokumen_terbit_bersambung", DokumenTerbit, DUA, {"ke": 1, "tahun": 2024}),
    ("dokumen_terbit_bersambung", DokumenTerbit, DUA, {"ke": 3, "menggantikan": None}),
    ("dokumen_terbit_beralasan", DokumenTerbit, DUA, {"ke": 3, "alasan": ""}),
    ("dokumen_terbit_berskema", DokumenTerbit, SATU, {"tahun": 2024, "skema": 0}),
    ("dokumen_terbit_sidik_sha256", DokumenTerbit, SATU, {"tahun": 2024, "sidik": "abc"}),
    ("dokumen_berkas_satu_per_bentuk", DokumenBerkas, BERKAS, {}),
    ("dokumen_berkas_bentuk_dikenal", DokumenBerkas, BERKAS, {"bentuk": "odt"}),
    ("angka_terbit_sekali", AngkaTerbit, ANGKA, {}),
    ("angka_terbit_berkunci", AngkaTerbit, ANGKA, {"kunci": ""}),
]


def siapkan_terbit(pasuruan: Unit) -> None:
    """A document and its correction."""
    oleh = Pengguna.objects.get(nama_pengguna="sekretariat")
    for alasan in ("", "salah jumlah"):
        terbit(pasuruan, oleh, alasan=alasan)


@pytest.fixture
def baris_terbit(pasuruan) -> None:
    siapkan_terbit(pasuruan)
