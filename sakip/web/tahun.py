"""Which years the product knows: one range for addresses and the database."""

from django.db import models
from django.db.models import Q

TAHUN_WAJAR = range(2000, 2101)


def tahun_wajar(nama: str) -> models.CheckConstraint:
    """The constraint of a table whose column `tahun` holds a year; `nama` is the table's own."""
    return models.CheckConstraint(
        condition=Q(tahun__range=(TAHUN_WAJAR[0], TAHUN_WAJAR[-1])),
        name=f"{nama}_tahun_wajar",
        violation_error_message="Tahun harus antara 2000 dan 2100.",
    )
