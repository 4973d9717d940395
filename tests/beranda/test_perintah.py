"""The commands, as people and scripts call them."""

import json
from io import StringIO

import pytest
from django.core.checks import run_checks
from django.core.management import CommandError, call_command
from django.urls import reverse

from sakip.jejak.queries import riwayat
from sakip.organisasi.models import Pengguna, Unit
from tests.beranda.contoh import teks_contoh
from tests.salinan import salin

UNIT = ("--unit", "pasuruan-bakesbangpol")


def jalankan(*perintah: object) -> str:
    keluaran = StringIO()
    call_command(*map(str, perintah), stdout=keluaran)
    return keluaran.getvalue()


def isi_basis_data() -> dict[str, list]:
    """Every row of every table, as the database holds it."""
    return {model.__name__: baris for model, baris in salin().items()}


def capaian(tahun: int) -> list[dict]:
    return json.loads(jalankan("capaian", *UNIT, "--tahun", tahun, "--format", "json"))


@pytest.mark.parametrize(
    ("tahun", "harapan"),
    [
        (2023, ["117.92", "103.24", "100.00", "107.09", "142.67", "97.20", None]),
        (2022, ["115.65", "89.57", "100.00", "105.44", "291.67", "363.60", None]),
    ],
)
def test_capaian_json(tahun, harapan, pasuruan):
    baris = capaian(tahun)
    assert [b["capaian"] for b in baris] == harapan
    assert baris[0].keys() == {
        "indikator", "target", "realisasi", "capaian", "kategori", "alasan",
    }  # fmt: skip
    assert [b["alasan"] for b in baris][-1] == f"Tidak ada pemilu pada tahun {tahun}."
    assert (baris[-1]["target"], baris[-1]["realisasi"], baris[-1]["kategori"]) == (None,) * 3


def test_capaian_tanpa_nol_di_belakang(pasuruan):
    baris = capaian(2022)[0]
    assert (baris["target"], baris["realisasi"], baris["alasan"]) == ("74.5", "86.16", None)


def test_capaian_tabel_memuat_semua_indikator(pasuruan):
    baris = jalankan("capaian", *UNIT, "--tahun", 2023).splitlines()
    assert len(baris) == 1 + 7
    assert baris[1].split()[:5] == ["Indeks", "Stabilitas", "76.05", "89.68", "117.92"]


@pytest.mark.parametrize("jenis", [["tujuan"], ["sasaran"]])
def test_capaian_menurut_jenis(jenis, pasuruan):
    baris = json.loads(
        jalankan("capaian", *UNIT, "--tahun", 2023, "--jenis", *jenis, "--format", "json")
    )
    assert len(baris) == {"tujuan": 1, "sasaran": 6}[jenis[0]]


def test_muat_contoh_dua_kali_tidak_mengubah_apa_pun(pasuruan):
    sebelum = isi_basis_data()
    keluaran = jalankan("muat_contoh", "pasuruan-2023", "--akun")
    assert "0 dibuat, 0 diubah" in keluaran
    assert isi_basis_data() == sebelum


def test_muat_contoh_mengembalikan_yang_berubah(pasuruan):
    Unit.objects.filter(pk=pasuruan.pk).update(nama="Terganti")
    assert "0 dibuat, 1 diubah" in jalankan("muat_contoh", "pasuruan-2023", "--akun")
    unit = Unit.objects.get(pk=pasuruan.pk)
    assert (unit.nama, unit.versi) == (pasuruan.nama, pasuruan.versi + 1)
    assert riwayat(unit).first().sebelum == {"nama": "Terganti"}


@pytest.mark.parametrize(("akun", "aktif"), [((), False), (("--akun",), True)])
def test_akun_contoh_dapat_masuk_hanya_bila_diminta(akun, aktif, pasuruan, tmp_path):
    berkas = tmp_path / "lain.toml"
    asli = teks_contoh()
    berkas.write_text(asli.replace('nama_pengguna = "', 'nama_pengguna = "lain-'))
    jalankan("muat_contoh", "--berkas", berkas, *akun)
    baru = Pengguna.objects.get(nama_pengguna="lain-bidang")
    assert (baru.is_active, baru.has_usable_password()) == (aktif, aktif)


SALAH_PANGGIL = [
    (("muat_contoh", "tidak-ada"), "tidak-ada"),
    (("muat_contoh", "--berkas", "/tidak/ada.toml"), "tidak dapat dibaca"),
    (("capaian", "--unit", "entah", "--tahun", "2023"), "entah"),
    (("capaian", *UNIT, "--tahun", "1999"), "1999"),
    (("cetak", "lkjip", "--unit", "entah", "--tahun", "2023", "--keluaran", "a.pdf"), "entah"),
    (("cetak", "lkjip", *UNIT, "--tahun", "1999", "--keluaran", "a.pdf"), "1999"),
    (("cetak", "lkjip", *UNIT, "--tahun", "2024", "--keluaran", "a.pdf"), "anggaran"),
    (("cetak", "puisi", *UNIT, "--tahun", "2023", "--keluaran", "a.pdf"), "puisi"),
    (("cetak", "lkjip", *UNIT, "--tahun", "2023", "--keluaran", "a.txt"), "a.txt"),
    (("cetak", "lkjip", *UNIT, "--tahun", "2023", "--keluaran", "/tidak/ada/a.pdf"), "ditulisi"),
]


@pytest.mark.parametrize(("perintah", "pesan"), SALAH_PANGGIL, ids=lambda n: " ".join(n)[:60])
def test_panggilan_salah_satu_baris_tanpa_berkas(perintah, pesan, pasuruan, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(CommandError, match=pesan) as galat:
        jalankan(*perintah)
    assert len(str(galat.value).splitlines()) == 1
    assert list(tmp_path.iterdir()) == []


TAHUN, KELUARAN = ("--tahun", "2023"), ("--keluaran", "a.pdf")
BUKAN_TAHUN = "“dua” bukan tahun. Tulis empat angka, misalnya --tahun 2023."
TANPA_TAHUN = "Tahunnya belum ditulis. Tulis misalnya --tahun 2023."
TANPA_UNIT = "Unitnya belum ditulis. Tulis misalnya --unit pasuruan-bakesbangpol."
TIDAK_LENGKAP = [
    (("periksa", *UNIT, "--tahun", "dua"), BUKAN_TAHUN),
    (("periksa", *UNIT), TANPA_TAHUN),
    (("periksa", *UNIT, "--tahun"), TANPA_TAHUN),
    (("periksa", *TAHUN), TANPA_UNIT),
    (("periksa", *UNIT, *TAHUN, "--format", "xml"), "Format “xml” tidak dikenal. Yang ada: tabel, json."),
    (("periksa", *UNIT, *TAHUN, "--format"), "Format belum ditulis. Tulis misalnya --format tabel."),
    (("cetak",), "Jenis belum ditulis. Tulis misalnya lkjip."),
    (("cetak", "puisi"), "Jenis “puisi” tidak dikenal. Yang ada: lkjip, lke, berita-acara, tindak-lanjut, "
     "perjanjian-kinerja, renstra, iku, lhe."),
    (("cetak", "lkjip", *UNIT, *KELUARAN, "--tahun", "dua"), BUKAN_TAHUN),
    (("cetak", "lkjip", *UNIT, *KELUARAN, "--tahun", "20231"), BUKAN_TAHUN.replace("dua", "20231")),
    (("cetak", "lkjip", *UNIT, *KELUARAN), TANPA_TAHUN),
    (("cetak", "lkjip", *TAHUN, *KELUARAN), TANPA_UNIT),
    (("cetak", "lkjip", *TAHUN, *KELUARAN, "--unit"), TANPA_UNIT),
    (("cetak", "lkjip", *UNIT, *TAHUN), "Keluarannya belum ditulis. Tulis misalnya --keluaran lkjip.pdf."),
    (("cetak", "renstra", *UNIT, *TAHUN, *KELUARAN, "--versi", "dua"), "“dua” bukan nomor. Tulis bilangan bulat, misalnya --versi 1."),
    (("cetak", "renstra", *UNIT, *TAHUN, *KELUARAN, "--versi"), "Nomor versinya belum ditulis. Tulis misalnya --versi 1."),
]  # fmt: skip


@pytest.mark.parametrize(("perintah", "pesan"), TIDAK_LENGKAP, ids=lambda n: " ".join(n)[:60])
def test_pilihan_yang_salah_dijawab_satu_baris(perintah, pesan, tmp_path, monkeypatch, capsys):
    """As from a shell: argparse says nothing of its own, and the exit code is not 0."""
    monkeypatch.chdir(tmp_path)
    with pytest.raises(CommandError) as galat:
        jalankan(*perintah)
    assert str(galat.value) == pesan
    assert galat.value.returncode == 1
    assert capsys.readouterr() == ("", "")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("akhiran", "awal"), [(".pdf", b"%PDF-"), (".html", b"<!DOCTYPE html>")])
def test_cetak_menulis_berkas_utuh(akhiran, awal, pasuruan, tmp_path):
    berkas = tmp_path / f"lkjip{akhiran}"
    jalankan("cetak", "lkjip", *UNIT, "--tahun", 2023, "--keluaran", berkas)
    assert berkas.read_bytes().startswith(awal)
    assert [b.name for b in tmp_path.iterdir()] == [berkas.name]


def test_cetak_html_berdiri_sendiri(pasuruan, tmp_path):
    berkas = tmp_path / "lkjip.html"
    jalankan("cetak", "lkjip", *UNIT, "--tahun", 2023, "--keluaran", berkas)
    isi = berkas.read_text().replace("http://www.w3.org/2000/svg", "")
    assert [kata for kata in ("http:", "https:", "<link", "<script", "src=") if kata in isi] == []


def test_cetak_ke_tempat_yang_penuh_tidak_meninggalkan_sisa(pasuruan, tmp_path):
    berkas = tmp_path / "lkjip.html"
    berkas.mkdir()
    with pytest.raises(CommandError, match="tidak dapat ditulisi"):
        jalankan("cetak", "lkjip", *UNIT, "--tahun", 2023, "--keluaran", berkas)
    assert list(tmp_path.iterdir()) == [berkas]


def test_contoh_tidak_mengambil_akun_orang(pasuruan, tmp_path):
    Pengguna.objects.create(nama_pengguna="kepala", nama="Orang Sungguhan", pemda=pasuruan.pemda)
    berkas = tmp_path / "lain.toml"
    asli = teks_contoh()
    berkas.write_text(asli.replace('nama_pengguna = "pimpinan"', 'nama_pengguna = "kepala"'))
    with pytest.raises(CommandError, match="bukan akun contoh"):
        jalankan("muat_contoh", "--berkas", berkas, "--akun")
    assert Pengguna.objects.get(nama_pengguna="kepala").nama == "Orang Sungguhan"


def test_akun_contoh_mati_bila_dimuat_tanpa_akun(pasuruan, client):
    jalankan("muat_contoh", "pasuruan-2023")
    contoh = Pengguna.objects.filter(contoh=True)
    assert contoh.count() == 6
    assert [p.nama for p in contoh if p.is_active or p.has_usable_password()] == []
    isian = {"username": "bidang", "password": "contoh-sakip-2023"}
    assert client.post(reverse("organisasi:masuk"), isian).status_code == 200
    assert "_auth_user_id" not in client.session


@pytest.mark.parametrize(("debug", "aktif", "temuan"), [
    (False, True, ["organisasi.W001"]), (True, True, []), (False, False, []),
])  # fmt: skip
def test_akun_contoh_yang_terbuka_dilaporkan(debug, aktif, temuan, pasuruan, settings):
    settings.DEBUG = debug
    Pengguna.objects.filter(contoh=True).update(is_active=aktif)
    assert [satu.id for satu in run_checks(tags=["database"], databases=["default"])] == temuan
