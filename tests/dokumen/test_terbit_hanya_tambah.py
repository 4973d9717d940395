"""What was issued stays: against our own code and raw SQL, on both databases."""

import pytest
from django.db import IntegrityError, connection, transaction

from sakip.dokumen.models import AngkaTerbit, DokumenBerkas, DokumenTerbit
from sakip.jejak import pemicu
from sakip.jejak.models import HanyaDitambahError
from tests.dokumen.terbitan import terbit

MODEL = (DokumenTerbit, DokumenBerkas, AngkaTerbit)
UNIK = {
    DokumenTerbit: ("unit_id", "jenis", "tahun", "ke"),
    DokumenBerkas: ("dokumen_id", "bentuk"),
    AngkaTerbit: ("dokumen_id", "kunci"),
}


@pytest.fixture
def dokumen(pemeran) -> DokumenTerbit:
    return terbit(pemeran.unit, pemeran["perencana"])


def kolom(model) -> list[str]:
    return [k.column for k in model._meta.concrete_fields]


def perintah(model) -> dict[str, str]:
    """Ways to change or remove a row, as this database knows them."""
    tabel, semua = model._meta.db_table, kolom(model)
    lain = [k for k in semua if k != "id"]
    hasil = {
        "ubah": f"UPDATE {tabel} SET {lain[0]} = {lain[0]}",
        "hapus": f"DELETE FROM {tabel}",
    }
    if connection.vendor == "sqlite":
        timpa = f"INSERT OR REPLACE INTO {tabel}"
        hasil["timpa"] = f"{timpa} ({', '.join(semua)}) SELECT {', '.join(semua)} FROM {tabel}"
        # the key is another one: the row would go by its unique rule
        hasil["timpa unik"] = f"{timpa} ({', '.join(lain)}) SELECT {', '.join(lain)} FROM {tabel}"
    else:
        hasil["kosongkan"] = f"TRUNCATE {tabel} CASCADE"
        hasil["timpa"] = (
            f"INSERT INTO {tabel} SELECT * FROM {tabel} WHERE true "
            f"ON CONFLICT ({', '.join(UNIK[model])}) DO UPDATE SET {lain[0]} = excluded.{lain[0]}"
        )
    return hasil


CARA = [(model, nama) for model in MODEL for nama in sorted(perintah(model))]


@pytest.mark.parametrize(("model", "nama"), CARA, ids=lambda n: getattr(n, "__name__", n))
def test_sql_mentah_ditolak(model, nama, dokumen):
    sebelum = list(model.objects.order_by("pk").values_list())
    connection.check_constraints()  # or PostgreSQL refuses to truncate for another reason
    # a row that is replaced meets the trigger of its key and that of its unique rule
    pesan = f"{pemicu.PESAN}|UNIQUE constraint failed" if "timpa" in nama else pemicu.PESAN
    with pytest.raises(IntegrityError, match=pesan), transaction.atomic():
        connection.cursor().execute(perintah(model)[nama])
    assert list(model.objects.order_by("pk").values_list()) == sebelum


@pytest.mark.parametrize(("model", "nama"), CARA, ids=lambda n: getattr(n, "__name__", n))
def test_tanpa_pemicu_memang_diterima(model, nama, dokumen):
    """Else the refusals above could have any cause; what PostgreSQL cannot undo is rolled back."""
    pemicu.lepas(connection)
    connection.check_constraints()
    try:
        with transaction.atomic():
            connection.cursor().execute(perintah(model)[nama])
            transaction.set_rollback(True)
    finally:
        pemicu.pasang(connection)


@pytest.mark.parametrize(
    "ubah",
    [
        lambda dokumen: dokumen.save(),
        lambda dokumen: dokumen.delete(),
        lambda _: DokumenTerbit.objects.update(nomor="x"),
        lambda dokumen: dokumen.berkas.all().delete(),
        lambda dokumen: dokumen.berkas.first().save(),
        lambda dokumen: DokumenTerbit.objects.bulk_update([dokumen], ["nomor"]),
    ],
)
def test_kode_sendiri_ditolak(ubah, dokumen):
    with pytest.raises(HanyaDitambahError):
        ubah(dokumen)


def test_pemeriksaan_sistem_mencakup_dokumen_terbit(db):
    assert {model._meta.db_table for model in MODEL} <= set(pemicu.tabel())
    assert pemicu.yang_hilang(connection) == []
    pemicu.lepas(connection)
    hilang = pemicu.yang_hilang(connection)
    pemicu.pasang(connection)
    for model in MODEL:
        assert any(nama.startswith(f"{model._meta.db_table}_ubah") for nama in hilang)
