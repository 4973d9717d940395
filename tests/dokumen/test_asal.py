"""Dari mana angka ini?"""

from dataclasses import dataclass
from decimal import Decimal

import pytest
from django.template import RequestContext, Template
from django.test import RequestFactory

from sakip.dokumen.angka import Angka, Asal, Rujukan
from sakip.dokumen.asal import asal_angka
from sakip.dokumen.telusur import cari_angka, telusuri
from sakip.jejak.aksi import Aksi
from sakip.jejak.catat import catat
from sakip.organisasi.models import Unit


def angka(kunci: str, *dari: Angka, **lain: object) -> Angka:
    return Angka(Decimal(1), "1", kunci, Asal("aturan", dari, **lain))


@dataclass(frozen=True)
class Baris:
    nama: str
    angka: Angka | None
    lain: tuple[object, ...] = ()


class BukanData:
    angka = angka("tersembunyi")


def test_setiap_angka_ditemukan_dengan_bahannya():
    isi = {
        "satu": [Baris("a", angka("a", angka("a1"), angka("a2", angka("a21"))))],
        "dua": (Baris("b", None, ({"c": angka("c")}, "teks", 7)), BukanData(), Baris),
    }
    assert [satu.kunci for satu in telusuri(isi)] == ["a", "a1", "a2", "a21", "c"]
    assert cari_angka(isi, "a21") == angka("a21")
    assert cari_angka(isi, "tersembunyi") is None


def test_nama_dan_rujukan_bukan_asal_yang_lain():
    """Two papers may call a figure by two names; it is one figure."""
    rujukan = (Rujukan("perencanaan.renstra", 1, "Renstra"),)
    assert angka("a") == angka("a", nama="A", rujukan=rujukan)
    assert angka("a") != angka("a", angka("b"))


@pytest.mark.parametrize(
    ("nilai", "tampil", "utuh"),
    [
        ("117.92241946", "117,92", "117,922419"),
        ("100", "100,00", ""),
        ("97.20", "97,20", ""),
        ("4.28", "4,28%", ""),
        ("0.333333", "0", "0,333333"),
    ],
)
def test_angka_yang_dibulatkan_menyebut_yang_utuh(nilai, tampil, utuh):
    assert Angka(Decimal(nilai), tampil, "a", Asal("")).utuh == utuh


def test_tanpa_angka_tidak_ada_yang_utuh():
    assert Angka(None, "-", "a", Asal(""), "Tidak dijadwalkan.").utuh == ""


def test_rujukan_menyebut_perbuatan_terakhir_dalam_satu_kueri(
    pasuruan, pemeran, django_assert_num_queries
):
    satu, lain = Unit.objects.order_by("pk")[:2]
    for aksi in (Aksi.UNIT_DIBUAT, Aksi.UNIT_DIUBAH):
        catat(aksi, satu, oleh=pemeran["admin"])
    rujukan = [Rujukan("organisasi.unit", pk, "Unit") for pk in (satu.pk, lain.pk, 987654321)]
    bahan = angka("b", rujukan=(rujukan[2],))
    milik = angka("a", bahan, angka("c", rujukan=(rujukan[1],)), rujukan=(rujukan[0],))
    with django_assert_num_queries(1):
        asal = asal_angka(milik)
    assert asal.rujukan[0].terakhir.perbuatan == "mengubah unit"
    assert asal.rujukan[0].terakhir.pelaku == pemeran["admin"].nama
    assert asal.dari[0].rujukan[0].terakhir is None
    assert asal.dari[1].rujukan[0].terakhir.perbuatan == "memuat data contoh"


def tulis(milik: Angka, alamat: str = "/a/") -> str:
    konteks = RequestContext(RequestFactory().get(alamat), {"satu": milik})
    return Template("{% angka satu %}").render(konteks)


def test_angka_menuju_asalnya_dan_menyimpan_tempatnya():
    assert tulis(angka("capaian/7/2023"), "/a/?triwulan=2&angka=lama") == (
        '<a class="angka" href="?triwulan=2&amp;angka=capaian/7/2023#asal" data-asal>1</a>'
    )


def test_kunci_tidak_keluar_dari_alamatnya():
    assert 'href="?angka=a%26b%22%3E%23#asal"' in tulis(angka('a&b">#'))


@pytest.mark.parametrize(("tampil", "tercetak"), [("-", "-"), ("N/A", "N/A"), ("", "belum diisi")])
def test_keadaan_menyebut_alasannya(tampil, tercetak):
    milik = Angka(None, tampil, "a", Asal(""), 'Survei "tertunda".')
    assert tulis(milik) == (
        '<a class="angka keadaan" href="?angka=a#asal" data-asal '
        f'title="Survei &quot;tertunda&quot;.">{tercetak}</a>'
    )
