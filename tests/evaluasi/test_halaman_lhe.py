"""The issued LHE as everybody of the unit reads it, and its draft as only the inspektorat does."""

from datetime import date

import pytest
from django.urls import reverse

from evaluasi.models import Komponen, Lhe, Rekomendasi
from evaluasi.services.lhe import catat_komponen, susun_lhe, terbitkan_lhe, ubah_lhe
from evaluasi.services.rekomendasi import Letak, rekomendasikan
from evaluasi.services.rekomendasi_draf import ubah_rekomendasi
from sakip.dokumen.telusur import telusuri
from tests.evaluasi.alat_lhe import alamat, banyak_kueri, sebagai
from tests.evaluasi.pabrik import (
    TANGGAL,
    instrumen_nasional,
    lembar_baru,
    lhe_draf,
    lhe_kertas,
    selesai_mandiri,
)


@pytest.fixture
def draf(pasuruan, orang, rekaman) -> Lhe:
    return rekaman.putar(draf_berisi, pasuruan, orang)


@pytest.fixture
def terbit(pasuruan, orang, rekaman) -> Lhe:
    return rekaman.putar(terbit_setelah_lalu, pasuruan, orang)


def draf_berisi(unit, orang) -> Lhe:
    """With a note and two recommendations."""
    lhe = lhe_draf(unit, orang)
    isi = {"ringkasan": "Sudah baik.", "penanda_nip": "1" * 18, "tembusan": "Wali Kota\nSekda"}
    ubah_lhe(lhe, isi, oleh=orang.inspektorat, versi=lhe.versi)
    komponen = list(lhe.lembar.instrumen.komponen.all())
    catat_komponen(lhe, komponen[0], oleh=orang.inspektorat, catatan="Tertata.", versi=1)
    letak = [Letak(komponen[0]), Letak(komponen[1], komponen[1].sub.first())]
    rekomendasikan(lhe, uraian="Menyusun SOP.", oleh=orang.inspektorat, letak=letak)
    rekomendasikan(lhe, uraian="Memantau.", oleh=orang.inspektorat)
    return lhe


def terbit_setelah_lalu(unit, orang) -> Lhe:
    """After the LHE of the year before, from paper and without scores of its komponen."""
    lalu = lhe_kertas(unit, orang, tahun_evaluasi=2023, tahun_kinerja=2022, tanggal=None)
    terbitkan_lhe(lalu, oleh=orang.inspektorat)
    draf = draf_berisi(unit, orang)
    terbitkan_lhe(draf, oleh=orang.inspektorat)
    return draf


def test_lhe_yang_terbit_terbaca(terbit, pemeran):
    jawaban = sebagai(pemeran["pembaca"]).get(alamat("lhe"))
    isi = jawaban.context["isi"]
    assert (str(isi.nilai), isi.lhe.predikat, isi.sebutan) == ("70,50", "BB", "Sangat Baik")
    komponen = [satu for satu in isi.baris if satu.sub is None]
    assert [(str(s.bobot), str(s.nilai)) for s in komponen] == [
        ("30,00", "23,10"), ("30,00", "20,10"), ("15,00", "13,05"), ("25,00", "14,25"),
    ]  # fmt: skip
    for kata in (
        "Evaluasi 2024 atas kinerja 2023",
        "700/1/2024",
        "02 Mei 2024",
        "Tertata.",
        "Sudah baik.",
        "Perencanaan Kinerja · 2.a Pengukuran kinerja telah dilakukan",
        "Inspektur Contoh",
        "11111111 111111 1 111",
        "<li>Sekda</li>",
        Lhe.objects.get(pk=terbit.pk).dokumen.sidik,
    ):
        assert kata in jawaban.text
    assert "lhe-draf" not in jawaban.text
    assert "penyusunan" not in jawaban.text


def test_angkanya_dapat_ditanya(terbit, pemeran):
    client = sebagai(pemeran["pembaca"])
    semua = {a.kunci: a for a in telusuri(client.get(alamat("lhe")).context["isi"])}
    assert len(semua) > 30
    bagian = client.get(alamat("lhe"), {"angka": f"lhe/{terbit.pk}/bagian/1"}).context["asal"]
    assert bagian.rujukan[0].rujukan.keterangan == "700/1/2024, 02 Mei 2024"
    naik = client.get(alamat("lhe"), {"angka": f"lhe/{terbit.pk}/naik"}).context["asal"]
    assert [str(satu.angka) for satu in naik.dari] == ["70,50", "75,51"]
    total = client.get(alamat("lhe"), {"angka": f"lhe/{terbit.pk}/nilai"}).context["asal"]
    assert [str(satu.angka) for satu in total.dari] == ["23,10", "20,10", "13,05", "14,25"]


def test_dibandingkan_dengan_tahun_lalu(terbit, pemeran):
    isi = sebagai(pemeran["pembaca"]).get(alamat("lhe")).context["isi"]
    assert (str(isi.lalu), str(isi.nilai_lalu), str(isi.naik)) == ("LHE 2023", "75,51", "-5,01")
    assert {(str(s.lalu), s.lalu.alasan) for s in isi.baris} == {
        ("-", "LHE yang dicatat tidak memuat nilai bagian ini.")
    }


def test_komponen_yang_sama_dibandingkan(terbit, pasuruan, orang, pemeran):
    tahun_berikut = lhe_kertas(pasuruan, orang, tahun_evaluasi=2025, tanggal=None)
    komponen = Komponen.objects.filter(instrumen=instrumen_nasional()).first()
    catat_komponen(tahun_berikut, komponen, oleh=orang.inspektorat, catatan="", nilai=24)
    terbitkan_lhe(tahun_berikut, oleh=orang.inspektorat)
    isi = sebagai(pemeran["pembaca"]).get(alamat("lhe")).context["isi"]
    assert [str(a) for a in (isi.baris[0].nilai, isi.baris[0].lalu)] == ["24,00", "23,10"]
    lama = sebagai(pemeran["pembaca"]).get(alamat("lhe"), {"versi": "1"})
    assert str(lama.context["isi"].nilai) == "70,50"
    assert not lama.context["digantikan"]  # of another year of evaluation


@pytest.mark.parametrize("siapa", ["perencana", "pimpinan", "bagian_organisasi", "pembaca"])
def test_draf_tidak_terlihat(siapa, draf, pemeran):
    client = sebagai(pemeran[siapa])
    jawaban = client.get(alamat("lhe"))
    assert "Belum ada LHE atas kinerja 2023" in jawaban.text
    assert "Inspektorat mengevaluasi dan menerbitkan LHE." in jawaban.text
    for kata in ("draf", "Draf", "70,50", "Menyusun SOP."):
        assert kata not in jawaban.text
    assert client.get(alamat("lhe-draf", draf.pk)).status_code == 403
    riwayat = ["pasuruan-bakesbangpol", 2023, "evaluasi.lhe", draf.pk]
    assert client.get(reverse("beranda:riwayat", args=riwayat)).status_code == 404
    with pytest.raises(Lhe.DoesNotExist):
        Lhe.objects.untuk(pemeran[siapa]).get(pk=draf.pk)


def test_inspektorat_melihat_drafnya(draf, orang):
    jawaban = sebagai(orang.inspektorat).get(alamat("lhe"))
    assert "Lanjutkan draf LHE 2024" in jawaban.text
    assert alamat("lhe-draf", draf.pk) in jawaban.text


def test_rangkap_diberi_tahu_sebabnya(pasuruan, orang, pemeran):
    """An auditor who works in the unit too reads why there is no button."""
    pemeran["inspektorat"].penugasan.create(peran="perencana", unit=pasuruan, dari=date(2023, 1, 1))
    client = sebagai(pemeran["inspektorat"])
    assert "Minta rekan lain di inspektorat." in client.get(alamat("lhe")).text
    assert client.get(alamat("lhe-catat")).status_code == 403


def test_tanpa_lembar_kerja(pasuruan, orang, pemeran):
    kata = sebagai(pemeran["perencana"]).get(alamat("lhe")).text
    assert "Evaluasi atas kinerja 2023 belum dimulai." in kata
    inspektorat = sebagai(orang.inspektorat).get(alamat("lhe"))
    assert "LKE atas kinerja 2023 belum dibuka." in inspektorat.text
    assert "Catat dari kertas" in inspektorat.text
    lembar = lembar_baru(pasuruan, orang)
    assert (
        "yang mengerjakannya Bakesbangpol" in sebagai(pemeran["perencana"]).get(alamat("lhe")).text
    )
    selesai_mandiri(lembar, orang)
    assert "sudah selesai menilai sendiri" in sebagai(pemeran["perencana"]).get(alamat("lhe")).text
    assert (
        "belum dimulai. Selesaikan tahap itu" in sebagai(orang.inspektorat).get(alamat("lhe")).text
    )


@pytest.mark.parametrize("tahun", [2024, 2026])
def test_tahun_tanpa_evaluasi(tahun, pasuruan, pemeran):
    jawaban = sebagai(pemeran["pembaca"]).get(alamat("lhe", tahun=tahun))
    assert f"Belum ada LHE atas kinerja {tahun}" in jawaban.text


def test_versi_yang_tidak_ada(terbit, pemeran):
    client = sebagai(pemeran["pembaca"])
    for versi in ("0", "2", "99999", "x", "1.5"):
        assert client.get(alamat("lhe"), {"versi": versi}).status_code == 404, versi


def test_yang_digantikan_tetap_terbaca(terbit, orang, pemeran):
    baru = susun_lhe(terbit.lembar, oleh=orang.inspektorat, alasan="Salah nomor.")
    isi = {"nomor": "700/2/2024", "tanggal": TANGGAL}
    ubah_lhe(baru, isi, oleh=orang.inspektorat, versi=baru.versi)
    terbitkan_lhe(baru, oleh=orang.inspektorat)
    client = sebagai(pemeran["perencana"])
    kini, lama = client.get(alamat("lhe")), client.get(alamat("lhe"), {"versi": "1"})
    assert "Alasannya: Salah nomor." in kini.text
    assert "700/2/2024" in kini.text
    assert "LHE ini sudah digantikan." in lama.text
    assert "700/1/2024" in lama.text
    pokok = Rekomendasi.objects.berlaku().get(uraian="Menyusun SOP.")
    tautan = reverse("evaluasi:rekomendasi-satu", args=["pasuruan-bakesbangpol", 2023, pokok.pk])
    assert tautan in kini.text
    assert tautan not in lama.text
    assert lama.text.count("Menyusun SOP.") == 1


def test_riwayat_unit_tanpa_isi_draf(draf, orang, pemeran):
    """Who worked on the draft and when, but how it read then is the inspektorat's own."""
    milik = draf.rekomendasi.get(uraian="Memantau.")
    ubah_rekomendasi(
        milik, uraian="Memantau berkala.", letak=(), berulang_dari=None, oleh=orang.inspektorat,
        versi=milik.versi,
    )  # fmt: skip
    ubah_lhe(draf, {"ringkasan": "Lebih baik."}, oleh=orang.inspektorat, versi=draf.versi)
    terbitkan_lhe(draf, oleh=orang.inspektorat)
    for jenis, pk, lama in (
        ("evaluasi.rekomendasi", milik.pk, "<del>Memantau.</del>"),
        ("evaluasi.lhe", draf.pk, "<del>Sudah baik.</del>"),
    ):
        tujuan = reverse("beranda:riwayat", args=["pasuruan-bakesbangpol", 2023, jenis, pk])
        for siapa in ("perencana", "bagian_organisasi"):
            unit = sebagai(pemeran[siapa]).get(tujuan)
            assert "mengubah" in unit.text
            assert lama not in unit.text
        assert lama in sebagai(orang.inspektorat).get(tujuan).text


def test_kertas_tanpa_nilai(pasuruan, orang, pemeran):
    lhe = lhe_kertas(pasuruan, orang, nilai=None, tanggal=None, nomor="")
    terbitkan_lhe(lhe, oleh=orang.inspektorat)
    jawaban = sebagai(pemeran["pembaca"]).get(alamat("lhe"))
    isi = jawaban.context["isi"]
    assert (str(isi.nilai), isi.nilai.alasan) == ("-", "LHE yang dicatat tidak memuat nilainya.")
    for kata in ("Tanpa nomor", "dicatat dari kertas tanpa nilai per komponen"):
        assert kata in jawaban.text
    assert "tidak memuat rekomendasi" in jawaban.text


def test_kueri_tetap(terbit, orang, pemeran):
    client = sebagai(pemeran["perencana"])
    satu = banyak_kueri(client, alamat("lhe"))
    baru = susun_lhe(terbit.lembar, oleh=orang.inspektorat, alasan="Ditambah.")
    for ke in range(4):
        letak = [Letak(satu) for satu in terbit.lembar.instrumen.komponen.all()]
        rekomendasikan(baru, uraian=f"Tambahan {ke}.", oleh=orang.inspektorat, letak=letak)
    inspektorat = sebagai(orang.inspektorat)
    draf = banyak_kueri(inspektorat, alamat("lhe-draf", baru.pk))
    for ke in range(4):
        rekomendasikan(baru, uraian=f"Lagi {ke}.", oleh=orang.inspektorat, letak=letak)
    assert banyak_kueri(inspektorat, alamat("lhe-draf", baru.pk)) == draf
    isi = {"nomor": "700/2/2024", "tanggal": TANGGAL}
    ubah_lhe(baru, isi, oleh=orang.inspektorat, versi=baru.versi)
    terbitkan_lhe(baru, oleh=orang.inspektorat)
    assert banyak_kueri(client, alamat("lhe")) == satu
