"""Scores by criteria, and the option that nothing is good or used that does not exist."""

from decimal import Decimal

import pytest

from evaluasi.models import Instrumen, Kriteria, NilaiSub
from evaluasi.queries.hasil import bagian_sub, hasil_tahap, keluhan_tahap
from evaluasi.services.instrumen import berlakukan, salin_instrumen
from evaluasi.services.lembar import beri_nilai, jawab, mulai_tahap, selesaikan_tahap
from evaluasi.status import CaraNilai
from sakip.lib.transisi import KeadaanSalah
from tests.evaluasi.pabrik import (
    instrumen_nasional,
    jawab_semua,
    lembar_baru,
    nilai,
    pilihan,
    selesai_mandiri,
    sub_dari,
    tahap,
)


@pytest.fixture
def lembar_lain(pasuruan, orang):
    """A worksheet by an instrument of the pemda's own, with what a test wants to differ."""

    def buat(**beda: object):
        draf = salin_instrumen(
            instrumen_nasional(), pemda=pasuruan.pemda, tahun=2024, oleh=orang.inspektorat
        )
        Instrumen.objects.filter(pk=draf.pk).update(**beda)
        draf.refresh_from_db()
        berlakukan(draf, oleh=orang.inspektorat)
        lembar = lembar_baru(pasuruan, orang, draf)
        selesai_mandiri(lembar, orang)
        bagian = tahap(lembar, "evaluator")
        mulai_tahap(bagian, oleh=orang.inspektorat)
        return bagian

    return buat


def test_nilai_menurut_rata_rata_kriteria(lembar_lain, orang):
    bagian = lembar_lain(cara=CaraNilai.KRITERIA.value)
    with pytest.raises(KeadaanSalah, match="dihitung dari kriterianya"):
        beri_nilai(
            bagian,
            sub_dari(bagian.lembar)[0],
            oleh=orang.inspektorat,
            pilihan=nilai(bagian.lembar, "BB"),
        )
    assert hasil_tahap(bagian).total is None
    jawab_semua(bagian, orang.inspektorat)
    satu = Kriteria.objects.filter(sub__komponen__instrumen=bagian.lembar.instrumen)[0]
    jawab(bagian, satu, oleh=orang.inspektorat, pilihan=pilihan(satu, "Tidak"), versi=1)
    selesaikan_tahap(bagian, oleh=orang.inspektorat)
    hasil = hasil_tahap(bagian)
    # five of six criteria of 1.a, which weighs 6
    assert (hasil.total, hasil.predikat.kode) == (Decimal(99), "AA")
    assert hasil.komponen[0].nilai == Decimal(29)


def test_kriteria_yang_belum_dijawab_bernilai_nol(lembar_lain, orang):
    bagian = lembar_lain(cara=CaraNilai.KRITERIA.value)
    sub = sub_dari(bagian.lembar)[3]
    satu = sub.kriteria.first()
    jawab(bagian, satu, oleh=orang.inspektorat, pilihan=pilihan(satu, "Ya"))
    assert bagian_sub(bagian)[sub.pk].quantize(Decimal("0.0001")) == Decimal("0.3333")
    assert keluhan_tahap(bagian) == ["79 kriteria belum dijawab, mulai dari 1.a.1. Jawab semuanya."]


@pytest.mark.parametrize("dahulu", [True, False])
def test_tanpa_keberadaan_tanpa_nilai_lain(dahulu, lembar_lain, orang):
    bagian = lembar_lain(keberadaan_dahulu=dahulu)
    huruf = ("E", "BB", "E", *("BB",) * 9)
    for sub, kode in zip(sub_dari(bagian.lembar), huruf, strict=True):
        beri_nilai(
            bagian,
            sub,
            oleh=orang.inspektorat,
            pilihan=nilai(bagian.lembar, kode),
            catatan="Menurut uji.",
        )
    assert keluhan_tahap(bagian) == (
        [
            "Sub-komponen 1.b bernilai, padahal 1.a (keberadaan) tidak bernilai. Perbaiki salah "
            "satunya."
        ]
        if dahulu
        else []
    )


def test_banyaknya_kueri_tetap(lembar_lain, orang, django_assert_num_queries):
    bagian = lembar_lain()
    for sub in sub_dari(bagian.lembar):
        beri_nilai(
            bagian,
            sub,
            oleh=orang.inspektorat,
            pilihan=nilai(bagian.lembar, "BB"),
            catatan="Menurut uji.",
        )
    assert NilaiSub.objects.count() == 12
    bagian = tahap(bagian.lembar, "evaluator")
    bagian.lembar.instrumen.pk  # noqa: B018 -- read before counting
    with django_assert_num_queries(4):
        hasil_tahap(bagian)
