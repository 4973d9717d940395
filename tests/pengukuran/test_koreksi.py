"""A correction is written once, by two people: against our own code and raw SQL, on both databases."""

import pytest
from django.db import IntegrityError, connection, transaction

from pengukuran.models import Koreksi
from sakip.jejak import pemicu
from sakip.jejak.models import HanyaDitambahError
from tests.lib.kendala import ditolak, salin

TABEL = Koreksi._meta.db_table
KOLOM = ", ".join(kolom.column for kolom in Koreksi._meta.concrete_fields)


def perintah() -> dict[str, str]:
    """Ways to change or remove a row, as this database knows them."""
    semua = {
        "ubah": f"UPDATE {TABEL} SET alasan = 'lain'",
        "ubah isi": f"UPDATE {TABEL} SET sesudah = sebelum",
        "ubah penyetuju": f"UPDATE {TABEL} SET disetujui_oleh_id = diajukan_oleh_id",
        "hapus": f"DELETE FROM {TABEL}",
    }
    if connection.vendor == "sqlite":
        semua["timpa"] = f"INSERT OR REPLACE INTO {TABEL} ({KOLOM}) SELECT {KOLOM} FROM {TABEL}"
    else:
        semua["kosongkan"] = f"TRUNCATE {TABEL}"
        semua["kosongkan beruntun"] = f"TRUNCATE {TABEL} CASCADE"
        semua["timpa"] = (
            f"INSERT INTO {TABEL} ({KOLOM}) SELECT {KOLOM} FROM {TABEL}"
            " ON CONFLICT (id) DO UPDATE SET alasan = 'lain'"
        )
    return semua


@pytest.fixture
def koreksi(baris_ukur) -> Koreksi:
    return Koreksi.objects.get()


@pytest.mark.parametrize("nama", sorted(perintah()))
def test_sql_mentah_ditolak(nama, koreksi):
    sebelum = list(Koreksi.objects.values_list())
    connection.check_constraints()  # or PostgreSQL refuses to truncate for another reason
    with pytest.raises(IntegrityError, match=pemicu.PESAN), transaction.atomic():
        connection.cursor().execute(perintah()[nama])
    assert list(Koreksi.objects.values_list()) == sebelum


@pytest.mark.parametrize("nama", sorted(set(perintah()) - {"ubah penyetuju"}))
def test_tanpa_pemicu_memang_diterima(nama, koreksi):
    """Else the refusals above could have any cause."""
    pemicu.lepas(connection)
    connection.check_constraints()
    try:
        with transaction.atomic():
            connection.cursor().execute(perintah()[nama])
            transaction.set_rollback(True)
    finally:
        pemicu.pasang(connection)


@pytest.mark.parametrize(
    "ubah",
    [
        lambda koreksi: koreksi.save(),
        lambda koreksi: koreksi.delete(),
        lambda _: Koreksi.objects.update(alasan="lain"),
        lambda _: Koreksi.objects.all().delete(),
        lambda koreksi: Koreksi.objects.bulk_update([koreksi], ["alasan"]),
        lambda koreksi: koreksi.realisasi.koreksi.all().delete(),
    ],
)
def test_kode_sendiri_ditolak(ubah, koreksi):
    with pytest.raises(HanyaDitambahError):
        ubah(koreksi)


def test_pengusul_tidak_menyetujui_sendiri(koreksi):
    for orang in (koreksi.diajukan_oleh, koreksi.disetujui_oleh):
        with ditolak("koreksi_dua_orang"):
            salin(koreksi, diajukan_oleh=orang, disetujui_oleh=orang)
    assert salin(koreksi, alasan="dihitung ulang").pk != koreksi.pk


def test_pemeriksaan_sistem_mencakup_koreksi(db):
    assert TABEL in pemicu.tabel()
    assert [nama for nama in pemicu.yang_hilang(connection) if TABEL in nama] == []
