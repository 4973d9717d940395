"""The first admin: no account before, a link once, and of every mistake one line and no row."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from sakip.jejak.aksi import Aksi
from sakip.organisasi.models import Pemda, Pengguna, Penugasan
from sakip.organisasi.permissions import boleh_mengelola
from tests.organisasi.alat import (
    BARU,
    BUDI,
    SANDI_BARU,
    JejakBaru,
    isian,
    masih_masuk,
    masuk,
    tak_berubah,
)


def jalankan(*pilihan: str) -> str:
    keluaran = StringIO()
    call_command("buat_admin", *pilihan, stdout=keluaran)
    return keluaran.getvalue()


def test_admin_pemda_yang_sudah_ada(pasuruan):
    jejak = JejakBaru()
    keluaran = jalankan(*BUDI, "--pemda", "kota-pasuruan")
    akun = Pengguna.objects.get(nama_pengguna="budi-utomo")
    assert (akun.pemda, akun.has_usable_password()) == (pasuruan.pemda, False)
    assert boleh_mengelola(akun, pasuruan.pemda)
    assert keluaran.startswith("Budi Utomo (budi-utomo) menjadi admin Kota Pasuruan.\n")
    assert "sekali pakai dan berlaku 24 jam" in keluaran
    assert jejak.aksi() == [Aksi.AKUN_DIBUAT, Aksi.PENUGASAN_DIBUAT, Aksi.TAUTAN_DIBUAT]
    assert {(b.pengguna, b.pelaku) for b in jejak.baris()} == {(None, "Sistem")}
    tautan = keluaran.splitlines()[-1]
    assert tautan.rstrip("/").rsplit("/", 1)[1] not in "".join(
        str(b.sesudah) for b in jejak.baris()
    )


def test_tautannya_mengantar_sampai_masuk(pasuruan):
    tautan = jalankan(*BUDI, "--pemda", "kota-pasuruan").splitlines()[-1]
    client = Client()
    halaman = client.get(tautan, follow=True)
    sandi = {"new_password1": SANDI_BARU, "new_password2": SANDI_BARU}
    client.post(halaman.request["PATH_INFO"], isian(halaman) | sandi)
    akun = masuk(Pengguna.objects.get(nama_pengguna="budi-utomo"), SANDI_BARU)
    assert masih_masuk(akun)
    assert akun.get("/pemda/kota-pasuruan/akun/").status_code == 200


@pytest.mark.parametrize(
    ("zona", "hasil"), [((), "Asia/Jakarta"), (("--zona", "Asia/Jayapura"), None)]
)
def test_pemda_baru_dengan_adminnya(zona, hasil, db):
    jejak = JejakBaru()
    jalankan(*BARU, *zona)
    pemda = Pemda.objects.get(kode="kab-baru")
    assert (pemda.nama, pemda.jenis, pemda.sebutan_kepala, pemda.kedudukan, pemda.zona) == (
        "Kabupaten Baru", "kabupaten", "Bupati", "Kota Baru", hasil or zona[1],
    )  # fmt: skip
    assert [p.peran for p in Penugasan.objects.filter(pemda=pemda)] == ["admin"]
    assert jejak.aksi()[0] == Aksi.PEMDA_DIBUAT
    assert len(jejak.baris()) == 4


@pytest.mark.parametrize(
    ("pilihan", "pesan"),
    [
        (
            (*BUDI, "--pemda", "entah"),
            "Pemda “entah” tidak ada. Buat sekaligus dengan --buat-pemda.",
        ),
        (
            ("bidang", "--nama", "B", "--pemda", "kota-pasuruan"),
            "Nama pengguna “bidang” sudah dipakai. Pilih yang lain.",
        ),
        (("Budi", "--nama", "B", "--pemda", "kota-pasuruan"), "nama pengguna: Tulis hanya dengan"),
        (("budi", "--nama", " ", "--pemda", "kota-pasuruan"), "nama: "),
        (("budi", "--nama", "x" * 121, "--pemda", "kota-pasuruan"), "nama: "),
        ((*BUDI, "--pemda", "kota-pasuruan", "--jenis", "kota"), "--jenis hanya dipakai bersama"),
        (
            (*BUDI, "--pemda", "kab-baru", "--buat-pemda", "Kabupaten Baru", "--jenis", "kota"),
            "memerlukan juga --sebutan-kepala, --kedudukan.",
        ),
        ((*BARU, "--jenis", "negara"), "Jenis pemda “negara” tidak dikenal. Yang ada: provinsi,"),
        ((*BARU, "--zona", "WIB"), "zona: “WIB” bukan zona waktu; contoh: Asia/Jakarta."),
        ((*BARU, "--pemda", "Kab_Baru"), "kode: Tulis hanya dengan huruf kecil"),
        ((*BARU, "--pemda", "kota-pasuruan"), "sudah ada. Jalankan tanpa --buat-pemda."),
        ((*BARU, "--buat-pemda", " "), "nama: "),
        (("bidang", *BARU[1:]), "Nama pengguna “bidang” sudah dipakai."),
    ],
)
def test_kesalahan_satu_baris_tanpa_tulisan(pilihan, pesan, pasuruan):
    with tak_berubah(), pytest.raises(CommandError) as galat:
        jalankan(*pilihan)
    assert pesan in str(galat.value)
    assert len(str(galat.value).splitlines()) == 1
