"""No constraint without an attempt to break it, and an attempt that is refused elsewhere fails."""

import pytest
from django.db import transaction

from sakip.organisasi.models import Pemda, Skala
from tests.lib.kendala import ditolak, salin, semua_kendala, ubah_mentah
from tests.organisasi import test_kendala as organisasi
from tests.organisasi import test_kendala_waktu as waktu
from tests.organisasi.test_kendala_waktu import baris_waktu  # noqa: F401 -- a fixture
from tests.pengukuran import test_kendala as pengukuran
from tests.perencanaan import test_kendala as perencanaan

MODUL = (organisasi, waktu, perencanaan, pengukuran)


def semua(nama: str) -> list[tuple]:
    """The rows of one table of all modules; a module may lack a table."""
    return [baris for modul in MODUL for baris in getattr(modul, nama, [])]


def test_setiap_kendala_dicoba():
    dicoba = {baris[0] for baris in (*semua("LANGGAR"), *semua("KEMBAR"))}
    dicoba |= {nama for baris in semua("LANGGAR_GANDA") for nama in baris[0]}
    assert dicoba == set(semua_kendala())


@pytest.mark.usefixtures("baris_waktu")
@pytest.mark.parametrize(("kendala", "model", "pilih", "isi"), semua("LANGGAR"))
def test_tulisan_mentah_ditolak(kendala, model, pilih, isi):
    with ditolak(kendala):
        ubah_mentah(model.objects.get(**pilih), isi)


@pytest.mark.parametrize(("kendala", "model", "pilih", "isi"), semua("LANGGAR_GANDA"))
def test_kata_asing_ditolak(pasuruan, kendala, model, pilih, isi):
    with ditolak(*kendala):
        ubah_mentah(model.objects.get(**pilih), isi)


@pytest.mark.usefixtures("baris_waktu")
@pytest.mark.parametrize(("kendala", "model", "pilih", "beda"), semua("KEMBAR"))
def test_baris_kembar_ditolak(kendala, model, pilih, beda):
    with ditolak(kendala):
        salin(model.objects.get(**pilih), **beda)


@pytest.mark.parametrize(("model", "pilih", "isi"), semua("DITERIMA"))
def test_baris_sah_diterima(pasuruan, model, pilih, isi):
    baris = model.objects.get(**pilih)
    ubah_mentah(baris, isi)
    baris.refresh_from_db()
    baris.full_clean()


@pytest.mark.parametrize(("model", "pilih", "beda"), semua("KEMBAR_DITERIMA"))
def test_baris_yang_berbeda_diterima(pasuruan, model, pilih, beda):
    baris = model.objects.get(**pilih)
    assert salin(baris, **beda).pk != baris.pk


def test_tulisan_yang_diterima_tertangkap(pasuruan):
    with pytest.raises(pytest.fail.Exception), transaction.atomic(), ditolak("pemda_jenis_dikenal"):
        ubah_mentah(Pemda.objects.get(), "jenis = 'kota'")


def test_pelanggaran_kendala_lain_tertangkap(pasuruan):
    with pytest.raises(AssertionError), ditolak("pemda_jenis_dikenal"):
        salin(Skala.objects.get())
