"""What the criteria met suggest, the scales of questions, and rules between criteria."""

from decimal import Decimal

import pytest

from evaluasi.hitung.predikat import NILAI_SUB
from evaluasi.hitung.saran import (
    JenisSub,
    Pelanggaran,
    pelanggaran_keberadaan,
    pelanggaran_prasyarat,
    saran_nilai,
)
from evaluasi.hitung.skala import SKALA


@pytest.mark.parametrize(
    ("terpenuhi", "semua", "kode"),
    [
        (0, 11, "E"), (1, 11, "D"), (1, 4, "D"), (3, 11, "C"), (2, 4, "C"), (6, 11, "CC"),
        (3, 4, "CC"), (9, 11, "B"), (10, 11, "B"), (11, 11, "BB"), (1, 1, "BB"), (0, 1, "E"),
        (75, 100, "CC"), (76, 100, "B"), (50, 100, "C"), (51, 100, "CC"), (25, 100, "D"),
        (26, 100, "C"),
    ],
)  # fmt: skip
def test_saran_menurut_kriteria_terpenuhi(terpenuhi, semua, kode):
    assert saran_nilai(terpenuhi, semua) == kode


def test_saran_tidak_pernah_melebihi_bb():
    huruf = [satu.kode for satu in NILAI_SUB]
    for semua in range(1, 30):
        urut = [huruf.index(saran_nilai(satu, semua)) for satu in range(semua + 1)]
        assert urut == sorted(urut, reverse=True)
        assert min(urut) == huruf.index("BB")


def test_tanpa_kriteria_tanpa_saran():
    assert saran_nilai(0, 0) is None


@pytest.mark.parametrize(("terpenuhi", "semua"), [(2, 1), (-1, 1)])
def test_jumlah_yang_mustahil_ditolak(terpenuhi, semua):
    with pytest.raises(ValueError, match="criteria"):
        saran_nilai(terpenuhi, semua)


@pytest.mark.parametrize(
    ("kode", "bagian", "terpenuhi"),
    [
        ("ya-tidak", ["1", "0"], ["Ya"]),
        ("a-c", ["1", "0.5", "0"], ["A"]),
        ("a-d", ["1", "0.66", "0.33", "0"], ["A", "B"]),
        ("a-e", ["1", "0.75", "0.5", "0.25", "0"], ["A", "B"]),
    ],
)
def test_skala_pertanyaan(kode, bagian, terpenuhi):
    (skala,) = (satu for satu in SKALA if satu.kode == kode)
    assert [satu.bagian for satu in skala.pilihan] == [Decimal(satu) for satu in bagian]
    assert [satu.kode for satu in skala.pilihan if satu.terpenuhi] == terpenuhi


def test_jawaban_di_atas_prasyaratnya_disebut():
    bagian = {"ada": Decimal("0.5"), "baik": Decimal(1), "dipakai": Decimal("0.5")}
    prasyarat = {"baik": "ada", "dipakai": "ada", "lain": "ada", "ada": "kosong"}
    assert pelanggaran_prasyarat(bagian, prasyarat) == [
        Pelanggaran("baik", "ada", Decimal(1), Decimal("0.5"))
    ]


def test_tanpa_keberadaan_tanpa_kualitas_dan_pemanfaatan():
    nol, sebagian = Decimal(0), Decimal("0.5")
    sub = [
        ("a", JenisSub.KEBERADAAN, nol),
        ("b", JenisSub.KUALITAS, sebagian),
        ("c", JenisSub.PEMANFAATAN, nol),
        ("d", JenisSub.LAIN, sebagian),
    ]
    assert pelanggaran_keberadaan(sub) == [Pelanggaran("b", "a", sebagian, nol)]
    assert pelanggaran_keberadaan([("a", JenisSub.KEBERADAAN, sebagian), *sub[1:]]) == []
    assert pelanggaran_keberadaan([("a", JenisSub.KEBERADAAN, None), *sub[1:]]) == []
