"""LHE: drafted from the worksheet or recorded from paper, issued once, frozen then."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError

from evaluasi.models import CatatanKomponen, Komponen, LembarKerja, Lhe, Rekomendasi, SubKomponen
from evaluasi.services.lembar import buka_kembali_tahap
from evaluasi.services.lhe import catat_komponen, catat_lhe, susun_lhe, terbitkan_lhe, ubah_lhe
from evaluasi.services.rekomendasi import Letak, rekomendasikan
from sakip.dokumen.models import DokumenTerbit
from sakip.dokumen.verifikasi import periksa_dokumen
from sakip.lib.transisi import DidahuluiOrangLain, HakKurang, KeadaanSalah
from sakip.web.versi import SudahBerubah
from tests.evaluasi.pabrik import (
    TANGGAL,
    beri_nilai,
    instrumen_nasional,
    lembar_baru,
    lhe_draf,
    lhe_kertas,
    nilai,
    sub_dari,
    tahap,
)


@pytest.fixture
def draf(pasuruan, orang, rekaman) -> Lhe:
    return rekaman.putar(lhe_draf, pasuruan, orang)


def test_draf_dari_lembar_kerja(draf):
    assert (draf.nilai, draf.predikat, draf.ke, draf.status) == (Decimal("70.5"), "BB", 1, "draf")
    komponen = CatatanKomponen.objects.filter(lhe=draf, sub=None)
    assert [satu.nilai for satu in komponen] == [
        Decimal("23.1"), Decimal("20.1"), Decimal("13.05"), Decimal("14.25"),
    ]  # fmt: skip
    assert draf.catatan.exclude(sub=None).count() == 12


def test_lhe_terbit_dibekukan(draf, pasuruan, orang):
    rekomendasikan(draf, uraian="Menyusun SOP.", oleh=orang.inspektorat)
    terbitkan_lhe(draf, oleh=orang.inspektorat)
    tersimpan = Lhe.objects.get(pk=draf.pk)
    dokumen = DokumenTerbit.objects.get(unit=pasuruan, jenis="lhe")
    assert (tersimpan.status, tersimpan.dokumen) == ("terbit", dokumen)
    assert (dokumen.tahun, dokumen.ke, dokumen.nomor) == (2024, 1, "700/1/2024")
    assert (dokumen.konteks["nilai"], dokumen.konteks["predikat"]) == ("70.5", "BB")
    assert (dokumen.konteks["tahun_evaluasi"], dokumen.konteks["tahun_kinerja"]) == (2024, 2023)
    assert [satu["uraian"] for satu in dokumen.konteks["rekomendasi"]] == ["Menyusun SOP."]
    assert periksa_dokumen(dokumen) == []


def test_lhe_terbit_tidak_berubah_lagi(draf, orang):
    terbitkan_lhe(draf, oleh=orang.inspektorat)
    oleh = orang.inspektorat
    komponen = draf.lembar.instrumen.komponen.first()
    for ubah in (
        lambda: ubah_lhe(draf, {"nomor": "lain"}, oleh=oleh, versi=draf.versi),
        lambda: catat_komponen(draf, komponen, oleh=oleh, catatan="lain", versi=1),
        lambda: rekomendasikan(draf, uraian="Lain.", oleh=oleh),
        lambda: terbitkan_lhe(draf, oleh=oleh),
        lambda: buka_kembali_tahap(tahap(draf.lembar, "evaluator"), oleh=oleh, alasan="Ubah."),
    ):
        with pytest.raises(KeadaanSalah, match="terbit"):
            ubah()
    assert Lhe.objects.get(pk=draf.pk).nomor == "700/1/2024"


@pytest.mark.parametrize(("kolom", "isi"), [("nomor", ""), ("tanggal", None)])
def test_lhe_dari_lembar_kerja_lengkap_sebelum_terbit(kolom, isi, draf, orang):
    ubah_lhe(draf, {kolom: isi}, oleh=orang.inspektorat, versi=draf.versi)
    with pytest.raises(ValidationError, match=f"Isi {kolom} LHE"):
        terbitkan_lhe(draf, oleh=orang.inspektorat)
    assert not DokumenTerbit.objects.filter(jenis="lhe").exists()


@pytest.mark.parametrize("peran", ["perencana", "pimpinan", "bagian_organisasi", "admin"])
def test_hanya_inspektorat_menyusun_lhe(peran, draf, pemeran):
    for ubah in (
        lambda oleh: susun_lhe(draf.lembar, oleh=oleh),
        lambda oleh: ubah_lhe(draf, {"nomor": "x"}, oleh=oleh, versi=draf.versi),
        lambda oleh: rekomendasikan(draf, uraian="x", oleh=oleh),
        lambda oleh: terbitkan_lhe(draf, oleh=oleh),
    ):
        with pytest.raises(HakKurang):
            ubah(pemeran[peran])
    assert Lhe.objects.get(pk=draf.pk).status == "draf"


def test_nilai_yang_berubah_disusun_ulang(draf, orang):
    evaluator = tahap(draf.lembar, "evaluator")
    buka_kembali_tahap(evaluator, oleh=orang.inspektorat, alasan="Bukti baru.")
    beri_nilai(
        evaluator,
        sub_dari(draf.lembar)[0],
        oleh=orang.inspektorat,
        pilihan=nilai(draf.lembar, "AA"),
        catatan="Bukti baru.",
        versi=1,
    )
    with pytest.raises(KeadaanSalah, match="Selesaikan lebih dahulu"):
        terbitkan_lhe(draf, oleh=orang.inspektorat)
    type(evaluator).objects.filter(pk=evaluator.pk).update(status="selesai")
    with pytest.raises(KeadaanSalah, match="sudah berubah"):
        terbitkan_lhe(Lhe.objects.get(pk=draf.pk), oleh=orang.inspektorat)
    baru = susun_lhe(LembarKerja.objects.get(pk=draf.lembar_id), oleh=orang.inspektorat)
    assert (baru.pk, baru.nilai) == (draf.pk, Decimal("71.1"))
    terbitkan_lhe(baru, oleh=orang.inspektorat)


def test_nilai_sub_yang_berubah_ketahuan_walau_jumlahnya_sama(draf, orang):
    """Two sub-komponen of one weight change places: the total stays, the table would not be true."""
    evaluator = tahap(draf.lembar, "evaluator")
    satu, dua = (
        next(s for s in sub_dari(draf.lembar) if s.kode == kode) for kode in ("1.a", "2.a")
    )
    assert satu.bobot == dua.bobot
    buka_kembali_tahap(evaluator, oleh=orang.inspektorat, alasan="Tertukar.")
    for sub, kode in ((satu, "BB"), (dua, "A")):
        beri_nilai(
            evaluator, sub, oleh=orang.inspektorat, pilihan=nilai(draf.lembar, kode),
            catatan="Tertukar.", versi=1,
        )  # fmt: skip
    type(evaluator).objects.filter(pk=evaluator.pk).update(status="selesai")
    with pytest.raises(KeadaanSalah, match="sudah berubah"):
        terbitkan_lhe(Lhe.objects.get(pk=draf.pk), oleh=orang.inspektorat)


def test_pengganti_menilai_tahun_yang_sama(pasuruan, orang):
    lhe = lhe_kertas(pasuruan, orang)
    terbitkan_lhe(lhe, oleh=orang.inspektorat)
    with pytest.raises(ValidationError, match="menilai kinerja 2023"):
        catat_lhe(
            unit=pasuruan, tahun_evaluasi=lhe.tahun_evaluasi, tahun_kinerja=2024,
            oleh=orang.inspektorat, alasan="Salah tahun.",
        )  # fmt: skip
    assert Lhe.objects.count() == 1


def test_yang_dibaca_lama_tidak_terbit(draf, orang):
    lama = Lhe.objects.get(pk=draf.pk)
    ubah_lhe(draf, {"ringkasan": "Baik."}, oleh=orang.inspektorat, versi=draf.versi)
    with pytest.raises(DidahuluiOrangLain):
        terbitkan_lhe(lama, oleh=orang.inspektorat)
    with pytest.raises(SudahBerubah):
        ubah_lhe(lama, {"ringkasan": "Lain."}, oleh=orang.inspektorat, versi=lama.versi)


def test_pengganti_beralasan(draf, orang):
    terbitkan_lhe(draf, oleh=orang.inspektorat)
    with pytest.raises(ValidationError, match="alasan mengganti"):
        susun_lhe(draf.lembar, oleh=orang.inspektorat)
    baru = susun_lhe(draf.lembar, oleh=orang.inspektorat, alasan="Salah nomor.")
    isi = {"nomor": "700/2/2024", "tanggal": TANGGAL}
    ubah_lhe(baru, isi, oleh=orang.inspektorat, versi=baru.versi)
    terbitkan_lhe(baru, oleh=orang.inspektorat)
    semua = DokumenTerbit.objects.filter(jenis="lhe").order_by("ke")
    assert [(satu.ke, satu.nomor, satu.alasan) for satu in semua] == [
        (1, "700/1/2024", ""), (2, "700/2/2024", "Salah nomor."),
    ]  # fmt: skip


def test_lembar_kerja_yang_belum_dievaluasi_tanpa_lhe(pasuruan, orang):
    with pytest.raises(KeadaanSalah, match="belum selesai"):
        susun_lhe(lembar_baru(pasuruan, orang), oleh=orang.inspektorat)


@pytest.mark.parametrize(
    "beda", [{}, {"nilai": None}, {"tanggal": None}, {"nilai": None, "tanggal": None, "nomor": ""}]
)
def test_lhe_dari_kertas_boleh_kurang(beda, pasuruan, orang):
    lhe = lhe_kertas(pasuruan, orang, **beda)
    terbitkan_lhe(lhe, oleh=orang.inspektorat)
    konteks = DokumenTerbit.objects.get(jenis="lhe").konteks
    assert konteks["nilai"] == (None if "nilai" in beda else "75.51")
    assert konteks["tanggal"] == (None if "tanggal" in beda else "2024-05-02")


def test_catatan_dan_nilai_kertas(pasuruan, orang):
    lhe = lhe_kertas(pasuruan, orang)
    sub = SubKomponen.objects.filter(komponen__instrumen=instrumen_nasional()).first()
    isi = {"oleh": orang.inspektorat, "catatan": "Pedoman ada."}
    catat_komponen(lhe, sub.komponen, sub=sub, nilai=Decimal(5), **isi)
    catat_komponen(lhe, sub.komponen, **isi)
    assert sorted((str(c.nilai), c.sub_id) for c in lhe.catatan.exclude(sub=None)) == [
        ("5.000000", sub.pk)
    ]
    lain = Komponen.objects.exclude(pk=sub.komponen_id).first()
    with pytest.raises(ValidationError, match="bukan dari komponen"):
        catat_komponen(lhe, lain, sub=sub, **isi)


def test_nilai_komponen_dari_lembar_kerja_tidak_ditulis(draf, orang):
    komponen = draf.lembar.instrumen.komponen.first()
    isi = {"oleh": orang.inspektorat, "catatan": "Baik.", "versi": 1}
    with pytest.raises(ValidationError, match="dari lembar kerja"):
        catat_komponen(draf, komponen, nilai=Decimal(30), **isi)
    catat_komponen(draf, komponen, **isi)
    baris = CatatanKomponen.objects.get(lhe=draf, komponen=komponen, sub=None)
    assert (baris.catatan, baris.nilai) == ("Baik.", Decimal("23.1"))
    with pytest.raises(ValueError, match="nilai"):
        ubah_lhe(draf, {"nilai": Decimal(99)}, oleh=orang.inspektorat, versi=draf.versi)


def test_tahun_kinerja_tidak_sesudah_tahun_evaluasi(pasuruan, orang):
    with pytest.raises(ValidationError, match="Tahun evaluasi"):
        lhe_kertas(pasuruan, orang, tahun_kinerja=2025)


def test_draf_lhe_dan_rekomendasinya_tersembunyi(pasuruan, orang, pemeran):
    lhe = lhe_kertas(pasuruan, orang)
    rekomendasikan(lhe, uraian="Menyusun SOP.", oleh=orang.inspektorat)
    assert Rekomendasi.objects.untuk(orang.inspektorat).count() == 1
    for nama in ("perencana", "bagian_organisasi", "perencana_lain", "inspektorat_luar"):
        assert not Lhe.objects.untuk(pemeran[nama]).exists(), nama
        assert not Rekomendasi.objects.untuk(pemeran[nama]).exists(), nama
    terbitkan_lhe(lhe, oleh=orang.inspektorat)
    assert Rekomendasi.objects.untuk(orang.unit).count() == 1
    assert not Rekomendasi.objects.untuk(pemeran["perencana_lain"]).exists()


def test_satu_rekomendasi_di_beberapa_komponen(pasuruan, orang):
    lhe = lhe_kertas(pasuruan, orang)
    satu, dua = Komponen.objects.filter(instrumen=instrumen_nasional())[:2]
    sub = dua.sub.first()
    rekomendasi = rekomendasikan(
        lhe, uraian="Monev.", oleh=orang.inspektorat, letak=[Letak(satu), Letak(dua, sub)]
    )
    assert [str(baris) for baris in rekomendasi.komponen.order_by("pk")] == [str(satu), str(sub)]
    with pytest.raises(ValidationError, match="bukan dari komponen"):
        rekomendasikan(lhe, uraian="x", oleh=orang.inspektorat, letak=[Letak(satu, sub)])
    assert lhe.rekomendasi.count() == 1


def test_berulang_dari_tahun_sebelumnya(pasuruan, orang):
    lama = lhe_kertas(pasuruan, orang, tahun_evaluasi=2023, tanggal=date(2023, 5, 1))
    awal = rekomendasikan(lama, uraian="SOP.", oleh=orang.inspektorat)
    baru = lhe_kertas(pasuruan, orang)
    ulang = rekomendasikan(baru, uraian="SOP.", oleh=orang.inspektorat, berulang_dari=awal)
    assert ulang.berulang_dari == awal
    with pytest.raises(ValidationError, match="tahun sebelumnya"):
        rekomendasikan(lama, uraian="SOP.", oleh=orang.inspektorat, berulang_dari=ulang)
