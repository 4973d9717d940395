"""What the history of an evaluation keeps from those it was hidden from while it was made."""

from datetime import date

import pytest
from django.urls import reverse

from evaluasi.models import CatatanKomponen, Jawaban, NilaiSub
from evaluasi.services.lembar import (
    beri_nilai,
    buka_kembali_tahap,
    jawab,
    mulai_tahap,
    selesaikan_tahap,
)
from evaluasi.services.lhe import catat_komponen, terbitkan_lhe
from sakip.organisasi.peran import Peran
from tests.evaluasi.alat_lembar import sebagai
from tests.evaluasi.pabrik import (
    instrumen_nasional,
    kriteria_dari,
    lembar_baru,
    lhe_kertas,
    nilai,
    pilihan,
    selesai_mandiri,
    sub_dari,
    tahap,
)
from tests.perencanaan.pabrik import buat_versi

LAMA = "<del>Semula begini.</del>"


def baca(siapa, objek, kode="pasuruan-bakesbangpol") -> str:
    isi = [kode, 2023, objek._meta.label_lower, objek.pk]
    jawaban = sebagai(siapa).get(reverse("beranda:riwayat", args=isi))
    assert jawaban.status_code == 200
    return jawaban.text


def tulis_dua_kali(bagian, kriteria, oleh) -> Jawaban:
    isi = {"oleh": oleh, "pilihan": pilihan(kriteria, "Ya")}
    awal = jawab(bagian, kriteria, catatan="Semula begini.", **isi)
    return jawab(bagian, kriteria, catatan="Lalu begitu.", versi=awal.versi, **isi)


@pytest.fixture
def lembar(pasuruan, orang, rekaman):
    return rekaman.putar(_lembar, pasuruan, orang)


def _lembar(unit, orang):
    """Finished by both, each having written one answer twice, the evaluator one grade too."""
    lembar = lembar_baru(unit, orang)
    mandiri = selesai_mandiri(lembar, orang)
    buka_kembali_tahap(mandiri, oleh=orang.inspektorat, alasan="Diperiksa lagi.")
    mandiri = tahap(lembar, "mandiri")
    satu = kriteria_dari(lembar)[0]
    Jawaban.objects.get(tahap=mandiri, kriteria=satu).delete()
    tulis_dua_kali(mandiri, satu, orang.unit)
    selesaikan_tahap(mandiri, oleh=orang.unit)
    bagian = tahap(lembar, "evaluator")
    mulai_tahap(bagian, oleh=orang.inspektorat)
    tulis_dua_kali(bagian, satu, orang.inspektorat)
    isi = {"oleh": orang.inspektorat, "pilihan": nilai(lembar, "BB")}
    for sub in sub_dari(lembar):
        awal = beri_nilai(bagian, sub, catatan="Semula begini.", **isi)
    beri_nilai(bagian, sub, catatan="Lalu begitu.", versi=awal.versi, **isi)
    selesaikan_tahap(bagian, oleh=orang.inspektorat)
    return lembar


@pytest.mark.parametrize(
    ("kelas", "perbuatan"),
    [(Jawaban, "menjawab kriteria"), (NilaiSub, "memberi nilai sub-komponen")],
)
def test_isi_tahap_inspektorat_hanya_untuk_inspektorat(kelas, perbuatan, lembar, orang, pemeran):
    """To others who did it and when, also once the stage is finished."""
    objek = kelas.objects.get(tahap__tahap__kode="evaluator", catatan="Lalu begitu.")
    for siapa in ("perencana", "bagian_organisasi"):
        halaman = baca(pemeran[siapa], objek)
        assert halaman.count(perbuatan) == 2
        assert str(orang.inspektorat) in halaman
        assert LAMA not in halaman
    assert LAMA in baca(orang.inspektorat, objek)


def test_isi_tahap_unit_terbaca_semua(lembar, orang, pemeran):
    objek = Jawaban.objects.get(tahap__tahap__kode="mandiri", catatan="Lalu begitu.")
    for siapa in ("perencana", "bagian_organisasi", "inspektorat"):
        assert LAMA in baca(pemeran[siapa], objek)


def test_menurut_unit_objeknya_bukan_alamatnya(pasuruan, orang, pemeran):
    """An auditor of another pemda who reads this unit is a reader here, at any address."""
    lhe = lhe_kertas(pasuruan, orang)
    komponen = instrumen_nasional().komponen.first()
    catat_komponen(lhe, komponen, oleh=orang.inspektorat, catatan="Semula begini.")
    catatan = CatatanKomponen.objects.get(lhe=lhe)
    catat_komponen(
        lhe, komponen, oleh=orang.inspektorat, catatan="Lalu begitu.", versi=catatan.versi
    )
    terbitkan_lhe(lhe, oleh=orang.inspektorat)
    buat_versi(pemeran.unit_luar)  # what opens a year of that unit
    luar = pemeran["inspektorat_luar"]
    luar.penugasan.create(peran=Peran.PEMBACA, unit=pasuruan, dari=date(2023, 1, 1))
    assert LAMA in baca(orang.inspektorat, catatan)
    for kode in (pasuruan.kode, pemeran.unit_luar.kode):
        assert LAMA not in baca(luar, catatan, kode)
