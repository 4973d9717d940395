"""The page of the steps of a triwulan: reported in the list, mended on a page of their own."""

import pytest
from django.test import Client
from django.urls import reverse

from pengukuran.models import RealisasiAksi
from perencanaan.models import AksiRencana, RencanaAksi
from tests.organisasi.alat import Tulisan
from tests.pengukuran.alat_isian import TAHUN, atur_jendela, tak_berubah
from tests.pengukuran.pabrik import buat_realisasi_aksi
from tests.perencanaan.pabrik import buat_aksi


def sebagai(kantor, siapa="operator") -> Client:
    return kantor.klien(siapa)


def daftar(kantor, triwulan: int | None = 1, tahun: int = TAHUN) -> str:
    alamat = reverse("pengukuran:aksi", args=[kantor.unit.kode, tahun])
    return alamat if triwulan is None else f"{alamat}?triwulan={triwulan}"


def satu(kantor, aksi, bulan=3) -> str:
    return reverse("pengukuran:aksi-isi", args=[kantor.unit.kode, TAHUN, aksi.pk, bulan])


@pytest.fixture
def aksi(kantor) -> AksiRencana:
    return buat_aksi(RencanaAksi.objects.get(unit=kantor.unit), kantor.polos)


def formulir(client, kantor, aksi) -> dict[str, str]:
    """What the form of a step in the list would send, untouched."""
    halaman = client.get(daftar(kantor))
    baris = [b for k in halaman.context["kelompok"] for b in k.baris if b.milik.aksi == aksi]
    form = baris[0].form
    kolom = [*form.hidden_fields(), *form.visible_fields()]
    isi = {k.html_name: k.value() for k in kolom}
    return {nama: "" if nilai is None else str(nilai) for nama, nilai in isi.items()}


def test_dilaporkan_dari_daftar(kantor, aksi):
    client = sebagai(kantor)
    teks = client.get(daftar(kantor)).text
    assert aksi.uraian in teks
    assert kantor.polos.nama in teks
    assert "belum dilaporkan" in teks
    isi = formulir(client, kantor, aksi)
    assert (isi["selesai"], isi["catatan"]) == ("", "")
    jawaban = client.post(satu(kantor, aksi), isi | {"selesai": "True", "catatan": "42 peserta"})
    assert jawaban["Location"] == f"{daftar(kantor)}#aksi-{aksi.pk}"
    milik = RealisasiAksi.objects.get(aksi=aksi)
    assert (milik.selesai, milik.catatan, milik.bulan) == (True, "42 peserta", 3)
    teks = client.get(daftar(kantor)).text
    assert "1 terlaksana, 1 dilaporkan dari 1 aksi" in teks
    assert formulir(client, kantor, aksi)["selesai"] == "True"


@pytest.mark.parametrize(
    ("isi", "pesan"),
    [
        ({"selesai": "False", "catatan": ""}, "Tulis mengapa aksi ini belum dilaksanakan"),
        ({"selesai": "", "catatan": "x"}, "Pilih apakah aksi ini terlaksana."),
        ({"selesai": "mungkin", "catatan": "x"}, "mungkin"),
        ({"selesai": "True", "catatan": "a" * 5001}, "paling banyak 5.000 karakter"),
    ],
)
def test_kesalahan_diperbaiki_di_halamannya(isi, pesan, kantor, aksi):
    client = sebagai(kantor)
    awal = formulir(client, kantor, aksi)
    with tak_berubah():
        jawaban = client.post(satu(kantor, aksi), awal | isi)
    assert (jawaban.status_code, pesan in jawaban.text) == (200, True)
    assert "<title>Belum tersimpan" in jawaban.text
    assert isi["catatan"][:50] in jawaban.text


def test_dua_orang_dibandingkan(kantor, aksi):
    buat_realisasi_aksi(aksi, diisi_oleh=kantor["operator"], catatan="awal")
    client, lain = sebagai(kantor), sebagai(kantor, "perencana")
    isi = formulir(client, kantor, aksi)
    lain.post(satu(kantor, aksi), formulir(lain, kantor, aksi) | {"catatan": "dari sekretariat"})
    jawaban = client.post(satu(kantor, aksi), isi | {"catatan": "dari bidang"})
    assert jawaban.status_code == 409
    for kata in ("awal", "dari sekretariat", "dari bidang", "k-perencana"):
        assert kata in jawaban.text
    assert RealisasiAksi.objects.get(aksi=aksi).catatan == "dari sekretariat"
    # only what was changed is shown as different
    assert "Terlaksana</td>" not in jawaban.text


def test_dua_orang_melaporkan_yang_belum_ada(kantor, aksi):
    client, lain = sebagai(kantor), sebagai(kantor, "perencana")
    isi = formulir(client, kantor, aksi)
    lain.post(satu(kantor, aksi), formulir(lain, kantor, aksi) | {"selesai": "True"})
    jawaban = client.post(satu(kantor, aksi), isi | {"selesai": "False", "catatan": "ditunda"})
    assert (jawaban.status_code, "ditunda" in jawaban.text) == (200, True)
    assert RealisasiAksi.objects.get(aksi=aksi).selesai


def test_pembaca_membaca_tanpa_formulir(kantor, aksi):
    buat_realisasi_aksi(aksi, diisi_oleh=kantor["operator"], selesai=False, catatan="ditunda")
    for siapa in ("operator_lain", "pimpinan", "pembaca", "inspektorat"):
        client = sebagai(kantor, siapa)
        teks = client.get(daftar(kantor)).text
        assert "ditunda" in teks
        assert "belum terlaksana" in teks
        assert "aksi-formulir" not in teks
        assert client.get(satu(kantor, aksi)).status_code == 403
        with Tulisan() as tulisan:
            assert client.post(satu(kantor, aksi), {"selesai": "True"}).status_code == 403
        assert tulisan.perintah() == []
    for siapa in ("perencana_luar", "admin", "tanpa_tugas"):
        assert sebagai(kantor, siapa).get(daftar(kantor)).status_code == 404


@pytest.mark.parametrize(("keadaan", "kata"), [("terkunci", "dikunci"), ("terlambat", "terlambat")])
def test_jendela_berbicara(keadaan, kata, kantor, aksi):
    client = sebagai(kantor)
    isi = formulir(client, kantor, aksi)
    atur_jendela(kantor.unit, 3, keadaan)
    halaman = client.get(daftar(kantor)).text
    assert kata in halaman
    assert ("aksi-formulir" in halaman) == (keadaan == "terlambat")
    jawaban = client.post(satu(kantor, aksi), isi | {"selesai": "True", "catatan": "sudah"})
    if keadaan == "terkunci":
        assert ("dikunci" in jawaban.text, "sudah" in jawaban.text) == (True, True)
        assert not RealisasiAksi.objects.exists()


def test_keadaan_kosong(kantor, aksi):
    client = sebagai(kantor)
    assert "Belum ada Rencana Aksi yang berlaku" in client.get(daftar(kantor, 1, 2025)).text
    RealisasiAksi.objects.create(aksi=aksi, bulan=3, selesai=True, diisi_oleh=kantor["operator"])
    assert "Tidak ada aksi pada Triwulan III 2024" in client.get(daftar(kantor, 3)).text
    assert client.get(daftar(kantor, None)).status_code == 200
    assert client.get(daftar(kantor, 5)).status_code == 404
    assert client.get(satu(kantor, aksi, 4)).status_code == 404


def test_contoh_pasuruan_dibaca(pasuruan, pemeran):
    client = Client()
    client.force_login(pemeran["pembaca"])
    for tahun in (2023, 2024, 2026):
        for akhiran in ("", "?triwulan=4"):
            alamat = reverse("pengukuran:aksi", args=[pasuruan.kode, tahun])
            assert client.get(f"{alamat}{akhiran}").status_code == 200


@pytest.mark.parametrize("banyaknya", [1, 3])
def test_kueri_tetap(banyaknya, kantor, aksi, django_assert_max_num_queries):
    for nomor in range(banyaknya):
        milik = buat_aksi(aksi.rencana_aksi, kantor.rumus) if nomor else aksi
        buat_realisasi_aksi(milik, diisi_oleh=kantor["operator"])
    client = sebagai(kantor)
    with django_assert_max_num_queries(40) as kueri:
        assert client.get(daftar(kantor)).status_code == 200
    assert len(kueri) == KUERI


KUERI = 17
