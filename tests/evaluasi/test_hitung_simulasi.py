"""The arithmetic of the simulator, the ranking and the map."""

from decimal import Decimal

import pytest

from evaluasi.hitung.nilai import BahanSub
from evaluasi.hitung.peringkat import peringkat, ringkas
from evaluasi.hitung.predikat import NILAI_SUB
from evaluasi.hitung.sebaran import Sebaran, sebaran
from evaluasi.hitung.simulasi import bagian_simulasi, kenaikan, simulasikan

SKALA = [satu.bagian for satu in NILAI_SUB]
D = Decimal


def susunan(*bagian: str | None) -> list[tuple[str, list[BahanSub[str]]]]:
    """Two komponen of two sub-komponen: 20 and 30 each."""
    milik = [None if satu is None else D(satu) for satu in bagian]
    return [
        ("1", [BahanSub("1.a", D(20), milik[0]), BahanSub("1.b", D(30), milik[1])]),
        ("2", [BahanSub("2.a", D(20), milik[2]), BahanSub("2.b", D(30), milik[3])]),
    ]


@pytest.mark.parametrize(
    ("bagian", "naik", "tambah"),
    [
        ("0.7", "0.8", "1.2"), ("0", "0.3", "3.6"), ("0.9", "1", "1.2"),
        ("0.625", "0.7", "0.9"),  # a mean of criteria lies between two grades
    ],
)  # fmt: skip
def test_kenaikan_satu_tingkat(bagian, naik, tambah):
    hasil = kenaikan(D(12), D(bagian), SKALA)
    assert hasil is not None
    assert (hasil.bagian, hasil.tambah) == (D(naik), D(tambah))


def test_yang_teratas_dan_yang_belum_dinilai_tidak_naik():
    assert kenaikan(D(12), D(1), SKALA) is None
    assert kenaikan(D(12), None, SKALA) is None


def test_yang_dipilih_mendahului_yang_dinaikkan():
    sub = [satu for _, milik in susunan("0.7", "0.7", "0.7", None) for satu in milik]
    hasil = bagian_simulasi(
        sub, SKALA, dipilih={"1.a": D("0.5")}, dinaikkan=["1.a", "1.b", "1.b", "2.b"]
    )
    assert hasil == {"1.a": D("0.5"), "1.b": D("0.8"), "2.a": D("0.7"), "2.b": None}


def test_total_predikat_dan_selisih():
    milik = susunan("0.7", "0.7", "0.7", "0.7")
    bagian = {"1.a": D("0.7"), "1.b": D("0.8"), "2.a": D("0.7"), "2.b": D("0.7")}
    hasil = simulasikan(milik, bagian)
    assert (hasil.kini.total, hasil.simulasi.total, hasil.selisih) == (D(70), D(73), D(3))
    assert hasil.kini.predikat is not None
    assert hasil.simulasi.predikat is not None
    # 70 itself is no BB yet
    assert (hasil.kini.predikat.kode, hasil.simulasi.predikat.kode) == ("B", "BB")


def test_tanpa_selisih_selagi_ada_yang_belum_dinilai():
    milik = susunan("0.7", "0.7", "0.7", None)
    hasil = simulasikan(milik, {"1.a": D(1), "1.b": D(1), "2.a": D(1), "2.b": D(1)})
    assert (hasil.kini.total, hasil.simulasi.total, hasil.selisih) == (None, D(100), None)


def test_nilai_sama_berperingkat_sama():
    assert peringkat([("a", D(75)), ("b", D(80)), ("c", D("75.00")), ("d", D(60))]) == {
        "b": 1, "a": 2, "c": 2, "d": 4,
    }  # fmt: skip
    assert peringkat([]) == {}


def test_ringkasan():
    hasil = ringkas([("a", D(75)), ("b", D(80)), ("c", D(80)), ("d", D(60))])
    assert hasil is not None
    assert (hasil.rata, hasil.tertinggi, hasil.pemilik_tertinggi) == (D("73.75"), D(80), ("b", "c"))
    assert (hasil.terendah, hasil.pemilik_terendah) == (D(60), ("d",))
    assert ringkas([]) is None


@pytest.mark.parametrize(
    ("terpenuhi", "semua", "hasil"),
    [
        (3, 3, Sebaran.SEMUA), (2, 3, Sebaran.SEBAGIAN_BESAR), (1, 2, Sebaran.SEBAGIAN_BESAR),
        (1, 3, Sebaran.SEBAGIAN_KECIL), (0, 3, Sebaran.TIDAK_ADA), (0, 0, Sebaran.TIDAK_ADA),
    ],
)  # fmt: skip
def test_sebaran(terpenuhi, semua, hasil):
    assert sebaran(terpenuhi, semua) is hasil


def test_sebaran_menolak_lebih_dari_semua():
    with pytest.raises(ValueError, match="4 of 3"):
        sebaran(4, 3)
