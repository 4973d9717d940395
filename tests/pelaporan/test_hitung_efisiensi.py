from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pelaporan.hitung.efisiensi import AturanEfisiensi, Efisiensi, Tafsir, hitung_efisiensi
from sakip.lib.angka import tulis_angka
from tests.lib.sifat import angka as sembarang
from tests.lib.sifat import sifat

SELISIH = AturanEfisiensi.SELISIH
TANPA_CAPAIAN = "Capaian tidak dapat dihitung."
TANPA_SERAPAN = "Tidak ada serapan anggaran."


def persen(bagian: str, dari: str) -> Decimal:
    """Of several amounts joined by + the sum counts."""
    jumlah = [sum(map(Decimal, teks.split("+"))) for teks in (bagian, dari)]
    return jumlah[0] * 100 / jumlah[1]


PENUNJANG = "59956714+2732030948+44567800+37925888+221264437+180346500+230536449+177927023"


@pytest.mark.parametrize(
    ("realisasi", "target", "belanja", "pagu", "tertulis", "tafsir"),
    [
        ("75.51", "73.14", "59956714", "102780800", "44,91", Tafsir.EFISIEN),
        ("100", "100", PENUNJANG, "4068716022", "9,44", Tafsir.EFISIEN),
        ("96.38", "90", PENUNJANG, "4068716022", "16,53", Tafsir.EFISIEN),
        ("4.28", "3", "102777194+892744754", "126417200+954803100", "50,59", Tafsir.EFISIEN),
        (
            "19.44", "20", "517538500+3230063582", "583791760+3894574360",
            "13,52", Tafsir.KURANG_TERCAPAI,
        ),
    ],
)  # fmt: skip
def test_efisiensi_dokumen_nyata(realisasi, target, belanja, pagu, tertulis, tafsir):
    hasil = hitung_efisiensi(SELISIH, persen(realisasi, target), persen(belanja, pagu))
    assert (tulis_angka(hasil.nilai, 2, buang_nol=False), hasil.tafsir) == (tertulis, tafsir)


@pytest.mark.parametrize(
    ("capaian", "serapan", "nilai", "tafsir"),
    [
        ("100", "80", "20", Tafsir.EFISIEN),
        ("99.999999", "80", "19.999999", Tafsir.KURANG_TERCAPAI),
        ("50", "10", "40", Tafsir.KURANG_TERCAPAI),
        ("100", "100", "0", Tafsir.SEPADAN),
        ("120", "125", "-5", Tafsir.TIDAK_EFISIEN),
        ("0", "10", "-10", Tafsir.TIDAK_EFISIEN),
    ],
)
def test_tafsir_efisiensi(capaian, serapan, nilai, tafsir):
    hasil = hitung_efisiensi(SELISIH, Decimal(capaian), Decimal(serapan))
    assert hasil == Efisiensi(Decimal(nilai), tafsir)


@pytest.mark.parametrize(
    ("capaian", "serapan", "alasan"),
    [
        (None, "80", TANPA_CAPAIAN),
        (None, None, TANPA_CAPAIAN),
        ("100", None, TANPA_SERAPAN),
        ("100", "0", TANPA_SERAPAN),
        ("0", "0", TANPA_SERAPAN),
    ],
)
def test_tanpa_efisiensi_beralasan(capaian, serapan, alasan):
    bahan = [None if teks is None else Decimal(teks) for teks in (capaian, serapan)]
    assert hitung_efisiensi(SELISIH, *bahan) == Efisiensi(None, Tafsir.TIDAK_ADA, alasan)


@sifat
@given(
    capaian=st.none() | sembarang("0", "400"),
    serapan=st.none() | sembarang("0", "200"),
)
def test_efisien_hanya_bila_target_tercapai(capaian, serapan):
    hasil = hitung_efisiensi(SELISIH, capaian, serapan)
    assert (hasil.nilai is None) == bool(hasil.alasan) == (hasil.tafsir is Tafsir.TIDAK_ADA)
    if hasil.tafsir is Tafsir.EFISIEN:
        assert capaian >= 100
        assert 0 < serapan < capaian
