"""A pemda, a unit or an object that is not one's own is answered like one that does not exist."""

import re

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from tests.izin.matriks import MATRIKS, ORANG_LUAR, Baris
from tests.izin.panggung import Id, Panggung
from tests.organisasi.alat import Tulisan

TIDAK_ADA = 987654321
DI_PEMDA = [b for b in MATRIKS if "pemda" in dict(b.isian)]
# addresses that name an object besides the pemda: a number, or the code of a unit
BEROBJEK = [b for b in DI_PEMDA if any(isinstance(i, Id) or n == "kode" for n, i in b.isian)]
DI_UNIT = [b for b in MATRIKS if "kode" in dict(b.isian) and b not in DI_PEMDA]


def tanpa_token(jawaban: HttpResponse) -> tuple[int, str]:
    """What a stranger sees, without the CSRF token, which differs in every answer."""
    isi = re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", jawaban.text)
    return jawaban.status_code, isi


def jawab(client: Client, cara: str, baris: Baris, panggung: Panggung, **ganti) -> HttpResponse:
    """The answer at an address in which some parts are others; nothing may be written."""
    isian = panggung.alamat(dict(baris.isian)) | ganti
    tujuan = reverse(baris.url, kwargs=isian)
    with Tulisan() as tulisan:
        jawaban = getattr(client, cara)(tujuan, panggung.kiriman(baris.kirim))
    assert tulisan.perintah() == []
    return jawaban


def cara(baris: Baris) -> list[str]:
    return [c for c, j in (("get", baris.get), ("post", baris.post)) if j["operator"] != 405]


def yang_berhak(baris: Baris) -> str:
    return "admin" if "admin" in baris.alasan else "bagian_organisasi"


@pytest.mark.parametrize("baris", DI_PEMDA, ids=lambda baris: baris.url)
def test_pemda_orang_lain_dan_pemda_tak_ada_dijawab_sama(baris, panggung):
    for nama in ORANG_LUAR:
        client = panggung.sebagai(nama)
        for satu in cara(baris):
            asing = jawab(client, satu, baris, panggung)
            tak_ada = jawab(client, satu, baris, panggung, pemda="tidak-ada")
            assert (nama, asing.status_code) == (nama, 404)
            assert tanpa_token(asing) == tanpa_token(tak_ada)


@pytest.mark.parametrize("baris", BEROBJEK, ids=lambda baris: baris.url)
def test_objek_pemda_lain_di_bawah_alamat_sendiri(baris, panggung):
    """By number or code, opened and written to: 404, as for one that there never was."""
    client = panggung.sebagai(yang_berhak(baris))
    for nama in [n for n, i in baris.isian if isinstance(i, Id) or n == "kode"]:
        luar = {"kode": "dinas-luar"} if nama == "kode" else {
            nama: panggung.alamat(dict(baris.isian), luar=True)[nama]
        }  # fmt: skip
        hampa = {nama: "tidak-ada" if nama == "kode" else TIDAK_ADA}
        for satu in cara(baris):
            asing = jawab(client, satu, baris, panggung, **luar)
            tak_ada = jawab(client, satu, baris, panggung, **hampa)
            assert (asing.status_code, tak_ada.status_code) == (404, 404)
            kode = [tanpa_token(asing)[1].replace("dinas-luar", "X"), tanpa_token(tak_ada)[1]]
            assert kode[0] == kode[1].replace("tidak-ada", "X")


@pytest.mark.parametrize("baris", BEROBJEK, ids=lambda baris: baris.url)
def test_orang_luar_tidak_sampai_lewat_alamat_pemdanya_sendiri(baris, panggung):
    """The admin of another pemda, under its own address, with the objects of this one."""
    client = panggung.sebagai("admin_luar" if yang_berhak(baris) == "admin" else "bagian_luar")
    for satu in cara(baris):
        assert jawab(client, satu, baris, panggung, pemda="kab-luar").status_code == 404


@pytest.mark.parametrize("nomor", [0, 2**31, 2**63, 10**30])
@pytest.mark.parametrize(
    "baris", [b for b in BEROBJEK if "pk" in dict(b.isian)], ids=lambda baris: baris.url
)
def test_nomor_di_luar_jangkauan_basis_data(baris, nomor, panggung):
    client = panggung.sebagai(yang_berhak(baris))
    for satu in cara(baris):
        assert jawab(client, satu, baris, panggung, pk=nomor).status_code == 404


@pytest.mark.parametrize("baris", DI_UNIT, ids=lambda baris: baris.url)
def test_unit_asing_dan_unit_tak_ada_dijawab_sama(baris, panggung):
    client = panggung.sebagai("operator")
    for satu in cara(baris):
        asing, tak_ada = (
            jawab(client, satu, baris, panggung, kode=kode)
            for kode in (panggung.unit_lain.kode, "tidak-ada")
        )
        assert asing.status_code == 404
        assert tanpa_token(asing) == tanpa_token(tak_ada)
