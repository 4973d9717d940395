"""The example as plain rows, so that a test that emptied the tables has it back at once.

Loading it anew would ask every rule of every row again; these rows have passed them.
"""

from django.apps import apps
from django.core.management.color import no_style
from django.db import connection, models, transaction

# what Django itself puts back after it emptied the tables
MILIK_DJANGO = {"contenttypes", "auth", "sessions"}

Salinan = dict[type[models.Model], list[tuple]]


def salin() -> Salinan:
    """Every row, as the database holds it."""
    semua = [m for m in apps.get_models(include_auto_created=True) if m._meta.managed]
    return {
        model: baris(model)
        for model in semua
        if model._meta.app_label not in MILIK_DJANGO and not model._meta.proxy
    }


def baris(model: type[models.Model]) -> list[tuple]:
    """Every row of a table, as the database holds it."""
    urut = model._meta.pk.column
    with connection.cursor() as kursor:
        kursor.execute(f"SELECT {_kolom(model)} FROM {model._meta.db_table} ORDER BY {urut}")
        return kursor.fetchall()


def pulihkan(salinan: Salinan) -> None:
    """Write the rows in place of the few that migrations left; references are asked for last."""
    with transaction.atomic(), connection.cursor() as kursor:
        for model in salinan:
            kursor.execute(f"DELETE FROM {model._meta.db_table}")
        tulis(salinan)


def tulis(salinan: Salinan) -> None:
    """Write the rows beside what there is, with their own keys; the next new ones come after."""
    with connection.cursor() as kursor:
        for model, isi in salinan.items():
            if isi:
                tanda = ", ".join(["%s"] * len(isi[0]))
                kursor.executemany(
                    f"INSERT INTO {model._meta.db_table} ({_kolom(model)}) VALUES ({tanda})", isi
                )
        for sql in connection.ops.sequence_reset_sql(no_style(), list(salinan)):
            kursor.execute(sql)


def _kolom(model: type[models.Model]) -> str:
    nama = [k.column for k in model._meta.local_concrete_fields if not k.generated]
    return ", ".join(connection.ops.quote_name(satu) for satu in nama)
