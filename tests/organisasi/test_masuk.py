"""Guessing is slowed per account; an office behind one address signs in all the same."""

from datetime import timedelta

import pytest
from axes.models import AccessAttempt
from django.urls import reverse
from django.utils import timezone

from sakip.organisasi.models import Pengguna
from tests.pemeran import buat_akun

SANDI = "contoh-sakip-2023"
BATAS = 20


def masuk(client, nama: str, sandi: str = SANDI, **kepala: str):
    isian = {"username": nama, "password": sandi}
    return client.post(reverse("organisasi:masuk"), isian, headers=kepala)


@pytest.fixture
def terkunci(pasuruan, client):
    """The account "bidang" after one wrong password too many."""
    jawaban = [masuk(client, "bidang", f"salah-{n}") for n in range(BATAS)]
    assert [j.status_code for j in jawaban] == [200] * (BATAS - 1) + [429]


def test_percobaan_ke_21_ditolak_walaupun_benar(terkunci, client):
    jawaban = masuk(client, "bidang")
    assert (jawaban.status_code, jawaban["Retry-After"]) == (429, "1800")
    assert "Coba lagi 30 menit lagi" in jawaban.content.decode()
    assert 'value="bidang"' in jawaban.content.decode()
    assert "_auth_user_id" not in client.session


@pytest.mark.parametrize("nama", ["BIDANG", " bidang "])
def test_ejaan_lain_tidak_membuka(nama, terkunci, client):
    assert masuk(client, nama).status_code == 429


def test_alamat_palsu_tidak_membuka(terkunci, client):
    assert masuk(client, "bidang", **{"X-Forwarded-For": "203.0.113.9"}).status_code == 429


def test_akun_lain_dari_alamat_yang_sama_dapat_masuk(terkunci, client):
    assert masuk(client, "sekretariat").status_code == 302


def test_terbuka_sendiri_setelah_waktunya(terkunci, client):
    AccessAttempt.objects.update(attempt_time=timezone.now() - timedelta(minutes=31))
    assert masuk(client, "bidang").status_code == 302


def test_berhasil_masuk_menghapus_hitungan(pasuruan, client):
    for putaran in range(3):
        jawaban = [masuk(client, "bidang", f"salah-{putaran}-{n}") for n in range(BATAS - 1)]
        assert {j.status_code for j in jawaban} == {200}
        assert masuk(client, "bidang").status_code == 302
        client.post(reverse("organisasi:keluar"))


def test_enam_puluh_orang_dari_satu_alamat(pasuruan, client):
    contoh = Pengguna.objects.get(nama_pengguna="bidang")
    for nomor in range(60):
        pegawai = buat_akun(f"pegawai-{nomor}", pasuruan.pemda)
        Pengguna.objects.filter(pk=pegawai.pk).update(password=contoh.password)
    hasil = set()
    for nomor in range(60):
        hasil.add(masuk(client, f"uji-pegawai-{nomor}").status_code)
        client.post(reverse("organisasi:keluar"))
    assert hasil == {302}


def test_yang_diketik_tidak_tersimpan_terbaca(pasuruan, client):
    masuk(client, "rahasia-di-kolom-nama", "rahasia-sandi")
    (baris,) = AccessAttempt.objects.values()
    assert "rahasia" not in repr(baris)
