"""What the models and their migrations keep to."""

from collections.abc import Iterable, Iterator

from django.db import models
from django.db.migrations.autodetector import MigrationAutodetector
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.migration import Migration
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState
from django.db.models import F, Q
from django.utils import translation

from sakip.web.versi import Berversi

Model = type[models.Model]


def kolom_desimal(semua: Iterable[Model]) -> set[str]:
    return {
        kolom.name
        for model in semua
        for kolom in model._meta.get_fields()
        if isinstance(kolom, models.DecimalField)
    }


def kolom_float(semua: Iterable[Model]) -> list[str]:
    return [
        str(kolom)
        for model in semua
        for kolom in model._meta.local_fields
        if isinstance(kolom, models.FloatField)
    ]


def unik_yang_bocor(semua: Iterable[Model]) -> list[str]:
    """Unique rules that let two rows with an empty field pass.

    A condition closes the hole only if it speaks of that field. `nulls_distinct` does not:
    SQLite passes over it.
    """
    return [
        f"{model._meta.label}: {kolom} dapat kosong"
        for model in semua
        for kolom in _kolom_bocor(model)
    ]


def _kolom_bocor(model: Model) -> Iterator[str]:
    meta = model._meta
    kelompok = [({k.name}, set()) for k in meta.local_fields if k.unique and not k.primary_key]
    kelompok += [(set(nama), set()) for nama in meta.unique_together]
    kelompok += [
        (_kolom_kendala(kendala), _kolom_syarat(kendala.condition))
        for kendala in meta.constraints
        if isinstance(kendala, models.UniqueConstraint)
    ]
    for kolom, disyaratkan in kelompok:
        yield from sorted(k for k in kolom - disyaratkan if meta.get_field(k).null)


def _kolom_kendala(kendala: models.UniqueConstraint) -> set[str]:
    nama = set(kendala.fields)
    for ungkapan in kendala.expressions:
        nama |= _nama_f(ungkapan)
    return nama


def _nama_f(ungkapan: object) -> set[str]:
    """The columns an expression reads: Lower("nama"), F("skala").desc()."""
    if isinstance(ungkapan, F):
        return {ungkapan.name.split("__")[0]}
    anak = getattr(ungkapan, "get_source_expressions", list)()
    return set().union(*(_nama_f(a) for a in anak))


def _kolom_syarat(syarat: Q | None) -> set[str]:
    nama = set()
    for anak in syarat.children if syarat else ():
        nama |= _kolom_syarat(anak) if isinstance(anak, Q) else {anak[0].split("__")[0]}
    return nama


def tanpa_versi(semua: Iterable[Model], kecuali: dict[str, str]) -> list[str]:
    """Models whose rows two people could overwrite for each other."""
    return [
        model._meta.label
        for model in semua
        if not issubclass(model, Berversi) and model._meta.label not in kecuali
    ]


def tanpa_untuk(semua: Iterable[Model], kecuali: dict[str, str]) -> list[str]:
    """Models that cannot say which of their rows a person may see; `kecuali` gives reasons."""
    return [
        model._meta.label
        for model in semua
        if model._meta.label not in kecuali
        and not (
            hasattr(model._default_manager, "untuk")
            and hasattr(model._default_manager.get_queryset(), "untuk")
        )
    ]


def migrasi_proyek(label: set[str]) -> list[Migration]:
    """The migrations of these apps, as they stand on disk."""
    semua = MigrationLoader(connection=None).disk_migrations
    return [migrasi for kunci, migrasi in sorted(semua.items()) if kunci[0] in label]


def migrasi_bermasalah(semua: Iterable[Migration]) -> list[str]:
    salah = []
    for migrasi in semua:
        if "_auto_" in f"{migrasi.name}_":
            salah.append(f"{migrasi}: beri nama yang bercerita")
        salah += [
            f"{migrasi}: {type(operasi).__name__} tanpa jalan kembali"
            for operasi in _operasi(migrasi.operations)
            if not operasi.reversible
        ]
    return salah


def _operasi(daftar: Iterable[Operation]) -> Iterator[Operation]:
    for operasi in daftar:
        yield operasi
        yield from _operasi(getattr(operasi, "database_operations", ()))


def perubahan_tanpa_migrasi(keadaan: ProjectState) -> list[str]:
    """What `makemigrations` would write for the models as they are in `keadaan`."""
    pemuat = MigrationLoader(connection=None)
    pencari = MigrationAutodetector(pemuat.project_state(), keadaan)
    with translation.override(None):  # as the command: Django's own names would differ otherwise
        perubahan = pencari.changes(graph=pemuat.graph)
    return [
        f"{label}: {operasi.describe()}"
        for label, daftar in sorted(perubahan.items())
        for migrasi in daftar
        for operasi in migrasi.operations
    ]
