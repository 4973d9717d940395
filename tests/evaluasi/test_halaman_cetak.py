"""The documents as downloads: who gets which."""

from io import BytesIO

import pytest
from django.contrib.messages import get_messages
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from evaluasi.dokumen.susun import susun_lhe
from evaluasi.services.lhe import terbitkan_lhe
from perencanaan.views.dasar import nomor_versi
from sakip.organisasi.models import Pengguna
from tests.evaluasi.pabrik import lhe_draf, lhe_kertas, rekomendasi_terbit


def buka(siapa: Pengguna, kode: str, jenis: str, bentuk: str = "xlsx", **isian: str):
    client = Client()
    client.force_login(siapa)
    return client.get(reverse("evaluasi:cetak", args=[kode, 2023, jenis, bentuk]), isian)


def test_buku_tindak_lanjut(pasuruan, orang, pemeran):
    rekomendasi_terbit(pasuruan, orang)
    for peran in ("operator", "pimpinan", "inspektorat", "pembaca"):
        jawaban = buka(pemeran[peran], pasuruan.kode, "tindak-lanjut")
        assert jawaban.status_code == 200
        assert jawaban["Content-Disposition"] == (
            f'attachment; filename="tindak-lanjut-{pasuruan.kode}-2023.xlsx"'
        )
    buku = load_workbook(BytesIO(jawaban.content))
    assert "Menyusun SOP pengukuran." in [sel.value for sel in buku.active["B"]]
    for peran in ("admin", "perencana_lain", "inspektorat_luar"):
        assert buka(pemeran[peran], pasuruan.kode, "tindak-lanjut").status_code == 404


def test_putusan_dan_bentuk_menurut_alamat(pasuruan, orang):
    rekomendasi_terbit(pasuruan, orang)
    jawaban = buka(orang.unit, pasuruan.kode, "tindak-lanjut", putusan="ya")
    semua = [sel.value for baris in load_workbook(BytesIO(jawaban.content)).active for sel in baris]
    assert "Putusan inspektorat" in semua
    jawaban = buka(orang.unit, pasuruan.kode, "tindak-lanjut", tata="puisi")
    assert (jawaban.status_code, "Yang ada: ringkas, komponen" in jawaban.text) == (404, True)


@pytest.mark.parametrize(
    ("jenis", "isian", "kata"),
    [
        ("puisi", {}, "Dokumen itu tidak ada"),
        ("tindak-lanjut", {}, "belum mempunyai LHE terbit"),
        ("lke", {}, "belum mempunyai lembar kerja"),
    ],
)
def test_yang_tidak_ada(jenis, isian, kata, pasuruan, orang):
    jawaban = buka(orang.unit, pasuruan.kode, jenis, **isian)
    assert jawaban.status_code == 404
    assert kata in jawaban.text


def test_draf_lhe_hanya_untuk_inspektorat(pasuruan, orang):
    lhe_draf(pasuruan, orang)
    assert buka(orang.inspektorat, pasuruan.kode, "lhe").status_code == 200
    assert buka(orang.unit, pasuruan.kode, "lhe").status_code == 404


def test_versi_lhe_seperti_di_halamannya(pasuruan, orang):
    """Of two years of evaluation, the second is the first of its own."""
    for tahun, nomor in ((2024, "700/1"), (2025, "700/2")):
        lhe = lhe_kertas(pasuruan, orang, tahun_evaluasi=tahun, nomor=nomor, tanggal=None)
        terbitkan_lhe(lhe, oleh=orang.inspektorat)
    client = Client()
    client.force_login(orang.unit)
    for versi, nomor in (("1", "700/1"), ("2", "700/2"), ("", "700/2")):
        halaman = client.get(reverse("evaluasi:lhe", args=[pasuruan.kode, 2023]), {"versi": versi})
        assert halaman.context["isi"].lhe.nomor == nomor
        tautan = reverse("evaluasi:cetak", args=[pasuruan.kode, 2023, "lhe", "pdf"])
        assert f'href="{tautan}{f"?versi={versi}" if versi else ""}"' in halaman.text
        dokumen = susun_lhe(pasuruan, 2023, nomor_versi(halaman.wsgi_request), pembaca=orang.unit)
        isi = str(list(dokumen.blok()))
        assert (nomor in isi, isi.count("700/")) == (True, 1)
    assert buka(orang.unit, pasuruan.kode, "lhe", versi="3").status_code == 404


@pytest.mark.pdf
def test_pdf_yang_gagal_kembali_ke_halamannya(pasuruan, orang, monkeypatch, settings, tmp_path):
    rekomendasi_terbit(pasuruan, orang)
    settings.FOLDER_DOKUMEN = tmp_path
    monkeypatch.setattr("sakip.dokumen.pdf.BATAS_DETIK", 0.01)
    jawaban = buka(orang.unit, pasuruan.kode, "tindak-lanjut", "pdf")
    assert jawaban["Location"] == reverse("evaluasi:rekomendasi", args=[pasuruan.kode, 2023])
    assert "PDF belum selesai dalam" in str(*get_messages(jawaban.wsgi_request))
