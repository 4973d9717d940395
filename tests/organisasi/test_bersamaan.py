"""Two people at the same moment: one rule holds for both, and one of them is told."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError

from sakip.organisasi.models import (
    Jendela,
    Pengguna,
    Penugasan,
    PerubahanUnit,
    Silsilah,
    Unit,
)
from sakip.organisasi.peran import Peran
from sakip.organisasi.services.akun import simpan_akun, simpan_penugasan
from sakip.organisasi.services.jendela import simpan_jendela
from sakip.organisasi.services.unit import catat_perubahan
from sakip.web.versi import SudahBerubah
from tests.lib.bersamaan import bersamaan
from tests.lib.unit_kecil import unit_kecil
from tests.organisasi.alat import JejakBaru
from tests.pemeran import AWAL, buat_akun, buat_orang, buat_unit

DITOLAK = (ValidationError, SudahBerubah, IntegrityError)


def satu_ditolak(*perbuatan: Callable[[], object]) -> bool:
    """Whether of two at once one was done and the other refused."""
    hasil = bersamaan(*perbuatan)
    return sorted(isinstance(satu, DITOLAK) for satu in hasil) == [False, True] and None in hasil


@pytest.fixture
def dinas(transactional_db) -> dict[str, Unit]:
    satu = unit_kecil()
    return {"a": satu, "b": buat_unit(satu.pemda, "dinas-b", "Dinas b")}


@pytest.fixture
def admin(dinas) -> list[Pengguna]:
    return [buat_orang(f"admin-{ke}", Peran.ADMIN, dinas["a"]) for ke in range(2)]


def test_jendela_yang_sama_diatur_berdua(dinas):
    orang = [buat_orang(f"b-{ke}", Peran.BAGIAN_ORGANISASI, dinas["a"]) for ke in range(2)]
    jejak = JejakBaru()

    def atur(oleh: Pengguna) -> None:
        jendela = Jendela(
            pemda=dinas["a"].pemda, jenis="pengisian", tahun=2024, bulan=3,
            buka=datetime(2024, 4, 1, tzinfo=UTC), tenggat=datetime(2024, 4, 10, tzinfo=UTC),
            kunci=datetime(2024, 4, 20, tzinfo=UTC),
        )  # fmt: skip
        simpan_jendela(jendela, oleh=oleh)

    assert satu_ditolak(lambda: atur(orang[0]), lambda: atur(orang[1]))
    assert (Jendela.objects.filter(pemda=dinas["a"].pemda).count(), len(jejak.baris())) == (1, 1)


def test_peran_yang_sama_diberikan_berdua(dinas, admin):
    akun = buat_akun("pegawai", dinas["a"].pemda)

    def beri(oleh: Pengguna) -> None:
        tugas = Penugasan(pengguna=akun, peran=Peran.OPERATOR, unit=dinas["a"], dari=AWAL)
        simpan_penugasan(tugas, oleh=oleh)

    assert satu_ditolak(lambda: beri(admin[0]), lambda: beri(admin[1]))
    assert Penugasan.objects.filter(pengguna=akun).count() == 1


def test_dua_perubahan_yang_bersama_melingkar(dinas, admin):
    def catat(lama: str, baru: str, oleh: Pengguna) -> None:
        unit = {nama: Unit.objects.get(pk=dinas[nama].pk) for nama in (lama, baru)}
        perubahan = PerubahanUnit(
            lama=unit[lama], baru=unit[baru], tanggal=date(2024, 7, 1), jenis="ganti_nama"
        )
        catat_perubahan(perubahan, oleh=oleh)

    assert satu_ditolak(lambda: catat("a", "b", admin[0]), lambda: catat("b", "a", admin[1]))
    assert (PerubahanUnit.objects.count(), Silsilah.objects.count()) == (1, 1)
    dua = [satu.pk for satu in dinas.values()]
    assert Unit.objects.filter(pk__in=dua, berlaku_sampai=None).count() == 1


def test_akun_yang_sama_diubah_berdua(dinas, admin):
    akun = buat_akun("pegawai", dinas["a"].pemda)

    def ubah(oleh: Pengguna) -> None:
        salinan = Pengguna.objects.get(pk=akun.pk)
        salinan.nama = f"menurut {oleh.nama}"
        simpan_akun(salinan, oleh=oleh, versi=1)

    assert satu_ditolak(lambda: ubah(admin[0]), lambda: ubah(admin[1]))
    assert Pengguna.objects.get(pk=akun.pk).versi == 2
