"""Accounts get their pemda when they are migrated, and lose nothing on the way back and forth."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from django.db import connection

from sakip.jejak import pemicu
from tests.migrasi import migrasi, terbaru

SEBELUM, SESUDAH = "0004_pejabat_jendela_perubahan", "0006_silsilah_unit"
AWAL = date(2020, 1, 1)


def menuju(tujuan: str) -> Any:
    return migrasi(("organisasi", tujuan))


@pytest.fixture
def sebelum(transactional_db) -> Iterator[Any]:
    """The database as it was before accounts had a pemda; afterwards it is the newest again."""
    try:
        yield menuju(SEBELUM)
    finally:
        migrasi(*terbaru("organisasi"))
        pemicu.setelah_migrasi(using="default")
        assert pemicu.yang_hilang(connection) == []


def isi_dahulu(apps: Any) -> dict[str, str]:
    """Accounts by where they hold a role; each with the pemda that it must come to belong to."""
    pemda, unit, pengguna, penugasan = (
        apps.get_model("organisasi", nama) for nama in ("Pemda", "Unit", "Pengguna", "Penugasan")
    )
    satu, dua = (
        pemda.objects.create(
            kode=kode, nama=kode, jenis="kota", sebutan_kepala="Wali Kota", kedudukan="x"
        )
        for kode in ("kota-satu", "kota-dua")
    )
    dinas = unit.objects.create(
        pemda=dua, kode="dinas-dua", nama="D", singkatan="D", berlaku_dari=AWAL
    )
    akun = {
        nama: pengguna.objects.create(nama_pengguna=nama, nama=nama, password=f"sidik {nama}")
        for nama in ("di-unit", "di-pemda", "di-keduanya", "tanpa-peran")
    }

    def tugaskan(nama: str, peran: str, **tempat: Any) -> None:
        penugasan.objects.create(pengguna=akun[nama], peran=peran, dari=AWAL, **tempat)

    tugaskan("di-unit", "operator", unit=dinas)
    tugaskan("di-pemda", "inspektorat", pemda=dua)
    tugaskan("di-keduanya", "pembaca", pemda=dua)
    tugaskan("di-keduanya", "pembaca", pemda=satu)
    pertama = pemda.objects.order_by("pk").first().kode
    return dict.fromkeys(("di-unit", "di-pemda", "di-keduanya"), "kota-dua") | {
        "tanpa-peran": pertama
    }


def milik(apps: Any, nama: list[str]) -> dict[str, str]:
    semua = apps.get_model("organisasi", "Pengguna").objects.filter(nama_pengguna__in=nama)
    return dict(semua.values_list("nama_pengguna", "pemda__kode"))


def test_akun_mendapat_pemda_maju_mundur_maju(sebelum):
    harapan = isi_dahulu(sebelum)
    maju = menuju(SESUDAH)
    assert milik(maju, list(harapan)) == harapan
    akun = maju.get_model("organisasi", "Pengguna").objects.get(nama_pengguna="di-unit")
    assert (akun.sesi_ke, akun.password) == (1, "sidik di-unit")
    assert maju.get_model("organisasi", "Silsilah").objects.count() == 0
    assert kolom_wajib("organisasi_pengguna")["pemda_id"]
    mundur = menuju(SEBELUM)
    lama = mundur.get_model("organisasi", "Pengguna").objects.get(nama_pengguna="di-unit")
    assert (lama.password, lama.penugasan.count()) == ("sidik di-unit", 1)
    assert "organisasi_silsilah" not in connection.introspection.table_names()
    assert not {"pemda_id", "sesi_ke"} & kolom_wajib("organisasi_pengguna").keys()
    assert milik(menuju(SESUDAH), list(harapan)) == harapan


def kolom_wajib(tabel: str) -> dict[str, bool]:
    """The columns of a table, and whether each must be filled."""
    with connection.cursor() as kursor:
        semua = connection.introspection.get_table_description(kursor, tabel)
    return {kolom.name: not kolom.null_ok for kolom in semua}
