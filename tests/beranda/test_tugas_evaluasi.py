"""Tugas saya of the worksheet: the stage that is next, for whoever's turn it is."""

from datetime import timedelta

import pytest
from django.urls import reverse

from evaluasi.services.lembar import buka_kembali_tahap, mulai_tahap
from sakip.beranda.tugas import bahan_setiap_orang, ingatan_tugas
from sakip.lib import waktu
from sakip.organisasi.models import Jendela, Pengecualian
from tests.evaluasi.alat_lembar import UNIT, sebagai
from tests.evaluasi.pabrik import (
    TAHUN_KINERJA,
    Orang,
    buka_jendela,
    instrumen_nasional,
    lembar_baru,
    lhe_kertas,
    selesai_evaluasi,
    selesai_mandiri,
    tahap,
)


@pytest.fixture
def orang(pemeran) -> Orang:
    return Orang(unit=pemeran["perencana"], inspektorat=pemeran["inspektorat"])


def tugas(siapa) -> list[tuple[str, str, str, str]]:
    halaman = sebagai(siapa).get(reverse("beranda:tugas", args=[UNIT, TAHUN_KINERJA]))
    return [
        (t.nama, t.ket, t.status.kata, t.alamat)
        for k in halaman.context["kelompok"]
        for t in k.tugas
        if k.kunci == "evaluasi"
    ]


def test_giliran_berpindah_menurut_tahap(pasuruan, orang, pemeran):
    lembar = lembar_baru(pasuruan, orang)
    alamat = reverse("evaluasi:lembar", args=[UNIT, TAHUN_KINERJA])
    assert tugas(orang.unit) == [
        (
            "Mulai penilaian mandiri 2023", "evaluasi 2024 · 0 dari 80 kriteria dijawab",
            "giliran Anda", f"{alamat}#tahap-mandiri",
        )
    ]  # fmt: skip
    assert tugas(orang.inspektorat) == tugas(pemeran["pimpinan"]) == []
    selesai_mandiri(lembar, orang)
    assert tugas(orang.unit) == []
    ((nama, ket, *_),) = tugas(orang.inspektorat)
    assert nama == "Mulai evaluasi inspektorat 2023"
    assert ket.endswith("0 dari 12 sub-komponen dinilai")
    mulai_tahap(tahap(lembar, "evaluator"), oleh=orang.inspektorat)
    assert tugas(orang.inspektorat)[0][0] == "Isi dan selesaikan evaluasi inspektorat 2023"


def test_yang_dibuka_kembali_dengan_alasannya(pasuruan, orang):
    lembar = lembar_baru(pasuruan, orang)
    bagian = selesai_mandiri(lembar, orang)
    buka_kembali_tahap(bagian, oleh=orang.inspektorat, alasan="Bukti 1.a belum ada.")
    ((nama, ket, kata, _),) = tugas(orang.unit)
    assert (nama, kata) == ("Isi dan selesaikan penilaian mandiri 2023", "giliran Anda")
    assert ket.endswith("dibuka kembali: “Bukti 1.a belum ada.”")
    Jendela.objects.filter(jenis="evaluasi").delete()
    assert tugas(orang.unit)[0][2] == "jendela evaluasi tertutup"


def test_tanpa_lembar_dan_setelah_selesai_tidak_ada(pasuruan, orang):
    assert tugas(orang.unit) == tugas(orang.inspektorat) == []
    lembar = lembar_baru(pasuruan, orang)
    selesai_mandiri(lembar, orang)
    selesai_evaluasi(lembar, orang)
    assert tugas(orang.unit) == tugas(orang.inspektorat) == []


def test_inspektorat_diminta_membuka_lke(pasuruan, orang, pemeran):
    """While the window is open, of a unit with neither worksheet nor an LHE from paper."""
    buka_jendela(pasuruan)
    alamat = reverse("evaluasi:lembar", args=[UNIT, TAHUN_KINERJA])
    ((nama, ket, kata, tujuan),) = tugas(orang.inspektorat)
    assert (nama, kata, tujuan) == ("Buka LKE 2023", "giliran Anda", alamat)
    assert ket.startswith("jendela evaluasi terbuka · tenggat 01 Januari 2099")
    instrumen_nasional()
    halaman = sebagai(orang.inspektorat).get(tujuan).text
    assert "Buka lembar kerja atas kinerja 2023" in halaman
    assert tugas(orang.unit) == tugas(pemeran["bagian_organisasi"]) == []
    lhe_kertas(pasuruan, orang)
    assert tugas(orang.inspektorat) == []


def test_tanpa_jendela_terbuka_lke_tidak_diminta(pasuruan, orang):
    buka_jendela(pasuruan)
    milik = Jendela.objects.get(jenis="evaluasi", pemda=pasuruan.pemda, tahun=TAHUN_KINERJA)
    atur(milik, tenggat=-2, kunci=-1)
    assert tugas(orang.inspektorat) == []
    kecualikan(milik, pasuruan, orang, 5)
    assert tugas(orang.inspektorat)[0][0] == "Buka LKE 2023"


def test_pengecualian_menggeser_tenggat(pasuruan, orang):
    lembar_baru(pasuruan, orang)
    milik = Jendela.objects.get(jenis="evaluasi", pemda=pasuruan.pemda, tahun=TAHUN_KINERJA)
    atur(milik, tenggat=-2, kunci=-1)
    assert tempo(orang.unit).terkunci
    pengecualian = kecualikan(milik, pasuruan, orang, 5)
    hasil = tempo(orang.unit)
    assert (hasil.tenggat, hasil.terkunci) == (pengecualian.sampai, False)


def test_sebelum_dibuka_tidak_terkunci(pasuruan, orang):
    lembar_baru(pasuruan, orang)
    milik = Jendela.objects.get(jenis="evaluasi", pemda=pasuruan.pemda, tahun=TAHUN_KINERJA)
    atur(milik, buka=1, tenggat=2, kunci=3)
    assert not tempo(orang.unit).terkunci


def test_pemantau_menuju_lke(pasuruan, orang, pemeran):
    lembar_baru(pasuruan, orang)
    milik = Jendela.objects.get(jenis="evaluasi", pemda=pasuruan.pemda, tahun=TAHUN_KINERJA)
    atur(milik, tenggat=-30, kunci=-20)
    (bahan,) = (
        satu
        for satu in bahan_setiap_orang(pasuruan, TAHUN_KINERJA)
        if satu.pengguna == pemeran["pimpinan"]
    )
    alamat = reverse("evaluasi:lembar", args=[UNIT, TAHUN_KINERJA])
    assert [
        (satu.ingatan.sendiri, satu.tugas.alamat)
        for satu in ingatan_tugas(bahan)
        if "lke/" in satu.ingatan.hal.kunci
    ] == [(False, f"{alamat}#tahap-mandiri")]


def atur(jendela: Jendela, *, tenggat: int, kunci: int, buka: int = -60) -> None:
    """Its moments in days from now."""
    saat = {
        nama: waktu.sekarang() + timedelta(days=hari)
        for nama, hari in (("buka", buka), ("tenggat", tenggat), ("kunci", kunci))
    }
    Jendela.objects.filter(pk=jendela.pk).update(**saat)


def kecualikan(jendela: Jendela, unit, orang: Orang, hari: int) -> Pengecualian:
    return Pengecualian.objects.create(
        jendela=jendela, unit=unit, sampai=waktu.sekarang() + timedelta(days=hari), alasan="Uji.",
        dibuka_oleh=orang.inspektorat,
    )  # fmt: skip


def tempo(siapa):
    halaman = sebagai(siapa).get(reverse("beranda:tugas", args=[UNIT, TAHUN_KINERJA]))
    (milik,) = [t for k in halaman.context["kelompok"] for t in k.tugas if k.kunci == "evaluasi"]
    return milik.tempo


def test_tenggatnya_menurut_jendela(pasuruan, orang):
    lembar_baru(pasuruan, orang)
    milik = tempo(orang.unit)
    jendela = Jendela.objects.get(jenis="evaluasi", pemda=pasuruan.pemda, tahun=TAHUN_KINERJA)
    assert (milik.kunci, milik.tenggat, milik.terkunci) == (
        "lke/mandiri", jendela.tenggat, False,
    )  # fmt: skip
