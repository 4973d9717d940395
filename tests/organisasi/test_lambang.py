"""The crest: sent by the admin with the identity, seen by who has a role in the pemda."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from sakip.berkas.models import Berkas
from sakip.jejak.aksi import Aksi
from sakip.organisasi.models import Pemda
from tests.berkas.contoh import pdf, png
from tests.organisasi.alat import JejakBaru, kirim, tak_berubah

PEMDA = "/pemda/kota-pasuruan/"


@pytest.fixture
def admin(pemeran, client) -> Client:
    client.force_login(pemeran["admin"])
    return client


def gambar(isi: bytes | None = None) -> SimpleUploadedFile:
    return SimpleUploadedFile("lambang.png", png() if isi is None else isi, "image/png")


def test_lambang_terlihat_oleh_orang_pemda_saja(admin, pemeran):
    kirim(admin, PEMDA, lambang_baru=gambar())
    terlihat = set()
    for nama, orang in pemeran.orang.items():
        client = Client()
        client.force_login(orang)
        jawaban = client.get(f"{PEMDA}lambang/")
        if jawaban.status_code == 200:
            assert (jawaban["Content-Type"], jawaban.content) == ("image/png", png())
            terlihat.add(nama)
    assert set(pemeran.orang) - terlihat == {"inspektorat_luar", "tanpa_tugas"}
    assert f'src="{PEMDA}lambang/"' in admin.get(PEMDA).text


def test_lambang_tercatat_dan_bertahan_bila_tidak_dikirim_lagi(admin, pemeran):
    jejak = JejakBaru()
    kirim(admin, PEMDA, lambang_baru=gambar())
    pemda = Pemda.objects.get(pk=pemeran.unit.pemda_id)
    assert jejak.aksi() == [Aksi.BERKAS_DIUNGGAH, Aksi.PEMDA_DIUBAH]
    assert jejak.baris()[-1].sesudah == {"lambang_id": pemda.lambang_id}
    kirim(admin, PEMDA, kedudukan="Lain")
    assert Pemda.objects.get(pk=pemda.pk).lambang_id == pemda.lambang_id


@pytest.mark.parametrize("isi", [b"", b"bukan gambar", pdf()], ids=["kosong", "teks", "pdf"])
def test_yang_bukan_gambar_ditolak(isi, admin):
    sebelum = Berkas.objects.count()
    with tak_berubah():
        jawaban = kirim(admin, PEMDA, lambang_baru=gambar(isi))
    assert list(jawaban.context["form"].errors) == ["lambang_baru"]
    assert Berkas.objects.count() == sebelum


def test_tanpa_lambang_tidak_ada_halaman(admin):
    jawaban = admin.get(f"{PEMDA}lambang/")
    assert jawaban.status_code == 404
    assert "Kota Pasuruan belum mempunyai lambang di sini." in jawaban.text
    assert "<img" not in admin.get(PEMDA).text
