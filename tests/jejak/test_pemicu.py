"""What was written stays: against our own code, raw SQL, and migrations."""

from collections.abc import Iterator
from datetime import date

import pytest
from django.core.checks import run_checks
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command
from django.db import IntegrityError, connection, migrations, models, transaction
from django.db.migrations.state import ProjectState
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.test.utils import isolate_apps

from sakip.jejak import pemicu
from sakip.jejak.aksi import Aksi
from sakip.jejak.catat import catat
from sakip.jejak.models import BarisTambah, CatatanJejak, HanyaDitambahError, SegelJejak
from tests.lib.unit_kecil import unit_kecil

TABEL = CatatanJejak._meta.db_table
SEGEL = SegelJejak._meta.db_table


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
    sql = perintah(connection.vendor)[nama].format(t=TABEL, id=catatan.pk)
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


def test_pemicu_kembali_setelah_migrasi_mengubah_tabel(transactional_db):
    """SQLite remakes a table to alter it, and forgets its triggers."""
    catat(Aksi.CONTOH_DIMUAT, unit_kecil(), oleh=None)
    ubah_panjang_pelaku(130)
    try:
        pemicu.setelah_migrasi(using="default")
        assert pemicu.yang_hilang(connection) == []
        with pytest.raises(IntegrityError, match=pemicu.PESAN), transaction.atomic():
            connection.cursor().execute(f"DELETE FROM {TABEL}")
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


def test_migrasi_tanpa_pemasangan_kembali_memang_kehilangan_pemicu(transactional_db):
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
    assert temuan == ["jejak.W001"]


def test_migrate_memasang_kembali_pemicu_yang_hilang(transactional_db):
    """An installation that lacks a trigger, as one of an older version does, is not locked out."""
    pemicu.lepas(connection)
    call_command("migrate", verbosity=0)
    assert temuan_jejak() == []


def temuan_jejak() -> list[str]:
    semua = run_checks(tags=["database"], databases=["default"])
    return [satu.id for satu in semua if satu.id.startswith("jejak.")]


def test_segel_tidak_dapat_ditimpa_lewat_tanggalnya(db):
    """The row of a day would go by its unique rule, whatever its key."""
    SegelJejak.objects.create(tanggal=date(2031, 1, 1), banyaknya=2, sidik="a" * 64)
    kolom = f"{SEGEL} (tanggal, banyaknya, sidik) VALUES ('2031-01-01', 1, 'b')"
    if connection.vendor == "sqlite":
        sql, pesan = f"INSERT OR REPLACE INTO {kolom}", f"UNIQUE constraint failed: {SEGEL}.tanggal"
    else:
        sql, pesan = (
            f"INSERT INTO {kolom} ON CONFLICT (tanggal) DO UPDATE SET sidik = 'b'",
            pemicu.PESAN,
        )
    with pytest.raises(IntegrityError, match=pesan), transaction.atomic():
        connection.cursor().execute(sql)
    assert SegelJejak.objects.get().sidik == "a" * 64


@pytest.fixture
def daftar_kosong() -> Iterator[None]:
    """A register of its own, given back before the tables of the test are emptied."""
    with pytest.MonkeyPatch.context() as sementara:
        sementara.setattr("sakip.jejak.pemicu._MODEL", [])
        yield


def buat_model(**meta: object) -> type[BarisTambah]:
    kelas_meta = type("Meta", (), {"app_label": "evaluasi", **meta})
    isi = {"__module__": __name__, "Meta": kelas_meta, "kode": models.CharField(max_length=9)}
    return type("BarisUji", (BarisTambah,), isi)


@isolate_apps()
def test_model_yang_didaftarkan_dijaga(transactional_db, daftar_kosong):
    model = buat_model()
    pemicu.daftarkan(model, model)
    tabel = model._meta.db_table
    assert pemicu.tabel() == [tabel]
    assert pemicu.yang_hilang(connection) == []  # there is no table yet
    with connection.schema_editor() as penyunting:
        penyunting.create_model(model)
    try:
        assert f"{tabel}_ubah" in pemicu.yang_hilang(connection)
        assert temuan_jejak() == ["jejak.W001"]
        pemicu.setelah_migrasi(using="default")
        assert temuan_jejak() == []
        connection.cursor().execute(f"INSERT INTO {tabel} (kode) VALUES ('a')")
        with pytest.raises(IntegrityError, match=pemicu.PESAN), transaction.atomic():
            connection.cursor().execute(f"DELETE FROM {tabel}")
    finally:
        pemicu.lepas(connection)
        with connection.schema_editor() as penyunting:
            penyunting.delete_model(model)


@pytest.mark.parametrize(
    "meta",
    [
        {"unique_together": {("kode",)}},
        {"constraints": [models.UniqueConstraint(Lower("kode"), name="u")]},
        {"constraints": [models.UniqueConstraint(F("kode"), name="u")]},
        {
            "constraints": [
                models.UniqueConstraint(fields=["kode"], condition=Q(kode__gt="a"), name="u")
            ]
        },
    ],
)
@isolate_apps()
def test_aturan_unik_yang_tidak_dapat_dijaga_ditolak(daftar_kosong, meta):
    with pytest.raises(ImproperlyConfigured, match=r"evaluasi\.BarisUji: an append-only model"):
        pemicu.daftarkan(buat_model(**meta))
    assert pemicu.tabel() == []


def test_model_aplikasi_di_atas_ikut_terdaftar():
    assert pemicu.tabel()[:2] == [TABEL, SEGEL]
    assert {"dokumen_dokumenterbit", "dokumen_dokumenberkas"} <= set(pemicu.tabel())
