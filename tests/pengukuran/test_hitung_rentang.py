"""Targets that are a range or a grade."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pengukuran.hitung.capaian import RUMUS, Aturan, Capaian, Dasar, hitung_capaian
from perencanaan.hitung.nilai import JenisNilai, Nilai
from sakip.lib.angka import tulis_angka
from tests.lib.sifat import angka as sembarang
from tests.lib.sifat import sifat

NAIK, RENCANA, RASIO = Aturan.NAIK, Aturan.TURUN_RENCANA, Aturan.TURUN_RASIO
DALAM, BAWAH, ATAS = Dasar.DALAM_RENTANG, Dasar.BATAS_BAWAH, Dasar.BATAS_ATAS

OPINI = {"WTP": Decimal(4), "WDP": Decimal(3), "TW": Decimal(2), "TMP": Decimal(1)}
SAKIP = dict(
    zip(("AA", "A", "BB", "B", "CC", "C", "D", "E"), map(Decimal, range(8, 0, -1)), strict=True)
)


def rentang(bawah: str, atas: str) -> Nilai:
    return Nilai(JenisNilai.RENTANG, bawah=Decimal(bawah), atas=Decimal(atas))


def predikat(huruf: str) -> Nilai:
    return Nilai(JenisNilai.PREDIKAT, predikat=huruf)


def angka(teks: str) -> Nilai:
    return Nilai.dari_angka(Decimal(teks))


@pytest.mark.parametrize("aturan", Aturan)
@pytest.mark.parametrize("realisasi", ["69.1", "69.3", "69.5"])
def test_di_dalam_rentang_seratus(aturan, realisasi):
    hasil = hitung_capaian(rentang("69.1", "69.5"), angka(realisasi), aturan)
    assert hasil == Capaian(aturan, Decimal(100), Decimal(100), dasar=DALAM)
    assert hasil.tercapai is True


@pytest.mark.parametrize(
    ("aturan", "realisasi", "tertulis", "dasar"),
    [
        # 70 / 69,5; 69 / 69,1
        (NAIK, "70", "100,72", ATAS),
        (NAIK, "69", "99,86", BAWAH),
        # (2 × 69,5 − 70) / 69,5; (2 × 69,1 − 69) / 69,1
        (RENCANA, "70", "99,28", ATAS),
        (RENCANA, "69", "100,14", BAWAH),
        # 69,5 / 70; 69,1 / 69
        (RASIO, "70", "99,29", ATAS),
        (RASIO, "69", "100,14", BAWAH),
        (NAIK, "0", "0,00", BAWAH),
    ],
)
def test_di_luar_rentang_terhadap_batas_terdekat(aturan, realisasi, tertulis, dasar):
    hasil = hitung_capaian(rentang("69.1", "69.5"), angka(realisasi), aturan)
    assert (tulis_angka(hasil.dipakai, 2, buang_nol=False), hasil.dasar) == (tertulis, dasar)


def test_rentang_juga_dibatasi_dan_tidak_di_bawah_nol():
    jauh = hitung_capaian(rentang("5", "10"), angka("25"), RENCANA)
    assert (jauh.asli, jauh.dipakai, len(jauh.peringatan)) == (-50, 0, 1)
    tinggi = hitung_capaian(rentang("5", "10"), angka("15"), NAIK, Decimal(120))
    assert (tinggi.asli, tinggi.dipakai, len(tinggi.peringatan)) == (150, 120, 1)
    dalam = hitung_capaian(rentang("5", "10"), angka("7"), NAIK, Decimal(100))
    assert (dalam.dipakai, dalam.peringatan) == (100, ())


@pytest.mark.parametrize(
    ("aturan", "bawah", "atas", "realisasi", "alasan"),
    [
        (NAIK, "0", "5", "-1", "Target 0 pada indikator yang naik tidak dapat dihitung."),
        (NAIK, "-5", "0", "1", "Target 0 pada indikator yang naik tidak dapat dihitung."),
        (
            RASIO,
            "5",
            "10",
            "0",
            "Realisasi 0 tidak dapat dihitung dengan aturan target / realisasi.",
        ),
    ],
)
def test_batas_nol_mengikuti_aturannya(aturan, bawah, atas, realisasi, alasan):
    hasil = hitung_capaian(rentang(bawah, atas), angka(realisasi), aturan)
    assert (hasil.asli, hasil.dipakai, hasil.alasan) == (None, None, alasan)


@pytest.mark.parametrize(
    ("skor", "target", "realisasi", "asli"),
    [
        (OPINI, "WTP", "WTP", "100"),
        (OPINI, "WTP", "WDP", "75"),
        (OPINI, "WTP", "TMP", "25"),
        (OPINI, "WDP", "WTP", "133.3333333333333333333333333"),
        (SAKIP, "BB", "B", "83.33333333333333333333333333"),
        (SAKIP, "B", "BB", "120"),
        (SAKIP, "AA", "E", "12.5"),
        (SAKIP, "BB", " B ", "83.33333333333333333333333333"),
    ],
)
@pytest.mark.parametrize("aturan", Aturan)
def test_predikat_dibandingkan_menurut_skornya(skor, target, realisasi, asli, aturan):
    hasil = hitung_capaian(predikat(target), predikat(realisasi), aturan, skor_predikat=skor)
    nilai = Decimal(asli)
    assert hasil == Capaian(aturan, nilai, nilai, dasar=Dasar.SKOR)


@pytest.mark.parametrize(
    ("target", "realisasi", "alasan"),
    [
        ("WTP", "WTS", "Predikat WTS tidak ada dalam skalanya (WTP, WDP, TW, TMP)."),
        ("A", "WTP", "Predikat A tidak ada dalam skalanya (WTP, WDP, TW, TMP)."),
        ("A", "B", "Predikat A dan B tidak ada dalam skalanya (WTP, WDP, TW, TMP)."),
        ("A", "A", "Predikat A tidak ada dalam skalanya (WTP, WDP, TW, TMP)."),
        ("WTP", "wtp", "Predikat wtp tidak ada dalam skalanya (WTP, WDP, TW, TMP)."),
    ],
)
def test_predikat_asing_beralasan(target, realisasi, alasan):
    hasil = hitung_capaian(predikat(target), predikat(realisasi), NAIK, skor_predikat=OPINI)
    assert hasil == Capaian(NAIK, alasan=alasan)


def test_predikat_berskor_nol_bukan_tanpa_skor():
    skor = {"baik": Decimal(1), "buruk": Decimal(0)}
    hasil = hitung_capaian(predikat("baik"), predikat("buruk"), NAIK, skor_predikat=skor)
    assert (hasil.asli, hasil.alasan) == (0, "")


def test_skor_tidak_dipakai_untuk_angka():
    hasil = hitung_capaian(angka("10"), predikat("WTP"), NAIK, skor_predikat=OPINI)
    assert hasil.alasan == "Target dan realisasi bukan angka yang dapat dibandingkan."


@pytest.mark.parametrize(
    ("target", "realisasi", "aturan", "rumus"),
    [
        (angka("10"), angka("9"), NAIK, RUMUS[NAIK]),
        (angka("10"), None, RASIO, RUMUS[RASIO]),
        (rentang("5", "10"), angka("7"), RENCANA, "realisasi di dalam rentang target = 100"),
        (rentang("5", "10"), angka("4"), NAIK, "realisasi / batas bawah rentang × 100"),
        (
            rentang("5", "10"), angka("11"), RENCANA,
            "(2 × batas atas rentang − realisasi) / batas atas rentang × 100",
        ),
        (predikat("WTP"), predikat("WDP"), RASIO, "skor realisasi / skor target × 100"),
    ],
)  # fmt: skip
def test_rumus_yang_dipakai_disebut(target, realisasi, aturan, rumus):
    assert hitung_capaian(target, realisasi, aturan, skor_predikat=OPINI).rumus == rumus


positif = sembarang("0.01", "1E6")


@sifat
@given(
    batas=st.tuples(positif, positif).map(sorted), satu=positif, lain=positif,
    aturan=st.sampled_from(Aturan),
)  # fmt: skip
def test_melintasi_rentang_tidak_berbalik_arah(batas, satu, lain, aturan):
    """Rising never lowers a rising indikator, nor raises a falling one, also across the bounds."""
    target = Nilai(JenisNilai.RENTANG, bawah=batas[0], atas=batas[1])
    rendah, tinggi = (
        hitung_capaian(target, Nilai.dari_angka(nyata), aturan).asli
        for nyata in sorted((satu, lain))
    )
    assert rendah <= tinggi if aturan is NAIK else rendah >= tinggi


@sifat
@given(target=positif, realisasi=positif, aturan=st.sampled_from(Aturan))
def test_rentang_selebar_satu_titik_sama_dengan_angkanya(target, realisasi, aturan):
    nyata = Nilai.dari_angka(realisasi)
    titik = Nilai(JenisNilai.RENTANG, bawah=target, atas=target)
    acuan = hitung_capaian(Nilai.dari_angka(target), nyata, aturan)
    assert hitung_capaian(titik, nyata, aturan).asli == acuan.asli
