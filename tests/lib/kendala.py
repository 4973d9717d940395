"""Trying the constraints of the database past every check of Django."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from copy import copy

import pytest
from django.db import IntegrityError, connection, models, transaction

from tests.arsitektur.aturan_lapisan import model_proyek
from tests.arsitektur.pohon import AKAR


def semua_kendala() -> dict[str, type[models.Model]]:
    """Every named constraint of our models."""
    return {
        kendala.name: model for model in model_proyek(AKAR) for kendala in model._meta.constraints
    }


def ubah_mentah(baris: models.Model, isi: str) -> None:
    """`isi` is the part of an UPDATE after SET; no Python of a model has a say in it."""
    tabel, kunci = baris._meta.db_table, baris._meta.pk.column
    with connection.cursor() as kursor:
        kursor.execute(f"UPDATE {tabel} SET {isi} WHERE {kunci} = %s", [baris.pk])


def salin(baris: models.Model, **beda: object) -> models.Model:
    """A second row like the first but for `beda`, written without full_clean."""
    kembar = copy(baris)
    kembar.pk = None
    kembar._state = copy(baris._state)
    kembar._state.adding = True
    for nama, nilai in beda.items():
        setattr(kembar, nama, nilai)
    kembar.save(force_insert=True)
    return kembar


@contextmanager
def ditolak(*kendala: str) -> Iterator[None]:
    """What is written here must break one of these constraints, and no other."""
    with pytest.raises(IntegrityError) as galat, transaction.atomic():
        yield
    assert _pelanggaran(galat.value) in kendala


def _pelanggaran(galat: IntegrityError) -> str:
    """The name of the broken constraint; SQLite tells only the columns of a unique one."""
    if connection.vendor == "postgresql":
        return galat.__cause__.diag.constraint_name
    pesan = str(galat)
    nama = re.fullmatch(r"CHECK constraint failed: (\w+)", pesan)
    return nama[1] if nama else _nama_unik(pesan)


def _nama_unik(pesan: str) -> str:
    calon = [
        kendala.name
        for model in model_proyek(AKAR)
        for kendala in model._meta.constraints
        if isinstance(kendala, models.UniqueConstraint)
        and pesan == f"UNIQUE constraint failed: {_kolom(model, kendala)}"
    ]
    return calon[0] if len(calon) == 1 else pesan


def _kolom(model: type[models.Model], kendala: models.UniqueConstraint) -> str:
    nama = [*kendala.fields, *(ungkapan.name for ungkapan in kendala.expressions)]
    kolom = [model._meta.get_field(n).column for n in nama]
    return ", ".join(f"{model._meta.db_table}.{k}" for k in kolom)
