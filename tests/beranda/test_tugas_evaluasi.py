"""Tugas saya of the worksheet: the stage that is next, for whoever's turn it is."""

import pytest
from django.urls import reverse

from evaluasi.services.lembar import buka_kembali_tahap, mulai_tahap
from sakip.organisasi.models import Jendela
from tests.evaluasi.alat_lembar import UNIT, sebagai
from tests.evaluasi.pabrik import (
    TAHUN_KINERJA,
    Orang,
    lembar_baru,
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


def test_tenggatnya_menurut_jendela(pasuruan, orang):
    lembar_baru(pasuruan, orang)
    halaman = sebagai(orang.unit).get(reverse("beranda:tugas", args=[UNIT, TAHUN_KINERJA]))
    (milik,) = [t for k in halaman.context["kelompok"] for t in k.tugas if k.kunci == "evaluasi"]
    jendela = Jendela.objects.get(jenis="evaluasi", pemda=pasuruan.pemda, tahun=TAHUN_KINERJA)
    assert (milik.tempo.kunci, milik.tempo.tenggat, milik.tempo.terkunci) == (
        "lke/mandiri", jendela.tenggat, False,
    )  # fmt: skip
