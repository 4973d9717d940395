"""Every page, on a desk and on a phone: axe finds nothing, and nothing is wider than the screen."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import get_resolver, reverse

from evaluasi.services.impor import terima_buku as terima_buku_lke
from evaluasi.services.instrumen import salin_instrumen
from evaluasi.services.lembar import mulai_tahap
from pengukuran.services.bukti import Lampiran, lampirkan, lampirkan_aksi
from pengukuran.services.impor import terima_buku
from pengukuran.services.sel import Sel
from perencanaan.models import IndikatorVersi, RenstraVersi
from sakip.organisasi.models import (
    Jendela,
    Pejabat,
    Pemda,
    Penempatan,
    Pengecualian,
    Pengguna,
    Penugasan,
)
from sakip.organisasi.services.tautan import buat_tautan
from sakip.pekerjaan.services.antre import antrekan
from sakip.pekerjaan.services.giliran import ambil, berdenyut, gagalkan, tuntaskan
from tests.berkas import contoh
from tests.evaluasi.alat_buku import isi_buku as isi_buku_lke
from tests.evaluasi.alat_buku import unduh as unduh_lke
from tests.evaluasi.pabrik import Orang, instrumen_nasional, kriteria_dari, lembar_baru, tahap
from tests.pengukuran.alat_buku import buku_unit, isi_buku
from tests.pengukuran.pabrik import buat_realisasi_aksi
from tests.peramban.alat import (
    PEMDA,
    UNIT,
    judul,
    organisasi,
    periksa,
    periksa_kedua_lebar,
    setahun,
)
from tests.perencanaan.pabrik import buat_aksi
from tests.perencanaan.pabrik_rencana import rencanakan

pytestmark = [pytest.mark.peramban, pytest.mark.django_db(transaction=True)]

# addresses that are no page of their own: buttons, a redirect, a picture
BUKAN_HALAMAN = {
    "keluar", "sesi-akhiri", "akun-tautan", "akun-sesi", "akun-kunci", "jendela-kini", "lambang",
}  # fmt: skip
TAMU = ("masuk", "sandi-tautan")
SENDIRI = ("akun-saya", "sandi-ganti", "surel-saya")
TAHUN = (
    "beranda:tahun", "beranda:tugas", "beranda:cari", "beranda:periksa", "perencanaan:renstra",
    "perencanaan:perjanjian", "perencanaan:rencana-aksi", "pengukuran:anggaran",
    "pengukuran:capaian", "pengukuran:pemantauan", "pelaporan:lkjip-baca", "pelaporan:lkjip-terbit",
    "pengukuran:isi", "pengukuran:isi-belanja", "pengukuran:ajukan",
    "pengukuran:verifikasi", "pengukuran:koreksi", "pengukuran:aksi",
)  # fmt: skip
# of the cycle, what is no page of its own: a redirect, files, a button
BUKAN_HALAMAN_SIKLUS = {
    "beranda:beranda", "perencanaan:perjanjian-unduh", "pelaporan:lkjip-cetak",
    "pelaporan:lkjip-unduh", "pelaporan:lkjip-unduh-terbit", "pelaporan:lkjip-draf-buang",
    "pengukuran:isi-sel", "pengukuran:isi-belanja-sel",
    "pengukuran:isi-excel", "pengukuran:bukti-unduh", "pengukuran:bukti-halaman", "pengukuran:bukti-hapus",
    "pengukuran:aksi-bukti-unduh",
    "pengukuran:aksi-bukti-hapus", "pengukuran:usulan-ambil",
}  # fmt: skip
# of who enters, by a test of their own
HALAMAN_PENGISI = (
    "bukti-tambah", "aksi-isi", "aksi-bukti-tambah", "isi-impor", "isi-tinjau", "usulan-sumber",
    "usulan-atur",
)  # fmt: skip


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


def halaman_instrumen() -> dict[str, str]:
    """The list, the nation's in force, and a draft with each of its forms."""
    nasional = instrumen_nasional()
    organisasi = Pengguna.objects.get(nama_pengguna="organisasi")
    pemda = Pemda.objects.get(kode=PEMDA)
    draf = salin_instrumen(nasional, pemda=pemda, tahun=2024, oleh=organisasi)
    satu = draf.komponen.first()
    bagian = [PEMDA, draf.pk, "komponen", satu.pk]
    sisa = {
        "": [PEMDA],
        "-satu": [PEMDA, draf.pk],
        "-salin": [PEMDA, nasional.pk],
        "-ubah": [PEMDA, draf.pk],
        "-bagian": bagian,
        "-bagian-baru": [PEMDA, draf.pk, "komponen"],
        "-bagian-hapus": bagian,
        "-bagian-bawahan": [PEMDA, draf.pk, "kriteria", satu.sub.first().pk],
    }
    alamat = {
        f"instrumen{nama}": reverse(f"evaluasi:instrumen{nama}", args=isi)
        for nama, isi in sisa.items()
    }
    baru = {
        f"{jenis} baru": reverse("evaluasi:instrumen-bagian-baru", args=[PEMDA, draf.pk, jenis])
        for jenis in ("skala", "predikat", "tahap")
    }
    alamat |= baru
    alamat["instrumen berlaku"] = reverse("evaluasi:instrumen-satu", args=[PEMDA, nasional.pk])
    return alamat


def test_halaman_instrumen(perambah, pasuruan):
    """Each form of a part too, as it is opened and as it comes back with what is missing."""
    alamat, halaman = halaman_instrumen(), perambah.buka("organisasi")
    pola = next(p for p in get_resolver().url_patterns if p.namespace == "evaluasi")
    assert {s.name for s in pola.url_patterns if s.name.startswith("instrumen")} <= alamat.keys()
    assert periksa(halaman, alamat) == {}
    halaman.goto(alamat["instrumen-bagian-baru"])
    halaman.get_by_role("button", name="Tambah komponen").click()
    halaman.get_by_role("alert").wait_for()
    assert periksa_kedua_lebar(halaman) == []


def test_setiap_halaman_siklus(perambah):
    """Full, empty, filtered, and with the panel of a figure open."""
    alamat = {nama: setahun(nama) for nama in TAHUN}
    alamat["beranda:semua"] = reverse("beranda:semua", args=[2023])
    versi = RenstraVersi.objects.earliest("pk")
    jenis = versi._meta.label_lower
    alamat["beranda:riwayat"] = reverse("beranda:riwayat", args=[UNIT, 2023, jenis, versi.pk])
    stabilitas = IndikatorVersi.objects.filter(nama="Indeks Stabilitas").earliest("pk")
    satu = [UNIT, 2023, stabilitas.indikator_id, 12]
    alamat["pengukuran:isi-baris"] = reverse("pengukuran:isi-baris", args=satu)
    for nama in ("periksa-baris", "koreksi-usul"):
        alamat[f"pengukuran:{nama}"] = reverse(f"pengukuran:{nama}", args=satu)
    alamat["pengukuran:kesiapan"] = reverse("pengukuran:kesiapan", args=[PEMDA])
    alamat["pengukuran:kesiapan-atur"] = reverse(
        "pengukuran:kesiapan-atur", args=[PEMDA, "lonjakan"]
    )
    semua = {
        f"{pola.namespace}:{satu.name}"
        for pola in get_resolver().url_patterns
        if pola.namespace in {"beranda", "perencanaan", "pengukuran", "pelaporan"}
        for satu in pola.url_patterns
    }
    pengisi = {f"pengukuran:{nama}" for nama in HALAMAN_PENGISI} | {"pelaporan:lkjip-atur"}
    assert {*alamat, "beranda:kit"} | BUKAN_HALAMAN_SIKLUS | pengisi == semua
    alamat["evaluasi:rekomendasi"] = setahun("evaluasi:rekomendasi")
    alamat["evaluasi:setelan"] = reverse("evaluasi:setelan", args=[PEMDA])
    alamat["evaluasi:simulasi"] = setahun("evaluasi:simulasi")
    for nama in ("meja", "peringkat", "kriteria"):
        alamat[f"evaluasi:{nama}"] = reverse(f"evaluasi:{nama}", args=[2023])
    for bagian in ("akuntabilitas", "lampiran-perubahan"):
        alamat[bagian] = f"{alamat['pelaporan:lkjip-baca']}?bagian={bagian}"
    alamat["capaian program"] = f"{alamat['pengukuran:capaian']}?jenis=program&triwulan=2"
    alamat["hasil cari"] = f"{alamat['beranda:cari']}?q=konflik"
    alamat["rencana versi 1"] = f"{alamat['perencanaan:rencana-aksi']}?versi=1&triwulan=1"
    for nama in (
        "beranda:tahun", "perencanaan:perjanjian", "pengukuran:anggaran", "beranda:tugas",
        "pengukuran:ajukan", "pengukuran:verifikasi",
    ):  # fmt: skip
        alamat[f"{nama} kosong"] = alamat[nama].replace("2023", "2024")
    halaman = perambah.buka("organisasi")
    temuan = periksa(halaman, alamat)
    halaman.goto(alamat["beranda:tahun"])
    halaman.get_by_role("link", name="117,92").click()
    halaman.get_by_role("dialog").wait_for()
    assert (temuan, periksa_kedua_lebar(halaman)) == ({}, [])


def test_halaman_bukti_aksi_dan_impor(perambah, pasuruan):
    """As the sekretariat, in the year whose last window is open: with contents, and with mistakes."""
    oleh = Pengguna.objects.get(nama_pengguna="sekretariat")
    rumusan = IndikatorVersi.objects.filter(nama="Indeks Stabilitas").latest("pk")
    rencana = rencanakan(pasuruan, date(2024, 1, 2))
    aksi, baru = buat_aksi(rencana, rumusan), buat_aksi(rencana, rumusan)
    laporan = buat_realisasi_aksi(aksi, 12, diisi_oleh=oleh)
    berkas = SimpleUploadedFile("notulen.pdf", contoh.pdf())
    isi = Lampiran(2024, 12, "3", "rapat", unggahan=[berkas], tautan="https://contoh.id/a")
    lampirkan(Sel(pasuruan, rumusan.indikator_id, 2024, 12, "bukti"), isi, oleh=oleh)
    lampirkan_aksi(laporan, Lampiran(2024, 12, tautan="https://contoh.id/b"), oleh=oleh)
    kunci = f"{rumusan.indikator_id}.12"
    asli = buku_unit(pasuruan, 2024, 4, oleh).read()
    salah = isi_buku(asli, {(kunci, "nilai"): "12.5", (kunci, "upaya"): "rapat"})
    buku, _ = terima_buku(
        SimpleUploadedFile("tw4.xlsx", salah), unit=pasuruan, tahun=2024, oleh=oleh
    )
    tempat = {
        "bukti-tambah": [rumusan.indikator_id, 12],
        "aksi-isi": [baru.pk, 12],
        "aksi-bukti-tambah": [aksi.pk, 12],
        "isi-impor": [],
        "isi-tinjau": [buku.pk],
        "usulan-sumber": [],
        "usulan-atur": [rumusan.indikator_id],
    }
    assert tuple(tempat) == HALAMAN_PENGISI
    alamat = {
        nama: reverse(f"pengukuran:{nama}", args=[UNIT, 2024, *isi]) for nama, isi in tempat.items()
    }
    alamat["aksi"] = reverse("pengukuran:aksi", args=[UNIT, 2024])
    halaman = perambah.buka("sekretariat")
    assert periksa(halaman, alamat) == {}
    halaman.goto(alamat["bukti-tambah"])
    halaman.get_by_role("button", name="Lampirkan bukti").click()
    assert judul(halaman) == "Bukti realisasi"
    assert "Pilih berkasnya" in halaman.content()
    assert periksa_kedua_lebar(halaman) == []


def test_halaman_lembar_kerja_lke(perambah, pasuruan):
    """The workbook of the self-assessment: to be sent, and looked at with changes and mistakes."""
    oleh = Pengguna.objects.get(nama_pengguna="sekretariat")
    inspektorat = Pengguna.objects.get(nama_pengguna="inspektorat")
    mandiri = tahap(lembar_baru(pasuruan, Orang(oleh, inspektorat)), "mandiri")
    mulai_tahap(mandiri, oleh=oleh)
    satu, dua, *_ = kriteria_dari(mandiri.lembar)
    salah = isi_buku_lke(
        unduh_lke(mandiri, oleh), {(satu, "pilihan"): "Mungkin", (dua, "catatan"): "Ada."}
    )
    buku, _ = terima_buku_lke(SimpleUploadedFile("lke.xlsx", salah), tahap=mandiri, oleh=oleh)
    alamat = {
        f"evaluasi:{nama}": reverse(f"evaluasi:{nama}", args=[UNIT, 2023, "mandiri", *isi])
        for nama, isi in (("lembar-isi", []), ("lembar-impor", []), ("lembar-tinjau", [buku.pk]))
    }
    assert periksa(perambah.buka("sekretariat"), alamat) == {}


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


@pytest.fixture(scope="module")
def kosong(peramban) -> Iterator[Any]:
    """A page for what is written into it."""
    halaman = peramban.new_page()
    yield halaman
    halaman.close()


def keluhan_atas(kosong, isi: str) -> list[str]:
    kosong.set_content(f"<!DOCTYPE html><html lang=id><title>a</title><main><h1>a</h1>{isi}</main>")
    return periksa_kedua_lebar(kosong)


def test_yang_melanggar_ketahuan(kosong):
    """The judge itself: a picture without a text, and a page wider than the screen."""
    assert keluhan_atas(kosong, "<img src='data:,'><p style='width:1000px'>a</p>") == [
        "meja: image-alt: img", "ponsel: image-alt: img",
        "ponsel: 1008 piksel pada layar 320",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("biasa", "lain", "aturan"),
    [
        ("<p>kata</p>", "<p id=lain style='color:#bbb'>kata</p>", "color-contrast"),
        (
            "<div><p>kata</p></div>",
            "<div style='background:#444'><p id=lain>kata</p></div>",
            "color-contrast",
        ),
        ("<p><input aria-label=a>", "<p><input id=lain aria-label=a style='color:#ccc' value=kata>",
         "color-contrast"),
        (
            "<p>Lihat <a href=/>asalnya</a> dahulu.</p>",
            "<p>Lihat <a href=/ id=lain style='text-decoration:none;color:#00f'>asalnya</a> dahulu.</p>",
            "link-in-text-block",
        ),
    ],
)  # fmt: skip
def test_satu_di_antara_banyak_ketahuan(kosong, biasa, lain, aturan):
    """What is drawn unlike the many around it is found, though not each of the many is looked at."""
    isi = biasa * 20 + lain + biasa * 20
    assert keluhan_atas(kosong, isi) == [
        f"{ukuran}: {aturan}: #lain" for ukuran in ("meja", "ponsel")
    ]


@pytest.mark.parametrize(
    "pinggir", ["1", "-", "<button disabled>Kirim</button>", "<b hidden>ada</b>"]
)
def test_yang_terbaca_mewakili_jenisnya(kosong, pinggir):
    """Texts of which axe says nothing do not stand for those between them, drawn alike."""
    pucat = "<p style='color:#bbb'>"
    isi = f"{pucat}{pinggir}</p>{pucat.replace('<p', '<p id=lain')}94,2</p>{pucat}{pinggir}</p>"
    assert keluhan_atas(kosong, isi) == [
        f"{ukuran}: color-contrast: #lain" for ukuran in ("meja", "ponsel")
    ]
