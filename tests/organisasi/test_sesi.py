"""A right that is withdrawn ends the session at the next request; nothing else does."""

import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.test import Client

from sakip.jejak.aksi import Aksi
from sakip.jejak.models import CatatanJejak
from sakip.organisasi.models import Pengguna, Penugasan
from tests.organisasi.alat import (
    SANDI,
    SANDI_BARU,
    JejakBaru,
    beri_sandi,
    isian,
    kirim,
    masih_masuk,
    masuk,
    tak_berubah,
)

GANTI = "/akun/sandi/"


@pytest.fixture
def orang(pemeran) -> Pengguna:
    return beri_sandi(pemeran["operator"])


@pytest.fixture
def admin(pemeran) -> Client:
    return masuk(beri_sandi(pemeran["admin"]))


def alamat(orang: Pengguna, ekor: str = "") -> str:
    return f"/pemda/kota-pasuruan/akun/{orang.pk}/{ekor}"


def cabut_peran(admin: Client, orang: Pengguna) -> None:
    tugas = Penugasan.objects.get(pengguna=orang)
    kirim(admin, f"/pemda/kota-pasuruan/peran/{tugas.pk}/", sampai="31/12/2023")
    assert not orang.penugasan_berlaku().exists()


def beri_peran(admin: Client, orang: Pengguna) -> None:
    isi = {"peran": "inspektorat", "unit": "", "dari": "01/01/2024"}
    kirim(admin, alamat(orang, "peran/baru/"), **isi)
    assert orang.penugasan_berlaku().count() == 2


def pindahkan(admin: Client, orang: Pengguna) -> None:
    tugas = Penugasan.objects.get(pengguna=orang)
    lain = tugas.unit.pemda.unit.get(kode="kota-pasuruan-dinas-lain")
    kirim(admin, f"/pemda/kota-pasuruan/peran/{tugas.pk}/", unit=lain.pk)
    assert Penugasan.objects.get(pk=tugas.pk).unit == lain


def matikan(admin: Client, orang: Pengguna) -> None:
    kirim(admin, alamat(orang), kosong=("is_active",))
    assert not Pengguna.objects.get(pk=orang.pk).is_active


PENGAKHIR = {
    "peran dicabut": cabut_peran,
    "peran diberikan": beri_peran,
    "pindah unit": pindahkan,
    "akun dimatikan": matikan,
    "sesi diakhiri": lambda admin, orang: admin.post(alamat(orang, "sesi/")),
    "tautan dibuat": lambda admin, orang: admin.post(alamat(orang, "tautan/")),
}


@pytest.mark.parametrize("cara", PENGAKHIR)
def test_sesi_berakhir_pada_permintaan_berikutnya(cara, orang, admin):
    client = masuk(orang)
    assert masih_masuk(client)
    PENGAKHIR[cara](admin, orang)
    assert not masih_masuk(client)
    assert masih_masuk(admin)


@pytest.mark.parametrize("cara", ["peran dicabut", "pindah unit"])
def test_setelah_masuk_lagi_hak_lama_hilang(cara, orang, admin):
    tahun = "/unit/pasuruan-bakesbangpol/2023/"
    assert masuk(orang).get(tahun).status_code == 200
    PENGAKHIR[cara](admin, orang)
    assert masuk(orang).get(tahun).status_code == 404


def test_akun_yang_dimatikan_tidak_dapat_masuk(orang, admin):
    matikan(admin, orang)
    client = Client()
    jawaban = client.post("/masuk/", {"username": orang.nama_pengguna, "password": SANDI})
    assert "tidak cocok" in jawaban.text
    assert not masih_masuk(client)


def test_akun_yang_dihidupkan_lagi_tidak_menghidupkan_sesi_lama(orang, admin):
    client = masuk(orang)
    matikan(admin, orang)
    kirim(admin, alamat(orang), is_active="on")
    assert Pengguna.objects.get(pk=orang.pk).is_active
    assert not masih_masuk(client)
    assert masih_masuk(masuk(orang))


def test_ganti_nama_tidak_mengakhiri_sesi(orang, admin):
    client = masuk(orang)
    kirim(admin, alamat(orang), nama="Nama Baru")
    assert Pengguna.objects.get(pk=orang.pk).nama == "Nama Baru"
    assert masih_masuk(client)


def test_akhiri_sesi_lain_mempertahankan_yang_ini(orang):
    ini, lain = masuk(orang), masuk(orang)
    jejak = JejakBaru()
    jawaban = ini.post("/akun/sesi/akhiri/", follow=True)
    assert "Semua sesi Anda yang lain berakhir." in jawaban.text
    assert (masih_masuk(ini), masih_masuk(lain)) == (True, False)
    assert (jejak.satu().aksi, jejak.satu().pengguna) == (Aksi.SESI_DIAKHIRI, orang)


def test_admin_mengakhiri_semua_sesi_orang(orang, admin):
    dua = [masuk(orang) for _ in range(2)]
    jawaban = admin.post(alamat(orang, "sesi/"), follow=True)
    assert [masih_masuk(client) for client in dua] == [False, False]
    assert f"Semua sesi {orang.nama} berakhir." in jawaban.text


def test_ganti_kata_sandi_mengakhiri_yang_lain(orang):
    ini, lain = masuk(orang), masuk(orang)
    jejak = JejakBaru()
    isi = {"old_password": SANDI, "new_password1": SANDI_BARU, "new_password2": SANDI_BARU}
    jawaban = kirim(ini, GANTI, **isi)
    assert jawaban["Location"] == "/akun/"
    assert (masih_masuk(ini), masih_masuk(lain)) == (True, False)
    assert (jejak.satu().aksi, jejak.satu().sesudah) == (Aksi.SANDI_DIATUR, {})
    assert masih_masuk(masuk(orang, SANDI_BARU))


@pytest.mark.parametrize(
    ("ubah", "pesan"),
    [
        ({"old_password": "salah"}, "Kata sandi lama tidak cocok."),
        ({"new_password2": "lain-sama-sekali"}, "Kedua kata sandi berbeda."),
        ({"new_password1": "pendek", "new_password2": "pendek"}, "terlalu pendek"),
    ],
)
def test_ganti_kata_sandi_yang_salah_dijelaskan(ubah, pesan, orang):
    client = masuk(orang)
    isi = {"old_password": SANDI, "new_password1": SANDI_BARU, "new_password2": SANDI_BARU}
    with tak_berubah():
        jawaban = kirim(client, GANTI, **(isi | ubah))
    assert jawaban.status_code == 200
    assert pesan in jawaban.text
    assert masih_masuk(client)


def test_mengatur_kata_sandi_tidak_membatalkan_yang_terjadi_bersamaan(orang, monkeypatch):
    """While the hash is computed an admin switches the account off: it stays off."""
    client = masuk(orang)
    isi = {"old_password": SANDI, "new_password1": SANDI_BARU, "new_password2": SANDI_BARU}
    data = isian(client.get(GANTI)) | isi
    asli = Pengguna.set_password

    def lambat(diri: Pengguna, sandi: str) -> None:
        Pengguna.objects.filter(pk=diri.pk).update(is_active=False, versi=9)
        asli(diri, sandi)

    monkeypatch.setattr(Pengguna, "set_password", lambat)
    client.post(GANTI, data)
    tersimpan = Pengguna.objects.get(pk=orang.pk)
    assert (tersimpan.is_active, tersimpan.versi) == (False, 9)
    assert tersimpan.check_password(SANDI_BARU)


def test_kuki_lama_mati_setelah_keluar(orang):
    client = masuk(orang)
    lama = client.cookies["sessionid"].value
    client.post("/keluar/")
    pencuri = Client()
    pencuri.cookies["sessionid"] = lama
    assert not masih_masuk(pencuri)


def test_masuk_memberi_kunci_sesi_baru(orang):
    client = Client()
    client.get("/masuk/")
    sesi = client.session
    sesi["titipan"] = "x"
    sesi.save()
    client.cookies["sessionid"] = sebelum = sesi.session_key
    client.post("/masuk/", {"username": orang.nama_pengguna, "password": SANDI})
    assert client.cookies["sessionid"].value != sebelum
    assert masih_masuk(client)


def test_akun_saya_menyebut_peran_dan_riwayat(orang, pemeran):
    client = masuk(orang)
    isi = client.get("/akun/").text
    assert "Operator bidang" in isi
    assert pemeran.unit.nama in isi
    assert "<b>operator</b> masuk" in isi
    tanpa = masuk(beri_sandi(pemeran["tanpa_tugas"]))
    assert "Hubungi admin Kota Pasuruan." in tanpa.get("/akun/").text


def test_riwayat_akun_saya_hanya_milik_sendiri(orang, admin, pemeran):
    isi = masuk(orang).get("/akun/").text
    assert "admin</b>" not in isi
    admin.post(alamat(orang, "kunci/"))
    assert "<b>admin</b> membuka kunci akun" in masuk(orang).get("/akun/").text
    assert CatatanJejak.objects.filter(aksi=Aksi.KUNCI_DIBUKA).count() == 1


def test_admin_membuka_kunci(orang, admin):
    client = Client()
    isi = {"username": orang.nama_pengguna, "password": "salah"}
    jawaban = [client.post("/masuk/", isi).status_code for _ in range(20)]
    assert jawaban[-1] == 429
    assert client.post("/masuk/", isi | {"password": SANDI}).status_code == 429
    admin.post(alamat(orang, "kunci/"))
    assert client.post("/masuk/", isi | {"password": SANDI}).status_code == 302


@pytest.mark.parametrize("sandi", ["uji-operator-1", "budisantosoutomo"])
def test_kata_sandi_tidak_mirip_nama(sandi, orang):
    orang.nama = "Budi Santoso Utomo"
    with pytest.raises(ValidationError, match="mirip"):
        validate_password(sandi, orang)
