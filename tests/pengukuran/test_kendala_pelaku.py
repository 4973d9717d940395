"""Separation of duties in the database itself, and corrections by two people."""

import pytest
from django.db import connection

from pengukuran.models import Koreksi, PelakuRealisasi, Realisasi
from sakip.organisasi.models import Pengguna
from tests.lib.kendala import ditolak, salin
from tests.perencanaan.baris import KODE, UNIT

PENGISI = {"realisasi__unit__kode": KODE, "sebagai": "pengisi"}
KOREKSI = {"realisasi__unit__kode": KODE}

# the constraint, a row, and what a raw UPDATE makes of it
LANGGAR = [
    ("pelakurealisasi_peran_dikenal", PelakuRealisasi, PENGISI, "sebagai = 'asing'"),
    ("pelakurealisasi_peran_dikenal", PelakuRealisasi, PENGISI, "sebagai = ''"),
    (
        "pelakurealisasi_satu_peran",
        PelakuRealisasi,
        PENGISI,
        "pengguna_id = (SELECT id FROM organisasi_pengguna WHERE nama_pengguna = 'sekretariat')",
    ),
]
# a correction refuses an UPDATE, so each attempt on it is a new row
KEMBAR = [
    ("pelakurealisasi_satu_peran", PelakuRealisasi, PENGISI, {}),
    ("pelakurealisasi_satu_peran", PelakuRealisasi, PENGISI, {"sebagai": "verifikator"}),
    ("koreksi_beralasan", Koreksi, KOREKSI, {"alasan": ""}),
    (
        "koreksi_dua_orang",
        Koreksi,
        KOREKSI,
        lambda baris: {"disetujui_oleh": baris.diajukan_oleh},
    ),
]
# a figure may be corrected again
KEMBAR_DITERIMA = [(Koreksi, KOREKSI, {"alasan": "dihitung ulang"})]


def sisipkan(realisasi: Realisasi, nama_pengguna: str, sebagai: str) -> None:
    orang = Pengguna.objects.get(nama_pengguna=nama_pengguna)
    with connection.cursor() as kursor:
        kursor.execute(
            "INSERT INTO pengukuran_pelakurealisasi (realisasi_id, pengguna_id, sebagai)"
            " VALUES (%s, %s, %s)",
            [realisasi.pk, orang.pk, sebagai],
        )


def pelaku(realisasi: Realisasi) -> set[tuple[str, str]]:
    return set(realisasi.pelaku.values_list("pengguna__nama_pengguna", "sebagai"))


def test_pengisi_tidak_dapat_disisipkan_sebagai_verifikator(baris_rencana):
    realisasi = Realisasi.objects.get(**UNIT)
    sisipkan(realisasi, "bidang", "pengisi")
    sisipkan(realisasi, "pimpinan", "pengisi")
    for nama in ("bidang", "pimpinan"):
        with ditolak("pelakurealisasi_satu_peran"):
            sisipkan(realisasi, nama, "verifikator")
    sisipkan(realisasi, "sekretariat", "verifikator")
    assert pelaku(realisasi) == {
        ("bidang", "pengisi"), ("pimpinan", "pengisi"), ("sekretariat", "verifikator"),
    }  # fmt: skip


def test_verifikator_tidak_dapat_disisipkan_sebagai_pengisi(baris_rencana):
    realisasi = Realisasi.objects.get(**UNIT)
    sisipkan(realisasi, "sekretariat", "verifikator")
    with ditolak("pelakurealisasi_satu_peran"):
        sisipkan(realisasi, "sekretariat", "pengisi")


@pytest.mark.parametrize("sebagai", ["pengisi", "verifikator"])
def test_orang_yang_sama_pada_angka_lain_diterima(baris_ukur, sebagai):
    lain = salin(Realisasi.objects.get(**UNIT), tahun=2024)
    sisipkan(lain, "bidang", sebagai)
    assert pelaku(lain) == {("bidang", sebagai)}
