"""The share followed up by the pemda's rule, and findings that come back."""

from decimal import Decimal

import pytest

from evaluasi.hitung.berulang import (
    CalonBerulang,
    Terdahulu,
    calon_berulang,
    kemiripan,
    tahun_ke,
)
from evaluasi.hitung.tindak_lanjut import (
    RUMUS_PERSEN,
    TANPA_REKOMENDASI,
    AturanPersen,
    StatusTindakLanjut,
    persen_tindak_lanjut,
)
from sakip.lib.angka import bulatkan

S = StatusTindakLanjut
CAMPUR = [S.SESUAI, S.SESUAI, S.BELUM_SESUAI, S.BELUM_DITINDAKLANJUTI, S.TIDAK_DAPAT]


@pytest.mark.parametrize(
    ("status", "aturan", "persen", "pembagi"),
    [
        (CAMPUR, AturanPersen.DARI_SEMUA, "40", 5),
        (CAMPUR, AturanPersen.TANPA_TIDAK_DAPAT, "50", 4),
        ([S.SESUAI] * 3, AturanPersen.DARI_SEMUA, "100", 3),
        ([S.TIDAK_DAPAT], AturanPersen.DARI_SEMUA, "0", 1),
    ],
)
def test_persen_menurut_aturannya(status, aturan, persen, pembagi):
    hasil = persen_tindak_lanjut(status, aturan)
    assert (hasil.persen, hasil.pembagi, hasil.aturan) == (Decimal(persen), pembagi, aturan)


def test_dua_dari_tiga_tidak_dibulatkan():
    hasil = persen_tindak_lanjut([S.SESUAI, S.SESUAI, S.BELUM_SESUAI], AturanPersen.DARI_SEMUA)
    assert str(hasil.persen).startswith("66.66666666666666666666")


@pytest.mark.parametrize(
    ("status", "aturan"),
    [([], AturanPersen.DARI_SEMUA), ([S.TIDAK_DAPAT], AturanPersen.TANPA_TIDAK_DAPAT)],
)
def test_tanpa_pembagi_tanpa_persen(status, aturan):
    hasil = persen_tindak_lanjut(status, aturan)
    assert (hasil.persen, hasil.alasan) == (None, TANPA_REKOMENDASI)


def test_setiap_aturan_dapat_dicetak():
    assert set(RUMUS_PERSEN) == set(AturanPersen)


def test_berulang_dihitung_menurut_tahunnya():
    assert tahun_ke([2023]) == 1
    assert tahun_ke([2021, 2023, 2022, 2023]) == 3
    with pytest.raises(ValueError, match="year"):
        tahun_ke([])


def test_kemiripan_menurut_kata():
    assert kemiripan("Menyusun SOP pengukuran", "menyusun SOP pengukuran.") == 1
    assert bulatkan(kemiripan("Menyusun SOP", "Menyusun pedoman dan SOP"), 4) == Decimal("0.6667")
    assert kemiripan("SOP", "Renstra") == 0
    assert kemiripan("dan yang", "di") == 0


def test_calon_berulang_dari_tahun_sebelumnya():
    terdahulu = [
        Terdahulu("a", 2021, "Menyusun SOP pengukuran kinerja"),
        Terdahulu("b", 2022, "Menyusun SOP pengukuran kinerja"),
        Terdahulu("c", 2022, "Menyusun SOP pengukuran kinerja dan data kinerja bidang"),
        Terdahulu("d", 2022, "Memublikasikan laporan kinerja"),
        Terdahulu("e", 2023, "Menyusun SOP pengukuran kinerja"),
    ]
    hasil = calon_berulang("Menyusun SOP pengukuran kinerja.", 2023, terdahulu)
    assert [satu.kunci for satu in hasil] == ["b", "a", "c"]
    assert hasil[0] == CalonBerulang("b", 2022, Decimal(1))
