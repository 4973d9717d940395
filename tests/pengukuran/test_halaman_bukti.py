"""Pages of evidence: files in and out, links, and who may."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from pengukuran.models import Bukti
from pengukuran.services.bukti import Lampiran, lampirkan, lampirkan_aksi
from pengukuran.services.sel import Sel
from perencanaan.models import RencanaAksi
from sakip.berkas.models import Berkas
from tests.berkas import contoh
from tests.organisasi.alat import Tulisan, isian
from tests.pengukuran.alat_isian import TAHUN, atur_jendela, tak_berubah
from tests.pengukuran.pabrik import buat_realisasi_aksi
from tests.perencanaan.pabrik import buat_aksi

BERKAS_JAHAT = b"<html><script>alert(1)</script></html>"


def sebagai(kantor, siapa="operator") -> Client:
    return kantor.klien(siapa)


def tempat(kantor, nama="bukti-tambah", milik="polos", bulan=3, **lain) -> str:
    indikator = getattr(kantor, milik).indikator_id
    isi = {"kode": kantor.unit.kode, "tahun": TAHUN, "indikator": indikator, "bulan": bulan}
    return reverse(f"pengukuran:{nama}", kwargs=isi | lain)


def unggahan(nama="notulen.pdf", isi=None) -> SimpleUploadedFile:
    return SimpleUploadedFile(nama, contoh.pdf() if isi is None else isi)


def kirim(client, alamat, **ubah):
    return client.post(alamat, {**isian(client.get(alamat)), **ubah})


@pytest.fixture
def bukti(kantor) -> Bukti:
    sel = Sel(kantor.unit, kantor.polos.indikator_id, TAHUN, 3, "bukti")
    isi = Lampiran(TAHUN, 3, "3", "rapat 12 Februari", unggahan=[unggahan()])
    (satu,) = lampirkan(sel, isi, oleh=kantor["operator"])
    return satu


def test_dua_berkas_dan_tautan_lewat_formulir_biasa(kantor):
    client, alamat = sebagai(kantor), tempat(kantor)
    halaman = client.get(alamat)
    assert 'enctype="multipart/form-data"' in halaman.text
    assert 'name="berkas_baru" multiple' in halaman.text
    assert kantor.polos.nama in halaman.text
    jawaban = kirim(
        client, alamat, berkas_baru=[unggahan("a.pdf"), unggahan("b.png", contoh.png())],
        tautan="contoh.go.id/notulen", halaman="3", keterangan="rapat",
    )  # fmt: skip
    assert (jawaban.status_code, jawaban["Location"]) == (
        302,
        tempat(kantor, "isi-baris") + "#bukti",
    )
    semua = list(kantor.baris().bukti.order_by("pk"))
    assert [str(satu) for satu in semua] == ["rapat"] * 3
    assert semua[2].tautan == "https://contoh.go.id/notulen"
    teks = client.get(alamat).text
    assert "a.pdf" in teks
    assert "tautan, belum diperiksa" in teks
    assert "Dilampirkan k-operator" in teks


def test_kiriman_ulang_tidak_menggandakan(kantor):
    client, alamat = sebagai(kantor), tempat(kantor)
    isi = isian(client.get(alamat))
    for _ in range(2):
        jawaban = client.post(alamat, {**isi, "berkas_baru": unggahan()})
        assert jawaban.status_code == 302
    assert kantor.baris().bukti.count() == 1


@pytest.mark.parametrize(
    ("ubah", "pesan"),
    [
        ({}, "Pilih berkasnya, pakai berkas yang sudah ada"),
        ({"berkas_baru": unggahan("a.pdf", BERKAS_JAHAT)}, "bukan PDF"),
        ({"berkas_baru": unggahan("a.exe", b"MZ")}, "tidak diterima"),
        ({"tautan": "javascript:alert(1)"}, "Ini bukan alamat halaman web"),
        ({"tautan": "https://contoh.id", "bulan": "13"}, "bukan salah satu"),
        ({"tautan": "https://contoh.id", "tahun": "1999"}, "bukan salah satu"),
        ({"tautan": "https://contoh.id", "halaman": "9" * 41}, "40"),
        ({"berkas_lama": "987654"}, "Masukkan pilihan yang valid"),
    ],
)
def test_keluhan_di_isiannya_dan_yang_diketik_tetap(ubah, pesan, kantor):
    client, alamat = sebagai(kantor), tempat(kantor)
    with Tulisan() as tulisan:
        jawaban = kirim(client, alamat, keterangan="ketikan saya", **ubah)
    assert jawaban.status_code == 200
    assert "<title>Belum tersimpan" in jawaban.text
    assert "ketikan saya" in jawaban.text
    assert tulisan.perintah() == []
    assert pesan in jawaban.text


def test_berkas_yang_ada_dipakai_lagi(kantor, bukti):
    client, alamat = sebagai(kantor), tempat(kantor, milik="rumus")
    assert f'<option value="{bukti.berkas_id}">notulen.pdf</option>' in client.get(alamat).text
    assert kirim(client, alamat, berkas_lama=str(bukti.berkas_id)).status_code == 302
    assert kantor.baris(milik="rumus").bukti.get().berkas == bukti.berkas
    assert Berkas.objects.filter(unit=kantor.unit).count() == 1


def test_diunduh_pembaca_unit_saja(kantor, bukti):
    alamat = tempat(kantor, "bukti-unduh", pk=bukti.pk)
    for siapa in ("operator", "operator_lain", "perencana", "pimpinan", "pembaca", "inspektorat"):
        jawaban = sebagai(kantor, siapa).get(alamat)
        assert (jawaban.status_code, jawaban.content) == (200, contoh.pdf())
        assert jawaban["Content-Disposition"] == 'attachment; filename="notulen.pdf"'
        assert "sandbox" in jawaban["Content-Security-Policy"]
    for siapa in ("perencana_luar", "admin", "tanpa_tugas"):
        assert sebagai(kantor, siapa).get(alamat).status_code == 404
    assert Client().get(alamat)["Location"].startswith("/masuk/")


def test_nomor_bukti_di_bawah_angka_lain_tidak_ada(kantor, bukti):
    for beda in ({"milik": "rumus"}, {"bulan": 6}):
        for nama, cara in (("bukti-unduh", "get"), ("bukti-hapus", "post")):
            alamat = tempat(kantor, nama, pk=bukti.pk, **beda)
            assert getattr(sebagai(kantor), cara)(alamat).status_code == 404
    assert kantor.baris().bukti.count() == 1


def test_tautan_tidak_diunduh_di_sini(kantor):
    sel = kantor.sel("bukti")
    isi = Lampiran(TAHUN, 3, tautan="https://contoh.id")
    (satu,) = lampirkan(sel, isi, oleh=kantor["operator"])
    jawaban = sebagai(kantor).get(tempat(kantor, "bukti-unduh", pk=satu.pk))
    assert (jawaban.status_code, "berupa tautan" in jawaban.text) == (404, True)
    daftar = sebagai(kantor).get(tempat(kantor)).text
    assert 'href="https://contoh.id" rel="noopener noreferrer nofollow" target="_blank"' in daftar


def test_dilepas_dan_dilepas_lagi(kantor, bukti):
    client, alamat = sebagai(kantor), tempat(kantor, "bukti-hapus", pk=bukti.pk)
    assert alamat in client.get(tempat(kantor)).text
    assert client.get(alamat).status_code == 405
    assert client.post(alamat).status_code == 302
    assert not kantor.baris().bukti.exists()
    assert client.post(alamat).status_code == 404


def test_yang_tidak_mengisi_diberi_sebabnya(kantor, bukti):
    for siapa in ("operator_lain", "pimpinan", "pembaca"):
        client = sebagai(kantor, siapa)
        halaman = client.get(tempat(kantor))
        assert (halaman.status_code, "diisi oleh Bidang 1" in halaman.text) == (403, True)
        for alamat, isi in (
            (tempat(kantor), {"tautan": "https://contoh.id", "tahun": TAHUN, "bulan": 3}),
            (tempat(kantor, "bukti-hapus", pk=bukti.pk), {}),
        ):
            with Tulisan() as tulisan:
                assert client.post(alamat, isi).status_code == 403
            assert tulisan.perintah() == []


@pytest.mark.parametrize("sebab", ["jendela", "diajukan"])
def test_yang_tertutup_hanya_dibaca(sebab, kantor, bukti):
    client, alamat = sebagai(kantor), tempat(kantor)
    isi = isian(client.get(alamat))
    if sebab == "jendela":
        atur_jendela(kantor.unit, 3, "terkunci")
    else:
        type(kantor.baris()).objects.filter(pk=kantor.baris().pk).update(
            status="diajukan", diajukan_oleh=kantor["operator"], diajukan_pada=bukti.berkas.waktu,
            jenis="angka", nilai=8,
        )  # fmt: skip
    halaman = client.get(alamat).text
    assert "notulen.pdf" in halaman
    assert 'name="berkas_baru"' not in halaman
    assert ">Lepas<" not in halaman
    with tak_berubah():
        jawaban = client.post(alamat, {**isi, "tautan": "https://contoh.id"})
        client.post(tempat(kantor, "bukti-hapus", pk=bukti.pk))
    assert jawaban.status_code == 200


def test_periode_yang_tidak_ada(kantor):
    for bulan in (1, 4, 13, 99):
        assert sebagai(kantor).get(tempat(kantor, bulan=bulan)).status_code == 404


@pytest.mark.parametrize("banyaknya", [1, 3])
def test_kueri_tetap(banyaknya, kantor, django_assert_max_num_queries):
    for nomor in range(banyaknya):
        isi = Lampiran(TAHUN, 3, unggahan=[unggahan(f"{nomor}.pdf")])
        lampirkan(kantor.sel("bukti"), isi, oleh=kantor["operator"])
    client = sebagai(kantor)
    with django_assert_max_num_queries(40) as kueri:
        assert client.get(tempat(kantor)).status_code == 200
    assert len(kueri) == KUERI


KUERI = 13


def test_bukti_aksi(kantor):
    aksi = buat_aksi(RencanaAksi.objects.get(unit=kantor.unit), kantor.polos)
    isi = {"kode": kantor.unit.kode, "tahun": TAHUN, "aksi": aksi.pk, "bulan": 3}
    alamat = reverse("pengukuran:aksi-bukti-tambah", kwargs=isi)
    client = sebagai(kantor)
    assert "belum dilaporkan" in client.get(alamat).text
    laporan = buat_realisasi_aksi(aksi, diisi_oleh=kantor["operator"])
    assert kirim(client, alamat, berkas_baru=unggahan()).status_code == 302
    satu = laporan.bukti.get()
    unduh = reverse("pengukuran:aksi-bukti-unduh", kwargs=isi | {"pk": satu.pk})
    assert sebagai(kantor, "pembaca").get(unduh).content == contoh.pdf()
    assert sebagai(kantor, "perencana_luar").get(unduh).status_code == 404
    lain = reverse("pengukuran:aksi-bukti-unduh", kwargs=isi | {"pk": satu.pk, "bulan": 6})
    assert client.get(lain).status_code == 404
    lepas = reverse("pengukuran:aksi-bukti-hapus", kwargs=isi | {"pk": satu.pk})
    assert sebagai(kantor, "operator_lain").post(lepas).status_code == 403
    assert client.post(lepas).status_code == 302
    assert not laporan.bukti.exists()
    lampirkan_aksi(laporan, Lampiran(TAHUN, 3, tautan="https://a.id"), oleh=kantor["perencana"])
    for salah in ({"aksi": 987654}, {"bulan": 4}):
        tujuan = reverse("pengukuran:aksi-bukti-tambah", kwargs=isi | salah)
        assert client.get(tujuan).status_code == 404
