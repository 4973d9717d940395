"""Reading a row of which a unique rule allows one."""

from typing import TypeVar

from django.db.models import Model, QuerySet

M = TypeVar("M", bound=Model)


def satu_baris(milik: "QuerySet[M]") -> M | None:
    """The one row that can fit, or None; `first` would make the database put them in order."""
    return next(iter(milik.order_by()), None)
