"""`capaian` on the command line: by triwulan, and on every level of the trees."""

import json
import os
import subprocess
import sys
from datetime import date
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from perencanaan.models import IndikatorVersi
from perencanaan.models.renstra import JenisSimpul
from tests.arsitektur.pohon import AKAR
from tests.perencanaan.pabrik import buat_indikator, buat_versi
from tests.perencanaan.pabrik_rencana import (
    buat_simpul,
    indikator_anggaran,
    isi_realisasi,
    isi_target,
    jadwalkan,
    rencanakan,
    rumuskan,
    tw,
)

KUNCI = ["indikator", "target", "realisasi", "capaian", "kategori", "alasan"]


def panggil(kode: str, *pilihan: object, tahun: int = 2024) -> str:
    keluaran = StringIO()
    call_command(
        "capaian", "--unit", kode, "--tahun", str(tahun), *map(str, pilihan), stdout=keluaran
    )
    return keluaran.getvalue()


@pytest.fixture
def versi(pemeran) -> IndikatorVersi:
    """Lampung's row of 2024: 20, 10, -, 8 against 2, 0, 10, 8, under a year's target of 40."""
    versi = buat_indikator(buat_versi(pemeran.unit_lain))
    rumuskan(versi, frekuensi="triwulanan", nama="Jumlah lembaga")
    isi_target(versi, 2024, renstra="40")
    rencana = rencanakan(pemeran.unit_lain, date(2024, 1, 2))
    jadwalkan(rencana, versi, "jumlah", tw("20", "10", "-", "8"))
    isi_realisasi(versi, 2024, tw("2", "0", "10", "8"))
    return versi


@pytest.mark.parametrize(
    ("pilihan", "isi"),
    [
        (("--triwulan", 1), ("20", "2", "10.00", "Sangat Rendah", None)),
        (("--triwulan", 2), ("30", "2", "6.67", "Sangat Rendah", None)),
        (("--triwulan", 3), ("30", "12", "40.00", "Sangat Rendah", None)),
        (("--triwulan", 4), ("38", "20", "52.63", "Rendah", None)),
        ((), ("40", "20", "50.00", "Sangat Rendah", None)),
    ],
)
def test_capaian_sampai_triwulan(versi, pilihan, isi):
    (baris,) = json.loads(panggil(versi.indikator.unit.kode, *pilihan, "--format", "json"))
    assert list(baris) == KUNCI
    assert tuple(baris.values()) == ("Jumlah lembaga", *isi)


def test_triwulan_yang_belum_diisi(versi):
    rencana = rencanakan(versi.indikator.unit, date(2024, 3, 1))
    jadwalkan(rencana, versi, "kumulatif", tw("-", "-", "-", "8"))
    kode = versi.indikator.unit.kode
    (baris,) = json.loads(panggil(kode, "--triwulan", 2, "--format", "json"))
    assert (baris["target"], baris["capaian"], baris["kategori"]) == (None,) * 3
    assert baris["alasan"] == "Tidak ada yang jatuh tempo."
    assert "Tidak ada yang jatuh tempo." in panggil(kode, "--triwulan", 2)


@pytest.mark.parametrize("jenis", JenisSimpul.values)
def test_setiap_tingkat_pohon(pemeran, jenis):
    """On each level its own indikator and no other."""
    renstra = buat_versi(pemeran.unit_lain)
    tujuan = buat_indikator(renstra)
    sasaran = buat_simpul(renstra, "sasaran", tujuan.simpul)
    semua = {
        "perangkat_daerah": rumuskan(
            buat_indikator(renstra), simpul=buat_simpul(renstra, "perangkat_daerah")
        ),
        "tujuan": tujuan,
        "sasaran": rumuskan(buat_indikator(renstra), simpul=sasaran),
        "program": indikator_anggaran(renstra),
        "kegiatan": indikator_anggaran(renstra, "kegiatan"),
        "sub_kegiatan": indikator_anggaran(renstra, "sub_kegiatan"),
    }
    for nama, milik in semua.items():
        rumuskan(milik, nama=nama)
        isi_target(milik, 2024, renstra="10")
        isi_realisasi(milik, 2024, {12: "9"})
    kode = pemeran.unit_lain.kode
    hasil = json.loads(panggil(kode, "--jenis", jenis, "--format", "json"))
    assert [(b["indikator"], b["capaian"]) for b in hasil] == [(jenis, "90.00")]
    bawaan = json.loads(panggil(kode, "--format", "json"))
    assert [b["indikator"] for b in bawaan] == ["tujuan", "sasaran"]


@pytest.mark.parametrize("tampilan", ["tabel", "json"])
@pytest.mark.parametrize(
    ("pilihan", "pesan"),
    [
        (("--triwulan", "5"), "Triwulan “5” tidak ada. Tulis 1, 2, 3, atau 4."),
        (("--triwulan", "0"), "Triwulan “0” tidak ada. Tulis 1, 2, 3, atau 4."),
        (("--triwulan", "II"), "Triwulan “II” tidak ada. Tulis 1, 2, 3, atau 4."),
        (("--triwulan",), "Triwulannya belum ditulis. Tulis misalnya --triwulan 2."),
        *[
            (
                ("--tahun", isian),
                f"“{isian}” bukan tahun. Tulis empat angka, misalnya --tahun 2023.",
            )
            for isian in ("dua", "2.023", "23", "20233", "-2023", "٢٠٢٣", "2023.0")
        ],
        (("--tahun",), "Tahunnya belum ditulis. Tulis misalnya --tahun 2023."),
        (("--unit",), "Unitnya belum ditulis. Tulis misalnya --unit pasuruan-bakesbangpol."),
        (("--jenis",), "Jenis simpul belum ditulis. Tulis misalnya --jenis perangkat_daerah."),
        (
            ("--jenis", "tujuan", "misi"),
            "Jenis simpul “misi” tidak dikenal. Yang ada: perangkat_daerah, tujuan, sasaran, "
            "program, kegiatan, sub_kegiatan.",
        ),
    ],
)
def test_pilihan_salah_satu_baris(pasuruan, pilihan, pesan, tampilan):
    with pytest.raises(CommandError) as galat:
        panggil(pasuruan.kode, *pilihan, "--format", tampilan, tahun=2023)
    assert str(galat.value) == pesan


def test_tahun_yang_tidak_disebut(pasuruan):
    with pytest.raises(CommandError, match=r"^Tahunnya belum ditulis\. Tulis misalnya"):
        call_command("capaian", "--unit", pasuruan.kode)


@pytest.mark.parametrize(
    ("pilihan", "pesan"),
    [
        (("--tahun", "2023", "--triwulan", "7"), "Triwulan “7” tidak ada. Tulis 1, 2, 3, atau 4."),
        (
            ("--tahun", "2023", "--format", "xml"),
            "Format “xml” tidak dikenal. Yang ada: tabel, json.",
        ),
    ],
)
def test_pilihan_salah_dari_baris_perintah(pilihan, pesan, tmp_path):
    """As a shell gets it: one line on stderr, and an exit code that is not 0."""
    hasil = subprocess.run(  # noqa: S603 -- the words are the ones above
        [sys.executable, "manage.py", "capaian", "--unit", "x", *pilihan],
        cwd=AKAR, env={**os.environ, "SAKIP_DATA": str(tmp_path)}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert hasil.returncode == 1
    assert hasil.stderr == f"CommandError: {pesan}\n"
    assert hasil.stdout == ""


def test_triwulan_sebagai_bilangan(versi):
    """Python callers hand over a number, scripts a word."""
    keluaran = StringIO()
    call_command(
        "capaian", unit=versi.indikator.unit.kode, tahun=2024, triwulan=4, format="json",
        stdout=keluaran,
    )  # fmt: skip
    assert json.loads(keluaran.getvalue())[0]["capaian"] == "52.63"
