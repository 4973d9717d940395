from datetime import UTC, datetime
from decimal import Decimal

import pytest
from django.urls import reverse

from perencanaan.models import Pagu
from sakip.jejak.aksi import Aksi
from sakip.jejak.catat import SISTEM, beda, catat, potret
from sakip.jejak.models import CatatanJejak
from sakip.jejak.queries import riwayat
from sakip.lib import waktu
from sakip.organisasi.models import Pengguna, Unit
from sakip.web.permintaan import SEKARANG, Permintaan

SANDI = "contoh-sakip-2023"


@pytest.mark.parametrize(
    ("sebelum", "sesudah", "hasil"),
    [
        ({"a": 1, "b": 2}, {"a": 1, "b": 3}, ({"b": 2}, {"b": 3})),
        ({}, {"a": None, "b": 0}, ({}, {"b": 0})),
        ({"a": 1}, {}, ({"a": 1}, {})),
        ({"a": 1}, {"a": 1}, ({}, {})),
    ],
)
def test_beda_hanya_yang_berubah(sebelum, sesudah, hasil):
    assert beda(sebelum, sesudah) == hasil


def test_potret_tanpa_rahasia(pemeran):
    kolom = potret(pemeran["operator"])
    assert kolom["nama"] == "operator"
    assert "password" not in kolom


def test_catat_menyimpan_siapa_kapan_dari_mana(pemeran, monkeypatch):
    saat = datetime(2023, 12, 31, 18, 0, 0, 123456, tzinfo=UTC)
    monkeypatch.setattr(waktu, "sekarang", lambda: saat)
    penanda = SEKARANG.set(Permintaan("id-1", "10.0.0.9"))
    catat(
        Aksi.CONTOH_DIMUAT,
        pemeran.unit,
        oleh=pemeran["perencana"],
        sebelum={"nama": "lama", "kode": "x"},
        sesudah={"nama": "baru", "kode": "x"},
        alasan="sebab",
        unit_id=pemeran.unit.pk,
    )
    SEKARANG.reset(penanda)
    baris = riwayat(pemeran.unit).first()
    assert (baris.waktu, baris.pengguna, baris.pelaku) == (saat, pemeran["perencana"], "perencana")
    assert (baris.sebelum, baris.sesudah, baris.alasan) == (
        {"nama": "lama"},
        {"nama": "baru"},
        "sebab",
    )
    assert (baris.permintaan, baris.alamat, baris.unit) == ("id-1", "10.0.0.9", pemeran.unit)
    assert str(baris) == f"perencana memuat data contoh {pemeran.unit.nama}"


def test_catat_uang_dan_tanggal_sebagai_teks(pasuruan):
    pagu = Pagu.objects.order_by("-jumlah").first()
    catat(Aksi.CONTOH_DIMUAT, pagu, oleh=None, sesudah=potret(pagu))
    baris = riwayat(pagu).first()
    assert (Decimal(baris.sesudah["jumlah"]), baris.pelaku) == (pagu.jumlah, SISTEM)


def test_riwayat_terbaru_dahulu_dan_milik_objek_itu_saja(pemeran):
    for alasan in ("satu", "dua"):
        catat(Aksi.CONTOH_DIMUAT, pemeran.unit_lain, oleh=None, alasan=alasan)
    catat(Aksi.CONTOH_DIMUAT, pemeran.unit_luar, oleh=None, alasan="asing")
    assert [b.alasan for b in riwayat(pemeran.unit_lain)] == ["dua", "satu"]


def test_setiap_baris_contoh_punya_jejak(pasuruan):
    """The trail of the example is as long as the example."""
    from django.apps import apps  # noqa: PLC0415 -- only here

    from perencanaan.models import JenisBelanja  # noqa: PLC0415 -- only here

    banyaknya = sum(
        model.objects.count()
        for nama in ("organisasi", "perencanaan", "pengukuran", "pelaporan")
        for model in apps.get_app_config(nama).get_models()
        if model is not JenisBelanja  # the nomenclature comes with the installation
    )
    jejak = CatatanJejak.objects.filter(aksi=Aksi.CONTOH_DIMUAT)
    assert jejak.values("objek_jenis", "objek_id").distinct().count() == banyaknya
    assert riwayat(pasuruan).last().sesudah["nama"] == pasuruan.nama


def test_masuk_dan_keluar_tercatat(pasuruan, client):
    pengguna = Pengguna.objects.get(nama_pengguna="bidang")
    isian = {"username": "bidang", "password": "salah"}
    client.post(reverse("organisasi:masuk"), isian)
    jawaban = client.post(reverse("organisasi:masuk"), isian | {"password": SANDI})
    client.post(reverse("organisasi:keluar"))
    baris = [b for b in riwayat(pengguna) if b.aksi != Aksi.CONTOH_DIMUAT]
    assert [b.aksi for b in reversed(baris)] == [Aksi.MASUK_GAGAL, Aksi.MASUK, Aksi.KELUAR]
    assert [b.pengguna for b in reversed(baris)] == [None, pengguna, pengguna]
    assert baris[1].permintaan == jawaban["X-Request-ID"]
    assert baris[1].alamat == "127.0.0.1"


def test_nama_yang_tidak_dikenal_tidak_dicatat(pasuruan, client):
    sebelum = CatatanJejak.objects.count()
    client.post(reverse("organisasi:masuk"), {"username": SANDI, "password": "x"})
    assert CatatanJejak.objects.count() == sebelum


def test_get_tidak_menambah_jejak(pasuruan, client):
    client.force_login(Pengguna.objects.get(nama_pengguna="bidang"))
    sebelum = CatatanJejak.objects.count()
    client.get(reverse("beranda:tahun", kwargs={"kode": pasuruan.kode, "tahun": 2023}))
    assert CatatanJejak.objects.count() == sebelum
    assert Unit.objects.count() > 0
