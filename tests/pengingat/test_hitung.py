"""Whom on which day: the table of days and levels, tried day by day."""

from datetime import date, timedelta

import pytest

from sakip.pengingat.hitung.pengingat import (
    Hal,
    Jenjang,
    belum_terkirim,
    ingatan,
)

TENGGAT = date(2024, 4, 10)
ISI = Hal("isi", Jenjang.PENGISI, TENGGAT)
SEMUA = frozenset(Jenjang)


def hari(lambat: int) -> date:
    return TENGGAT + timedelta(days=lambat)


def didengar(milik: str, jenjang: frozenset[Jenjang], dari: int, sampai: int) -> list[int]:
    """The days, counted from the tenggat, on which somebody hears who is sent each day's letter."""
    terkirim: dict[str, date] = {}
    hasil = []
    for lambat in range(dari, sampai):
        semua = ingatan([ISI], frozenset({milik}), jenjang, hari(lambat))
        for satu in belum_terkirim(semua, terkirim, frozenset()):
            terkirim[satu.hal.kunci] = hari(lambat)
            hasil.append(lambat)
    return hasil


def test_pengisi_sebelum_dan_sesudah_tenggat():
    assert didengar("isi", frozenset(), -40, 10) == [-14, -7, -3, -1, 0, 3, 6, 9]


@pytest.mark.parametrize(
    ("jenjang", "kapan"),
    [
        (Jenjang.SEKRETARIAT, [3, 6, 9, 12, 15, 18]),
        (Jenjang.PIMPINAN, [6, 9, 12, 15, 18]),
        (Jenjang.ORGANISASI, [12, 15, 18]),
    ],
)
def test_atasan_hanya_mendengar_yang_terlambat(jenjang, kapan):
    assert didengar("lain", frozenset({jenjang}), -40, 20) == kapan


def test_yang_bukan_siapa_pun_tidak_mendengar():
    assert didengar("lain", frozenset(), -40, 40) == []
    assert didengar("lain", frozenset({Jenjang.PENGISI}), -40, 40) == []


def test_yang_selesai_tidak_diingatkan():
    assert ingatan([], frozenset({"isi"}), SEMUA, hari(30)) == ()


def test_giliran_sekretariat_tidak_naik_ke_sekretariat_lain():
    verifikasi = Hal("verifikasi", Jenjang.SEKRETARIAT, TENGGAT)
    lain = frozenset({Jenjang.SEKRETARIAT})
    assert ingatan([verifikasi], frozenset(), lain, hari(30)) == ()
    (satu,) = ingatan([verifikasi], frozenset({"verifikasi"}), lain, hari(-3))
    assert satu.sendiri


def test_sekali_sebagai_jenjang_terbawah():
    (satu,) = ingatan([ISI], frozenset({"isi"}), SEMUA, hari(20))
    assert satu.jenjang is Jenjang.PENGISI
    (satu,) = ingatan([ISI], frozenset(), SEMUA, hari(20))
    assert satu.jenjang is Jenjang.SEKRETARIAT
    assert not satu.sendiri


def test_yang_paling_lama_lebih_dahulu():
    lama = Hal("lama", Jenjang.PENGISI, hari(-5))
    semua = ingatan([ISI, lama], frozenset({"isi", "lama"}), frozenset(), hari(1))
    assert [satu.hal.kunci for satu in semua] == ["lama", "isi"]


def test_yang_gagal_atau_terlewat_disusulkan_sekali():
    semua = ingatan([ISI], frozenset({"isi"}), frozenset(), hari(-5))
    assert semua[0].sejak == hari(-7)
    assert belum_terkirim(semua, {"isi": hari(-14)}, frozenset()) == semua
    assert belum_terkirim(semua, {"isi": hari(-7)}, frozenset()) == ()
    assert belum_terkirim(semua, {"isi": hari(-6)}, frozenset()) == ()
    assert belum_terkirim(semua, {}, frozenset({"isi"})) == ()
