"""The mail server and the addresses that letters need, read from the environment."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from sakip import env
from sakip.env import Smtp
from tests.arsitektur.aturan_setelan import lingkungan_produksi
from tests.lib.test_setelan import periksa

NAMA = "SAKIP_UJI"
SURAT = {
    "SAKIP_SMTP_URL": "smtp+tls://sakip:rahasia@surel.contoh.go.id",
    "SAKIP_SMTP_DARI": "sakip@contoh.go.id",
    "SAKIP_ALAMAT": "https://contoh.go.id",
}


@pytest.mark.parametrize(
    ("tertulis", "hasil"),
    [
        ("", Smtp()),
        ("smtp://localhost", Smtp("localhost", 25)),
        ("smtps://a.id", Smtp("a.id", 465, tls="ssl")),
        ("smtp+tls://b:s%40ndi@a.id", Smtp("a.id", 587, "b", "s@ndi", "starttls")),
        ("smtp+tls://b:c@a.id:2525/", Smtp("a.id", 2525, "b", "c", "starttls")),
        ("smtp://b:c@127.0.0.1:1025", Smtp("127.0.0.1", 1025, "b", "c")),
    ],
)
def test_smtp(monkeypatch, tertulis, hasil):
    monkeypatch.setenv(NAMA, tertulis)
    assert env.smtp(NAMA) == hasil


def test_smtp_dari_berkas(monkeypatch, tmp_path):
    berkas = tmp_path / "smtp"
    berkas.write_text("smtps://b:c@a.id\n", encoding="utf-8")
    monkeypatch.setenv(f"{NAMA}_FILE", str(berkas))
    assert env.smtp(NAMA).sandi == "c"


@pytest.mark.parametrize(
    ("tertulis", "keluhan"),
    [
        ("surel.contoh.go.id", "bukan alamat server surel"),
        ("http://a.id", "bukan alamat server surel"),
        ("smtp://", "bukan alamat server surel"),
        ("smtp://a.id:lima", "bukan alamat server surel"),
        ("smtp://a.id:99999", "bukan alamat server surel"),
        ("smtp://a.id/kotak", "bukan alamat server surel"),
        ("smtps://b@a.id", "harus berisi pengguna dan sandi"),
        ("smtps://:rahasia@a.id", "harus berisi pengguna dan sandi"),
        ("smtp://b:rahasia@a.id", "mengirim sandi tanpa sandian"),
    ],
)
def test_smtp_salah_ditolak_tanpa_menyebut_sandinya(monkeypatch, tertulis, keluhan):
    monkeypatch.setenv(NAMA, tertulis)
    with pytest.raises(ImproperlyConfigured, match=keluhan) as salah:
        env.smtp(NAMA)
    assert "rahasia" not in str(salah.value)


@pytest.mark.parametrize("tertulis", ["sakip.id", "ftp://a.id", "https://", "https://a.id/sakip"])
def test_alamat_salah_ditolak(monkeypatch, tertulis):
    monkeypatch.setenv(NAMA, tertulis)
    with pytest.raises(ImproperlyConfigured, match=NAMA):
        env.alamat_situs(NAMA)


@pytest.mark.parametrize("tertulis", ["https://a.id", "https://a.id/", "http://a.id:8000"])
def test_alamat(monkeypatch, tertulis):
    monkeypatch.setenv(NAMA, tertulis)
    assert env.alamat_situs(NAMA) == tertulis.rstrip("/")


@pytest.mark.parametrize("tertulis", ["sakip", "a@", "a@b, c@d", "Sakip <a@b>", "a@b@c"])
def test_surel_salah_ditolak(monkeypatch, tertulis):
    monkeypatch.setenv(NAMA, tertulis)
    with pytest.raises(ImproperlyConfigured, match=NAMA):
        env.surel(NAMA)


def test_pengaturan_lengkap_berjalan(tmp_path):
    hasil = periksa(lingkungan_produksi(tmp_path, **SURAT))
    assert (hasil.returncode, hasil.stderr) == (0, "")


@pytest.mark.parametrize(
    ("kurang", "keluhan"),
    [
        ("SAKIP_ALAMAT", "SAKIP_ALAMAT belum diisi, padahal SAKIP_SMTP_URL ada"),
        ("SAKIP_SMTP_DARI", "SAKIP_SMTP_DARI belum diisi, padahal SAKIP_SMTP_URL ada"),
    ],
)
def test_pengaturan_kurang_menghentikan(tmp_path, kurang, keluhan):
    hasil = periksa(lingkungan_produksi(tmp_path, **SURAT | {kurang: ""}))
    assert hasil.returncode == 1
    assert keluhan in hasil.stderr
    assert "rahasia" not in hasil.stderr


def test_alamat_yang_tidak_dilayani_menghentikan(tmp_path):
    hasil = periksa(lingkungan_produksi(tmp_path, **SURAT | {"SAKIP_ALAMAT": "https://lain.id"}))
    assert hasil.returncode == 1
    assert "SAKIP_ALAMAT menunjuk “lain.id”, yang tidak ada di SAKIP_HOSTS." in hasil.stderr
