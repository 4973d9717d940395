"""Triggers that refuse to change or remove what was written: the only SQL of one database's own.

They hold against whoever has the application's account, raw SQL included; who owns the database
can drop them, and then the seals tell. Each app registers its append-only models when it is ready.
"""

from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig
from django.core.checks import CheckMessage, Tags, Warning, register  # noqa: A004 -- Django's own name
from django.core.exceptions import ImproperlyConfigured
from django.db import connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import UniqueConstraint

from sakip.jejak.models import BarisTambah

PESAN = "baris ini hanya dapat ditambah"
_MODEL: list[type[BarisTambah]] = []


def daftarkan(*model: type[BarisTambah]) -> None:
    """Make models append-only in the database too; to be called in `AppConfig.ready`.

    Raises ImproperlyConfigured for a unique rule that a trigger of SQLite could not watch.
    """
    for satu in model:
        _kelompok_unik(satu)
        if satu not in _MODEL:
            _MODEL.append(satu)


def tabel() -> list[str]:
    """The tables that can only be added to."""
    return [model._meta.db_table for model in _MODEL]


def pasang(koneksi: BaseDatabaseWrapper) -> None:
    """Put every trigger in place on the tables that exist; those that are there are replaced."""
    with transaction.atomic(using=koneksi.alias), koneksi.cursor() as kursor:
        lepas(koneksi)
        if koneksi.vendor == "postgresql":
            kursor.execute(_FUNGSI)
        for model in _terpasang(koneksi):
            for nama, isi in _pemicu(koneksi.vendor, model).items():
                kursor.execute(f"CREATE TRIGGER {nama} {isi}")


def lepas(koneksi: BaseDatabaseWrapper) -> None:
    """Take the triggers away, for emptying the tables of a test database."""
    with koneksi.cursor() as kursor:
        for model in _terpasang(koneksi):
            pada = f" ON {model._meta.db_table}" if koneksi.vendor == "postgresql" else ""
            for nama in _pemicu(koneksi.vendor, model):
                kursor.execute(f"DROP TRIGGER IF EXISTS {nama}{pada}")


def yang_hilang(koneksi: BaseDatabaseWrapper) -> list[str]:
    """The triggers that should be there and are not."""
    with koneksi.cursor() as kursor:
        kursor.execute(_TERDAFTAR[koneksi.vendor])
        ada = {nama for (nama,) in kursor.fetchall()}
    seharusnya = {n for model in _terpasang(koneksi) for n in _pemicu(koneksi.vendor, model)}
    return sorted(seharusnya - ada)


def setelah_migrasi(using: str, **_lain: Any) -> None:
    pasang(connections[using])


@register(Tags.database)
def periksa_pemicu(
    *,
    app_configs: Sequence[AppConfig] | None = None,  # noqa: ARG001 -- Django's own signature
    databases: Sequence[str] | None = None,
    **_lain: Any,
) -> list[CheckMessage]:
    """A system check: a database whose trail or issued documents can be rewritten.

    A warning, since `migrate` asks the checks first and is what puts the triggers back: an error
    would keep an installation from the version that brings a new one.
    """
    return [
        Warning(
            f"Pemicu jejak tidak terpasang: {', '.join(hilang)}.",
            hint="Jalankan: python manage.py migrate",
            id="jejak.W001",
        )
        for nama in databases or []
        if (hilang := yang_hilang(connections[nama]))
    ]


def _terpasang(koneksi: BaseDatabaseWrapper) -> list[type[BarisTambah]]:
    """The registered models whose table exists; none before the first migration."""
    ada = set(koneksi.introspection.table_names())
    return [model for model in _MODEL if model._meta.db_table in ada]


def _kelompok_unik(model: type[BarisTambah]) -> list[list[str]]:
    """The columns of every unique rule but the key. Raises ImproperlyConfigured."""
    meta = model._meta
    kendala = [k for k in meta.constraints if isinstance(k, UniqueConstraint)]
    if meta.unique_together or any(k.condition or k.expressions for k in kendala):
        raise ImproperlyConfigured(
            f"{meta.label}: an append-only model has only unique rules of plain columns without "
            "condition; through any other SQLite could replace its rows."
        )
    nama = [[k.name] for k in meta.local_fields if k.unique and not k.primary_key]
    nama += [list(k.fields) for k in kendala]
    kolom = {k.name: str(k.column) for k in meta.local_fields}
    return [[kolom[satu] for satu in kelompok] for kelompok in nama]


# INSERT OR REPLACE removes a row without asking the delete trigger, hence those for inserts: one
# for the key and one for each unique rule, which says what SQLite itself would have said.
_SQLITE = {
    "ubah": "BEFORE UPDATE ON {t} BEGIN SELECT RAISE(ABORT, '{p}'); END",
    "hapus": "BEFORE DELETE ON {t} BEGIN SELECT RAISE(ABORT, '{p}'); END",
    "timpa": (
        "BEFORE INSERT ON {t} WHEN EXISTS (SELECT 1 FROM {t} WHERE id = NEW.id) "
        "BEGIN SELECT RAISE(ABORT, '{p}'); END"
    ),
}
_SQLITE_UNIK = (
    "BEFORE INSERT ON {t} WHEN EXISTS (SELECT 1 FROM {t} WHERE {sama}) "
    "BEGIN SELECT RAISE(ABORT, 'UNIQUE constraint failed: {kolom}'); END"
)
_POSTGRESQL = {
    "ubah": "BEFORE UPDATE OR DELETE ON {t} FOR EACH ROW EXECUTE FUNCTION jejak_tolak()",
    "kosongkan": "BEFORE TRUNCATE ON {t} FOR EACH STATEMENT EXECUTE FUNCTION jejak_tolak()",
}
_FUNGSI = f"""
CREATE OR REPLACE FUNCTION jejak_tolak() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '{PESAN}' USING ERRCODE = 'integrity_constraint_violation'; END $$
"""
_TERDAFTAR = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger'",
    "postgresql": "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled <> 'D'",
}


def _pemicu(vendor: str, model: type[BarisTambah]) -> dict[str, str]:
    """The triggers of one table by name, each with what follows its name."""
    nama = model._meta.db_table
    bentuk = _SQLITE if vendor == "sqlite" else _POSTGRESQL
    hasil = {f"{nama}_{satu}": isi.format(t=nama, p=PESAN) for satu, isi in bentuk.items()}
    if vendor == "sqlite":
        for ke, kolom in enumerate(_kelompok_unik(model), start=1):
            sama = " AND ".join(f"{satu} = NEW.{satu}" for satu in kolom)
            lengkap = ", ".join(f"{nama}.{satu}" for satu in kolom)
            hasil[f"{nama}_timpa_{ke}"] = _SQLITE_UNIK.format(t=nama, sama=sama, kolom=lengkap)
    return hasil
