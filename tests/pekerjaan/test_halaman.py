"""The pages tell the truth about a job, to its owner alone."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from sakip.lib import waktu
from sakip.pekerjaan.models import Pekerja, Pekerjaan
from sakip.pekerjaan.queries import pekerja_hidup, pekerjaan_macet
from sakip.pekerjaan.services.antre import antrekan
from sakip.pekerjaan.services.giliran import (
    ambil,
    berdenyut,
    gagalkan,
    lapor,
    tuntaskan,
)

pytestmark = pytest.mark.usefixtures("jenis_uji")

DAFTAR = "/pekerjaan/"
ADMIN = "Tidak ada pekerja yang berjalan di server; sampaikan kepada admin."
AMAN, BAHAYA = "/unit/pasuruan/", "https://jahat.example/"


@pytest.fixture
def masuk(client, pemeran):
    client.force_login(pemeran["perencana"])
    return client


@pytest.fixture
def antre(pemeran):
    def masukkan(kunci: str = "a") -> Pekerjaan:
        return antrekan(
            "uji.aman", oleh=pemeran["perencana"], unit=pemeran.unit, argumen={"kunci": kunci}
        )

    return masukkan


def rincian(pekerjaan: Pekerjaan) -> str:
    return reverse("pekerjaan:rincian", args=[pekerjaan.pk])


def berhenti_berdenyut() -> None:
    Pekerja.objects.update(denyut=waktu.sekarang() - timedelta(seconds=31))


def jalankan(pekerjaan: Pekerjaan, sampai: str) -> None:
    """Bring a waiting job into a state, as workers would."""
    if sampai == "tanpa pekerja":
        return
    pekerja = berdenyut("satu", mesin="uji", pid=1)
    if sampai == "menunggu":
        return
    diambil = ambil(pekerja)
    assert diambil == pekerjaan
    lapor(diambil, 50, "Menyusun bab 3")
    if sampai.startswith("terhenti"):
        berhenti_berdenyut()
        if sampai == "terhenti, ada pekerja":
            berdenyut("dua", mesin="uji", pid=2)
    if sampai == "selesai":
        tuntaskan(diambil, {"alamat": AMAN, "sebutan": "Buka laporan"})
    if sampai == "gagal":
        gagalkan(diambil, "Renstra belum disahkan.")


KEADAAN = {
    "tanpa pekerja": ("Menunggu pekerja", ADMIN, "0%"),
    "menunggu": ("Menunggu giliran", "", "0%"),
    "berjalan": ("Berjalan", "Menyusun bab 3", "50%"),
    "terhenti": ("Terhenti, menunggu pekerja", ADMIN, "50%"),
    "terhenti, ada pekerja": (
        "Terhenti", "Pekerjanya terhenti; sebentar lagi pekerja lain mengurusnya.", "50%",
    ),
    "selesai": ("Selesai", "", ""),
    "gagal": ("Gagal", "Renstra belum disahkan.", ""),
}  # fmt: skip


@pytest.mark.parametrize("sampai", KEADAAN)
def test_keadaan_dalam_kata(sampai, masuk, antre):
    pekerjaan = antre()
    jalankan(pekerjaan, sampai)
    status, keterangan, persen = KEADAAN[sampai]
    (di_daftar,) = masuk.get(DAFTAR).context["daftar"]
    jawaban = masuk.get(rincian(pekerjaan))
    isi = jawaban.content.decode()
    for milik in (di_daftar, jawaban.context["milik"]):
        assert (milik.status, milik.keterangan) == (status, keterangan)
    assert f">{status}</span>" in isi
    assert keterangan in isi
    assert (f"<span>{persen}</span>" in isi) == bool(persen)
    assert ("<progress" in isi) == bool(persen)
    assert ("Mulai lagi</button>" in isi) == (sampai == "gagal")
    assert (f'href="{AMAN}">Buka laporan</a>' in isi) == (sampai == "selesai")


@pytest.mark.parametrize("sampai", KEADAAN)
def test_memperbarui_sendiri_hanya_bila_diminta(sampai, masuk, antre):
    pekerjaan = antre()
    jalankan(pekerjaan, sampai)
    belum_usai = sampai not in {"selesai", "gagal"}
    biasa, otomatis = masuk.get(rincian(pekerjaan)), masuk.get(rincian(pekerjaan) + "?otomatis=ya")
    assert "Refresh" not in biasa
    assert otomatis.headers.get("Refresh") == ("5" if belum_usai else None)
    berhenti = "Berhenti memperbarui otomatis" in otomatis.content.decode()
    assert berhenti == belum_usai


@pytest.mark.parametrize(
    "alamat", [BAHAYA, "//jahat.example/", "/\\jahat.example/", "javascript:alert(1)", "", None, 7]
)
def test_hasil_tidak_menautkan_ke_luar(alamat, masuk, antre):
    antre()
    diambil = ambil(berdenyut("satu", mesin="uji", pid=1))
    tuntaskan(diambil, {"alamat": alamat})
    jawaban = masuk.get(rincian(diambil))
    assert jawaban.context["milik"].alamat_hasil == ""
    assert "Buka hasilnya" not in jawaban.content.decode()


def test_pekerjaan_orang_lain_tidak_ada(client, pemeran, antre):
    pekerjaan = antre()
    jalankan(pekerjaan, "gagal")
    alamat, ulang = rincian(pekerjaan), reverse("pekerjaan:mulai-lagi", args=[pekerjaan.pk])
    hasil = {}
    for nama, orang in pemeran.orang.items():
        client.force_login(orang)
        banyaknya = len(client.get(DAFTAR).context["daftar"])
        hasil[nama] = (banyaknya, client.get(alamat).status_code)
        if nama != "perencana":
            assert client.post(ulang).status_code == 404
    assert hasil == {**dict.fromkeys(pemeran.orang, (0, 404)), "perencana": (1, 200)}
    assert Pekerjaan.objects.count() == 1


def test_mulai_lagi_menjadi_pekerjaan_baru(masuk, antre):
    pekerjaan = antre()
    jalankan(pekerjaan, "gagal")
    jawaban = masuk.post(reverse("pekerjaan:mulai-lagi", args=[pekerjaan.pk]))
    baru = Pekerjaan.objects.latest("pk")
    assert baru != pekerjaan
    assert jawaban["Location"] == rincian(baru)
    assert masuk.get(rincian(baru)).context["milik"].status == "Menunggu giliran"


@pytest.mark.parametrize(("sampai", "pesan"), [("berjalan", "berjalan"), ("selesai", "selesai")])
def test_mulai_lagi_yang_tidak_gagal(sampai, pesan, masuk, antre):
    pekerjaan = antre()
    jalankan(pekerjaan, sampai)
    alamat = reverse("pekerjaan:mulai-lagi", args=[pekerjaan.pk])
    isi = masuk.post(alamat, follow=True).content.decode()
    assert f"Pekerjaan ini {pesan}, sehingga tidak perlu dimulai lagi." in isi
    assert Pekerjaan.objects.count() == 1


def test_mulai_lagi_saat_antrean_penuh(masuk, antre, settings):
    pekerjaan = antre()
    jalankan(pekerjaan, "gagal")
    antre("b")
    settings.PEKERJAAN_ANTRE_TERBANYAK = 1
    alamat = reverse("pekerjaan:mulai-lagi", args=[pekerjaan.pk])
    assert "Anda masih mempunyai 1 pekerjaan" in masuk.post(alamat, follow=True).content.decode()


def test_daftar_kosong(masuk):
    assert "Belum ada pekerjaan" in masuk.get(DAFTAR).content.decode()


@pytest.mark.parametrize("banyaknya", [1, 3])
def test_banyaknya_kueri_tetap(banyaknya, masuk, antre):
    def kueri() -> int:
        with CaptureQueriesContext(connection) as semua:
            assert len(masuk.get(DAFTAR).context["daftar"]) == Pekerjaan.objects.count()
        return len(semua)

    antre("semula")
    jalankan(Pekerjaan.objects.get(), "berjalan")
    semula = kueri()
    for nomor in range(banyaknya):
        antre(str(nomor))
    ambil(Pekerja.objects.get())
    assert kueri() == semula


def test_waktu_setempat_dan_lamanya(masuk, antre):
    pekerjaan = antre()
    jalankan(pekerjaan, "selesai")
    saat = waktu.sekarang()
    Pekerjaan.objects.update(
        mulai=saat.replace(hour=1, minute=0, second=0),
        selesai=saat.replace(hour=1, minute=2, second=5),
    )
    milik = masuk.get(rincian(pekerjaan)).context["milik"]
    assert milik.waktu.endswith(" pukul 08.02 WIB, setelah 2 menit 5 detik")


def test_pekerja_hidup(db):
    assert not pekerja_hidup()
    berdenyut("satu", mesin="uji", pid=1)
    assert pekerja_hidup()
    berhenti_berdenyut()
    assert not pekerja_hidup()


def test_pekerjaan_macet(antre, settings):
    """Held by the dead, or waiting too long; one that runs or has just come is neither."""
    terhenti, berjalan, lama, _baru = (antre(kunci) for kunci in "abcd")
    ambil(berdenyut("satu", mesin="uji", pid=1))
    berhenti_berdenyut()
    assert ambil(berdenyut("dua", mesin="uji", pid=2)) == berjalan
    assert list(pekerjaan_macet()) == [terhenti]
    Pekerjaan.objects.filter(pk=lama.pk).update(dibuat=waktu.sekarang() - timedelta(minutes=16))
    assert set(pekerjaan_macet()) == {terhenti, lama}
