"""No constraint without an attempt to break it, and an attempt that is refused elsewhere fails."""

from collections.abc import Iterator

import pytest
from django.db import transaction

from sakip.organisasi.models import Pemda, Skala
from tests.berkas import test_kendala as berkas
from tests.berkas.test_kendala import siapkan_berkas
from tests.dokumen import test_kendala_terbit as terbit
from tests.dokumen.test_kendala_terbit import siapkan_terbit
from tests.evaluasi import test_kendala as evaluasi
from tests.evaluasi import test_kendala_tindak_lanjut as tindak_lanjut
from tests.evaluasi.baris import siapkan_evaluasi
from tests.jejak import test_kendala as jejak
from tests.jejak.test_kendala import siapkan_kiriman
from tests.lib.kendala import ditolak, salin, semua_kendala, ubah_mentah
from tests.modul import semodul
from tests.organisasi import test_kendala as organisasi
from tests.organisasi import test_kendala_waktu as waktu
from tests.organisasi.test_kendala_waktu import siapkan_waktu
from tests.pekerjaan import test_kendala as pekerjaan
from tests.pekerjaan.test_kendala import siapkan_pekerjaan
from tests.pelaporan import test_kendala as pelaporan
from tests.pelaporan.baris import siapkan_laporan
from tests.pengingat import test_kendala as pengingat
from tests.pengingat.test_kendala import siapkan_pengingat
from tests.pengukuran import test_kendala as pengukuran
from tests.pengukuran import test_kendala_bukti as bukti
from tests.pengukuran import test_kendala_isian as isian
from tests.pengukuran import test_kendala_pelaku as pelaku
from tests.pengukuran.baris import siapkan_ukur
from tests.perencanaan import test_kendala as perencanaan
from tests.perencanaan import test_kendala_perjanjian as perjanjian
from tests.perencanaan import test_kendala_rencana_aksi as rencana_aksi
from tests.perencanaan import test_kendala_rumusan as rumusan
from tests.perencanaan.baris import siapkan_rencana

MODUL = (
    berkas,
    jejak,
    organisasi,
    waktu,
    pekerjaan,
    pengingat,
    terbit,
    perencanaan,
    rumusan,
    perjanjian,
    rencana_aksi,
    pengukuran,
    bukti,
    pelaku,
    isian,
    pelaporan,
    evaluasi,
    tindak_lanjut,
)


def semua(nama: str) -> list[tuple]:
    """The rows of one table of all modules; a module may lack a table."""
    return [baris for modul in MODUL for baris in getattr(modul, nama, [])]


@pytest.fixture(scope="module")
def baris_semua(django_db_setup, django_db_blocker, tmp_path_factory) -> Iterator[None]:
    """The rows of every app's models that the example lacks."""
    folder = tmp_path_factory.mktemp("berkas")
    with semodul(django_db_blocker, FOLDER_BERKAS=folder) as pasuruan:
        siapkan_berkas(pasuruan)
        siapkan_kiriman(pasuruan)
        siapkan_waktu(pasuruan)
        siapkan_pekerjaan(pasuruan)
        siapkan_pengingat(pasuruan)
        siapkan_terbit(pasuruan)
        siapkan_laporan(pasuruan)
        siapkan_ukur(siapkan_rencana(pasuruan.pemda))
        siapkan_evaluasi(pasuruan)
        with django_db_blocker.block():
            yield


@pytest.fixture
def siap(baris_semua, db) -> None:
    """They stand, and what a test does to them is undone."""


def test_setiap_kendala_dicoba():
    dicoba = {baris[0] for baris in (*semua("LANGGAR"), *semua("KEMBAR"))}
    dicoba |= {nama for baris in semua("LANGGAR_GANDA") for nama in baris[0]}
    assert dicoba == set(semua_kendala())


@pytest.mark.usefixtures("siap")
@pytest.mark.parametrize(("kendala", "model", "pilih", "isi"), semua("LANGGAR"))
def test_tulisan_mentah_ditolak(kendala, model, pilih, isi):
    with ditolak(kendala):
        ubah_mentah(model.objects.get(**pilih), isi)


@pytest.mark.parametrize(("kendala", "model", "pilih", "isi"), semua("LANGGAR_GANDA"))
def test_kata_asing_ditolak(siap, kendala, model, pilih, isi):
    with ditolak(*kendala):
        ubah_mentah(model.objects.get(**pilih), isi)


@pytest.mark.usefixtures("siap")
@pytest.mark.parametrize(("kendala", "model", "pilih", "beda"), semua("KEMBAR"))
def test_baris_kembar_ditolak(kendala, model, pilih, beda):
    baris = model.objects.get(**pilih)
    with ditolak(kendala):
        salin(baris, **(beda(baris) if callable(beda) else beda))


@pytest.mark.parametrize(("model", "pilih", "isi"), semua("DITERIMA"))
def test_baris_sah_diterima(siap, model, pilih, isi):
    baris = model.objects.get(**pilih)
    ubah_mentah(baris, isi)
    baris.refresh_from_db()
    baris.full_clean()


@pytest.mark.parametrize(("model", "pilih", "beda"), semua("KEMBAR_DITERIMA"))
def test_baris_yang_berbeda_diterima(siap, model, pilih, beda):
    baris = model.objects.get(**pilih)
    assert salin(baris, **beda).pk != baris.pk


def test_tulisan_yang_diterima_tertangkap(pasuruan):
    with pytest.raises(pytest.fail.Exception), transaction.atomic(), ditolak("pemda_jenis_dikenal"):
        ubah_mentah(Pemda.objects.get(), "jenis = 'kota'")


def test_pelanggaran_kendala_lain_tertangkap(pasuruan):
    with pytest.raises(AssertionError), ditolak("pemda_jenis_dikenal"):
        salin(Skala.objects.get())
