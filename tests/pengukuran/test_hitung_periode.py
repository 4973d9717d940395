"""Capaian up to a triwulan beside capaian against the year."""

from decimal import Decimal

import pytest

from pengukuran.hitung.capaian import Aturan, Capaian, hitung_capaian
from pengukuran.hitung.periode import CapaianPeriode, capaian_periode
from perencanaan.hitung.nilai import JenisNilai, Nilai
from perencanaan.hitung.periode import Cara, Frekuensi, HasilPeriode, Periode, gabungkan_periode
from sakip.lib.angka import tulis_angka

TIDAK_DIJADWALKAN = Nilai(JenisNilai.TIDAK_DIJADWALKAN, alasan="Tidak ada yang jatuh tempo.")
BELUM_DIUKUR = Nilai(JenisNilai.BELUM_DIUKUR, alasan="Survei belum terbit.")
KEADAAN = {"-": TIDAK_DIJADWALKAN, "N/A": BELUM_DIUKUR, "": None}


def angka(teks: str) -> Nilai:
    return Nilai.dari_angka(Decimal(teks))


def triwulan(isi: str) -> list[Periode]:
    """Four cells parted by |, such as 20|10|-|8."""
    nilai = [KEADAAN[sel] if sel in KEADAAN else angka(sel) for sel in isi.split("|")]
    return [Periode(bulan, satu) for bulan, satu in zip((3, 6, 9, 12), nilai, strict=True)]


def gabung(cara: Cara, target: str, realisasi: str, sampai: int = 12) -> HasilPeriode:
    return gabungkan_periode(
        cara, triwulan(target), triwulan(realisasi), frekuensi=Frekuensi.TRIWULANAN, sampai=sampai
    )


def tertulis(hasil: Capaian) -> str:
    return hasil.alasan or tulis_angka(hasil.dipakai, 2, buang_nol=False)


@pytest.mark.parametrize(
    ("cara", "target", "realisasi", "sampai", "capaian", "setahun"),
    [
        # Evaluasi Lampung: 2 / 20; 2 / 30; 12 / 30; 20 / 38, and each against 38
        (Cara.JUMLAH, "20|10|-|8", "2|0|10|8", 3, "10,00", "5,26"),
        (Cara.JUMLAH, "20|10|-|8", "2|0|10|8", 6, "6,67", "5,26"),
        (Cara.JUMLAH, "20|10|-|8", "2|0|10|8", 9, "40,00", "31,58"),
        (Cara.JUMLAH, "20|10|-|8", "2|0|10|8", 12, "52,63", "52,63"),
        (Cara.JUMLAH, "20|10|-|8", "2||10|8", 6, "TW II belum diisi.", "TW II belum diisi."),
        # Rencana Aksi Lampung: 18 / 20, 18 / 29; then 29 / 29 to the end of the year
        (Cara.KUMULATIF, "20|29|-|-", "18|||", 3, "90,00", "47,37"),
        (Cara.KUMULATIF, "20|29|-|-", "18|29||", 12, "100,00", "76,32"),
        (Cara.KUMULATIF, "20|29|-|-", "18|||", 6, "TW II belum diisi.", "TW II belum diisi."),
        (Cara.KUMULATIF, "20|29|-|-", "18|N/A||", 6,
         "TW II belum diukur: Survei belum terbit.", "TW II belum diukur: Survei belum terbit."),
        # nothing due yet, but work done: no capaian so far, yet one against the year
        (Cara.JUMLAH, "-|-|-|38", "||19|", 9, "Tidak ada yang jatuh tempo.", "50,00"),
        (Cara.JUMLAH, "-|-|-|38", "|||", 9,
         "Tidak ada yang jatuh tempo.", "Belum ada realisasi sampai TW III."),
        (Cara.RATA_RATA, "38|38|-|38", "19||99|38", 12, "75,00", "75,00"),
        (Cara.TERAKHIR, "38|38|38|38", "38|19||", 12, "50,00", "50,00"),
    ],
)  # fmt: skip
def test_capaian_sampai_periode_di_samping_setahun(
    cara, target, realisasi, sampai, capaian, setahun
):
    """The target of the year is 38 throughout."""
    hasil = capaian_periode(gabung(cara, target, realisasi, sampai), angka("38"), Aturan.NAIK)
    assert (tertulis(hasil.sampai), tertulis(hasil.setahun)) == (capaian, setahun)


def test_target_setahun_tanpa_angka_didahulukan():
    hasil = gabung(Cara.JUMLAH, "20|10|-|8", "2||10|8")
    for target, alasan in (
        (None, "Target belum ditetapkan."),
        (TIDAK_DIJADWALKAN, "Tidak ada yang jatuh tempo."),
    ):
        assert capaian_periode(hasil, target, Aturan.NAIK).setahun.alasan == alasan


def test_batas_dan_aturan_diteruskan():
    hasil = capaian_periode(
        gabung(Cara.TERAKHIR, "10|10|10|10", "15|15|15|15"), angka("20"), Aturan.NAIK, Decimal(120)
    )
    acuan = Aturan.NAIK
    assert hasil == CapaianPeriode(
        hitung_capaian(angka("10"), angka("15"), acuan, Decimal(120)),
        Capaian(acuan, Decimal(75), Decimal(75)),
    )
    turun = capaian_periode(
        gabung(Cara.TERAKHIR, "10|10|10|10", "15|15|15|15"), angka("20"), Aturan.TURUN_RASIO
    )
    assert [tertulis(c) for c in (turun.sampai, turun.setahun)] == ["66,67", "133,33"]


def test_predikat_diteruskan():
    predikat = [Periode(12, Nilai(JenisNilai.PREDIKAT, predikat=h)) for h in ("WTP", "WDP")]
    hasil = gabungkan_periode(
        Cara.TERAKHIR, predikat[:1], predikat[1:], frekuensi=Frekuensi.TAHUNAN
    )
    skor = {"WTP": Decimal(4), "WDP": Decimal(3)}
    dua = capaian_periode(hasil, predikat[0].nilai, Aturan.NAIK, skor_predikat=skor)
    assert (dua.sampai.asli, dua.setahun.asli) == (75, 75)
