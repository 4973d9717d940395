"""The history of any object of the cycle, as its readers get it."""

import pytest
from django.urls import reverse

from pengukuran.models import Realisasi
from perencanaan.models import PerjanjianKinerja, RenstraVersi
from sakip.jejak.aksi import Aksi
from sakip.jejak.catat import catat
from sakip.organisasi.models import Pengguna
from tests.perencanaan.pabrik import buat_versi


@pytest.fixture
def pembaca(pasuruan, client):
    client.force_login(Pengguna.objects.get(nama_pengguna="inspektorat"))
    return client


def alamat(jenis: str, pk: int) -> str:
    isian = {"kode": "pasuruan-bakesbangpol", "tahun": 2023, "jenis": jenis, "pk": pk}
    return reverse("beranda:riwayat", kwargs=isian)


@pytest.mark.parametrize("kelas", [RenstraVersi, PerjanjianKinerja, Realisasi])
def test_menceritakan_siapa_berbuat_apa(kelas, pembaca):
    objek = kelas.objects.first()
    catat(Aksi.RENCANA_DITETAPKAN, objek, oleh=None, alasan="Sudah diperiksa.")
    isi = pembaca.get(alamat(objek._meta.label_lower, objek.pk)).text
    assert "menetapkan" in isi
    assert "memuat data contoh" in isi
    assert "Alasan: Sudah diperiksa." in isi
    assert isi.index("menetapkan") < isi.index("memuat data contoh")


@pytest.mark.parametrize(
    "jenis",
    ["organisasi.pengguna", "jejak.catatanjejak", "perencanaan.tidakada", "renstra", "a.b.c"],
)
def test_jenis_lain_tidak_ada(jenis, pembaca):
    assert pembaca.get(alamat(jenis, 1)).status_code == 404


def test_milik_unit_lain_tidak_ada(pembaca, client, pemeran):
    """The code in the address is one's own; the object is another pemda's."""
    asing = buat_versi(pemeran.unit_luar)
    client.force_login(pemeran["operator"])
    assert client.get(alamat("perencanaan.renstraversi", asing.pk)).status_code == 404


def test_lima_puluh_sehalaman(pembaca, django_assert_num_queries):
    versi = RenstraVersi.objects.first()
    for ke in range(120):
        catat(Aksi.RENCANA_DISEGARKAN, versi, oleh=None, alasan=f"ke-{ke}.")
    jalur = alamat("perencanaan.renstraversi", versi.pk)
    halaman = [pembaca.get(jalur, {"halaman": satu}) for satu in (1, 3)]
    assert [len(satu.context["riwayat"]) for satu in halaman] == [50, 21]
    assert "Alasan: ke-119." in halaman[0].text
    assert "Halaman 3 dari 3" in halaman[1].text
    with django_assert_num_queries(9):
        pembaca.get(jalur)


def test_penggantian_tahun_menuju_beranda(pembaca):
    """The object is not one of another year."""
    versi = RenstraVersi.objects.first()
    isi = pembaca.get(alamat("perencanaan.renstraversi", versi.pk)).text
    assert 'href="/unit/pasuruan-bakesbangpol/2022/' in isi
    assert 'href="/unit/pasuruan-bakesbangpol/2022/riwayat/' not in isi


def test_realisasi_disebut_menurut_indikatornya(pembaca):
    realisasi = Realisasi.objects.filter(tahun=2023, indikator__rumusan__nama="Indeks Stabilitas")
    milik = realisasi.first()
    isi = pembaca.get(alamat("pengukuran.realisasi", milik.pk)).text
    assert "Realisasi: Indeks Stabilitas, setahun penuh 2023" in isi
    assert str(milik.indikator.identitas) not in isi
