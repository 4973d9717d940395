"""The year before beside each sub-komponen, where the same codes stand under several komponen."""

import pytest

from evaluasi.models import Jawaban, NilaiSub, SubKomponen
from evaluasi.queries.lembar_lalu import semua_lalu
from evaluasi.services.lembar import buka_lembar
from tests.evaluasi.alat_lembar import alamat, sebagai
from tests.evaluasi.pabrik import instrumen_nasional, lembar_baru, nilai, pilihan, tahap

KODE = ("1", "2")
ISI = {"1": ("Ya", "A"), "2": ("Tidak", "CC")}


@pytest.fixture
def instrumen():
    """Its sub-komponen are a, b, c under every komponen."""
    instrumen = instrumen_nasional()
    for sub in SubKomponen.objects.filter(komponen__instrumen=instrumen):
        SubKomponen.objects.filter(pk=sub.pk).update(kode=sub.kode.rpartition(".")[2])
    return instrumen


@pytest.fixture
def lembar(pasuruan, orang, instrumen):
    """Of 2023; of 2022 the first criterion and the grade of 1.a and 2.a, each its own."""
    lalu = buka_lembar(
        unit=pasuruan, instrumen=instrumen, tahun_evaluasi=2023, tahun_kinerja=2022,
        oleh=orang.inspektorat,
    )  # fmt: skip
    bagian = tahap(lalu, "mandiri")
    for sub in sub_a(instrumen):
        jawaban, huruf = ISI[sub.komponen.kode]
        satu, catatan = sub.kriteria.first(), f"Komponen {sub.komponen.kode}."
        Jawaban.objects.create(
            tahap=bagian, kriteria=satu, pilihan=pilihan(satu, jawaban), catatan=catatan,
            dijawab_oleh=orang.unit,
        )  # fmt: skip
        NilaiSub.objects.create(
            tahap=bagian, sub=sub, pilihan=nilai(lalu, huruf), catatan=catatan,
            dinilai_oleh=orang.unit,
        )  # fmt: skip
    return lembar_baru(pasuruan, orang, instrumen)


def sub_a(instrumen) -> list[SubKomponen]:
    milik = SubKomponen.objects.filter(komponen__instrumen=instrumen, kode="a")
    return list(milik.filter(komponen__kode__in=KODE).select_related("komponen"))


def test_setiap_komponen_dengan_tahun_lalunya_sendiri(lembar, instrumen, orang):
    kriteria = {sub: list(sub.kriteria.all()) for sub in sub_a(instrumen)}
    hasil = semua_lalu(orang.unit, lembar, kriteria)
    for sub, semua in kriteria.items():
        milik, catatan = hasil[sub.pk], f"Komponen {sub.komponen.kode}."
        assert {satu.padanan for satu in milik.kriteria.values()} == {"sama"}
        assert len(milik.kriteria) == len(semua)
        assert milik.hilang == ()
        (jawaban,) = milik.kriteria[semua[0].pk].ucapan
        (huruf,) = milik.nilai
        assert (jawaban.isi.catatan, huruf.isi.catatan) == (catatan, catatan)


def test_di_halamannya(lembar, orang):
    for kode, lain in zip(KODE, reversed(KODE), strict=True):
        halaman = sebagai(orang.unit).get(alamat("lembar-isi", "mandiri"), {"sub": f"{kode}-a"})
        assert f"Komponen {kode}." in halaman.text
        assert f"Komponen {lain}." not in halaman.text
