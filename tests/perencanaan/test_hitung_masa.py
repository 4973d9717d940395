import pytest

from perencanaan.hitung.masa import PANJANG, Frekuensi, akhir_masa, masa_selama, nama_masa, sebut
from perencanaan.models.dasar import Frekuensi as FrekuensiModel

BULANAN, TRIWULANAN = Frekuensi.BULANAN, Frekuensi.TRIWULANAN
SEMESTERAN, TAHUNAN = Frekuensi.SEMESTERAN, Frekuensi.TAHUNAN


def test_frekuensi_model_sama_dengan_frekuensi_hitung():
    assert set(FrekuensiModel.values) == {satu.value for satu in Frekuensi} == set(PANJANG)


@pytest.mark.parametrize(
    ("bulan", "frekuensi", "akhir"),
    [
        (1, BULANAN, 1), (12, BULANAN, 12),
        (1, TRIWULANAN, 3), (3, TRIWULANAN, 3), (4, TRIWULANAN, 6), (12, TRIWULANAN, 12),
        (6, SEMESTERAN, 6), (7, SEMESTERAN, 12),
        (1, TAHUNAN, 12), (12, TAHUNAN, 12),
    ],
)  # fmt: skip
def test_akhir_masa(bulan, frekuensi, akhir):
    assert akhir_masa(bulan, frekuensi) == akhir


@pytest.mark.parametrize(
    ("akhir", "panjang", "dipotong", "masa"),
    [
        (12, TAHUNAN, TRIWULANAN, [3, 6, 9, 12]),
        (6, TRIWULANAN, BULANAN, [4, 5, 6]),
        (12, SEMESTERAN, TRIWULANAN, [9, 12]),
        (2, BULANAN, TRIWULANAN, [3]),
        (4, BULANAN, TAHUNAN, [12]),
        (9, TRIWULANAN, SEMESTERAN, [12]),
        (6, TRIWULANAN, TRIWULANAN, [6]),
    ],
)
def test_masa_di_dalam_atau_di_sekitarnya(akhir, panjang, dipotong, masa):
    assert list(masa_selama(akhir, panjang, dipotong)) == masa


@pytest.mark.parametrize(
    ("bulan", "frekuensi", "nama"),
    [
        (2, BULANAN, "Februari"),
        (6, TRIWULANAN, "TW II"),
        (12, TRIWULANAN, "TW IV"),
        (6, SEMESTERAN, "Semester I"),
        (12, TAHUNAN, "setahun penuh"),
        (4, TRIWULANAN, "April"),
        (6, TAHUNAN, "Juni"),
    ],
)
def test_nama_masa(bulan, frekuensi, nama):
    assert nama_masa(bulan, frekuensi) == nama


@pytest.mark.parametrize(
    ("nama", "tertulis"),
    [([], ""), (["a"], "a"), (["a", "b"], "a dan b"), (["a", "b", "c"], "a, b, dan c")],
)
def test_sebut(nama, tertulis):
    assert sebut(nama) == tertulis
