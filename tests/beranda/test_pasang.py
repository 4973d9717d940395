"""Rows of an example are compared without reading what they point to."""

import pytest
from django.core.exceptions import ValidationError

from perencanaan.models import Indikator
from sakip.beranda.muat.pasang import Pemasang, identitas
from sakip.organisasi.models import Unit
from tests.pemeran import buat_unit

TANDA = {"identitas": identitas("uji", "indikator", "satu")}


def test_yang_sama_dibiarkan_yang_berpindah_diubah(pasuruan, django_assert_num_queries):
    lain = buat_unit(pasuruan.pemda, "dinas-lain", "Dinas Lain")
    pemasang = Pemasang()
    pemasang.pasang(Indikator, TANDA, unit=pasuruan)
    with django_assert_num_queries(1):
        pemasang.pasang(Indikator, TANDA, unit=pasuruan)
    assert pemasang.ringkasan() == "1 dibuat, 0 diubah, 1 tetap"
    pemasang.pasang(Indikator, TANDA, unit=lain)
    assert pemasang.ringkasan() == "1 dibuat, 1 diubah, 1 tetap"
    assert Indikator.objects.get(**TANDA).unit == lain


def test_kunci_yang_ditulis_sebagai_nomor_tetap_dicari(pasuruan):
    """Only a row at hand is known to be there."""
    with pytest.raises(ValidationError, match="unit"):
        Pemasang().pasang(Indikator, TANDA, unit_id=987654321)


def test_baris_lain_yang_belum_tersimpan_ditolak(pasuruan):
    with pytest.raises(ValidationError, match="unit"):
        Pemasang().pasang(Indikator, TANDA, unit=Unit(nama="Belum ada"))
