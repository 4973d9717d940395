"""No constraint without an attempt to break it, and an attempt that is refused elsewhere fails."""

import pytest
from django.db import transaction

from sakip.organisasi.models import Pemda, Skala
from tests.lib.kendala import ditolak, salin, semua_kendala, ubah_mentah
from tests.organisasi import test_kendala as organisasi
from tests.organisasi import test_kendala_waktu as waktu
from tests.pengukuran import test_kendala as pengukuran
from tests.perencanaan import test_kendala as perencanaan


def test_setiap_kendala_dicoba():
    dicoba = {
        baris[0] for uji in (organisasi, waktu, perencanaan, pengukuran) for baris in uji.LANGGAR
    }
    dicoba |= {
        baris[0] for uji in (organisasi, waktu, perencanaan, pengukuran) for baris in uji.KEMBAR
    }
    dicoba |= {
        nama
        for uji in (perencanaan, pengukuran)
        for baris in uji.LANGGAR_GANDA
        for nama in baris[0]
    }
    assert dicoba == set(semua_kendala())


def test_tulisan_yang_diterima_tertangkap(pasuruan):
    with pytest.raises(pytest.fail.Exception), transaction.atomic(), ditolak("pemda_jenis_dikenal"):
        ubah_mentah(Pemda.objects.get(), "jenis = 'kota'")


def test_pelanggaran_kendala_lain_tertangkap(pasuruan):
    with pytest.raises(AssertionError), ditolak("pemda_jenis_dikenal"):
        salin(Skala.objects.get())
