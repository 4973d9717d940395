from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pelaporan.hitung.standar import BandingStandar, Letak, bandingkan_standar
from perencanaan.hitung.nilai import JenisNilai, Nilai
from sakip.lib.angka import tulis_persen
from tests.lib.sifat import angka as sembarang
from tests.lib.sifat import sifat


def angka(teks: str) -> Nilai:
    return Nilai.dari_angka(Decimal(teks))


def keadaan(jenis: JenisNilai, alasan: str = "") -> Nilai:
    return Nilai(jenis, alasan=alasan)


TANPA_DOKUMEN = "Dokumen LKPJ daerah lain tidak tersedia."
TIDAK_SEBANDING = "Realisasi dan standar bukan angka yang dapat dibandingkan."


@pytest.mark.parametrize(
    ("realisasi", "standar", "tertulis", "letak"),
    [
        ("19.44", "25", "77,76%", Letak.DI_BAWAH),
        ("4.28", "4", "107,00%", Letak.DI_ATAS),
        ("89.68", "89.680", "100,00%", Letak.SAMA),
        ("99.999", "100", "100,00%", Letak.DI_BAWAH),
        ("0", "5", "0,00%", Letak.DI_BAWAH),
    ],
)
def test_realisasi_dalam_persen_standar(realisasi, standar, tertulis, letak):
    hasil = bandingkan_standar(angka(realisasi), angka(standar))
    assert (tulis_persen(hasil.persen), hasil.letak, hasil.alasan) == (tertulis, letak, "")


@pytest.mark.parametrize(
    ("realisasi", "standar", "alasan"),
    [
        # the three rows of Tabel 3.5: no standard is known for any of them
        (angka("19.44"), None, "Standar pembandingnya tidak diketahui."),
        (angka("4.28"), keadaan(JenisNilai.TANPA_ANGKA, TANPA_DOKUMEN), TANPA_DOKUMEN),
        (angka("0"), keadaan(JenisNilai.TANPA_ANGKA), "Standar pembandingnya tidak diketahui."),
        (None, None, "Standar pembandingnya tidak diketahui."),
        (None, angka("5"), "Realisasi belum diisi."),
        (
            keadaan(JenisNilai.BELUM_DIUKUR, "Survei belum terbit."),
            angka("5"),
            "Survei belum terbit.",
        ),
        (angka("5"), angka("0"), "Standar 0 tidak dapat menjadi pembagi."),
        (angka("5"), keadaan(JenisNilai.RENTANG), TIDAK_SEBANDING),
        (keadaan(JenisNilai.PREDIKAT), angka("5"), TIDAK_SEBANDING),
    ],
)
def test_tanpa_perbandingan_beralasan(realisasi, standar, alasan):
    assert bandingkan_standar(realisasi, standar) == BandingStandar(alasan=alasan)


keadaan_apa_pun = st.sampled_from([j for j in JenisNilai if j is not JenisNilai.ANGKA]).map(keadaan)


@sifat
@given(
    nilai=st.tuples(
        st.none() | keadaan_apa_pun | sembarang("0", "1E6").map(Nilai.dari_angka), keadaan_apa_pun
    ),
    dibalik=st.booleans(),
)
def test_keadaan_tidak_menjadi_angka(nilai, dibalik):
    hasil = bandingkan_standar(*(nilai[::-1] if dibalik else nilai))
    assert (hasil.persen, hasil.letak, bool(hasil.alasan)) == (None, None, True)
