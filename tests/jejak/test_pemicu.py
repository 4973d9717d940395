"""What was written stays: against our own code, raw SQL, and migrations."""

import pytest
from django.core.checks import run_checks
from django.db import IntegrityError, connection, migrations, models, transaction
from django.db.migrations.state import ProjectState

from sakip.jejak import pemicu
from sakip.jejak.aksi import Aksi
from sakip.jejak.catat import catat
from sakip.jejak.models import CatatanJejak, HanyaDitambahError, SegelJejak

TABEL = pemicu.TABEL


@pytest.fixture
def catatan(pasuruan) -> CatatanJejak:
    return catat(Aksi.CONTOH_DIMUAT, pasuruan, oleh=None, sesudah={"nama": "a"})


def perintah(vendor: str) -> dict[str, str]:
    semua = {
        "ubah": "UPDATE {t} SET alasan = 'lain' WHERE id = {id}",
        "ubah semua": "UPDATE {t} SET alasan = 'lain'",
        "hapus": "DELETE FROM {t} WHERE id = {id}",
        "hapus semua": "DELETE FROM {t}",
    }
    kolom = ", ".join(k.column for k in CatatanJejak._meta.concrete_fields)
    if vendor == "sqlite":
        semua["timpa"] = "INSERT OR REPLACE INTO {t} (" + kolom + ") SELECT " + kolom + " FROM {t}"
        semua["ubah atau timpa"] = "UPDATE OR REPLACE {t} SET id = id + 1"
    else:
        semua["kosongkan"] = "TRUNCATE {t}"
        semua["kosongkan beruntun"] = "TRUNCATE {t} CASCADE"
        semua["timpa"] = (
            "INSERT INTO {t} (" + kolom + ") SELECT " + kolom + " FROM {t} WHERE id = {id} "
            "ON CONFLICT (id) DO UPDATE SET alasan = 'lain'"
        )
    return semua


@pytest.mark.parametrize("nama", sorted(perintah(connection.vendor)))
def test_sql_mentah_ditolak(nama, catatan):
    sql = perintah(connection.vendor)[nama].format(t=TABEL[0], id=catatan.pk)
    sebelum = list(CatatanJejak.objects.values_list())
    connection.check_constraints()  # or PostgreSQL refuses to truncate for another reason
    with pytest.raises(IntegrityError, match=pemicu.PESAN), transaction.atomic():
        connection.cursor().execute(sql)
    assert list(CatatanJejak.objects.values_list()) == sebelum


@pytest.mark.parametrize(
    "ubah",
    [
        lambda catatan: catatan.save(),
        lambda catatan: catatan.delete(),
        lambda _: CatatanJejak.objects.update(alasan="lain"),
        lambda _: CatatanJejak.objects.all().delete(),
        lambda catatan: CatatanJejak.objects.bulk_update([catatan], ["alasan"]),
        lambda _: SegelJejak.objects.all().delete(),
    ],
)
def test_kode_sendiri_ditolak(ubah, catatan):
    with pytest.raises(HanyaDitambahError):
        ubah(catatan)


def test_pemicu_kembali_setelah_migrasi_mengubah_tabel(transactional_db, pasuruan):
    """SQLite remakes a table to alter it, and forgets its triggers."""
    catat(Aksi.CONTOH_DIMUAT, pasuruan, oleh=None)
    ubah_panjang_pelaku(130)
    try:
        pemicu.setelah_migrasi(using="default")
        assert pemicu.yang_hilang(connection) == []
        with pytest.raises(IntegrityError, match=pemicu.PESAN), transaction.atomic():
            connection.cursor().execute(f"DELETE FROM {TABEL[0]}")
    finally:
        ubah_panjang_pelaku(120)
        pemicu.setelah_migrasi(using="default")


def ubah_panjang_pelaku(panjang: int) -> None:
    keadaan = ProjectState.from_apps(CatatanJejak._meta.apps)
    operasi = migrations.AlterField("CatatanJejak", "pelaku", models.CharField(max_length=panjang))
    baru = keadaan.clone()
    operasi.state_forwards("jejak", baru)
    with connection.schema_editor() as penyunting:
        operasi.database_forwards("jejak", penyunting, keadaan, baru)


def test_migrasi_tanpa_pemasangan_kembali_memang_kehilangan_pemicu(transactional_db, pasuruan):
    if connection.vendor == "postgresql":
        return  # a table that is altered in place keeps them
    ubah_panjang_pelaku(130)
    hilang = pemicu.yang_hilang(connection)
    ubah_panjang_pelaku(120)
    pemicu.pasang(connection)
    assert len(hilang) == 3


def test_pemeriksaan_sistem_melaporkan_pemicu_yang_hilang(catatan):
    assert temuan_jejak() == []
    pemicu.lepas(connection)
    temuan = temuan_jejak()
    pemicu.pasang(connection)
    assert temuan == ["jejak.E001"]


def temuan_jejak() -> list[str]:
    semua = run_checks(tags=["database"], databases=["default"])
    return [satu.id for satu in semua if satu.id.startswith("jejak.")]
