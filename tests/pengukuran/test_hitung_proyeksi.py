"""The year's end at the pace so far, and what each period left must bring."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pengukuran.hitung.proyeksi import Arah, BahanProyeksi, proyeksikan
from perencanaan.hitung.periode import Cara
from tests.lib.sifat import sifat

D = Decimal


def bahan(cara: Cara, realisasi: dict[int, str], **lain) -> BahanProyeksi:
    isi = {"naik": True, "target_sampai": None, "target_setahun": None, "sisa": 0} | lain
    angka = {
        kunci: None if isi[kunci] is None else D(isi[kunci])
        for kunci in ("target_sampai", "target_setahun")
    }
    nyata = {bulan: D(nilai) for bulan, nilai in realisasi.items()}
    return BahanProyeksi(cara=cara, realisasi=nyata, naik=isi["naik"], sisa=isi["sisa"], **angka)


# Penatausahaan keuangan, Kesbangpol Provinsi Lampung 2024, perubahan: 20, 10, -, 8 lembaga
LAMPUNG = {"target_sampai": "30", "target_setahun": "38", "sisa": 1}


@pytest.mark.parametrize(
    ("cara", "realisasi", "lain", "akhir", "butuh"),
    [
        # 2 of 30 so far: 2 / 30 x 38 at the year's end; 36 are missing in the one period left
        (Cara.JUMLAH, {3: "2", 6: "0"}, LAMPUNG, D("2.53"), D(36)),
        (Cara.JUMLAH, {3: "10"}, {"target_sampai": "20", "target_setahun": "80", "sisa": 3},
         D(40), D("23.33")),
        (Cara.KUMULATIF, {3: "20", 6: "29"},
         {"target_sampai": "40", "target_setahun": "87.5", "sisa": 2}, D("63.44"), D("29.25")),
        (Cara.RATA_RATA, {3: "70", 6: "80"}, {"target_setahun": "80", "sisa": 2}, D(75), D(85)),
        (Cara.TERAKHIR, {3: "70", 6: "80"}, {"target_setahun": "90", "sisa": 1}, D(80), D(90)),
        # nothing left to come: the figure is the year's
        (Cara.JUMLAH, {3: "2", 12: "18"}, {"target_sampai": "38", "target_setahun": "38"},
         D(20), None),
        # of a figure that must stay low: at most so much
        (Cara.JUMLAH, {3: "4"}, {"naik": False, "target_sampai": "5", "target_setahun": "20",
                                 "sisa": 2}, D(16), D(8)),
    ],
)  # fmt: skip
def test_akhir_tahun_dan_yang_dibutuhkan(cara, realisasi, lain, akhir, butuh):
    hasil = proyeksikan(bahan(cara, realisasi, **lain))
    assert round(hasil.akhir, 2) == akhir
    assert (hasil.butuh if hasil.butuh is None else round(hasil.butuh, 2)) == butuh
    assert (hasil.aman, hasil.lewat, hasil.alasan) == (False, False, "")
    assert hasil.sisa == lain.get("sisa", 0)


@pytest.mark.parametrize(
    ("naik", "arah"), [(True, Arah.PALING_SEDIKIT), (False, Arah.PALING_BANYAK)]
)
def test_arah_menurut_indikator(naik, arah):
    assert proyeksikan(bahan(Cara.JUMLAH, {3: "1"}, naik=naik)).arah is arah


@pytest.mark.parametrize(
    ("realisasi", "lain", "alasan"),
    [
        ({}, {"target_sampai": "1", "target_setahun": "4", "sisa": 3}, "Belum ada realisasi"),
        ({3: "1"}, {"target_sampai": None, "target_setahun": "4", "sisa": 3}, "jatuh tempo"),
        ({3: "1"}, {"target_sampai": "0", "target_setahun": "4", "sisa": 3}, "jatuh tempo"),
        ({3: "1"}, {"target_sampai": "1", "target_setahun": None, "sisa": 3}, "Target setahun"),
    ],
)
def test_yang_tidak_dapat_diproyeksikan_beralasan(realisasi, lain, alasan):
    hasil = proyeksikan(bahan(Cara.JUMLAH, realisasi, **lain))
    assert hasil.akhir is None
    assert alasan in hasil.alasan


def test_belum_ada_realisasi_tetap_menyebut_yang_dibutuhkan():
    hasil = proyeksikan(bahan(Cara.JUMLAH, {}, target_setahun="8", sisa=4))
    assert (hasil.butuh, hasil.aman) == (D(2), False)


def test_target_yang_sudah_tercapai_aman():
    hasil = proyeksikan(bahan(Cara.KUMULATIF, {3: "9"}, target_setahun="8", sisa=3))
    assert (hasil.butuh, hasil.aman, hasil.lewat) == (None, True, False)


def test_batas_yang_sudah_terlampaui_tidak_dapat_dikejar():
    hasil = proyeksikan(bahan(Cara.JUMLAH, {3: "9"}, naik=False, target_setahun="8", sisa=3))
    assert (hasil.butuh, hasil.aman, hasil.lewat) == (None, False, True)


def test_target_nol_yang_harus_rendah_masih_dapat_dijaga():
    hasil = proyeksikan(bahan(Cara.JUMLAH, {3: "0"}, naik=False, target_setahun="0", sisa=3))
    assert (hasil.butuh, hasil.lewat) == (D(0), False)


@sifat
@given(
    cara=st.sampled_from([Cara.JUMLAH, Cara.KUMULATIF, Cara.RATA_RATA]),
    nilai=st.lists(st.decimals(0, 1000, places=2), max_size=3),
    target=st.decimals(1, 5000, places=2),
    sisa=st.integers(1, 4),
)
def test_yang_dibutuhkan_benar_mencapai_target(cara, nilai, target, sisa):
    realisasi = {3 * (ke + 1): str(satu) for ke, satu in enumerate(nilai)}
    hasil = proyeksikan(bahan(cara, realisasi, target_setahun=str(target), sisa=sisa))
    if hasil.butuh is None:
        assert hasil.aman
        return
    match cara:
        case Cara.JUMLAH:
            akhir = sum(nilai) + hasil.butuh * sisa
        case Cara.KUMULATIF:
            akhir = (nilai[-1] if nilai else D(0)) + hasil.butuh * sisa
        case _:
            akhir = (sum(nilai) + hasil.butuh * sisa) / (len(nilai) + sisa)
    assert round(akhir, 10) == target
