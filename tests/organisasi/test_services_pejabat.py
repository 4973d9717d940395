"""Officials, their posts, and the pemda's own identity."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from sakip.jejak.aksi import Aksi
from sakip.lib.transisi import HakKurang
from sakip.organisasi.models import Pejabat, Pemda, Penempatan
from sakip.organisasi.peran import Peran
from sakip.organisasi.services.pejabat import simpan_pejabat, simpan_penempatan
from sakip.organisasi.services.pemda import simpan_pemda
from sakip.web.versi import SudahBerubah
from tests.organisasi.alat import JejakBaru, tak_berubah
from tests.pemeran import AWAL, Pemeran, buat_orang

NIP = "000000000000000077"


@pytest.fixture
def pejabat(pemeran) -> Pejabat:
    return Pejabat.objects.create(pemda=pemeran.unit.pemda, nama="Sri Rahayu", nip=NIP)


def jabatan(pejabat: Pejabat, **beda) -> Penempatan:
    return Penempatan(pejabat=pejabat, jabatan="Analis", dari=AWAL, **beda)


def test_pejabat_dibuat(pemeran):
    jejak = JejakBaru()
    pejabat = Pejabat(pemda=pemeran.unit.pemda, nama="Sri Rahayu", nip=NIP)
    simpan_pejabat(pejabat, oleh=pemeran["admin"])
    baris = jejak.satu()
    assert (baris.aksi, baris.objek_nama, baris.sebelum) == (Aksi.PEJABAT_DIBUAT, "Sri Rahayu", {})
    assert (baris.sesudah["nip"], baris.pengguna) == (NIP, pemeran["admin"])


def test_pejabat_diubah(pemeran, pejabat):
    jejak = JejakBaru()
    pejabat.nama = "Sri Rahayu, S.Sos."
    simpan_pejabat(pejabat, oleh=pemeran["admin"], versi=1)
    assert (jejak.satu().aksi, jejak.satu().sebelum, jejak.satu().sesudah) == (
        Aksi.PEJABAT_DIUBAH, {"nama": "Sri Rahayu"}, {"nama": "Sri Rahayu, S.Sos."},
    )  # fmt: skip


@pytest.mark.parametrize("di_unit", [True, False])
def test_penempatan_dibuat(di_unit, pemeran, pejabat):
    jejak = JejakBaru()
    unit = pemeran.unit if di_unit else None
    simpan_penempatan(jabatan(pejabat, unit=unit), oleh=pemeran["admin"])
    baris = jejak.satu()
    assert (baris.aksi, baris.unit, baris.sesudah["dari"]) == (
        Aksi.PENEMPATAN_DIBUAT, unit, "2020-01-01",
    )  # fmt: skip


def test_penempatan_diubah(pemeran, pejabat):
    milik = jabatan(pejabat, unit=pemeran.unit)
    milik.save()
    jejak = JejakBaru()
    milik.sampai = date(2024, 12, 31)
    simpan_penempatan(milik, oleh=pemeran["admin"], versi=1)
    assert (jejak.satu().aksi, jejak.satu().sebelum, jejak.satu().sesudah) == (
        Aksi.PENEMPATAN_DIUBAH, {"sampai": None}, {"sampai": "2024-12-31"},
    )  # fmt: skip


def test_penempatan_di_unit_pemda_lain_ditolak(pemeran, pejabat):
    with tak_berubah(), pytest.raises(ValidationError) as salah:
        simpan_penempatan(jabatan(pejabat, unit=pemeran.unit_luar), oleh=pemeran["admin"])
    assert salah.value.message_dict == {"unit": ["Unit ini milik pemerintah daerah lain."]}


def test_identitas_pemda_diubah(pemeran):
    jejak, pemda = JejakBaru(), Pemda.objects.get(pk=pemeran.unit.pemda_id)
    pemda.kedudukan = "Bugul Kidul"
    simpan_pemda(pemda, oleh=pemeran["admin"], versi=pemda.versi)
    assert (jejak.satu().aksi, jejak.satu().sebelum, jejak.satu().sesudah) == (
        Aksi.PEMDA_DIUBAH, {"kedudukan": "Pasuruan"}, {"kedudukan": "Bugul Kidul"},
    )  # fmt: skip


SIMPAN = {
    "pejabat": simpan_pejabat,
    "penempatan": simpan_penempatan,
    "pemda": simpan_pemda,
}


@pytest.fixture
def objek(pemeran, pejabat):
    """A saved object of each kind."""
    milik = jabatan(pejabat, unit=pemeran.unit)
    milik.save()
    pemda = Pemda.objects.get(pk=pemeran.unit.pemda_id)
    return {"pejabat": pejabat, "penempatan": milik, "pemda": pemda}


@pytest.mark.parametrize("apa", SIMPAN)
def test_hanya_admin_pemda_itu(apa, objek, pemeran: Pemeran):
    admin_luar = buat_orang("admin-luar", Peran.ADMIN, pemeran.unit_luar)
    bukan = [orang for nama, orang in pemeran.orang.items() if nama != "admin"]
    for oleh in (*bukan, admin_luar):
        with tak_berubah(), pytest.raises(HakKurang, match="Hanya admin Kota Pasuruan"):
            SIMPAN[apa](objek[apa], oleh=oleh, versi=objek[apa].versi)


@pytest.mark.parametrize("apa", SIMPAN)
def test_yang_disimpan_orang_lain_tidak_tertimpa(apa, objek, pemeran):
    versi = objek[apa].versi
    SIMPAN[apa](objek[apa], oleh=pemeran["admin"], versi=versi)
    with tak_berubah(), pytest.raises(SudahBerubah):
        SIMPAN[apa](objek[apa], oleh=pemeran["admin"], versi=versi)
