"""What an act wrote beside the fields of its object, told in words by the app that wrote it."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from django.db.models import Model

# from the object, and what the trail says an act made of it: fields, and other keys
Pengurai = Callable[[Any, Mapping[str, Any]], Iterable[str]]
_PENGURAI: dict[str, Pengurai] = {}


def daftarkan_uraian(model: type[Model], pengurai: Pengurai) -> None:
    """To be called in `AppConfig.ready`, of a kind of object."""
    _PENGURAI[model._meta.label_lower] = pengurai


def uraikan(objek: Model, sesudah: Mapping[str, Any]) -> tuple[str, ...]:
    """The lines of an act; none of a kind of object of which nothing else is written."""
    pengurai = _PENGURAI.get(objek._meta.label_lower)
    return () if pengurai is None else tuple(pengurai(objek, sesudah))
