"""Constraints of what belongs to an indikator, and of strategies and policies."""

import pytest
from django.core.exceptions import ValidationError

from perencanaan.models import (
    Indikator,
    Kebijakan,
    KebijakanProgram,
    Padanan,
    PenanggungJawab,
    Variabel,
)
from tests.lib.kendala import ditolak, salin
from tests.perencanaan.baris import KODE, RUMUSAN, SIMPUL

STRATEGI = {**SIMPUL, "jenis": "strategi"}
KINI = {**RUMUSAN, "nama": "kini"}
PENGISI, PEMBANTU = {**RUMUSAN, "mengisi": True}, {**RUMUSAN, "mengisi": False}
PADANAN = {"lama__unit__kode": KODE}

# the constraint, a row, and what a raw UPDATE makes of it
LANGGAR = [
    ("kebijakan_jenis_dikenal", Kebijakan, STRATEGI, "jenis = 'asing'"),
    ("kebijakan_jenis_dikenal", Kebijakan, STRATEGI, "jenis = ''"),
    ("variabel_bernama_dan_berlabel", Variabel, KINI, "nama = ''"),
    ("variabel_bernama_dan_berlabel", Variabel, KINI, "label = ''"),
    ("variabel_nama_tunggal", Variabel, KINI, "nama = 'lalu'"),
    ("penanggungjawab_satu_pengisi", PenanggungJawab, PEMBANTU, "mengisi = true"),
    ("padanan_dua_indikator", Padanan, PADANAN, "lama_id = baru_id"),
    ("padanan_dua_indikator", Padanan, PADANAN, "baru_id = lama_id"),
]
KEMBAR = [
    ("kebijakan_satu_per_urutan", Kebijakan, STRATEGI, {}),
    (
        "kebijakanprogram_satu_per_pasangan",
        KebijakanProgram,
        {"kebijakan__renstra_versi__renstra__unit__kode": KODE},
        {},
    ),
    ("variabel_nama_tunggal", Variabel, KINI, {"urutan": 9}),
    ("penanggungjawab_satu_per_unit", PenanggungJawab, PEMBANTU, {}),
    ("penanggungjawab_satu_per_unit", PenanggungJawab, PENGISI, {"mengisi": False}),
    ("padanan_satu_pendahulu", Padanan, PADANAN, {}),
]
DITERIMA = [
    (Kebijakan, STRATEGI, "urutan = 7"),
    (PenanggungJawab, PENGISI, "mengisi = false"),
    (Variabel, KINI, "nama = 'ormas_2'"),
]
KEMBAR_DITERIMA = [
    (Kebijakan, STRATEGI, {"urutan": 2}),
    (Kebijakan, STRATEGI, {"urutan": 2, "jenis": "arah_kebijakan"}),
    (Variabel, KINI, {"nama": "dulu"}),
]


def test_satu_pendahulu_dapat_diganti_beberapa_indikator(baris_rencana):
    """An indikator that was split; but a new one has one predecessor at most."""
    baris = Padanan.objects.get(**PADANAN)
    lain = Indikator.objects.create(unit=baris.lama.unit)
    assert salin(baris, baru=lain).lama == baris.lama
    with ditolak("padanan_satu_pendahulu"):
        salin(baris, lama=lain)


@pytest.mark.parametrize("nama", ["Kini", "1kini", "kini lalu", "_kini", "kini-lalu"])
def test_nama_variabel_seperti_dalam_rumus(baris_rencana, nama):
    baris = Variabel.objects.get(**KINI)
    baris.nama = nama
    with pytest.raises(ValidationError, match="huruf kecil"):
        baris.full_clean()
