"""One sub-komponen of a stage: as a plain form, and cell by cell as the script saves it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from evaluasi.models import Jawaban, Kriteria, NilaiSub
from evaluasi.services.lembar import buka_kembali_tahap, buka_lembar, jawab
from evaluasi.views.susun_lembar import kunci_nilai
from tests.evaluasi.alat_lembar import alamat, nilai, sebagai, sel, simpan, sub
from tests.evaluasi.pabrik import (
    instrumen_nasional,
    pilihan,
    tahap,
)

# fewer than a cell of the grid of realisasi takes; two more where the answer was there already
KUERI_SEL = 29


def kriteria(lembar, kode="1.a") -> list[Kriteria]:
    return list(sub(lembar, kode).kriteria.all())


def buka(client, kode_tahap="mandiri", kode="1.a"):
    return client.get(alamat("lembar-isi", kode_tahap), {"sub": kode})


def test_satu_formulir_menyimpan_satu_sub(mandiri, orang):
    client, semua = sebagai(orang.unit), kriteria(mandiri.lembar)
    halaman = buka(client)
    assert [baris.sumber.kriteria for baris in halaman.context["baris"]] == semua
    assert "Terdapat pedoman teknis perencanaan kinerja." in halaman.text
    assert "Belum ada saran" in halaman.text
    isi = {}
    for satu in semua:
        isi |= sel(satu.pk, "Ya", "Ada.\r\nLengkap.")
    isi |= nilai(mandiri.lembar, "BB")
    jawaban = client.post(alamat("lembar-isi", "mandiri") + "?sub=1.a", isi)
    assert jawaban.status_code == 302
    assert jawaban["Location"] == alamat("lembar-isi", "mandiri") + "?sub=1.a"
    tersimpan = Jawaban.objects.filter(tahap=mandiri)
    assert {(j.pilihan.kode, j.catatan) for j in tersimpan} == {("Ya", "Ada.\nLengkap.")}
    assert tersimpan.count() == len(semua)
    # the answers come first, so that the grade meets what they suggest
    assert NilaiSub.objects.get().pilihan.kode == "BB"
    lagi = buka(client)
    assert "Saran BB: 6 dari 6 kriteria terpenuhi." in lagi.text
    assert "Berikutnya: 1.b" in lagi.text


def test_nilai_berbeda_tanpa_catatan_ditolak_dan_ketikannya_tetap(evaluator, orang):
    client, (satu, *_) = sebagai(orang.inspektorat), kriteria(evaluator.lembar)
    isi = sel(satu.pk, "Ya", "Terlihat.") | nilai(evaluator.lembar, "AA")
    jawaban = client.post(alamat("lembar-isi", "evaluator") + "?sub=1.a", isi)
    assert jawaban.status_code == 200
    assert "Nilai AA berbeda dari saran D menurut kriterianya. Tulis alasannya" in jawaban.text
    assert jawaban.context["nilai"].isi.pilihan == "AA"
    assert "Belum tersimpan" in jawaban.text
    assert Jawaban.objects.filter(tahap=evaluator).count() == 1
    assert not NilaiSub.objects.exists()
    client.post(
        alamat("lembar-isi", "evaluator") + "?sub=1.a",
        nilai(evaluator.lembar, "AA", "Menjadi rujukan nasional."),
    )
    assert NilaiSub.objects.get().catatan == "Menjadi rujukan nasional."


def test_nilai_tanpa_jawaban_memerlukan_alasan(evaluator, orang):
    client = sebagai(orang.inspektorat)
    kunci = kunci_nilai(sub(evaluator.lembar).pk)
    jawaban = simpan(client, "evaluator", kunci, pilihan="B").json()
    assert jawaban["hasil"] == "tanya"
    assert "belum ada saran" in jawaban["pesan"]
    hanya_catatan = simpan(client, "evaluator", kunci, catatan="Baik.").json()
    assert "Pilih nilainya" in hanya_catatan["pesan"]
    assert not NilaiSub.objects.exists()


def test_satu_sel_tersimpan_dengan_sarannya(mandiri, orang):
    client, (satu, *_) = sebagai(orang.unit), kriteria(mandiri.lembar)
    jawaban = simpan(client, "mandiri", satu.pk, pilihan="Ya").json()
    assert (jawaban["hasil"], jawaban["pilihan"]) == ("tersimpan", "Ya")
    assert jawaban["saran"] == "Saran sementara D: 1 dari 6 kriteria terpenuhi, 5 belum dijawab."
    assert (jawaban["dijawab"], jawaban["kriteria"]) == (1, 6)
    sama = simpan(client, "mandiri", satu.pk, pilihan="Ya", semula=("Ya", "")).json()
    assert sama["hasil"] == "sama"


def test_dua_orang_atas_sel_yang_sama_dan_atas_separuh_yang_lain(mandiri, orang):
    client, (satu, dua, *_) = sebagai(orang.unit), kriteria(mandiri.lembar)
    jawab(mandiri, satu, oleh=orang.unit, pilihan=pilihan(satu, "Tidak"), catatan="Belum ada.")
    bentrok = simpan(client, "mandiri", satu.pk, pilihan="Ya").json()
    assert bentrok["hasil"] == "bentrok"
    assert (bentrok["pilihan"], bentrok["catatan"]) == ("Tidak", "Belum ada.")
    assert str(orang.unit) in bentrok["pesan"]
    assert Jawaban.objects.get().pilihan.kode == "Tidak"
    # the note of one and the answer of the other do not quarrel
    jawab(mandiri, dua, oleh=orang.unit, pilihan=pilihan(dua, "Ya"))
    hasil = simpan(client, "mandiri", dua.pk, catatan="Lihat lampiran.").json()
    assert (hasil["hasil"], hasil["pilihan"]) == ("tersimpan", "Ya")
    assert Jawaban.objects.get(kriteria=dua).catatan == "Lihat lampiran."


def test_bentrok_pada_formulir_biasa_dapat_dipilih(mandiri, orang):
    client, (satu, *_) = sebagai(orang.unit), kriteria(mandiri.lembar)
    jawab(mandiri, satu, oleh=orang.unit, pilihan=pilihan(satu, "Tidak"))
    tujuan = alamat("lembar-isi", "mandiri") + "?sub=1.a"
    jawaban = client.post(tujuan, sel(satu.pk, "Ya", "Ada."))
    assert jawaban.status_code == 409
    tampil = jawaban.context["baris"][0].sel
    assert (tampil.isi.pilihan, tampil.semula.pilihan) == ("Ya", "Tidak")
    assert (tampil.banding.dibuka, tampil.banding.tersimpan) == ("(kosong)", "Tidak")
    assert "Pakai ketikan saya" in jawaban.text
    lagi = sel(satu.pk, "Ya", "Ada.", ("Tidak", ""))
    client.post(tujuan, lagi | {"buang": str(satu.pk)})
    assert Jawaban.objects.get().pilihan.kode == "Tidak"
    client.post(tujuan, lagi | {"pakai": str(satu.pk)})
    assert Jawaban.objects.get().pilihan.kode == "Ya"


@pytest.mark.parametrize(
    ("siapa", "status"),
    [("pimpinan", 403), ("operator", 403), ("inspektorat", 403), ("perencana_lain", 404),
     ("inspektorat_luar", 404)],
)  # fmt: skip
def test_yang_tidak_berhak_tidak_menulis(siapa, status, mandiri, pemeran):
    client, (satu, *_) = sebagai(pemeran[siapa]), kriteria(mandiri.lembar)
    jawaban = simpan(client, "mandiri", satu.pk, pilihan="Ya")
    assert jawaban.status_code == status
    assert jawaban.json()["hasil"] == "ditolak"
    polos = client.post(alamat("lembar-isi", "mandiri") + "?sub=1.a", sel(satu.pk, "Ya"))
    assert polos.status_code == status
    assert not Jawaban.objects.exists()


def test_pembaca_melihat_jawaban_dan_alasannya(mandiri, orang, pemeran):
    satu = kriteria(mandiri.lembar)[0]
    jawab(mandiri, satu, oleh=orang.unit, pilihan=pilihan(satu, "Ya"), catatan="Ada pedomannya.")
    halaman = buka(sebagai(pemeran["pembaca"]))
    assert "Ada pedomannya." in halaman.text
    assert "data-lembar" not in halaman.text
    assert "Hanya" in halaman.context["tertutup"]


def test_hasil_inspektorat_tersembunyi_sampai_selesai(evaluator, orang):
    assert buka(sebagai(orang.unit), "evaluator").status_code == 404
    satu = kriteria(evaluator.lembar)[0]
    jawab(
        evaluator, satu, oleh=orang.inspektorat, pilihan=pilihan(satu, "Tidak"), catatan="Rahasia."
    )
    assert "Rahasia." not in buka(sebagai(orang.unit)).text
    sampingan = buka(sebagai(orang.inspektorat), "evaluator")
    assert [str(lain.tahap.tahap) for lain in sampingan.context["baris"][0].sumber.lain] == [
        "Penilaian mandiri"
    ]


@pytest.mark.parametrize("sub_salah", ["9.z", "1.a'"])
def test_sub_yang_tidak_ada(sub_salah, mandiri, orang):
    jawaban = buka(sebagai(orang.unit), kode=sub_salah)
    assert jawaban.status_code == 404
    assert "Pilih dari daftarnya." in jawaban.text


@pytest.mark.parametrize("kunci", ["", "abc", "9999999", "nilai-9999999"])
def test_sel_palsu_ditolak(kunci, mandiri, orang):
    assert simpan(sebagai(orang.unit), "mandiri", kunci, pilihan="Ya").status_code == 404


def test_pilihan_palsu_ditolak(mandiri, orang):
    satu = kriteria(mandiri.lembar)[0]
    assert simpan(sebagai(orang.unit), "mandiri", satu.pk, pilihan="ZZ").status_code == 404


def test_yang_selesai_menjawab_dengan_alasan(evaluator, orang):
    satu = kriteria(evaluator.lembar)[0]
    jawaban = simpan(sebagai(orang.unit), "mandiri", satu.pk, pilihan="Tidak", semula=("Ya", ""))
    assert jawaban.status_code == 409
    assert "selesai, sehingga tidak dapat diisi" in jawaban.json()["pesan"]
    tujuan = alamat("lembar-isi", "mandiri") + "?sub=1.a"
    polos = sebagai(orang.unit).post(tujuan, sel(satu.pk, "Tidak", "", ("Ya", "")))
    assert "selesai, sehingga tidak dapat diisi" in polos.text


def test_alasan_dibuka_kembali_terbaca_lebih_dahulu(evaluator, orang):
    buka_kembali_tahap(
        tahap(evaluator.lembar, "mandiri"), oleh=orang.inspektorat, alasan="Bukti 1.a belum ada."
    )
    assert "“Bukti 1.a belum ada.”" in buka(sebagai(orang.unit)).text


def test_tahun_lalu_di_samping(pasuruan, orang, mandiri):
    lalu = buka_lembar(
        unit=pasuruan, instrumen=instrumen_nasional(), tahun_evaluasi=2023, tahun_kinerja=2022,
        oleh=orang.inspektorat,
    )  # fmt: skip
    satu = kriteria(lalu)[0]
    Jawaban.objects.create(
        tahap=tahap(lalu, "mandiri"), kriteria=satu, pilihan=pilihan(satu, "Tidak"),
        catatan="Masih disusun.", dijawab_oleh=orang.unit,
    )  # fmt: skip
    halaman = buka(sebagai(orang.unit))
    assert "Masih disusun." in halaman.text
    assert halaman.context["baris"][0].sumber.lalu.padanan == "sama"


def test_banyaknya_kueri_tetap(mandiri, orang):
    """3 criteria (2.a) as many as 11 (1.b)."""
    client = sebagai(orang.unit)
    buka(client)
    hasil = []
    for kode in ("2.a", "1.b"):
        for satu in kriteria(mandiri.lembar, kode):
            jawab(mandiri, satu, oleh=orang.unit, pilihan=pilihan(satu, "Ya"))
        with CaptureQueriesContext(connection) as kueri:
            buka(client, kode=kode)
        hasil.append(len(kueri))
    assert hasil[0] == hasil[1]


def test_satu_jawaban_evaluator_sedikit_kueri(evaluator, orang):
    client, (satu, dua, *_) = sebagai(orang.inspektorat), kriteria(evaluator.lembar)
    simpan(client, "evaluator", satu.pk, pilihan="Ya")
    with CaptureQueriesContext(connection) as kueri:
        simpan(client, "evaluator", dua.pk, pilihan="Ya")
    assert len(kueri) <= KUERI_SEL, "\n".join(k["sql"][:140] for k in kueri)
