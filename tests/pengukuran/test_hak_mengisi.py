"""The right to enter, asked once for all indikator, is the one that is asked for each."""

from pengukuran.models import Realisasi
from pengukuran.permissions import boleh_mengisi, hak_mengisi
from perencanaan.models import PenanggungJawab
from tests.pengukuran.alat_isian import TAHUN
from tests.perencanaan.pabrik import buat_indikator


def test_sama_dengan_yang_ditanya_satu_satu(kantor):
    tanpa_pengisi = buat_indikator(kantor.polos.renstra_versi)
    milik_lain = buat_indikator(kantor.polos.renstra_versi)
    PenanggungJawab.objects.create(
        indikator_versi=milik_lain, unit=kantor.bidang_lain, mengisi=True
    )
    jawaban = set()
    for orang in kantor.orang.values():
        hak = hak_mengisi(orang, kantor.unit, TAHUN)
        for rumusan in (kantor.polos, kantor.rumus, tanpa_pengisi, milik_lain):
            baris = Realisasi(indikator=rumusan.indikator, unit=kantor.unit, tahun=TAHUN, bulan=12)
            assert hak.izin(rumusan.indikator_id) == boleh_mengisi(orang, baris)
            jawaban.add(hak.izin(rumusan.indikator_id))
    assert len(jawaban) == 4  # yes, no bidang at all, and one for each of the two bidang


def test_tiga_kueri_berapa_pun_indikatornya(kantor, django_assert_num_queries):
    for _ in range(3):
        buat_indikator(kantor.polos.renstra_versi)
    orang = kantor["operator"]
    with django_assert_num_queries(3):
        hak = hak_mengisi(orang, kantor.unit, TAHUN)
        assert hak.izin(kantor.polos.indikator_id)
