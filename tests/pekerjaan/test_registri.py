from datetime import timedelta

import pytest

from sakip.pekerjaan.registri import daftar, jenis_pekerjaan, sebut

SEDETIK = timedelta(seconds=1)


def kerja(_argumen, _kabar):
    return None


def daftarkan(kode: str, **beda) -> None:
    isi = {"batas_waktu": SEDETIK, "paling_banyak_percobaan": 1, "aman_diulang": True}
    daftar(kode, "Laporan {tahun}", kerja, **{**isi, **beda})


def test_yang_didaftarkan_dikenal(jenis_uji):
    daftarkan("baru")
    jenis = jenis_pekerjaan("baru")
    assert (jenis.kode, jenis.fungsi, jenis.batas_waktu) == ("baru", kerja, SEDETIK)
    assert jenis_pekerjaan("lama") is None


def test_dua_kali_ditolak(jenis_uji):
    daftarkan("baru")
    with pytest.raises(ValueError, match="registered twice"):
        daftarkan("baru")


@pytest.mark.parametrize(
    "beda", [{"batas_waktu": timedelta(milliseconds=900)}, {"paling_banyak_percobaan": 0}]
)
def test_yang_tidak_pernah_dapat_berjalan_ditolak(beda, jenis_uji):
    with pytest.raises(ValueError, match="could never run"):
        daftarkan("baru", **beda)
    assert jenis_pekerjaan("baru") is None


@pytest.mark.parametrize(
    ("kode", "argumen", "kata"),
    [
        ("baru", {"tahun": 2023}, "Laporan 2023"),
        ("baru", {}, "Laporan …"),
        ("baru", {"tahun": "{unit}"}, "Laporan {unit}"),
        ("lama", {"tahun": 2023}, "lama"),
    ],
)
def test_sebutan(kode, argumen, kata, jenis_uji):
    daftarkan("baru")
    assert sebut(kode, argumen) == kata
