"""The workbook through the pages: downloaded, sent back, looked at, confirmed."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from pengukuran.lembar_kerja.bentuk import LEMBAR
from perencanaan.models import RencanaAksi
from sakip.berkas.models import Berkas
from tests.berkas import contoh
from tests.organisasi.alat import Tulisan
from tests.pengukuran.alat_buku import baris, buka, isi_buku, kunci
from tests.pengukuran.alat_isian import TAHUN
from tests.perencanaan.pabrik import buat_indikator
from tests.perencanaan.pabrik_rencana import jadwalkan, rumuskan, tw


def sebagai(kantor, siapa="operator") -> Client:
    return kantor.klien(siapa)


def alamat(kantor, nama, *lagi, tahun=TAHUN) -> str:
    return reverse(f"pengukuran:{nama}", args=[kantor.unit.kode, tahun, *lagi])


def unduh(client, kantor, triwulan=1) -> bytes:
    jawaban = client.get(alamat(kantor, "isi-excel"), {"triwulan": triwulan})
    assert jawaban.status_code == 200
    assert jawaban["Content-Disposition"] == (
        f'attachment; filename="realisasi-dinas-uji-2024-tw{triwulan}.xlsx"'
    )
    return jawaban.content


def unggah(client, kantor, mentah, nama="tw1.xlsx"):
    return client.post(alamat(kantor, "isi-impor"), {"berkas": SimpleUploadedFile(nama, mentah)})


def test_diunduh_diisi_ditinjau_disimpan(kantor):
    client = sebagai(kantor)
    mentah = isi_buku(
        unduh(client, kantor), {(kunci(kantor), "nilai"): 12.5, (kunci(kantor), "upaya"): "=rapat"}
    )
    jawaban = unggah(client, kantor, mentah)
    berkas = Berkas.objects.get(unit=kantor.unit)
    assert jawaban["Location"] == alamat(kantor, "isi-tinjau", berkas.pk)
    halaman = client.get(jawaban["Location"])
    for kata in ("2 isian akan berubah", "tw1.xlsx", kantor.polos.nama, "12,5", "=rapat", "I6"):
        assert kata in halaman.text, kata
    sidik = halaman.context["tinjauan"].sidik
    selesai = client.post(jawaban["Location"], {"sidik": sidik}, follow=True)
    assert "2 isian tersimpan dari tw1.xlsx" in selesai.text
    assert (kantor.baris().nilai, kantor.baris().upaya) == (12.5, "=rapat")
    assert "Tidak ada yang berubah" in client.get(jawaban["Location"]).text
    ulang = client.post(jawaban["Location"], {"sidik": sidik}, follow=True)
    assert "Isi tw1.xlsx sudah tersimpan semuanya." in ulang.text
    lembar = buka(unduh(client, kantor))[LEMBAR]
    assert lembar[f"P{baris(lembar, kunci(kantor))}"].value == "=rapat"


def test_yang_terhalang_tidak_dapat_disimpan(kantor):
    client = sebagai(kantor)
    mentah = isi_buku(
        unduh(client, kantor),
        {(kunci(kantor), "nilai"): "=RUMUS(A1)", (kunci(kantor), "upaya"): "x"},
    )
    tujuan = unggah(client, kantor, mentah)["Location"]
    halaman = client.get(tujuan)
    assert "1 sel perlu diperbaiki" in halaman.text
    assert "tempel sebagai nilai" in halaman.text
    assert 'name="sidik"' not in halaman.text
    with Tulisan() as tulisan:
        client.post(tujuan, {"sidik": halaman.context["tinjauan"].sidik})
    assert tulisan.perintah() == []


def test_berubah_di_antaranya_ditinjau_lagi(kantor):
    client = sebagai(kantor)
    mentah = isi_buku(unduh(client, kantor), {(kunci(kantor), "nilai"): 9})
    tujuan = unggah(client, kantor, mentah)["Location"]
    sidik = client.get(tujuan).context["tinjauan"].sidik
    kantor.isi(teks="7", oleh="perencana")
    jawaban = client.post(tujuan, {"sidik": sidik}, follow=True)
    assert "isinya berubah sejak Anda meninjaunya" in jawaban.text
    assert "Diubah orang lain." in jawaban.text
    assert kantor.baris().nilai == 7


def test_unggahan_orang_lain_tidak_ada(kantor):
    mentah = isi_buku(unduh(sebagai(kantor), kantor), {(kunci(kantor), "nilai"): 9})
    tujuan = unggah(sebagai(kantor), kantor, mentah)["Location"]
    for cara in ("get", "post"):
        assert getattr(sebagai(kantor, "perencana"), cara)(tujuan).status_code == 404
    for nomor in (0, 987654, 2**63):
        lain = alamat(kantor, "isi-tinjau", nomor)
        assert sebagai(kantor).get(lain).status_code == 404


@pytest.mark.parametrize(
    ("isi", "nama", "kata"),
    [
        (contoh.xlsx, "a.xlsx", "bukan lembar kerja realisasi"),
        (contoh.pdf, "a.xlsx", "sebenarnya PDF"),
        (contoh.pdf, "a.pdf", "Akhiran"),
        (lambda: contoh.tambah(contoh.xlsx(), {"xl/vbaProject.bin": b"x"}), "a.xlsx", "makro"),
        (lambda: contoh.xlsx()[:500], "a.xlsx", "rusak"),
    ],
)
def test_berkas_yang_ditolak(isi, nama, kata, kantor):
    client = sebagai(kantor)
    with Tulisan() as tulisan:
        jawaban = unggah(client, kantor, isi(), nama)
    assert (jawaban.status_code, kata in jawaban.text) == (200, True)
    assert "<title>Belum terunggah" in jawaban.text
    assert tulisan.perintah() == []


def test_tanpa_berkas(kantor):
    jawaban = sebagai(kantor).post(alamat(kantor, "isi-impor"), {})
    assert "Pilih lembar kerja yang sudah Anda isi." in jawaban.text


def test_lembar_tahun_lain_ditolak(kantor):
    mentah = unduh(sebagai(kantor), kantor)
    jawaban = sebagai(kantor).post(
        alamat(kantor, "isi-impor", tahun=2025), {"berkas": SimpleUploadedFile("a.xlsx", mentah)}
    )
    assert "tahun 2024, bukan dinas-uji tahun 2025" in jawaban.text


def test_pembaca_mengunduh_yang_terkunci_dan_tidak_mengimpor(kantor):
    for siapa in ("operator_lain", "pimpinan", "pembaca"):
        client = sebagai(kantor, siapa)
        lembar = buka(unduh(client, kantor))[LEMBAR]
        assert lembar[f"I{baris(lembar, kunci(kantor))}"].protection.locked
        assert client.get(alamat(kantor, "isi-impor")).status_code == 403
        assert unggah(client, kantor, contoh.xlsx()).status_code == 403
    for siapa in ("perencana_luar", "admin", "tanpa_tugas"):
        for nama in ("isi-excel", "isi-impor"):
            assert sebagai(kantor, siapa).get(alamat(kantor, nama)).status_code == 404


@pytest.mark.parametrize("banyaknya", [1, 3])
def test_kueri_unduhan_tetap(banyaknya, kantor, django_assert_max_num_queries):
    rencana = RencanaAksi.objects.get(unit=kantor.unit)
    for _ in range(banyaknya):
        baru = rumuskan(buat_indikator(kantor.polos.renstra_versi), frekuensi="triwulanan")
        jadwalkan(rencana, baru, "kumulatif", tw("1", "2", "3", "4"))
    client = sebagai(kantor, "perencana")
    with django_assert_max_num_queries(40) as kueri:
        unduh(client, kantor)
    assert len(kueri) == KUERI


KUERI = 20
