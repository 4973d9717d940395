from datetime import date

import pytest

from sakip.organisasi.models import Penugasan, Unit
from sakip.organisasi.peran import Peran
from tests.organisasi.bacaan import terbaca
from tests.pemeran import AWAL

BADAN = {
    "pasuruan-bakesbangpol",
    "pasuruan-bakesbangpol-sekretariat",
    "pasuruan-bakesbangpol-ideologi",
    "pasuruan-bakesbangpol-politik",
    "pasuruan-bakesbangpol-ketahanan",
}
LAIN = {"kota-pasuruan-dinas-lain"}
LUAR = {"kab-luar-dinas"}


def kode(semua) -> list[str]:
    return sorted(semua.values_list("kode", flat=True))


@pytest.mark.parametrize(
    ("siapa", "terlihat", "tersembunyi"),
    [
        ("operator", BADAN, LAIN | LUAR),
        ("perencana", BADAN, LAIN | LUAR),
        ("pimpinan", BADAN, LAIN | LUAR),
        ("pembaca", BADAN, LAIN | LUAR),
        ("bagian_organisasi", BADAN | LAIN, LUAR),
        ("inspektorat", BADAN | LAIN, LUAR),
        ("admin", set(), BADAN | LAIN | LUAR),
        ("perencana_lain", LAIN, BADAN | LUAR),
        ("inspektorat_luar", LUAR, BADAN | LAIN),
        ("tanpa_tugas", set(), BADAN | LAIN | LUAR),
    ],
)
def test_unit_yang_terlihat(pemeran, siapa, terlihat, tersembunyi):
    milik = Unit.objects.untuk(pemeran[siapa])
    assert terbaca(pemeran[siapa]) == sorted(terlihat)
    assert kode(Unit.objects.exclude(pk__in=milik)) == sorted(tersembunyi)


def test_setiap_peran_diuji(pemeran):
    assert set(pemeran.orang) == {
        *Peran.values, "perencana_lain", "inspektorat_luar", "tanpa_tugas",
    }  # fmt: skip


def tugaskan(pemeran, peran, *, unit=None, pemda=None) -> None:
    Penugasan.objects.create(
        pengguna=pemeran["tanpa_tugas"], peran=peran, unit=unit, pemda=pemda, dari=AWAL
    )


def test_bertugas_di_bidang_melihat_seluruh_perangkat_daerah(pemeran):
    bidang = Unit.objects.get(kode="pasuruan-bakesbangpol-ideologi")
    tugaskan(pemeran, Peran.OPERATOR, unit=bidang)
    assert terbaca(pemeran["tanpa_tugas"]) == sorted(BADAN)


def test_pembaca_pemda_melihat_semua_unitnya(pemeran):
    tugaskan(pemeran, Peran.PEMBACA, pemda=pemeran.unit.pemda)
    assert terbaca(pemeran["tanpa_tugas"]) == sorted(BADAN | LAIN)


def test_tugas_ganda_menjumlahkan_tanpa_mengulang(pemeran):
    for unit in (pemeran.unit, pemeran.unit_lain, pemeran.unit_luar):
        tugaskan(pemeran, Peran.OPERATOR, unit=unit)
        tugaskan(pemeran, Peran.PIMPINAN, unit=unit)
    tugaskan(pemeran, Peran.ADMIN, pemda=pemeran.unit.pemda)
    assert terbaca(pemeran["tanpa_tugas"]) == sorted(BADAN | LAIN | LUAR)


def test_akun_nonaktif_tidak_melihat_apa_pun(pemeran):
    pengguna = pemeran["inspektorat"]
    pengguna.is_active = False
    assert terbaca(pengguna) == []


def test_tugas_yang_berakhir_tidak_memperlihatkan_apa_pun(pemeran):
    pemeran["perencana"].penugasan.update(sampai=date(2021, 12, 31))
    assert terbaca(pemeran["perencana"]) == []


def test_perangkat_daerah_tanpa_bawahannya(pemeran):
    assert kode(Unit.objects.perangkat_daerah()) == sorted({"pasuruan-bakesbangpol"} | LAIN | LUAR)


def test_daftar_sebaris_satu(pasuruan):
    unit = Unit(fungsi="menyusun\nmelaksanakan", dasar_hukum="")
    assert unit.daftar_fungsi() == ["menyusun", "melaksanakan"]
    assert unit.daftar_dasar_hukum() == []
