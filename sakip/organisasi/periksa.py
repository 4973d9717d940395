"""System checks over the people of an installation."""

from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Tags, register
from django.core.checks import Warning as Peringatan
from django.db import connections

from sakip.organisasi.models import Pengguna


@register(Tags.database)
def periksa_akun_contoh(
    *,
    app_configs: Sequence[AppConfig] | None = None,  # noqa: ARG001 -- Django's own signature
    databases: Sequence[str] | None = None,
    **_lain: Any,
) -> list[CheckMessage]:
    """Accounts whose password everybody knows must not be open where SAKIP_DEBUG is off."""
    tabel = Pengguna._meta.db_table
    terbuka = [
        nama
        for nama in databases or []
        if not settings.DEBUG
        and tabel in connections[nama].introspection.table_names()
        and Pengguna.objects.using(nama).filter(contoh=True, is_active=True).exists()
    ]
    return [
        Peringatan(
            "Akun contoh dapat dipakai masuk, padahal kata sandinya diketahui umum.",
            hint="Matikan dengan: python manage.py muat_contoh (tanpa --akun)",
            id="organisasi.W001",
        )
        for _ in terbuka
    ]
