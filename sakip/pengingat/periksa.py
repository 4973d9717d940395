"""System check over the address that letters lead to."""

from collections.abc import Sequence
from typing import Any
from urllib.parse import urlsplit

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Error, register
from django.http.request import validate_host


@register
def periksa_alamat(
    *,
    app_configs: Sequence[AppConfig] | None = None,  # noqa: ARG001 -- Django's own signature
    **_lain: Any,
) -> list[CheckMessage]:
    """Letters must not lead to a host that the application itself refuses."""
    host = urlsplit(settings.ALAMAT).hostname or ""
    if not settings.ALAMAT or validate_host(host, settings.ALLOWED_HOSTS):
        return []
    return [
        Error(
            f"SAKIP_ALAMAT menunjuk “{host}”, yang tidak ada di SAKIP_HOSTS.",
            hint="Tambahkan host itu ke SAKIP_HOSTS, atau betulkan SAKIP_ALAMAT.",
            id="pengingat.E001",
        )
    ]
