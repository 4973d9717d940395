"""Two dates are told apart, in the zone of the pemda; an exception opens one unit only."""

from datetime import UTC, datetime, timedelta

import pytest

from sakip.lib.izin import Boleh, Tolak
from sakip.organisasi.hitung.jendela import KeadaanJendela, WaktuJendela, keadaan_jendela
from sakip.organisasi.models import Jendela, Pengecualian, Unit
from sakip.organisasi.queries import boleh_menulis, keadaan

DETIK = timedelta(seconds=1)
# 10 July 2024, 23.59.59 in Jakarta
TENGGAT = datetime(2024, 7, 10, 16, 59, 59, tzinfo=UTC)
WAKTU = WaktuJendela(datetime(2024, 6, 30, 17, tzinfo=UTC), TENGGAT, TENGGAT + timedelta(days=7))


@pytest.mark.parametrize(
    ("saat", "hasil"),
    [
        (WAKTU.buka - DETIK, KeadaanJendela.BELUM_BUKA),
        (WAKTU.buka, KeadaanJendela.TERBUKA),
        (WAKTU.tenggat, KeadaanJendela.TERBUKA),
        (WAKTU.tenggat + DETIK, KeadaanJendela.TERLAMBAT),
        (WAKTU.kunci, KeadaanJendela.TERLAMBAT),
        (WAKTU.kunci + DETIK, KeadaanJendela.TERKUNCI),
    ],
)
def test_keadaan_di_tepi(saat, hasil):
    assert keadaan_jendela(WAKTU, saat) is hasil


@pytest.mark.parametrize(
    ("saat", "hasil"),
    [
        (WAKTU.buka - DETIK, KeadaanJendela.BELUM_BUKA),
        (WAKTU.kunci, KeadaanJendela.TERLAMBAT),
        (WAKTU.kunci + DETIK, KeadaanJendela.DIKECUALIKAN),
        (WAKTU.kunci + timedelta(days=3), KeadaanJendela.DIKECUALIKAN),
        (WAKTU.kunci + timedelta(days=3) + DETIK, KeadaanJendela.TERKUNCI),
    ],
)
def test_pengecualian_menutup_sendiri(saat, hasil):
    assert keadaan_jendela(WAKTU, saat, WAKTU.kunci + timedelta(days=3)) is hasil


@pytest.fixture
def jendela(pemeran) -> Jendela:
    return Jendela.objects.create(
        pemda=pemeran.unit.pemda,
        jenis="pengisian",
        tahun=2024,
        bulan=6,
        buka=WAKTU.buka,
        tenggat=WAKTU.tenggat,
        kunci=WAKTU.kunci,
    )


@pytest.fixture
def pengecualian(jendela, pemeran) -> Pengecualian:
    return Pengecualian.objects.create(
        jendela=jendela,
        unit=pemeran.unit,
        sampai=WAKTU.kunci + timedelta(days=3),
        alasan="listrik padam",
        dibuka_oleh=pemeran["bagian_organisasi"],
    )


def test_pengecualian_milik_satu_unit_dan_bawahannya(jendela, pengecualian, pemeran):
    saat = WAKTU.kunci + DETIK
    bidang = Unit.objects.get(kode="pasuruan-bakesbangpol-politik")
    hasil = {
        unit: keadaan(jendela, unit, saat) for unit in (pemeran.unit, bidang, pemeran.unit_lain)
    }
    assert hasil == {
        pemeran.unit: KeadaanJendela.DIKECUALIKAN,
        bidang: KeadaanJendela.DIKECUALIKAN,
        pemeran.unit_lain: KeadaanJendela.TERKUNCI,
    }


@pytest.mark.parametrize(
    ("saat", "izin"),
    [
        (
            WAKTU.buka - DETIK,
            Tolak("Pengisian Triwulan II 2024 baru dibuka 01 Juli 2024 pukul 00.00 WIB."),
        ),
        (WAKTU.tenggat + DETIK, Boleh()),
        (
            WAKTU.kunci + DETIK,
            Tolak(
                "Pengisian Triwulan II 2024 dikunci 17 Juli 2024 pukul 23.59 WIB. Bila masih "
                "perlu, minta perpanjangan kepada bagian organisasi dengan alasannya."
            ),
        ),
    ],
)
def test_alasan_menyebut_kapan_dan_siapa(saat, izin, jendela, pemeran):
    assert boleh_menulis(jendela, pemeran.unit, saat) == izin


@pytest.mark.parametrize(
    ("saat", "kueri"),
    [(WAKTU.buka - DETIK, 0), (WAKTU.buka, 0), (WAKTU.kunci, 0), (WAKTU.kunci + DETIK, 1)],
)
def test_pengecualian_ditanyakan_hanya_bila_terkunci(
    saat, kueri, jendela, pemeran, django_assert_num_queries
):
    with django_assert_num_queries(kueri):
        keadaan(jendela, pemeran.unit, saat)
