"""What a unit does on the pages: plan, report with evidence, ask for more time, never close."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from evaluasi.hitung.tenggat import JenisTarget
from evaluasi.hitung.tindak_lanjut import StatusTindakLanjut
from evaluasi.models import (
    BuktiTindakLanjut,
    LaporanTindakLanjut,
    Perpanjangan,
    Putusan,
    Rekomendasi,
    RencanaTindakLanjut,
)
from evaluasi.queries.tindak_lanjut import status_rekomendasi
from evaluasi.services.tindak_lanjut import BuktiBaru, Target
from sakip.berkas.services import simpan_berkas
from tests.berkas import contoh
from tests.evaluasi.alat_tindak_lanjut import alamat, lapor, putus, rencana_baru, sebagai
from tests.evaluasi.pabrik import rekomendasi_terbit
from tests.organisasi.alat import JejakBaru
from tests.organisasi.alat import kirim as kirim_berkas
from tests.web.borang import isi_halaman, kirim, tambah

S = StatusTindakLanjut
RENCANA = {"uraian": "Menyusun SOP.", "jenis_target": "bulan", "bulan": "12"}
LAPORAN = {"keadaan": "selesai", "uraian": "SOP ditetapkan."}


@pytest.fixture
def rekomendasi(pasuruan, orang, rekaman) -> Rekomendasi:
    return rekaman.putar(rekomendasi_terbit, pasuruan, orang)


@pytest.fixture
def rencana(rekomendasi, orang) -> RencanaTindakLanjut:
    return rencana_baru(rekomendasi, orang)


@pytest.fixture
def unit(orang):
    return sebagai(orang.unit)


def unggahan(nama="sop.pdf", isi=None) -> SimpleUploadedFile:
    return SimpleUploadedFile(nama, contoh.pdf() if isi is None else isi)


def test_merencanakan_lalu_mengubah(rekomendasi, unit):
    jejak, pemilik = JejakBaru(), rekomendasi.unit.bawahan.first()
    tujuan = alamat("rencana-baru", rekomendasi)
    jawaban = kirim(unit, tujuan, **RENCANA, unit=pemilik.pk)
    assert jawaban["Location"] == alamat("rekomendasi-satu", rekomendasi)
    rencana = RencanaTindakLanjut.objects.get()
    assert (rencana.unit, rencana.bulan, rencana.tanggal) == (pemilik, 12, None)
    ubah = {"jenis_target": "tanggal", "bulan": "", "tanggal": "31 Desember 2024"}
    kirim(unit, alamat("rencana-ubah", rekomendasi, rencana.pk), **ubah)
    rencana.refresh_from_db()
    assert (rencana.bulan, rencana.tanggal, rencana.versi) == (None, date(2024, 12, 31), 2)
    assert jejak.aksi() == ["tindak_lanjut.direncanakan"] * 2
    teks = unit.get(alamat("rekomendasi-satu", rekomendasi)).text
    for kata in ("Langkah 1 direncanakan", "Langkah 1 diubah", "tenggat 31 Desember 2024"):
        assert kata in teks


RENCANA_SALAH = [
    ({"uraian": " "}, "Tulis rencana aksinya."),
    ({"unit": ""}, "Pilih siapa yang mengerjakannya."),
    ({"jenis_target": ""}, "Pilih kapan langkah ini harus selesai."),
    ({"bulan": ""}, "Tulis berapa bulan sejak LHE"),
    ({"bulan": "61"}, "1–60"),
    ({"bulan": "dua belas"}, "isian-galat"),
    ({"tanggal": "31/12/2024"}, "Kosongkan kotak ini"),
    ({"jenis_target": "tanggal", "bulan": ""}, "Tulis tanggalnya"),
    ({"jenis_target": "tanggal", "bulan": "", "tanggal": "01/05/2024"}, "sebelum tanggal LHE"),
    ({"jenis_target": "tanpa", "bulan": ""}, "Pilih"),
]


def test_rencana_yang_salah_tetap_terketik(rekomendasi, unit):
    tujuan = alamat("rencana-baru", rekomendasi)
    kosong = isi_halaman(unit.get(tujuan))
    benar = {**RENCANA, "uraian": "Naskah panjang.", "unit": rekomendasi.unit_id}
    for ubah, kata in RENCANA_SALAH:
        jawaban = unit.post(tujuan, tambah(kosong, {**benar, **ubah}))
        assert jawaban.status_code == 200, ubah
        assert not RencanaTindakLanjut.objects.exists(), ubah
        assert kata in jawaban.text, ubah
        assert "Belum tersimpan" in jawaban.text, ubah
        if "uraian" not in ubah:
            assert "Naskah panjang." in jawaban.text, ubah


def test_unit_lain_tidak_menjadi_penanggung_jawab(rekomendasi, unit, pemeran):
    isi = {**RENCANA, "unit": pemeran.unit_lain.pk}
    jawaban = kirim(unit, alamat("rencana-baru", rekomendasi), **isi)
    assert "Pilih bagian dari perangkat daerah ini." in jawaban.text
    assert not RencanaTindakLanjut.objects.exists()


def test_kiriman_ulang_sekali_saja(rekomendasi, unit):
    tujuan = alamat("rencana-baru", rekomendasi)
    isi = tambah(isi_halaman(unit.get(tujuan)), {**RENCANA, "unit": rekomendasi.unit_id})
    for _ in range(2):
        assert unit.post(tujuan, isi).status_code == 302
    assert RencanaTindakLanjut.objects.count() == 1


def test_dua_orang_mengubah_satu_langkah(rekomendasi, rencana, unit):
    tujuan = alamat("rencana-ubah", rekomendasi, rencana.pk)
    isi = isi_halaman(unit.get(tujuan))
    kirim(unit, tujuan, uraian="Punya orang lain.")
    jawaban = unit.post(tujuan, tambah(isi, {"uraian": "Punya saya."}))
    assert jawaban.status_code == 409
    for kata in ("Punya orang lain.", "Punya saya."):
        assert kata in jawaban.text
    rencana.refresh_from_db()
    assert rencana.uraian == "Punya orang lain."


def test_langkah_yang_sudah_dilaporkan_tidak_diubah(rekomendasi, rencana, orang, unit):
    tujuan = alamat("rencana-ubah", rekomendasi, rencana.pk)
    isi = isi_halaman(unit.get(tujuan))
    lapor(rencana, orang)
    assert "sudah berjalan" in unit.get(tujuan).text
    jawaban = unit.post(tujuan, tambah(isi, {"uraian": "Lain."}))
    assert "sudah dilaporkan" in jawaban.text
    assert "Lain." in jawaban.text
    rencana.refresh_from_db()
    assert rencana.uraian == "SOP disusun."


def test_melaporkan_dengan_bukti(rekomendasi, rencana, orang, unit):
    lama = simpan_berkas(contoh.png(), nama="foto.png", unit=rekomendasi.unit, oleh=orang.unit)
    lapor(rencana, orang, bukti=[BuktiBaru(berkas=lama)])
    tujuan = alamat("rencana-lapor", rekomendasi, rencana.pk)
    halaman = unit.get(tujuan)
    assert 'enctype="multipart/form-data"' in halaman.text
    jawaban = kirim_berkas(
        unit, tujuan, **LAPORAN, berkas_baru=[unggahan(), unggahan("a.png", contoh.png())],
        berkas_lama=lama.pk, tautan="contoh.go.id/sop", halaman="3", keterangan="SOP",
    )  # fmt: skip
    assert jawaban.status_code == 302, jawaban.context["form"].errors
    laporan = LaporanTindakLanjut.objects.get(ke=2)
    nama = [satu.berkas.nama if satu.berkas else satu.tautan for satu in laporan.bukti.all()]
    assert nama == ["sop.pdf", "a.png", "foto.png", "https://contoh.go.id/sop"]
    teks = unit.get(alamat("rekomendasi-satu", rekomendasi)).text
    for kata in ("sop.pdf", "tautan, belum diperiksa", "menunggu putusan", "telah dilaksanakan"):
        assert kata in teks
    assert status_rekomendasi(rekomendasi) == S.BELUM_DITINDAKLANJUTI


LAPORAN_SALAH = [
    ({"uraian": ""}, "Tulis apa yang sudah dilakukan."),
    ({"keadaan": ""}, "Pilih keadaannya."),
    ({"tautan": "bukan alamat"}, "Ini bukan alamat halaman web."),
    ({"berkas_baru": SimpleUploadedFile("a.pdf", b"<html>")}, "a.pdf"),
    ({"berkas_lama": "987654"}, "Pilih berkas dari daftarnya."),
]


def test_laporan_yang_salah_tidak_menulis(rekomendasi, rencana, unit):
    tujuan = alamat("rencana-lapor", rekomendasi, rencana.pk)
    for ubah, kata in LAPORAN_SALAH:
        jawaban = kirim_berkas(unit, tujuan, **{**LAPORAN, **ubah})
        assert jawaban.status_code == 200, ubah
        assert kata in jawaban.text, ubah
        assert not LaporanTindakLanjut.objects.exists(), ubah
        if "uraian" not in ubah:
            assert "SOP ditetapkan." in jawaban.text, ubah


def test_laporan_triwulan(rekomendasi, orang, unit):
    rencana = rencana_baru(rekomendasi, orang, Target(JenisTarget.TRIWULAN))
    tujuan = alamat("rencana-lapor", rekomendasi, rencana.pk)
    assert "Pilih triwulan yang dilaporkan." in kirim(unit, tujuan, **LAPORAN).text
    kirim(unit, tujuan, **LAPORAN, triwulan="2024-6")
    laporan = LaporanTindakLanjut.objects.get()
    assert (laporan.tahun, laporan.bulan) == (2024, 6)
    assert "Triwulan II 2024" in unit.get(alamat("rekomendasi-satu", rekomendasi)).text
    jawaban = unit.get(alamat("rencana-perpanjang", rekomendasi, rencana.pk))
    assert "tidak diperpanjang" in jawaban.text


def test_meminta_perpanjangan(rekomendasi, rencana, unit):
    tujuan = alamat("rencana-perpanjang", rekomendasi, rencana.pk)
    isi = {"menjadi": "02/05/2025", "alasan": "Menunggu peraturan."}
    assert "sesudah tenggat" in kirim(unit, tujuan, **isi).text
    assert kirim(unit, tujuan, **isi | {"menjadi": "01/09/2025"}).status_code == 302
    permintaan = Perpanjangan.objects.get()
    assert (permintaan.menjadi, permintaan.keputusan) == (date(2025, 9, 1), "menunggu")
    assert "masih menunggu keputusan" in unit.get(tujuan).text
    assert (
        "02 Mei 2025 menjadi 01 September 2025"
        in unit.get(alamat("rekomendasi-satu", rekomendasi)).text
    )


PUTUSAN = {"status": "sesuai", "catatan": "Sudah.", "dasar": "", "sesudah": "0"}


@pytest.mark.parametrize("siapa", ["perencana", "operator", "pimpinan", "bagian_organisasi"])
def test_unit_tidak_menutup_rekomendasinya(siapa, rekomendasi, rencana, orang, pemeran):
    """Whatever a form says, also one that is not on any page."""
    lapor(rencana, orang)
    client = sebagai(pemeran[siapa])
    permintaan = alamat("rencana-perpanjang", rekomendasi, rencana.pk)
    tujuan = [
        alamat(nama, rekomendasi)
        for nama in ("rekomendasi-putus", "rekomendasi-kaitkan", "rencana-baru")
    ]
    tujuan += [alamat("rencana-lapor", rekomendasi, rencana.pk), permintaan]
    palsu = {**PUTUSAN, **RENCANA, **LAPORAN, "unit": rekomendasi.unit_id, "lhe": "", "ke": "1",
             "oleh": orang.inspektorat.pk, "status": "sesuai", "putusan": "disetujui"}  # fmt: skip
    for satu in tujuan:
        client.post(satu, palsu)
    assert client.post(tujuan[0], PUTUSAN).status_code == 403
    assert client.post(alamat("rekomendasi-satu", rekomendasi), PUTUSAN).status_code == 405
    assert not Putusan.objects.exists()
    assert status_rekomendasi(rekomendasi) == S.BELUM_DITINDAKLANJUTI


def test_unit_tidak_memutuskan_perpanjangannya(rekomendasi, rencana, unit):
    tujuan = alamat("rencana-perpanjang", rekomendasi, rencana.pk)
    kirim(unit, tujuan, menjadi="01/09/2025", alasan="Menunggu.", keputusan="disetujui")
    permintaan = Perpanjangan.objects.get()
    jawaban = unit.post(
        alamat("perpanjangan-putus", rekomendasi, permintaan.pk), {"putusan": "disetujui"}
    )
    assert jawaban.status_code == 403
    permintaan.refresh_from_db()
    assert permintaan.keputusan == "menunggu"


def test_yang_tertutup_tidak_ditindaklanjuti(rekomendasi, rencana, orang, unit):
    tujuan = alamat("rencana-lapor", rekomendasi, rencana.pk)
    isi = tambah(isi_halaman(unit.get(tujuan)), LAPORAN)
    putus(rekomendasi, orang, S.SESUAI)
    assert "sudah diputus sesuai rekomendasi" in unit.get(tujuan).text
    jawaban = unit.post(tujuan, isi)
    assert "sudah diputus sesuai rekomendasi" in jawaban.text
    assert "SOP ditetapkan." in jawaban.text
    assert not LaporanTindakLanjut.objects.exists()
    teks = unit.get(alamat("rekomendasi-satu", rekomendasi)).text
    assert "Laporkan<" not in teks
    assert "disabled" in teks


def test_bidang_melaporkan_langkahnya_dan_tidak_merencanakan(rekomendasi, orang, pemeran):
    """Of these people the operator works in the perangkat daerah itself."""
    rencana = rencana_baru(rekomendasi, orang)
    client = sebagai(pemeran["operator"])
    jawaban = client.get(alamat("rencana-baru", rekomendasi))
    assert jawaban.status_code == 403
    assert "Perencana" in jawaban.text
    kirim(client, alamat("rencana-lapor", rekomendasi, rencana.pk), **LAPORAN)
    assert LaporanTindakLanjut.objects.get().oleh == pemeran["operator"]


def test_langkah_rekomendasi_lain(rekomendasi, orang, unit, pasuruan):
    lain = rencana_baru(
        rekomendasi_terbit(pasuruan, orang, tahun_evaluasi=2025, tanggal=None), orang
    )
    for nama in ("rencana-ubah", "rencana-lapor", "rencana-perpanjang"):
        assert unit.get(alamat(nama, rekomendasi, lain.pk)).status_code == 404


def test_bukti_diunduh_pembacanya_saja(rekomendasi, rencana, orang, pemeran):
    tautan = BuktiBaru(tautan="https://contoh.test/sop")
    lapor(rencana, orang, bukti=[BuktiBaru(unggahan=unggahan()), tautan])
    berkas, luar = BuktiTindakLanjut.objects.order_by("pk")
    tujuan = alamat("rekomendasi-bukti-unduh", rekomendasi, berkas.pk)
    jawaban = sebagai(pemeran["pembaca"]).get(tujuan)
    assert jawaban.content == contoh.pdf()
    assert jawaban["Content-Disposition"].startswith("attachment")
    for siapa in ("perencana_lain", "inspektorat_luar", "admin"):
        assert sebagai(pemeran[siapa]).get(tujuan).status_code == 404
    client = sebagai(orang.unit)
    assert client.get(alamat("rekomendasi-bukti-unduh", rekomendasi, luar.pk)).status_code == 404
    lain = rekomendasi_terbit(pemeran.unit, orang, tahun_evaluasi=2025, tanggal=None)
    assert client.get(alamat("rekomendasi-bukti-unduh", lain, berkas.pk)).status_code == 404
