"""Row and trail are one act: both are written, or neither."""

import pytest
from django.db import IntegrityError

from sakip.jejak.aksi import Aksi
from sakip.jejak.catat import SISTEM, potret
from sakip.jejak.models import CatatanJejak
from sakip.jejak.queries import riwayat
from sakip.jejak.simpan import simpan
from sakip.lib import waktu
from sakip.organisasi.models import Unit
from sakip.web.versi import SudahBerubah
from tests.pemeran import AWAL


@pytest.fixture
def unit(pasuruan) -> Unit:
    return pasuruan


@pytest.fixture
def baru(pasuruan) -> Unit:
    return Unit(pemda=pasuruan.pemda, kode="baru", nama="Baru", singkatan="B", berlaku_dari=AWAL)


@pytest.fixture
def jejak_rusak(monkeypatch) -> None:
    """A clock without a time: the database refuses the line of the trail."""
    monkeypatch.setattr(waktu, "sekarang", lambda: None)


def isi(unit: Unit) -> tuple[list[dict], int]:
    """The row as stored, if it is, and how many lines the trail has."""
    return list(Unit.objects.filter(kode=unit.kode).values()), CatatanJejak.objects.count()


def test_baris_baru_tercatat_dengan_semua_isinya(baru, pemeran):
    simpan(
        baru, oleh=pemeran["admin"], aksi=Aksi.UNIT_DIBUAT, alasan="perda", unit_id=pemeran.unit.pk
    )
    (baris,) = riwayat(baru)
    tersimpan = Unit.objects.get(kode="baru")
    assert (tersimpan.pk, tersimpan.versi) == (baru.pk, 1)
    assert (baris.aksi, baris.pengguna, baris.pelaku) == (
        Aksi.UNIT_DIBUAT, pemeran["admin"], "admin",
    )  # fmt: skip
    assert (baris.alasan, baris.unit, baris.objek_nama) == ("perda", pemeran.unit, "Baru")
    assert (baris.sebelum, baris.sesudah.keys()) == ({}, potret(tersimpan).keys() - KOSONG)


# a field that is empty in a new row is no change from nothing
KOSONG = {"induk_id", "perangkat_daerah_id", "berlaku_sampai"}


def test_perubahan_tercatat_dengan_yang_berubah_saja(unit, pemeran):
    lama = unit.singkatan
    unit.singkatan = "BKBP"
    simpan(unit, oleh=pemeran["admin"], aksi=Aksi.UNIT_DIUBAH, versi=1)
    baris = riwayat(unit).first()
    assert (Unit.objects.get(pk=unit.pk).singkatan, unit.versi) == ("BKBP", 2)
    assert (baris.sebelum, baris.sesudah) == ({"singkatan": lama}, {"singkatan": "BKBP"})


def test_sebelum_adalah_yang_tersimpan_bukan_yang_dibaca(unit):
    """What a column held that was written past the count is told too, since it is overwritten."""
    dibaca = unit.tugas
    Unit.objects.filter(pk=unit.pk).update(tugas="ditulis perintah")
    simpan(unit, oleh=None, aksi=Aksi.UNIT_DIUBAH, versi=1)
    baris = riwayat(unit).first()
    assert (baris.sebelum, baris.sesudah) == ({"tugas": "ditulis perintah"}, {"tugas": dibaca})
    assert baris.pelaku == SISTEM


def test_setiap_simpanan_satu_baris_jejak(unit, pemeran):
    sebelum = CatatanJejak.objects.count()
    for versi in (1, 2, 3):
        simpan(unit, oleh=pemeran["admin"], aksi=Aksi.UNIT_DIUBAH, versi=versi)
    assert CatatanJejak.objects.count() == sebelum + 3
    assert Unit.objects.get(pk=unit.pk).versi == 4


def test_jejak_yang_gagal_menarik_kembali_baris_baru(baru, jejak_rusak):
    sebelum = isi(baru)
    with pytest.raises(IntegrityError):
        simpan(baru, oleh=None, aksi=Aksi.UNIT_DIBUAT)
    assert isi(baru) == sebelum == ([], sebelum[1])


def test_jejak_yang_gagal_menarik_kembali_perubahan(unit, jejak_rusak):
    sebelum = isi(unit)
    unit.singkatan = "BKBP"
    with pytest.raises(IntegrityError):
        simpan(unit, oleh=None, aksi=Aksi.UNIT_DIUBAH, versi=1)
    assert isi(unit) == sebelum


def test_baris_baru_yang_ditolak_tidak_berjejak(baru, unit):
    baru.kode = unit.kode
    sebelum = isi(unit)
    with pytest.raises(IntegrityError):
        simpan(baru, oleh=None, aksi=Aksi.UNIT_DIBUAT)
    assert isi(unit) == sebelum


def test_baris_lama_tanpa_versi_ditolak(unit):
    sebelum = isi(unit)
    unit.singkatan = "BKBP"
    with pytest.raises(ValueError, match="versi"):
        simpan(unit, oleh=None, aksi=Aksi.UNIT_DIUBAH)
    assert isi(unit) == sebelum


@pytest.mark.parametrize("versi", [0, 2, 10**18])
def test_yang_terlambat_tidak_menulis_dan_tidak_berjejak(versi, unit):
    sebelum = isi(unit)
    unit.singkatan = "BKBP"
    with pytest.raises(SudahBerubah):
        simpan(unit, oleh=None, aksi=Aksi.UNIT_DIUBAH, versi=versi)
    assert isi(unit) == sebelum
