"""Every rule of efisiensi, and that none calls a missed target efficient."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pelaporan.hitung.efisiensi import (
    RUMUS_EFISIENSI,
    RUMUS_SELISIH,
    SATUAN_EFISIENSI,
    AturanEfisiensi,
    Efisiensi,
    Tafsir,
    hitung_efisiensi,
    nilai_efisiensi_pmk,
)
from sakip.lib.angka import tulis_angka
from tests.lib.sifat import angka as sembarang
from tests.lib.sifat import sifat

SELISIH, RELATIF, RASIO = AturanEfisiensi.SELISIH, AturanEfisiensi.RELATIF, AturanEfisiensi.RASIO
INDEKS, PMK = AturanEfisiensi.INDEKS, AturanEfisiensi.PMK


def hitung(aturan: AturanEfisiensi, capaian: str | None, serapan: str | None) -> Efisiensi:
    bahan = [None if teks is None else Decimal(teks) for teks in (capaian, serapan)]
    return hitung_efisiensi(aturan, *bahan)


def tertulis(nilai: Decimal | None, desimal: int = 2) -> str:
    return "-" if nilai is None else tulis_angka(nilai, desimal, buang_nol=False)


def persen(bagian: str, dari: str) -> Decimal:
    return Decimal(bagian) * 100 / Decimal(dari)


# Bakesbangpol Kota Pasuruan 2023: what one rule throughout gives for each row of Tabel 3.7.
STABIL = (persen("75.51", "73.14"), persen("59956714", "102780800"))
TEMUAN = (Decimal(100), persen("3684555759", "4068716022"))
PROGRAM = (persen("96.38", "90"), persen("3684555759", "4068716022"))
ORMAS = (persen("4.28", "3"), persen("995521948", "1081220300"))
KONFLIK = (persen("19.44", "20"), persen("3747602082", "4478366120"))
PEMILIH = (None, persen("1801053194", "1814924500"))


@pytest.mark.parametrize(
    ("baris", "selisih", "relatif", "rasio", "indeks", "te", "pmk"),
    [
        (STABIL, "44,91", "76,98", "176,98", "1,77", "0,77", "43,50"),
        (TEMUAN, "9,44", "10,43", "110,43", "1,10", "0,10", "9,44"),
        (PROGRAM, "16,53", "18,25", "118,25", "1,18", "0,18", "15,44"),
        (ORMAS, "50,59", "54,95", "154,95", "1,55", "0,55", "35,46"),
        (KONFLIK, "13,52", "16,15", "116,15", "1,16", "0,16", "13,91"),
        (PEMILIH, "-", "-", "-", "-", "-", "-"),
    ],
)
def test_semua_aturan_atas_tabel_nyata(baris, selisih, relatif, rasio, indeks, te, pmk):
    hasil = {aturan: hitung_efisiensi(aturan, *baris) for aturan in AturanEfisiensi}
    assert [tertulis(hasil[a].nilai) for a in (SELISIH, RELATIF, RASIO, INDEKS, PMK)] == [
        selisih, relatif, rasio, indeks, pmk,
    ]  # fmt: skip
    assert tertulis(hasil[INDEKS].turunan) == te
    assert {h.aturan for h in hasil.values()} == set(AturanEfisiensi)


def test_yang_belum_tercapai_ditandai_menurut_semua_aturan():
    for aturan in AturanEfisiensi:
        assert hitung_efisiensi(aturan, *KONFLIK).tafsir is Tafsir.KURANG_TERCAPAI
        assert hitung_efisiensi(aturan, *ORMAS).tafsir is Tafsir.EFISIEN
        assert hitung_efisiensi(aturan, *PEMILIH).tafsir is Tafsir.TIDAK_ADA


@pytest.mark.parametrize(
    ("aturan", "capaian", "serapan", "nilai", "turunan", "tafsir"),
    [
        (SELISIH, "120", "80", "40", None, Tafsir.EFISIEN),
        (RELATIF, "120", "80", "50", None, Tafsir.EFISIEN),
        (RASIO, "120", "80", "150", None, Tafsir.EFISIEN),
        (INDEKS, "120", "80", "1.5", "0.5", Tafsir.EFISIEN),
        # (1 - 80 / 100) × 100 = 20; 50 + 20 / 20 × 50 = 100
        (PMK, "100", "80", "20", "100", Tafsir.EFISIEN),
        # 36,67 goes beyond 20 and counts as 20
        (PMK, "120", "76", "36.66666666666666666666666667", "100", Tafsir.EFISIEN),
        (PMK, "100", "95", "5", "62.5", Tafsir.EFISIEN),
        (PMK, "100", "108", "-8", "30", Tafsir.TIDAK_EFISIEN),
        (PMK, "50", "100", "-100", "0", Tafsir.TIDAK_EFISIEN),
        # as much as was spent: an IE of 1 is efficient by its own rule, the others call it even
        (SELISIH, "100", "100", "0", None, Tafsir.SEPADAN),
        (RELATIF, "100", "100", "0", None, Tafsir.SEPADAN),
        (RASIO, "100", "100", "100", None, Tafsir.SEPADAN),
        (INDEKS, "100", "100", "1", "0", Tafsir.EFISIEN),
        (PMK, "100", "100", "0", "50", Tafsir.SEPADAN),
        # half done for half the money is under-delivery
        (SELISIH, "50", "50", "0", None, Tafsir.KURANG_TERCAPAI),
        (INDEKS, "50", "50", "1", "0", Tafsir.KURANG_TERCAPAI),
        (RASIO, "99.999999", "50", "199.999998", None, Tafsir.KURANG_TERCAPAI),
        # spent more than was reached
        (RELATIF, "90", "100", "-10", None, Tafsir.TIDAK_EFISIEN),
        (RASIO, "110", "125", "88", None, Tafsir.TIDAK_EFISIEN),
        (INDEKS, "60", "80", "0.75", "-0.25", Tafsir.TIDAK_EFISIEN),
        (SELISIH, "0", "40", "-40", None, Tafsir.TIDAK_EFISIEN),
        (RELATIF, "0", "40", "-100", None, Tafsir.TIDAK_EFISIEN),
        (RASIO, "0", "40", "0", None, Tafsir.TIDAK_EFISIEN),
        (INDEKS, "0", "40", "0", "-1", Tafsir.TIDAK_EFISIEN),
    ],
)
def test_nilai_dan_tafsir_menurut_aturan(aturan, capaian, serapan, nilai, turunan, tafsir):
    assert hitung(aturan, capaian, serapan) == Efisiensi(
        Decimal(nilai),
        tafsir,
        aturan=aturan,
        turunan=None if turunan is None else Decimal(turunan),
    )


TANPA_CAPAIAN = "Capaian tidak dapat dihitung."
TANPA_SERAPAN = "Tidak ada serapan anggaran."


@pytest.mark.parametrize(
    ("capaian", "serapan", "alasan"),
    [
        (None, "80", TANPA_CAPAIAN),
        (None, None, TANPA_CAPAIAN),
        ("100", None, TANPA_SERAPAN),
        ("100", "0", TANPA_SERAPAN),
        ("0", "0", TANPA_SERAPAN),
        ("0", "-1", TANPA_SERAPAN),
    ],
)
@pytest.mark.parametrize("aturan", AturanEfisiensi)
def test_tanpa_angka_menurut_aturan_apa_pun(aturan, capaian, serapan, alasan):
    """0 % against 0 % is not efficient: it is nothing."""
    hasil = hitung(aturan, capaian, serapan)
    assert hasil == Efisiensi(None, Tafsir.TIDAK_ADA, alasan, aturan)


def test_pmk_tidak_membagi_dengan_capaian_nol():
    hasil = hitung(PMK, "0", "40")
    alasan = "Capaian 0 tidak dapat menjadi pembagi menurut aturan ini."
    assert hasil == Efisiensi(None, Tafsir.TIDAK_ADA, alasan, PMK)


@pytest.mark.parametrize(
    ("efisiensi", "dibatasi", "tanpa_batas"),
    [
        ("0", "50", "50"), ("20", "100", "100"), ("-20", "0", "0"), ("20.4", "100", "101"),
        ("-24", "0", "-10"), ("74.03", "100", "235.075"),
    ],
)  # fmt: skip
def test_nilai_efisiensi_pmk(efisiensi, dibatasi, tanpa_batas):
    """74,03 is printed as 235 % in a report that knows no limit."""
    nilai = Decimal(efisiensi)
    assert nilai_efisiensi_pmk(nilai) == Decimal(dibatasi)
    assert nilai_efisiensi_pmk(nilai, dibatasi=False) == Decimal(tanpa_batas)


def test_setiap_aturan_berumus_dan_bersatuan():
    assert set(RUMUS_EFISIENSI) == set(SATUAN_EFISIENSI) == set(AturanEfisiensi)
    assert RUMUS_EFISIENSI[SELISIH] == RUMUS_SELISIH
    assert len(set(RUMUS_EFISIENSI.values())) == len(AturanEfisiensi)


persentase = st.none() | sembarang("0", "400")


@sifat
@given(capaian=persentase, serapan=persentase, aturan=st.sampled_from(AturanEfisiensi))
def test_efisien_hanya_bila_target_tercapai(capaian, serapan, aturan):
    hasil = hitung_efisiensi(aturan, capaian, serapan)
    assert (hasil.nilai is None) == bool(hasil.alasan) == (hasil.tafsir is Tafsir.TIDAK_ADA)
    if hasil.tafsir is Tafsir.EFISIEN:
        assert capaian >= 100
        assert 0 < serapan <= capaian


@sifat
@given(capaian=sembarang("0.01", "400"), serapan=sembarang("0.01", "400"))
def test_semua_aturan_sependapat(capaian, serapan):
    """They differ in the figure, not in what it says, but for an IE of exactly 1."""
    tafsir = {a: hitung_efisiensi(a, capaian, serapan).tafsir for a in AturanEfisiensi}
    if capaian != serapan:
        assert len(set(tafsir.values())) == 1
    assert len({t for a, t in tafsir.items() if a is not INDEKS}) == 1


@sifat
@given(efisiensi=sembarang("-400", "400"))
def test_nilai_efisiensi_antara_nol_dan_seratus(efisiensi):
    assert 0 <= nilai_efisiensi_pmk(efisiensi) <= 100
