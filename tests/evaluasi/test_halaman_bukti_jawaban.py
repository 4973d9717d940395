"""Evidence of an answer: files in and out, links, files used once more, and who may."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from evaluasi.models import BuktiJawaban
from evaluasi.queries.bukti_tindak_lanjut import berkas_untuk_laporan
from evaluasi.services.bukti_jawaban import Lampiran, lampirkan
from evaluasi.services.lembar import jawab, mulai_tahap
from sakip.berkas.models import Berkas
from sakip.jejak.models import CatatanJejak
from tests.berkas import contoh
from tests.evaluasi.alat_lembar import alamat, sebagai
from tests.evaluasi.pabrik import (
    kriteria_dari,
    lembar_baru,
    pilihan,
    selesai_mandiri,
    tahap,
)
from tests.organisasi.alat import isian


@pytest.fixture
def jawaban(mandiri, orang):
    satu = kriteria_dari(mandiri.lembar)[0]
    return jawab(mandiri, satu, oleh=orang.unit, pilihan=pilihan(satu, "Ya"))


def unggahan(nama="pedoman.pdf", isi=None) -> SimpleUploadedFile:
    return SimpleUploadedFile(nama, contoh.pdf() if isi is None else isi)


def tempat(jawaban) -> str:
    return alamat("bukti-tambah", "mandiri", jawaban.kriteria_id)


def kirim(client, tujuan, **ubah):
    return client.post(tujuan, {**isian(client.get(tujuan)), **ubah})


@pytest.fixture
def bukti(jawaban, orang) -> BuktiJawaban:
    (satu,) = lampirkan(jawaban, Lampiran(2023, "3", unggahan=[unggahan()]), oleh=orang.unit)
    return satu


def test_berkas_dan_tautan_sekali_kirim(jawaban, orang):
    client = sebagai(orang.unit)
    jadi = kirim(
        client, tempat(jawaban), berkas_baru=[unggahan()], tautan="contoh.go.id/pedoman",
        tahun="2022", halaman="3", keterangan="pedoman teknis",
    )  # fmt: skip
    assert jadi["Location"].endswith(f"?sub=1.a#kriteria-{jawaban.kriteria_id}")
    isi = {(str(b.berkas or b.tautan), b.tahun, b.halaman) for b in jawaban.bukti.all()}
    assert isi == {("pedoman.pdf", 2022, "3"), ("https://contoh.go.id/pedoman", 2022, "3")}
    halaman = client.get(alamat("lembar-isi", "mandiri"), {"sub": "1.a"})
    assert "tautan, belum diperiksa" in halaman.text
    assert "tahun 2022" in halaman.text


def test_diunduh_pembaca_dan_tidak_unit_lain(bukti, orang, pemeran):
    tujuan = alamat("bukti-unduh", "mandiri", bukti.jawaban.kriteria_id, bukti.pk)
    unduh = sebagai(pemeran["pembaca"]).get(tujuan)
    assert unduh.content == contoh.pdf()
    assert unduh["Cache-Control"] == "private, no-store"
    for nama in ("perencana_lain", "inspektorat_luar", "admin"):
        assert sebagai(pemeran[nama]).get(tujuan).status_code == 404
    lain = kriteria_dari(bukti.jawaban.tahap.lembar)[1]
    salah = alamat("bukti-unduh", "mandiri", lain.pk, bukti.pk)
    assert sebagai(orang.unit).get(salah).status_code == 404


def test_berkas_yang_ada_dipakai_lagi_tanpa_disalin(bukti, orang):
    dua = kriteria_dari(bukti.jawaban.tahap.lembar)[1]
    tahap_ini = tahap(bukti.jawaban.tahap.lembar, "mandiri")
    lain = jawab(tahap_ini, dua, oleh=orang.unit, pilihan=pilihan(dua, "Ya"))
    banyaknya = Berkas.objects.count()
    kirim(sebagai(orang.unit), tempat(lain), berkas_lama=str(bukti.berkas_id))
    assert lain.bukti.get().berkas == bukti.berkas
    assert Berkas.objects.count() == banyaknya


def test_berkas_unit_lain_tidak_dapat_dipilih(jawaban, orang, pemeran):
    from sakip.berkas.services import simpan_berkas  # noqa: PLC0415 -- only here

    asing = simpan_berkas(
        contoh.pdf(), nama="asing.pdf", unit=pemeran.unit_lain, oleh=pemeran["perencana_lain"]
    )
    hasil = kirim(sebagai(orang.unit), tempat(jawaban), berkas_lama=str(asing.pk))
    assert hasil.status_code == 200
    assert not BuktiJawaban.objects.exists()


@pytest.mark.parametrize(
    ("isi", "pesan"),
    [
        ({}, "Pilih berkasnya, pakai berkas yang sudah ada, atau tulis tautannya."),
        ({"tautan": "bukan alamat"}, "Ini bukan alamat halaman web."),
        ({"tautan": "https://contoh.id/a", "tahun": "2020"}, "2020"),
        ({"berkas_baru": [unggahan("a.html", b"<html><script>1</script></html>")]}, "a.html"),
    ],
)
def test_kiriman_yang_ditolak(isi, pesan, jawaban, orang):
    hasil = kirim(sebagai(orang.unit), tempat(jawaban), **isi)
    assert hasil.status_code == 200
    assert pesan in hasil.text
    assert not BuktiJawaban.objects.exists()


def test_yang_sama_dua_kali_ditolak(bukti, orang):
    hasil = kirim(
        sebagai(orang.unit), tempat(bukti.jawaban), berkas_lama=str(bukti.berkas_id), halaman="3"
    )
    assert "sudah menjadi bukti di sini" in hasil.text
    assert BuktiJawaban.objects.count() == 1


def test_kriteria_dijawab_dahulu(mandiri, orang):
    lain = kriteria_dari(mandiri.lembar)[5]
    tujuan = alamat("bukti-tambah", "mandiri", lain.pk)
    assert "Jawab dahulu kriterianya" in sebagai(orang.unit).get(tujuan).text
    hasil = sebagai(orang.unit).post(tujuan, {"tautan": "https://contoh.id/a", "tahun": "2023"})
    assert hasil.status_code == 200
    assert not BuktiJawaban.objects.exists()


def test_dilepas_dan_berkasnya_tetap(bukti, orang):
    kriteria, berkas = bukti.jawaban.kriteria_id, bukti.berkas_id
    tujuan = alamat("bukti-hapus", "mandiri", kriteria, bukti.pk)
    assert sebagai(orang.inspektorat).post(tujuan).status_code == 403
    assert BuktiJawaban.objects.count() == 1
    sebagai(orang.unit).post(tujuan)
    assert not BuktiJawaban.objects.exists()
    assert Berkas.objects.filter(pk=berkas).exists()
    assert CatatanJejak.objects.latest("pk").aksi == "bukti.dilepas"
    assert sebagai(orang.unit).post(tujuan).status_code == 404


def test_setelah_selesai_tertutup(bukti, orang):
    lembar = bukti.jawaban.tahap.lembar
    type(bukti.jawaban.tahap).objects.filter(pk=bukti.jawaban.tahap_id).update(status="selesai")
    halaman = sebagai(orang.unit).get(tempat(bukti.jawaban))
    assert "selesai, sehingga tidak dapat diisi" in halaman.text
    tujuan = alamat("bukti-hapus", "mandiri", bukti.jawaban.kriteria_id, bukti.pk)
    assert "selesai, sehingga" in sebagai(orang.unit).post(tujuan, follow=True).text
    assert lembar.tahap.get(tahap__kode="mandiri").jawaban.get().bukti.count() == 1


def test_bukti_evaluator_tersembunyi_sampai_selesai(pasuruan, orang):
    lembar = lembar_baru(pasuruan, orang)
    selesai_mandiri(lembar, orang)
    bagian = tahap(lembar, "evaluator")
    mulai_tahap(bagian, oleh=orang.inspektorat)
    satu = kriteria_dari(lembar)[0]
    milik = jawab(bagian, satu, oleh=orang.inspektorat, pilihan=pilihan(satu, "Tidak"))
    (bukti,) = lampirkan(milik, Lampiran(2023, unggahan=[unggahan()]), oleh=orang.inspektorat)
    tujuan = alamat("bukti-unduh", "evaluator", satu.pk, bukti.pk)
    assert sebagai(orang.inspektorat).get(tujuan).status_code == 200
    assert sebagai(orang.unit).get(tujuan).status_code == 404
    # nor is it offered to the unit as a file of its own, for a follow-up
    assert list(berkas_untuk_laporan(pasuruan)) == []
