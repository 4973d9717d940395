"""The link to set a password: one use, one day, only the newest, only for who can sign in."""

import logging
from datetime import datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from sakip.jejak.aksi import Aksi
from sakip.jejak.models import CatatanJejak
from sakip.lib.transisi import HakKurang
from sakip.organisasi.models import Pengguna
from sakip.organisasi.services.akun import simpan_akun
from sakip.organisasi.services.tautan import PembuatTautan, buat_tautan
from tests.organisasi.alat import (
    SANDI_BARU,
    JejakBaru,
    beri_sandi,
    isian,
    masih_masuk,
    masuk,
    tak_berubah,
)

TIDAK_BERLAKU = "<h1>Tautan tidak berlaku</h1>"


@pytest.fixture
def akun(pemeran) -> Pengguna:
    return pemeran["operator"]


@pytest.fixture
def tautan(akun, pemeran) -> str:
    return buat_tautan(akun, oleh=pemeran["admin"])


def pakai(tautan: str, sandi: str = SANDI_BARU, ulang: str | None = None):
    """Open a link as its holder does, and set a password; the answer to the last request."""
    client = Client()
    halaman = client.get(tautan, follow=True)
    if not halaman.context["validlink"]:
        return halaman
    data = isian(halaman) | {"new_password1": sandi, "new_password2": ulang or sandi}
    return client.post(halaman.request["PATH_INFO"], data)


def mati(tautan: str) -> bool:
    """Whether a link is answered by the page that says so; if it works after all, that fails too."""
    with tak_berubah():
        return TIDAK_BERLAKU in pakai(tautan).text


def token(tautan: str) -> str:
    return tautan.rstrip("/").rsplit("/", 1)[1]


def test_tautan_mengatur_kata_sandi_lalu_mati(akun, tautan):
    jejak = JejakBaru()
    jawaban = pakai(tautan)
    assert jawaban["Location"] == reverse("organisasi:masuk")
    assert Pengguna.objects.get(pk=akun.pk).check_password(SANDI_BARU)
    baris = jejak.satu()
    assert (baris.aksi, baris.pengguna, baris.objek_id) == (
        Aksi.SANDI_DIATUR, akun, str(akun.pk),
    )  # fmt: skip
    assert masih_masuk(masuk(akun, SANDI_BARU))
    assert mati(tautan)


def test_halaman_menyebut_untuk_siapa_tanpa_token(akun, tautan):
    client = Client()
    halaman = client.get(tautan, follow=True)
    assert f"Untuk {akun.nama}, nama pengguna <b>{akun.nama_pengguna}</b>" in halaman.text
    assert token(tautan) not in halaman.request["PATH_INFO"]
    assert token(tautan) not in halaman.text


@pytest.mark.parametrize(
    ("detik", "hasil"), [(0, False), (24 * 3600, False), (24 * 3600 + 1, True)]
)
def test_berlaku_24_jam(detik, hasil, akun, pemeran, monkeypatch):
    awal = datetime(2024, 3, 5, 8, 0, 0)  # noqa: DTZ001 -- the clock of Django's tokens has no zone
    monkeypatch.setattr(PembuatTautan, "_now", lambda _diri: awal)
    tautan = buat_tautan(akun, oleh=pemeran["admin"])
    monkeypatch.setattr(PembuatTautan, "_now", lambda _diri: awal + timedelta(seconds=detik))
    jawaban = pakai(tautan)
    assert (TIDAK_BERLAKU in jawaban.text) == hasil
    assert Pengguna.objects.get(pk=akun.pk).check_password(SANDI_BARU) != hasil


def test_lewat_waktu_di_tengah_mengetik(tautan, monkeypatch):
    """The page was opened in time, and sent too late."""
    client = Client()
    halaman = client.get(tautan, follow=True)
    data = isian(halaman) | {"new_password1": SANDI_BARU, "new_password2": SANDI_BARU}
    besok = datetime.now() + timedelta(days=2)  # noqa: DTZ005 -- the clock of Django's tokens has no zone
    monkeypatch.setattr(PembuatTautan, "_now", lambda _diri: besok)
    with tak_berubah():
        assert TIDAK_BERLAKU in client.post(halaman.request["PATH_INFO"], data).text


def test_hanya_yang_terbaru_berlaku(akun, tautan, pemeran):
    baru = buat_tautan(akun, oleh=pemeran["admin"])
    assert mati(tautan)
    assert pakai(baru)["Location"] == reverse("organisasi:masuk")


def test_mati_setelah_pemiliknya_masuk(akun, pemeran):
    beri_sandi(akun)
    tautan = buat_tautan(akun, oleh=pemeran["admin"])
    masuk(akun)
    assert mati(tautan)


def test_mati_bagi_akun_yang_dimatikan_dan_tidak_hidup_lagi(akun, tautan, pemeran):
    for aktif in (False, True):
        akun.refresh_from_db()
        akun.is_active = aktif
        simpan_akun(akun, oleh=pemeran["admin"], versi=akun.versi)
        assert mati(tautan)


def test_tidak_dibuat_bagi_akun_yang_dimatikan(akun, pemeran, client):
    Pengguna.objects.filter(pk=akun.pk).update(is_active=False)
    akun.refresh_from_db()
    with tak_berubah(), pytest.raises(HakKurang, match="tidak dapat masuk"):
        buat_tautan(akun, oleh=pemeran["admin"])
    client.force_login(pemeran["admin"])
    assert "Buat tautan sandi" not in client.get(f"/pemda/kota-pasuruan/akun/{akun.pk}/").text


@pytest.mark.parametrize("uid", ["MQ", "bukan-uid", "OTk5OTk5", "Njk5OTk5OTk5OTk5OTk5OTk5OTk5OTk5"])
@pytest.mark.parametrize("kunci", ["abc-123", "set-password", "x"])
def test_tautan_karangan(uid, kunci, pemeran):
    assert mati(f"/sandi/{uid}/{kunci}/")


def test_tautan_akun_lain_tidak_berlaku(tautan, pemeran):
    lain = buat_tautan(pemeran["perencana"], oleh=pemeran["admin"])
    uid = lain.split("/")[2]
    assert mati(f"/sandi/{uid}/{token(tautan)}/")


SANDI_SALAH = {
    ("pendek-1", None): "Kata sandi terlalu pendek. Harus mengandung setidaknya 12 karakter.",
    ("930174620581734", None): "Kata sandi ini seluruhnya terdiri dari angka.",
    ("1qaz2wsx3edc", None): "Kata sandi ini terlalu umum.",
    ("uji-operator-1", None): "Kata sandi terlalu mirip dengan nama pengguna.",
    ("empat-kuda-biru", "empat-kuda-hijau"): "Kedua kata sandi berbeda. Ketik ulang keduanya.",
    ("", None): "tidak boleh kosong",
}


@pytest.mark.parametrize(("sandi", "pesan"), SANDI_SALAH.items(), ids=str)
def test_kata_sandi_yang_lemah_dijelaskan(sandi, pesan, akun, tautan):
    with tak_berubah():
        jawaban = pakai(tautan, *sandi)
    assert jawaban.status_code == 200
    (galat,) = {g for semua in jawaban.context["form"].errors.values() for g in semua}
    assert pesan in galat
    assert galat in jawaban.text.replace("&quot;", '"')
    assert not sandi[0] or sandi[0] not in jawaban.text


def test_membuat_tautan_mengakhiri_sesi(akun, pemeran):
    beri_sandi(akun)
    client = masuk(akun)
    jejak = JejakBaru()
    buat_tautan(akun, oleh=pemeran["admin"])
    assert not masih_masuk(client)
    assert (jejak.satu().aksi, jejak.satu().pengguna) == (Aksi.TAUTAN_DIBUAT, pemeran["admin"])


def test_admin_melihat_tautan_sekali(akun, pemeran, client):
    client.force_login(pemeran["admin"])
    jawaban = client.post(f"/pemda/kota-pasuruan/akun/{akun.pk}/tautan/")
    (tautan,) = [kata for kata in jawaban.text.split('"') if "/sandi/" in kata]
    assert tautan.startswith("http://testserver/sandi/")
    assert jawaban["Cache-Control"] == "private, no-store"
    for alamat in (f"akun/{akun.pk}/", "akun/", "unit/"):
        halaman = client.get(f"/pemda/kota-pasuruan/{alamat}").text
        assert "/sandi/" not in halaman
        assert token(tautan) not in halaman
    assert pakai(tautan.removeprefix("http://testserver"))["Location"] == "/masuk/"


def test_yang_bukan_admin_tidak_mendapat_tautan(akun, pemeran, client):
    for nama, orang in pemeran.orang.items():
        client.force_login(orang)
        jawaban = client.post(f"/pemda/kota-pasuruan/akun/{akun.pk}/tautan/")
        assert ('value="http://testserver/sandi/' in jawaban.text) == (nama == "admin")


def test_token_tidak_ada_di_jejak_dan_log(akun, pemeran, client, caplog):
    caplog.set_level(logging.DEBUG)
    client.force_login(pemeran["admin"])
    jawaban = client.post(f"/pemda/kota-pasuruan/akun/{akun.pk}/tautan/")
    (tautan,) = [kata for kata in jawaban.text.split('"') if "/sandi/" in kata]
    pakai(tautan.removeprefix("http://testserver"))
    rahasia = (token(tautan), SANDI_BARU, Pengguna.objects.get(pk=akun.pk).password)
    jejak = "\n".join(map(str, CatatanJejak.objects.values_list()))
    log = "\n".join(f"{r.getMessage()} {r.__dict__}" for r in caplog.records)
    assert "/sandi/" in log
    assert [r for r in rahasia if r in jejak or r in log] == []


def test_admin_tidak_pernah_mengetik_kata_sandi_orang(pemeran, client):
    client.force_login(pemeran["admin"])
    for alamat in ("akun/baru/", f"akun/{pemeran['operator'].pk}/"):
        assert 'type="password"' not in client.get(f"/pemda/kota-pasuruan/{alamat}").text
