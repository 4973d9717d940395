"""What is over the limit is read past, and the form says so."""

import resource
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from sakip.berkas.models import Berkas
from sakip.berkas.ukuran import MB
from tests.berkas import contoh

pytestmark = pytest.mark.urls("tests.berkas.alamat")


@pytest.fixture
def kirim(client, pemeran, settings, tmp_path):
    """Posts a form as a browser does, with the text after the file."""
    settings.UNGGAH_MAKS = 3 * MB
    settings.FILE_UPLOAD_TEMP_DIR = tmp_path
    client.force_login(pemeran["operator"])

    def kirim(**isian):
        return client.post("/uji/unggah/", {**isian, "keterangan": "triwulan II"})

    return kirim


def sementara(tmp_path: Path) -> list[Path]:
    return [berkas for berkas in tmp_path.iterdir() if berkas.is_file()]


def test_unggahan_biasa_sampai(kirim, tmp_path):
    isi = contoh.pdf()
    jawaban = kirim(berkas=SimpleUploadedFile("laporan.pdf", isi))
    berkas = Berkas.objects.get(pk=jawaban.json()["berkas"])
    assert (berkas.nama, berkas.ukuran) == ("laporan.pdf", len(isi))
    assert sementara(tmp_path) == []


def test_unggahan_lewat_cakram_pun_sampai(kirim):
    """Larger than what Django keeps in memory."""
    isi = contoh.gambar("PNG", (1000, 900), compress_level=0)
    assert 2.5 * MB < len(isi) < 3 * MB
    assert kirim(berkas=SimpleUploadedFile("a.png", isi)).status_code == 200


def test_unggahan_raksasa_tidak_memenuhi_cakram(kirim, tmp_path):
    """Nothing above the limit reaches the disk: writing more would be an error here."""
    lunak, keras = resource.getrlimit(resource.RLIMIT_FSIZE)
    isi = SimpleUploadedFile("video.pdf", b"%PDF-" + b"\0" * (30 * MB))
    resource.setrlimit(resource.RLIMIT_FSIZE, (4 * MB, keras))
    try:
        jawaban = kirim(berkas=isi)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (lunak, keras))
    pesan = "Berkas ini 30 MB; paling besar 3 MB. Kecilkan, atau bagi menjadi beberapa berkas."
    assert jawaban.status_code == 422
    assert jawaban.json() == {"galat": {"berkas": [pesan]}, "keterangan": "triwulan II"}
    assert (Berkas.objects.count(), sementara(tmp_path)) == (0, [])


def test_batas_tepat_diterima(kirim, settings):
    settings.UNGGAH_MAKS = len(contoh.pdf())
    assert kirim(berkas=SimpleUploadedFile("a.pdf", contoh.pdf())).status_code == 200
    settings.UNGGAH_MAKS -= 1
    assert "paling besar" in kirim(berkas=SimpleUploadedFile("b.pdf", contoh.pdf())).text


def test_yang_terlalu_besar_tidak_menyeret_yang_lain(kirim):
    """Two files in one form: the counters of one are not those of the other."""
    besar = SimpleUploadedFile("a.pdf", b"\0" * (4 * MB))
    jawaban = kirim(lampiran=besar, berkas=SimpleUploadedFile("a.pdf", contoh.pdf()))
    assert jawaban.status_code == 200


def test_permintaan_yang_lebih_panjang_dari_formulir_mana_pun(kirim, settings):
    settings.UNGGAH_MAKS, settings.DATA_UPLOAD_MAX_NUMBER_FILES = MB, 2
    jawaban = kirim(berkas=SimpleUploadedFile("a.pdf", b"\0" * (3 * MB)))
    assert (jawaban.status_code, Berkas.objects.count()) == (400, 0)


def test_berkas_terlalu_banyak(kirim, settings):
    settings.DATA_UPLOAD_MAX_NUMBER_FILES = 2

    def beberapa(banyaknya: int) -> int:
        berkas = [SimpleUploadedFile(f"{n}.pdf", contoh.pdf()) for n in range(banyaknya)]
        return kirim(berkas=berkas).status_code

    assert [beberapa(2), beberapa(3)] == [200, 400]
