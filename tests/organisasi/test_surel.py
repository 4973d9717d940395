"""The address for reminders: set by its owner, or by an admin; written into the trail."""

import pytest
from django.urls import reverse

from sakip.jejak.aksi import Aksi
from sakip.lib.transisi import HakKurang
from sakip.organisasi.services.akun import simpan_surel
from tests.organisasi.alat import JejakBaru, kirim

SAYA = reverse("organisasi:surel-saya")


def test_pemilik_mengatur_surelnya(pemeran, client):
    orang = pemeran["operator"]
    client.force_login(orang)
    jejak = JejakBaru()
    jawaban = kirim(client, SAYA, surel="operator@contoh.go.id")
    assert (jawaban.status_code, jawaban["Location"]) == (302, reverse("organisasi:akun-saya"))
    assert "Pengingat tenggat dikirim ke operator@contoh.go.id." in client.get("/akun/").text
    baris = jejak.satu()
    assert baris.aksi == Aksi.AKUN_DIUBAH
    assert (baris.sebelum, baris.sesudah) == ({"surel": ""}, {"surel": "operator@contoh.go.id"})
    kirim(client, SAYA, surel="")
    assert "Belum diisi" in client.get("/akun/").text


@pytest.mark.parametrize("surel", ["operator", "a@", "a@b c.id", "a@contoh.go.id\nBcc: b@c.id"])
def test_surel_salah_ditolak(surel, pemeran, client):
    client.force_login(pemeran["operator"])
    jawaban = kirim(client, SAYA, surel=surel)
    assert jawaban.status_code == 200
    assert "Tulis alamat surel seperti nama@contoh.go.id." in jawaban.text
    pemeran["operator"].refresh_from_db()
    assert pemeran["operator"].surel == ""


def test_admin_mengisi_surel_orang(pemeran, client):
    client.force_login(pemeran["admin"])
    orang = pemeran["operator"]
    kirim(
        client,
        reverse("organisasi:akun-ubah", args=[orang.pemda.kode, orang.pk]),
        surel="operator@contoh.go.id",
    )
    orang.refresh_from_db()
    assert orang.surel == "operator@contoh.go.id"


def test_surel_orang_lain_tidak_dapat_diatur(pemeran):
    with pytest.raises(HakKurang):
        simpan_surel(pemeran["operator"], oleh=pemeran["pimpinan"], versi=1)
