"""Two governments in one installation: neither sees anything of the other."""

import pytest
from django.test import Client
from django.urls import reverse

from pengukuran.models import Realisasi
from perencanaan.models import IndikatorVersi, Simpul
from sakip.organisasi.models import Pemda, Pengguna, Unit

SISI = {
    "lampung": ("lampung-kesbangpol", 2024, ("sekretariat-lampung", "inspektorat-lampung")),
    "pasuruan": ("pasuruan-bakesbangpol", 2023, ("sekretariat", "inspektorat")),
}
ORANG = [(sini, nama) for sini, isi in SISI.items() for nama in isi[2]]
# words of each side that the other's pages never hold
KHAS = {"lampung": "Lampung", "pasuruan": "Pasuruan"}
HALAMAN = [
    "beranda:tahun", "beranda:cari", "beranda:periksa", "perencanaan:renstra",
    "perencanaan:perjanjian", "perencanaan:rencana-aksi", "pengukuran:anggaran",
    "pengukuran:capaian",
]  # fmt: skip


def seberang(sini: str) -> str:
    return next(lain for lain in SISI if lain != sini)


def masuk(nama: str) -> Client:
    client = Client()
    client.force_login(Pengguna.objects.get(nama_pengguna=nama))
    return client


def buka(client: Client, halaman: str, sisi: str, **isian: str):
    kode, tahun, _ = SISI[sisi]
    return client.get(reverse(halaman, kwargs={"kode": kode, "tahun": tahun}), isian)


@pytest.mark.parametrize("halaman", HALAMAN)
@pytest.mark.parametrize(("sini", "nama"), ORANG)
def test_alamat_pemda_lain_tidak_ada(sini, nama, halaman, lampung, pasuruan):
    client = masuk(nama)
    sendiri, lain = buka(client, halaman, sini), buka(client, halaman, seberang(sini))
    assert (sendiri.status_code, lain.status_code) == (200, 404)
    assert KHAS[sini] in sendiri.text
    assert KHAS[seberang(sini)] not in sendiri.text + lain.text


@pytest.mark.parametrize(("sini", "nama"), ORANG)
def test_pencarian_hanya_di_pemda_sendiri(sini, nama, lampung, pasuruan):
    """Both have programs of these words."""
    client = masuk(nama)
    jawaban = buka(client, "beranda:cari", sini, q="Organisasi Kemasyarakatan")
    assert "Program Pemberdayaan dan Pengawasan" in jawaban.text
    assert KHAS[seberang(sini)] not in jawaban.text


@pytest.mark.parametrize(("sini", "nama"), ORANG)
def test_daftar_hanya_memuat_milik_sendiri(sini, nama, lampung, pasuruan):
    pengguna = Pengguna.objects.get(nama_pengguna=nama)
    pemda = {"lampung": lampung, "pasuruan": pasuruan}[sini].pemda
    unit = Unit.objects.untuk(pengguna)
    assert {satu.pemda for satu in unit} == {pemda}
    for model, jalur in (
        (Realisasi, "unit__pemda"),
        (IndikatorVersi, "indikator__unit__pemda"),
        (Simpul, "renstra_versi__renstra__unit__pemda"),
    ):
        milik = set(model.objects.untuk(pengguna).values_list(jalur, flat=True))
        assert milik == {pemda.pk}


@pytest.mark.parametrize(("nama", "sini"), [("admin-lampung", "lampung"), ("admin", "pasuruan")])
def test_admin_mengurus_pemdanya_saja(nama, sini, lampung, pasuruan):
    pengguna = Pengguna.objects.get(nama_pengguna=nama)
    pemda = {"lampung": lampung, "pasuruan": pasuruan}[sini].pemda
    assert list(Pemda.objects.untuk(pengguna)) == [pemda]
    client = masuk(nama)
    status = {
        satu.kode: client.get(reverse("organisasi:unit", args=[satu.kode])).status_code
        for satu in (lampung.pemda, pasuruan.pemda)
    }
    assert status == {satu.kode: 200 if satu == pemda else 404
                      for satu in (lampung.pemda, pasuruan.pemda)}  # fmt: skip
