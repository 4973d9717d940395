"""Models made for one test; call inside `isolate_apps`, so that the real registry stays clean."""

from typing import Any

from django.db import models


def buat_model(nama: str, label: str, *, meta: dict[str, Any] | None = None, **isi: Any) -> Any:
    """A model of the app `label` with the fields and managers in `isi`."""
    kelas_meta = type("Meta", (), {"app_label": label, **(meta or {})})
    return type(nama, (models.Model,), {"__module__": __name__, "Meta": kelas_meta, **isi})
