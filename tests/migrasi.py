"""Going back and forth between the migrations of an app in a test."""

from collections.abc import Iterable
from typing import Any

from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.state import StateApps

Simpul = tuple[str, str]


def migrasi(*tujuan: Simpul) -> StateApps:
    """Go to these migrations, one of each app named; the models as they are there.

    Only migrations of these apps are undone and done, one by one, each beside the models it knows
    of: what other apps built on them stays, which saves a minute.
    """
    pelaksana = MigrationExecutor(connection)
    muatan = pelaksana.loader
    aplikasi = {nama for nama, _ in tujuan}
    semua = _menuju(muatan.graph, _ujung(muatan.graph, aplikasi), aplikasi)
    dituju = set(_menuju(muatan.graph, tujuan, aplikasi))
    sudah = set(muatan.applied_migrations)
    for kunci in reversed(semua):
        if kunci in sudah and kunci not in dituju:
            keadaan = muatan.project_state(kunci, at_end=False)
            pelaksana.unapply_migration(keadaan, muatan.graph.nodes[kunci])
    for kunci in semua:
        if kunci in dituju and kunci not in sudah:
            keadaan = muatan.project_state(kunci, at_end=False)
            pelaksana.apply_migration(keadaan, muatan.graph.nodes[kunci])
    return muatan.project_state(list(tujuan)).apps


def terbaru(*aplikasi: str) -> list[Simpul]:
    """The newest migration of each of these apps."""
    return _ujung(MigrationExecutor(connection).loader.graph, aplikasi)


def _ujung(graf: Any, aplikasi: Iterable[str]) -> list[Simpul]:
    return [kunci for nama in aplikasi for kunci in graf.leaf_nodes(nama)]


def _menuju(graf: Any, tujuan: Iterable[Simpul], aplikasi: set[str]) -> list[Simpul]:
    """What leads to these migrations in its order, as far as it belongs to the apps."""
    rencana = (kunci for satu in tujuan for kunci in graf.forwards_plan(satu))
    return [kunci for kunci in dict.fromkeys(rencana) if kunci[0] in aplikasi]
