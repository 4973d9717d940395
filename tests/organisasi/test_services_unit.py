"""Units keep their place: in their pemda, in their perangkat daerah, never below themselves."""

import pytest
from django.core.exceptions import ValidationError

from sakip.jejak.aksi import Aksi
from sakip.lib.transisi import HakKurang
from sakip.organisasi.models import Unit
from sakip.organisasi.peran import Peran
from sakip.organisasi.services.unit import simpan_unit
from sakip.web.versi import SudahBerubah
from tests.organisasi.alat import JejakBaru, tak_berubah
from tests.pemeran import AWAL, Pemeran, buat_orang

POLITIK = "pasuruan-bakesbangpol-politik"
IDEOLOGI = "pasuruan-bakesbangpol-ideologi"


def unit_baru(pemeran: Pemeran, **beda) -> Unit:
    isi = {
        "pemda": pemeran.unit.pemda,
        "kode": "pasuruan-unit-baru",
        "nama": "Unit Baru",
        "singkatan": "UB",
        "berlaku_dari": AWAL,
    }
    return Unit(**(isi | beda))


def test_perangkat_daerah_baru(pemeran):
    jejak, unit = JejakBaru(), unit_baru(pemeran)
    simpan_unit(unit, oleh=pemeran["admin"])
    tersimpan = Unit.objects.get(kode="pasuruan-unit-baru")
    assert (tersimpan.induk, tersimpan.perangkat_daerah) == (None, None)
    baris = jejak.satu()
    assert (baris.aksi, baris.pengguna, baris.objek_id) == (
        Aksi.UNIT_DIBUAT, pemeran["admin"], str(unit.pk),
    )  # fmt: skip
    assert (baris.sebelum, baris.sesudah["nama"]) == ({}, "Unit Baru")


@pytest.mark.parametrize("induk", ["pasuruan-bakesbangpol", POLITIK])
def test_bagian_baru_mengikuti_perangkat_daerah_induknya(induk, pemeran):
    unit = unit_baru(pemeran, induk=Unit.objects.get(kode=induk))
    simpan_unit(unit, oleh=pemeran["admin"])
    assert Unit.objects.get(pk=unit.pk).perangkat_daerah == pemeran.unit


def test_unit_diubah(pemeran):
    jejak, unit = JejakBaru(), Unit.objects.get(kode=POLITIK)
    nama = unit.nama
    unit.nama = "Bidang Politik"
    simpan_unit(unit, oleh=pemeran["admin"], versi=unit.versi)
    baris = jejak.satu()
    assert (baris.aksi, baris.unit, baris.pelaku) == (Aksi.UNIT_DIUBAH, unit, "admin")
    assert (baris.sebelum, baris.sesudah) == ({"nama": nama}, {"nama": "Bidang Politik"})


def test_pindah_di_dalam_perangkat_daerahnya(pemeran):
    unit = Unit.objects.get(kode=POLITIK)
    unit.induk = Unit.objects.get(kode=IDEOLOGI)
    simpan_unit(unit, oleh=pemeran["admin"], versi=unit.versi)
    tersimpan = Unit.objects.get(pk=unit.pk)
    assert (tersimpan.induk.kode, tersimpan.perangkat_daerah) == (IDEOLOGI, pemeran.unit)


@pytest.mark.parametrize("tujuan", ["dinas lain", "tanpa induk"])
def test_tidak_pindah_ke_perangkat_daerah_lain(tujuan, pemeran):
    unit = Unit.objects.get(kode=POLITIK)
    unit.induk = pemeran.unit_lain if tujuan == "dinas lain" else None
    with tak_berubah(), pytest.raises(ValidationError, match="tidak dapat pindah"):
        simpan_unit(unit, oleh=pemeran["admin"], versi=unit.versi)


def test_perangkat_daerah_tidak_menjadi_bagian(pemeran):
    unit = pemeran.unit_lain
    unit.induk = pemeran.unit
    with tak_berubah(), pytest.raises(ValidationError, match="tidak dapat pindah"):
        simpan_unit(unit, oleh=pemeran["admin"], versi=unit.versi)


@pytest.mark.parametrize("sejauh", [0, 1, 2])
def test_tidak_di_bawah_dirinya_sendiri(sejauh, pemeran):
    """Below itself, below its part, below a part of that."""
    rantai = [Unit.objects.get(kode=POLITIK)]
    for ke in range(2):
        bagian = unit_baru(pemeran, kode=f"bagian-{ke}", nama=f"Bagian {ke}", induk=rantai[-1])
        simpan_unit(bagian, oleh=pemeran["admin"])
        rantai.append(bagian)
    unit = Unit.objects.get(kode=POLITIK)
    unit.induk = Unit.objects.get(pk=rantai[sejauh].pk)
    with tak_berubah(), pytest.raises(ValidationError, match="di bawah bagiannya sendiri"):
        simpan_unit(unit, oleh=pemeran["admin"], versi=unit.versi)


def test_induk_dari_pemda_lain_ditolak(pemeran):
    unit = unit_baru(pemeran, induk=pemeran.unit_luar)
    with tak_berubah(), pytest.raises(ValidationError) as salah:
        simpan_unit(unit, oleh=pemeran["admin"])
    assert salah.value.message_dict == {
        "induk": ["Unit induk adalah milik pemerintah daerah lain."]
    }


def test_tidak_berpindah_pemda(pemeran):
    """Neither given away by its own admin nor taken by another's."""
    unit = Unit.objects.get(pk=pemeran.unit_lain.pk)
    unit.pemda = pemeran.unit_luar.pemda
    with tak_berubah(), pytest.raises(HakKurang):
        simpan_unit(unit, oleh=pemeran["admin"], versi=unit.versi)
    admin_luar = buat_orang("admin-luar", Peran.ADMIN, pemeran.unit_luar)
    with tak_berubah(), pytest.raises(ValidationError, match="milik Kota Pasuruan"):
        simpan_unit(unit, oleh=admin_luar, versi=unit.versi)


@pytest.mark.parametrize("kode", ["Dinas", "dinas_a", "dinas a", "dinas-", ""])
def test_kode_alamat_hanya_satu_ejaan(kode, pemeran):
    with tak_berubah(), pytest.raises(ValidationError) as salah:
        simpan_unit(unit_baru(pemeran, kode=kode), oleh=pemeran["admin"])
    assert list(salah.value.message_dict) == ["kode"]


def test_unit_yang_disimpan_orang_lain_tidak_tertimpa(pemeran):
    lama, unit = (Unit.objects.get(kode=POLITIK) for _ in range(2))
    unit.nama = "Pertama"
    simpan_unit(unit, oleh=pemeran["admin"], versi=unit.versi)
    lama.nama = "Kedua"
    with tak_berubah(), pytest.raises(SudahBerubah):
        simpan_unit(lama, oleh=pemeran["admin"], versi=lama.versi)


@pytest.mark.parametrize("baru", [True, False])
def test_hanya_admin_pemda_itu(baru, pemeran):
    unit = unit_baru(pemeran) if baru else Unit.objects.get(kode=POLITIK)
    admin_luar = buat_orang("admin-luar", Peran.ADMIN, pemeran.unit_luar)
    bukan = [orang for nama, orang in pemeran.orang.items() if nama != "admin"]
    for oleh in (*bukan, admin_luar):
        with tak_berubah(), pytest.raises(HakKurang, match="Hanya admin Kota Pasuruan"):
            simpan_unit(unit, oleh=oleh, versi=unit.versi)
