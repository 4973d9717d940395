"""Scores and letters: the figures that an LHE prints."""

from decimal import Decimal

import pytest

from evaluasi.hitung.nilai import BahanSub, bagian_kriteria, hitung_evaluasi, keluhan_bobot
from evaluasi.hitung.predikat import NILAI_SUB, PREDIKAT, Predikat, predikat
from sakip.lib.angka import tulis_angka

BOBOT = {
    "perencanaan": ("6", "9", "15"),
    "pengukuran": ("6", "9", "15"),
    "pelaporan": ("3", "4.5", "7.5"),
    "evaluasi": ("5", "7.5", "12.5"),
}
LEMBAR = {
    "perencanaan": ("A", "BB", "B"),
    "pengukuran": ("BB", "B", "CC"),
    "pelaporan": ("AA", "A", "BB"),
    "evaluasi": ("B", "CC", "C"),
}
BAGIAN = {satu.kode: satu.bagian for satu in NILAI_SUB}


def lembar(nilai=LEMBAR, bobot=BOBOT):
    return [
        (
            kunci,
            [
                BahanSub(f"{kunci}-{ke}", Decimal(berat), BAGIAN.get(huruf))
                for ke, (berat, huruf) in enumerate(zip(bobot[kunci], nilai[kunci], strict=True))
            ],
        )
        for kunci in bobot
    ]


def test_lembar_kerja_menurut_nilainya():
    hasil = hitung_evaluasi(lembar())
    tercetak = [tulis_angka(satu.nilai, 2, buang_nol=False) for satu in hasil.komponen]
    assert tercetak == ["23,10", "20,10", "13,05", "14,25"]
    assert [satu.bobot for satu in hasil.komponen] == [30, 30, 15, 25]
    assert (hasil.total, hasil.predikat.kode, hasil.belum) == (Decimal("70.5"), "BB", ())


@pytest.mark.parametrize(
    ("huruf", "total"),
    [("AA", 100), ("A", 90), ("BB", 80), ("B", 70), ("CC", 60), ("C", 50), ("D", 30), ("E", 0)],
)
def test_satu_nilai_di_mana_mana(huruf, total):
    hasil = hitung_evaluasi(lembar(dict.fromkeys(BOBOT, (huruf,) * 3)))
    assert hasil.total == total


def test_lembar_yang_belum_lengkap_tanpa_total():
    nilai = LEMBAR | {"pelaporan": ("AA", "", "BB"), "evaluasi": ("", "", "")}
    hasil = hitung_evaluasi(lembar(nilai))
    assert (hasil.total, hasil.predikat) == (None, None)
    assert hasil.belum == ("pelaporan-1", "evaluasi-0", "evaluasi-1", "evaluasi-2")
    assert [satu.nilai for satu in hasil.komponen] == [
        Decimal("23.1"), Decimal("20.1"), Decimal(9), None,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("total", "huruf"),
    [
        ("0", "D"), ("30", "D"), ("30.01", "C"), ("50", "C"), ("50.01", "CC"), ("60", "CC"),
        ("60.01", "B"), ("70", "B"), ("70.01", "BB"), ("80", "BB"), ("80.01", "A"), ("85", "A"),
        ("90", "A"), ("90.01", "AA"), ("100", "AA"), ("65.51", "B"), ("75.51", "BB"),
        ("90.000001", "AA"),
    ],
)  # fmt: skip
def test_predikat_menurut_batasnya(total, huruf):
    assert predikat(Decimal(total)).kode == huruf


def test_setiap_predikat_bersebutan():
    assert [satu.sebutan for satu in PREDIKAT] == [
        "Sangat Memuaskan", "Memuaskan", "Sangat Baik", "Baik", "Cukup", "Kurang", "Sangat Kurang",
    ]  # fmt: skip


@pytest.mark.parametrize("total", ["-0.01", "100.01"])
def test_total_di_luar_skala_ditolak(total):
    with pytest.raises(ValueError, match="between 0 and 100"):
        predikat(Decimal(total))


def test_predikat_menurut_tabel_lain():
    tabel = (Predikat("X", "Lulus", Decimal(50)), Predikat("Y", "Belum", Decimal(20)))
    assert predikat(Decimal(50), tabel).kode == "Y"
    with pytest.raises(ValueError, match="no letter"):
        predikat(Decimal(20), tabel)


@pytest.mark.parametrize(
    ("bobot", "keluhan"),
    [
        (["60", "40"], ""),
        (["60", "39.99"], "Jumlah bobot 99,99, seharusnya 100"),
        (["60", "40", "20"], "Jumlah bobot 120, seharusnya 100"),
        (["100", "0"], "harus di atas 0"),
        (["120", "-20"], "harus di atas 0"),
        ([], "Jumlah bobot 0"),
    ],
)
def test_bobot_yang_tidak_genap_dikatakan(bobot, keluhan):
    hasil = keluhan_bobot(Decimal(satu) for satu in bobot)
    assert hasil.startswith(keluhan) or keluhan in hasil
    assert bool(hasil) == bool(keluhan)


def test_bobot_yang_tidak_genap_tidak_dihitung():
    with pytest.raises(ValueError, match="Jumlah bobot"):
        hitung_evaluasi(lembar(bobot=BOBOT | {"evaluasi": ("5", "7.5", "12")}))


def test_bagian_di_luar_batas_ditolak():
    with pytest.raises(ValueError, match="share"):
        hitung_evaluasi([("a", [BahanSub("a", Decimal(100), Decimal("1.1"))])])


def test_bagian_dari_kriteria_yang_dijawab():
    semua = [Decimal(1), Decimal("0.5"), None, Decimal(0)]
    assert bagian_kriteria(semua) == Decimal("0.375")
    assert bagian_kriteria([None, None]) is None
    assert bagian_kriteria([]) is None
