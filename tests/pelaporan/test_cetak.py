"""The LKjIP is made by a worker, and fetched when it is ready."""

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse

from sakip.organisasi.models import Pengguna
from sakip.pekerjaan.models import Pekerjaan
from tests.pekerjaan.kerja import kerjakan

pytestmark = pytest.mark.pdf


@pytest.fixture
def pembaca(pasuruan, client):
    client.force_login(Pengguna.objects.get(nama_pengguna="inspektorat"))
    return client


def alamat(nama: str, tahun: int = 2023) -> str:
    return reverse(nama, kwargs={"kode": "pasuruan-bakesbangpol", "tahun": tahun})


def minta(pembaca, tahun: int = 2023):
    return pembaca.post(alamat("pelaporan:lkjip-cetak", tahun))


def test_diminta_disiapkan_lalu_diunduh(pembaca):
    jawaban = minta(pembaca)
    pekerjaan = Pekerjaan.objects.get()
    assert jawaban["Location"] == f"/pekerjaan/{pekerjaan.pk}/?otomatis=ya"
    assert str(pekerjaan) == "PDF LKjIP 2023"
    hasil = kerjakan()
    assert hasil.status == "selesai"
    assert hasil.hasil == {
        "alamat": alamat("pelaporan:lkjip-unduh"),
        "sebutan": "Unduh LKjIP 2023 (PDF)",
    }
    unduhan = pembaca.get(hasil.hasil["alamat"])
    assert unduhan["Content-Disposition"] == (
        'attachment; filename="LKjIP-pasuruan-bakesbangpol-2023.pdf"'
    )
    assert unduhan["Cache-Control"] == "private, no-store"
    assert unduhan.content.startswith(b"%PDF-")


def test_dua_kali_diminta_satu_pekerjaan(pembaca):
    tujuan = [minta(pembaca)["Location"] for _ in range(2)]
    assert tujuan[0] == tujuan[1]
    assert Pekerjaan.objects.count() == 1


def test_yang_belum_siap_kembali_ke_halamannya(pembaca, settings, tmp_path):
    settings.FOLDER_DOKUMEN = tmp_path
    jawaban = pembaca.get(alamat("pelaporan:lkjip-unduh"), follow=True)
    assert jawaban.redirect_chain == [(alamat("pelaporan:lkjip-baca"), 302)]
    assert "belum disiapkan" in str(*get_messages(jawaban.wsgi_request))
    assert "Siapkan PDF</button>" in jawaban.text


def test_pdf_yang_gagal_menjelaskan(pembaca, settings, tmp_path, monkeypatch):
    """Here the time allowed is over before the renderer has begun."""
    settings.FOLDER_DOKUMEN = tmp_path
    monkeypatch.setattr("sakip.dokumen.pdf.BATAS_DETIK", 0.01)
    minta(pembaca)
    hasil = kerjakan()
    assert (hasil.status, hasil.hasil) == ("gagal", None)
    assert hasil.alasan.startswith("PDF belum selesai dalam")


def test_tahun_tanpa_anggaran(pembaca):
    assert pembaca.get(alamat("pelaporan:lkjip-unduh", 2024)).status_code == 404


def test_terlalu_banyak_yang_menunggu(pembaca, settings):
    settings.PEKERJAAN_ANTRE_TERBANYAK = 1
    minta(pembaca, 2022)
    jawaban = minta(pembaca)
    assert jawaban["Location"] == alamat("pelaporan:lkjip-baca")
    assert "masih mempunyai 1 pekerjaan yang menunggu" in str(*get_messages(jawaban.wsgi_request))
