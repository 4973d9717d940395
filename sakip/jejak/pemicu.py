"""Triggers that refuse to change or remove what was written: the only SQL of one database's own.

They hold against whoever has the application's account, raw SQL included; who owns the database
can drop them, and then the seals tell.
"""

from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig
from django.core.checks import CheckMessage, Error, Tags, register
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper

from sakip.jejak.models import CatatanJejak, SegelJejak

TABEL = (CatatanJejak._meta.db_table, SegelJejak._meta.db_table)
PESAN = "jejak hanya dapat ditambah"


def pasang(koneksi: BaseDatabaseWrapper) -> None:
    """Put every trigger in place; those that are there are replaced."""
    _jalankan(koneksi, _PERINTAH[koneksi.vendor][0])


def lepas(koneksi: BaseDatabaseWrapper) -> None:
    """Take the triggers away, for emptying the tables of a test database."""
    _jalankan(koneksi, _PERINTAH[koneksi.vendor][1])


def yang_hilang(koneksi: BaseDatabaseWrapper) -> list[str]:
    """The triggers that should be there and are not."""
    with koneksi.cursor() as kursor:
        kursor.execute(_PERINTAH[koneksi.vendor][2])
        ada = {nama for (nama,) in kursor.fetchall()}
    return sorted(_nama_pemicu(koneksi.vendor) - ada)


def setelah_migrasi(using: str, **_lain: Any) -> None:
    koneksi = connections[using]
    if set(TABEL) <= set(koneksi.introspection.table_names()):
        pasang(koneksi)


@register(Tags.database)
def periksa_pemicu(
    *,
    app_configs: Sequence[AppConfig] | None = None,  # noqa: ARG001 -- Django's own signature
    databases: Sequence[str] | None = None,
    **_lain: Any,
) -> list[CheckMessage]:
    """A system check: a database whose trail can be rewritten is an error."""
    salah: list[CheckMessage] = []
    for nama in databases or []:
        koneksi = connections[nama]
        if not set(TABEL) <= set(koneksi.introspection.table_names()):
            continue  # nothing is migrated yet
        if hilang := yang_hilang(koneksi):
            salah.append(
                Error(
                    f"Pemicu jejak tidak terpasang: {', '.join(hilang)}.",
                    hint="Jalankan: python manage.py migrate",
                    id="jejak.E001",
                )
            )
    return salah


def _jalankan(koneksi: BaseDatabaseWrapper, perintah: list[str]) -> None:
    with koneksi.cursor() as kursor:
        for satu in perintah:
            kursor.execute(satu)


# INSERT OR REPLACE removes a row without asking the delete trigger, hence the one for inserts.
_SQLITE = {
    "ubah": "BEFORE UPDATE ON {t} BEGIN SELECT RAISE(ABORT, '{p}'); END",
    "hapus": "BEFORE DELETE ON {t} BEGIN SELECT RAISE(ABORT, '{p}'); END",
    "timpa": (
        "BEFORE INSERT ON {t} WHEN EXISTS (SELECT 1 FROM {t} WHERE id = NEW.id) "
        "BEGIN SELECT RAISE(ABORT, '{p}'); END"
    ),
}
_POSTGRESQL = {
    "ubah": "BEFORE UPDATE OR DELETE ON {t} FOR EACH ROW EXECUTE FUNCTION jejak_tolak()",
    "kosongkan": "BEFORE TRUNCATE ON {t} FOR EACH STATEMENT EXECUTE FUNCTION jejak_tolak()",
}
_FUNGSI = f"""
CREATE OR REPLACE FUNCTION jejak_tolak() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '{PESAN}' USING ERRCODE = 'integrity_constraint_violation'; END $$
"""


def _nama_pemicu(vendor: str) -> set[str]:
    bentuk = _SQLITE if vendor == "sqlite" else _POSTGRESQL
    return {f"{tabel}_{nama}" for tabel in TABEL for nama in bentuk}


def _buat(bentuk: dict[str, str]) -> list[str]:
    return [
        f"CREATE TRIGGER {tabel}_{nama} {isi.format(t=tabel, p=PESAN)}"
        for tabel in TABEL
        for nama, isi in bentuk.items()
    ]


_LEPAS_SQLITE = [f"DROP TRIGGER IF EXISTS {nama}" for nama in sorted(_nama_pemicu("sqlite"))]
_LEPAS_POSTGRESQL = [
    f"DROP TRIGGER IF EXISTS {tabel}_{nama} ON {tabel}" for tabel in TABEL for nama in _POSTGRESQL
]
# per database: put in place, take away, list
_PERINTAH = {
    "sqlite": (
        [*_LEPAS_SQLITE, *_buat(_SQLITE)],
        _LEPAS_SQLITE,
        "SELECT name FROM sqlite_master WHERE type = 'trigger'",
    ),
    "postgresql": (
        [_FUNGSI, *_LEPAS_POSTGRESQL, *_buat(_POSTGRESQL)],
        _LEPAS_POSTGRESQL,
        "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled <> 'D'",
    ),
}
