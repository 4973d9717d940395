"""The workbook of the LKE through the pages: downloaded, sent back, looked at, confirmed."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from evaluasi.lembar_kerja.bentuk import BENTUK
from evaluasi.models import Jawaban
from evaluasi.services.impor import buku_tersimpan
from evaluasi.services.lembar import mulai_tahap
from sakip.berkas.models import Berkas
from sakip.dokumen.buku.baca import BukuSalah
from tests.berkas import contoh
from tests.evaluasi.alat_buku import (
    CATATAN,
    PILIHAN,
    buka,
    isi_buku,
    isi_tahap,
    jawab,
    jawab_dalam_buku,
    kunci,
)
from tests.evaluasi.alat_buku import alamat as alamat_sel
from tests.evaluasi.alat_lembar import alamat, sebagai, sub
from tests.evaluasi.pabrik import kriteria_dari, selesai_mandiri, tahap
from tests.organisasi.alat import Tulisan

KUERI = 45


def unduh(client, kode="mandiri") -> bytes:
    jawaban = client.get(alamat("lembar-excel", kode))
    assert jawaban.status_code == 200
    assert jawaban["Content-Disposition"] == (
        f'attachment; filename="lke-pasuruan-bakesbangpol-2023-{kode}.xlsx"'
    )
    return jawaban.content


def unggah(client, mentah, nama="lke.xlsx", kode="mandiri"):
    return client.post(alamat("lembar-impor", kode), {"berkas": SimpleUploadedFile(nama, mentah)})


def test_diunduh_diisi_ditinjau_disimpan(mandiri, orang):
    client, (satu, dua, *_) = sebagai(orang.unit), kriteria_dari(mandiri.lembar)
    mentah = isi_buku(
        unduh(client), {(satu, PILIHAN): "Ya", (satu, CATATAN): "=SK", (dua, PILIHAN): "Tidak"}
    )
    jawaban = unggah(client, mentah)
    berkas = Berkas.objects.get(unit=mandiri.lembar.unit, diunggah_oleh=orang.unit)
    assert jawaban["Location"] == alamat("lembar-tinjau", "mandiri", berkas.pk)
    halaman = client.get(jawaban["Location"])
    for kata in ("3 isian akan berubah", "lke.xlsx", satu.uraian, "=SK", "Kriteria 1.a.2"):
        assert kata in halaman.text, kata
    assert alamat_sel(mentah, satu) in halaman.text
    assert halaman.text.count("btn-primary") == 1
    sidik = halaman.context["tinjauan"].sidik
    assert not Jawaban.objects.filter(tahap=mandiri).exists()
    selesai = client.post(jawaban["Location"], {"sidik": sidik})
    assert selesai["Location"] == alamat("lembar")
    lke = client.get(selesai["Location"])
    assert "3 isian tersimpan dari lke.xlsx" in lke.text
    assert "2 dari 80 kriteria dijawab" in lke.text
    assert isi_tahap(mandiri) == {kunci(satu): ("Ya", "=SK"), kunci(dua): ("Tidak", "")}
    assert "Tidak ada yang berubah" in client.get(jawaban["Location"]).text
    ulang = client.post(jawaban["Location"], {"sidik": sidik}, follow=True)
    assert "Isi lke.xlsx sudah tersimpan semuanya." in ulang.text
    lagi = unduh(client)
    assert buka(lagi)[BENTUK.lembar][alamat_sel(lagi, satu, CATATAN)].value == "=SK"


def test_evaluator_melalui_halaman(lembar, orang):
    selesai_mandiri(lembar, orang)
    bagian = tahap(lembar, "evaluator")
    mulai_tahap(bagian, oleh=orang.inspektorat)
    client = sebagai(orang.inspektorat)
    milik = sub(lembar)
    mentah = isi_buku(unduh(client, "evaluator"), {(milik, PILIHAN): "BB"})
    tujuan = unggah(client, mentah, kode="evaluator")["Location"]
    assert "Kriterianya belum dijawab pada tahap ini" in client.get(tujuan).text
    mentah = isi_buku(mentah, {(milik, CATATAN): "Dokumen lengkap."})
    tujuan = unggah(client, mentah, kode="evaluator")["Location"]
    client.post(tujuan, {"sidik": client.get(tujuan).context["tinjauan"].sidik})
    assert isi_tahap(bagian) == {kunci(milik): ("BB", "Dokumen lengkap.")}


def test_yang_terhalang_tidak_dapat_disimpan(mandiri, orang, asli):
    client, (satu, dua, *_) = sebagai(orang.unit), kriteria_dari(mandiri.lembar)
    tujuan = unggah(client, isi_buku(asli, {(satu, PILIHAN): "Mungkin", (dua, PILIHAN): "Ya"}))[
        "Location"
    ]
    halaman = client.get(tujuan)
    assert "1 sel perlu diperbaiki" in halaman.text
    assert "Pilih salah satu: Ya, Tidak." in halaman.text
    assert 'name="sidik"' not in halaman.text
    with Tulisan() as tulisan:
        client.post(tujuan, {"sidik": halaman.context["tinjauan"].sidik})
    assert tulisan.perintah() == []


def test_berubah_di_antaranya_ditinjau_lagi(mandiri, orang, asli):
    client, (satu, *_) = sebagai(orang.unit), kriteria_dari(mandiri.lembar)
    tujuan = unggah(client, isi_buku(asli, {(satu, PILIHAN): "Ya"}))["Location"]
    sidik = client.get(tujuan).context["tinjauan"].sidik
    jawab(mandiri, satu, "Tidak", orang.unit)
    jawaban = client.post(tujuan, {"sidik": sidik}, follow=True)
    assert "isinya berubah sejak Anda meninjaunya" in jawaban.text
    assert "Diubah orang lain." in jawaban.text
    assert isi_tahap(mandiri) == {kunci(satu): ("Tidak", "")}


def test_unggahan_orang_lain_atau_tahap_lain_tidak_ada(mandiri, orang, asli, pemeran):
    client, (satu, *_) = sebagai(orang.unit), kriteria_dari(mandiri.lembar)
    tujuan = unggah(client, isi_buku(asli, {(satu, PILIHAN): "Ya"}))["Location"]
    assert sebagai(orang.inspektorat).get(tujuan).status_code == 403
    assert sebagai(pemeran["perencana_lain"]).get(tujuan).status_code == 404
    for nomor in (0, 987654, 2**63):
        assert client.get(alamat("lembar-tinjau", "mandiri", nomor)).status_code == 404
    assert client.get(alamat("lembar-impor", "entah")).status_code == 404
    # the evaluator's stage is not the unit's to see, whatever is sent there
    assert unggah(client, contoh.xlsx(), kode="evaluator").status_code == 404
    berkas = Berkas.objects.get(diunggah_oleh=orang.unit, unit=mandiri.lembar.unit)
    pindah = alamat("lembar-tinjau", "evaluator", berkas.pk)
    assert client.get(pindah).status_code == 404
    # nor can one who sees that stage have it read there
    with pytest.raises(BukuSalah, match="untuk tahap “Penilaian mandiri”"):
        buku_tersimpan(berkas, tahap=tahap(mandiri.lembar, "evaluator"))


def selesai_mandiri_lewat(mandiri) -> None:
    mandiri.status = "selesai"
    mandiri.save(update_fields=["status"])


DITOLAK = [
    (contoh.xlsx, "a.xlsx", "bukan LKE dalam Excel untuk diisi"),
    (contoh.pdf, "a.xlsx", "sebenarnya PDF"),
    (contoh.pdf, "a.pdf", "Akhiran"),
    (contoh.xlsx, "a.xlsm", "Akhiran"),
    (lambda: contoh.tambah(contoh.xlsx(), {"xl/vbaProject.bin": b"x"}), "a.xlsx", "makro"),
    (lambda: contoh.xlsx()[:500], "a.xlsx", "rusak"),
]


def test_berkas_yang_ditolak(mandiri, orang):
    client = sebagai(orang.unit)
    for isi, nama, kata in DITOLAK:
        with Tulisan() as tulisan:
            jawaban = unggah(client, isi(), nama)
        assert (jawaban.status_code, kata in jawaban.text) == (200, True), kata
        assert "<title>Belum terunggah" in jawaban.text, kata
        assert tulisan.perintah() == [], kata


def test_cetakan_lke_bukan_lembar_kerja(mandiri, orang):
    """The LKE printed as an Excel file is there to be read, and says so when it is sent back."""
    client = sebagai(orang.unit)
    cetakan = client.get(alamat("cetak", "lke", "xlsx"))
    assert "bukan LKE dalam Excel untuk diisi" in unggah(client, cetakan.content).text


def test_tanpa_berkas(mandiri, orang):
    jawaban = sebagai(orang.unit).post(alamat("lembar-impor", "mandiri"), {})
    assert "Pilih lembar kerja yang sudah Anda isi." in jawaban.text


def test_tahap_yang_tertutup_menyebut_sebabnya(mandiri, orang):
    client, (satu, *_) = sebagai(orang.unit), kriteria_dari(mandiri.lembar)
    mentah = isi_buku(unduh(client), {(satu, PILIHAN): "Ya"})
    selesai_mandiri_lewat(mandiri)
    halaman = client.get(alamat("lembar-impor", "mandiri"))
    assert "Tahap “Penilaian mandiri” selesai, sehingga tidak dapat diisi." in halaman.text
    assert 'type="file"' not in halaman.text
    with Tulisan() as tulisan:
        assert unggah(client, mentah).status_code == 200
    assert tulisan.perintah() == []
    lembar = buka(unduh(client))[BENTUK.lembar]
    assert lembar[alamat_sel(mentah, satu)].protection.locked


def test_tombolnya_ada_di_tahap_yang_dapat_diisi(mandiri, orang, pemeran):
    unduhan, impor = (alamat(nama, "mandiri") for nama in ("lembar-excel", "lembar-impor"))
    for halaman in (alamat("lembar-isi", "mandiri"), alamat("lembar")):
        teks = sebagai(orang.unit).get(halaman).text
        assert f'href="{impor}">Isi dari Excel<' in teks
        # one name for one page: it both gives the workbook and takes it
        assert unduhan not in teks
        for siapa in ("pimpinan", "inspektorat"):
            teks = sebagai(pemeran[siapa]).get(halaman).text
            assert [satu in teks for satu in (unduhan, impor)] == [False, False]
    assert f'href="{unduhan}"' in sebagai(orang.unit).get(impor).text
    # the print has a name of its own
    cetakan = alamat("cetak", "lke", "xlsx")
    assert f'href="{cetakan}">Cetakan Excel<' in sebagai(orang.unit).get(alamat("lembar")).text


BUKAN_PENGISI = [
    ("pimpinan", 200, 403), ("pembaca", 200, 403), ("inspektorat", 200, 403),
    ("perencana_lain", 404, 404), ("inspektorat_luar", 404, 404), ("tanpa_tugas", 404, 404),
]  # fmt: skip


def test_yang_bukan_pengisi(mandiri, pemeran):
    for siapa, unduhan, impor in BUKAN_PENGISI:
        client = sebagai(pemeran[siapa])
        assert client.get(alamat("lembar-excel", "mandiri")).status_code == unduhan, siapa
        assert client.get(alamat("lembar-impor", "mandiri")).status_code == impor, siapa
        assert unggah(client, contoh.xlsx()).status_code == impor, siapa


def test_kueri_tetap(mandiri, orang):
    """One answer or sixty, in as many queries: the workbook, and what it would change."""
    client, semua = sebagai(orang.unit), kriteria_dari(mandiri.lembar)
    unduhan, tinjauan = set(), set()
    for kriteria in (semua[:1], semua[:60]):
        with CaptureQueriesContext(connection) as kueri:
            mentah = unduh(client)
        unduhan.add(len(kueri))
        tujuan = unggah(client, jawab_dalam_buku(mentah, kriteria))["Location"]
        with CaptureQueriesContext(connection) as kueri:
            assert len(client.get(tujuan).context["tinjauan"].berubah) == len(kriteria)
        tinjauan.add(len(kueri))
        for satu in semua[60:] if len(kriteria) == 1 else ():
            jawab(mandiri, satu, "Tidak", orang.unit, catatan="Belum.")
    assert (len(unduhan), len(tinjauan)) == (1, 1)
    assert max(unduhan | tinjauan) < KUERI
