"""Every page, on a desk and on a phone: axe finds nothing, and nothing is wider than the screen."""

from datetime import UTC, datetime

import pytest
from django.urls import get_resolver, reverse

from perencanaan.models import RenstraVersi
from sakip.organisasi.models import (
    Jendela,
    Pejabat,
    Penempatan,
    Pengecualian,
    Pengguna,
    Penugasan,
)
from sakip.organisasi.services.tautan import buat_tautan
from sakip.pekerjaan.services.antre import antrekan
from sakip.pekerjaan.services.giliran import ambil, berdenyut, gagalkan, tuntaskan
from tests.peramban.alat import UNIT, judul, organisasi, periksa_kedua_lebar, setahun

pytestmark = [pytest.mark.peramban, pytest.mark.django_db(transaction=True)]

# addresses that are no page of their own: buttons, a redirect, a picture
BUKAN_HALAMAN = {
    "keluar", "sesi-akhiri", "akun-tautan", "akun-sesi", "akun-kunci", "jendela-kini", "lambang",
}  # fmt: skip
TAMU = ("masuk", "sandi-tautan")
SENDIRI = ("akun-saya", "sandi-ganti")
TAHUN = (
    "beranda:tahun", "beranda:cari", "beranda:periksa", "perencanaan:renstra",
    "perencanaan:perjanjian", "perencanaan:rencana-aksi", "pengukuran:anggaran",
    "pengukuran:capaian", "pelaporan:lkjip-baca",
)  # fmt: skip
# of the cycle, what is no page of its own: a redirect, files, a button
BUKAN_HALAMAN_SIKLUS = {
    "beranda:beranda", "perencanaan:perjanjian-unduh", "pelaporan:lkjip-cetak",
    "pelaporan:lkjip-unduh",
}  # fmt: skip


@pytest.fixture
def pengecualian(pasuruan) -> Pengecualian:
    """A window with a unit excepted from it, so that its pages have something to show."""
    jendela = Jendela.objects.create(
        pemda=pasuruan.pemda,
        jenis="pengisian",
        tahun=2023,
        bulan=6,
        buka=datetime(2023, 7, 1, tzinfo=UTC),
        tenggat=datetime(2023, 7, 10, tzinfo=UTC),
        kunci=datetime(2023, 7, 20, tzinfo=UTC),
    )
    return Pengecualian.objects.create(
        jendela=jendela,
        unit=pasuruan,
        sampai=datetime(2023, 8, 1, tzinfo=UTC),
        alasan="Gempa memutus jaringan.",
        dibuka_oleh=Pengguna.objects.get(nama_pengguna="organisasi"),
    )


def halaman_admin() -> dict[str, str]:
    akun = Pengguna.objects.get(nama_pengguna="bidang")
    pejabat = Pejabat.objects.exclude(nip="").get()
    sisa = {
        "pemda": [],
        "unit": [],
        "unit-baru": [],
        "unit-ubah": [UNIT],
        "unit-perubahan": [UNIT],
        "pejabat": [],
        "pejabat-baru": [],
        "pejabat-ubah": [pejabat.pk],
        "penempatan-baru": [pejabat.pk],
        "penempatan-ubah": [Penempatan.objects.get(pejabat=pejabat).pk],
        "akun": [],
        "akun-baru": [],
        "akun-ubah": [akun.pk],
        "peran-baru": [akun.pk],
        "peran-ubah": [Penugasan.objects.get(pengguna=akun).pk],
    }
    return {nama: organisasi(nama, *isi) for nama, isi in sisa.items()}


def halaman_organisasi(milik: Pengecualian) -> dict[str, str]:
    jendela = milik.jendela
    sisa = {
        "jendela": [2023],
        "jendela-atur": [jendela.tahun, jendela.jenis, jendela.bulan],
        "pengecualian-baru": [jendela.pk],
        "pengecualian-ubah": [milik.pk],
    }
    return {nama: organisasi(nama, *isi) for nama, isi in sisa.items()}


def periksa(halaman, alamat: dict[str, str]) -> dict[str, list[str]]:
    """What is wrong with each of these pages."""
    temuan = {}
    for nama, satu in alamat.items():
        halaman.goto(satu)
        if keluhan := periksa_kedua_lebar(halaman):
            temuan[nama] = keluhan
    return temuan


def test_setiap_halaman(perambah, pengecualian, settings):
    settings.DEBUG = True  # without it the page of the design language does not exist
    sendiri = {nama: reverse(f"organisasi:{nama}") for nama in SENDIRI}
    milik_admin, milik_organisasi = halaman_admin(), halaman_organisasi(pengecualian)
    pola = next(p for p in get_resolver().url_patterns if p.namespace == "organisasi")
    assert {*milik_admin, *milik_organisasi, *sendiri, *TAMU} | BUKAN_HALAMAN == {
        satu.name for satu in pola.url_patterns
    }
    alamat = milik_admin | sendiri
    alamat["tanpa hasil"] = organisasi("akun") + "?cari=tidak-ada-yang-cocok"
    alamat["kit"] = reverse("beranda:kit")
    temuan = periksa(perambah.buka("admin"), alamat)
    milik_organisasi["jendela baru"] = organisasi("jendela-atur", 2023, "evaluasi", 12)
    temuan |= periksa(perambah.buka("organisasi"), milik_organisasi)
    assert temuan == {}


def test_setiap_halaman_siklus(perambah):
    """Full, empty, filtered, and with the panel of a figure open."""
    alamat = {nama: setahun(nama) for nama in TAHUN}
    alamat["beranda:semua"] = reverse("beranda:semua", args=[2023])
    versi = RenstraVersi.objects.earliest("pk")
    jenis = versi._meta.label_lower
    alamat["beranda:riwayat"] = reverse("beranda:riwayat", args=[UNIT, 2023, jenis, versi.pk])
    semua = {
        f"{pola.namespace}:{satu.name}"
        for pola in get_resolver().url_patterns
        if pola.namespace in {"beranda", "perencanaan", "pengukuran", "pelaporan"}
        for satu in pola.url_patterns
    }
    assert {*alamat, "beranda:kit"} | BUKAN_HALAMAN_SIKLUS == semua
    for bagian in ("akuntabilitas", "lampiran-perubahan"):
        alamat[bagian] = f"{alamat['pelaporan:lkjip-baca']}?bagian={bagian}"
    alamat["capaian program"] = f"{alamat['pengukuran:capaian']}?jenis=program&triwulan=2"
    alamat["hasil cari"] = f"{alamat['beranda:cari']}?q=konflik"
    alamat["rencana versi 1"] = f"{alamat['perencanaan:rencana-aksi']}?versi=1&triwulan=1"
    for nama in ("beranda:tahun", "perencanaan:perjanjian", "pengukuran:anggaran"):
        alamat[f"{nama} kosong"] = alamat[nama].replace("2023", "2024")
    halaman = perambah.buka("organisasi")
    temuan = periksa(halaman, alamat)
    halaman.goto(alamat["beranda:tahun"])
    halaman.get_by_role("link", name="117,92").click()
    halaman.get_by_role("dialog").wait_for()
    assert (temuan, periksa_kedua_lebar(halaman)) == ({}, [])


def test_halaman_pekerjaan_dalam_setiap_keadaan(perambah, jenis_uji, pasuruan):
    """Waiting, under way, done, failed: the list of them, and each by itself."""
    pemilik = Pengguna.objects.get(nama_pengguna="sekretariat")
    antre = [antrekan("uji.aman", oleh=pemilik, argumen={"kunci": kunci}) for kunci in "abcd"]
    pekerja = berdenyut("uji", mesin="uji", pid=1)
    tuntaskan(ambil(pekerja), None)
    gagalkan(ambil(pekerja), "Listrik padam di ruang server.")
    ambil(pekerja)
    alamat = {"pekerjaan": reverse("pekerjaan:daftar")}
    alamat |= {
        f"pekerjaan {n}": reverse("pekerjaan:rincian", args=[p.pk]) for n, p in enumerate(antre)
    }
    assert periksa(perambah.buka("sekretariat"), alamat) == {}


def test_halaman_tamu_tautan_dan_yang_menolak(perambah):
    tamu, temuan = perambah.buka(), {}
    tamu.goto("/masuk/")
    temuan["masuk"] = periksa_kedua_lebar(tamu)
    tamu.get_by_label("Nama pengguna").fill("bidang")
    tamu.get_by_label("Kata sandi").fill("keliru")
    tamu.get_by_role("button", name="Masuk").click()
    tamu.get_by_role("alert").wait_for()
    temuan["gagal masuk"] = periksa_kedua_lebar(tamu)

    akun = Pengguna.objects.get(nama_pengguna="bidang")
    mati = buat_tautan(akun, oleh=None)
    admin = perambah.buka("admin", wajar=(403, 404))
    admin.goto(organisasi("akun-ubah", akun.pk))
    admin.get_by_role("button", name="Buat tautan sandi").click()
    tautan = admin.get_by_label("Kirimkan tautan ini").input_value()
    temuan["tautan"] = periksa_kedua_lebar(admin)
    for halaman, alamat, yang_terbaca in (
        (tamu, tautan, "Atur kata sandi"),
        (tamu, mati, "Tautan tidak berlaku"),
        (admin, organisasi("jendela", 2023), "Anda tidak berhak membuka halaman ini"),
        (admin, setahun("beranda:tahun"), "Tidak ditemukan"),
    ):
        halaman.goto(alamat)
        assert judul(halaman) == yang_terbaca
        temuan[yang_terbaca] = periksa_kedua_lebar(halaman)
    assert temuan == {nama: [] for nama in temuan}


def test_yang_melanggar_ketahuan(peramban):
    """The judge itself: a picture without a text, and a page wider than the screen."""
    halaman = peramban.new_page()
    halaman.set_content(
        "<!DOCTYPE html><html lang=id><title>a</title><main><h1>a</h1><img src='data:,'>"
        "<p style='width:1000px'>a</p></main>"
    )
    keluhan = periksa_kedua_lebar(halaman)
    halaman.close()
    assert keluhan == [
        "meja: image-alt: ['img']", "ponsel: image-alt: ['img']",
        "ponsel: 1008 piksel pada layar 320",
    ]  # fmt: skip
