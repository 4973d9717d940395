"""What the settings promise, read from the settings and asked of Django itself."""

import os
import secrets
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

# one is silenced, and no other may be: see SILENCED_SYSTEM_CHECKS
DIDIAMKAN = ["axes.W006"]
TANPA_KELUHAN = f"System check identified no issues ({len(DIDIAMKAN)} silenced)."


def setelan_longgar(setelan: Any) -> list[str]:
    salah = []
    if setelan.USE_THOUSAND_SEPARATOR:
        salah.append("USE_THOUSAND_SEPARATOR mencetak tahun 2.026")
    salah += [
        f"ATOMIC_REQUESTS pada {alias}: transaksi milik services"
        for alias, basis in setelan.DATABASES.items()
        if basis.get("ATOMIC_REQUESTS")
    ]
    return [*salah, *_kebijakan_longgar(setelan)]


def _kebijakan_longgar(setelan: Any) -> Iterator[str]:
    kebijakan = getattr(setelan, "CONTENT_SECURITY_POLICY", {})
    arahan = kebijakan.get("DIRECTIVES", {})
    if "default-src" not in arahan or "csp.middleware.CSPMiddleware" not in setelan.MIDDLEWARE:
        yield "CSP tidak berlaku"
    if kebijakan.get("EXCLUDE_URL_PREFIXES"):
        yield "CSP melewatkan sebagian alamat"
    for nama, nilai in arahan.items():
        for sumber in _sumber(nilai):
            if not _sumber_ketat(nama, sumber):
                yield f"CSP {nama}: {sumber}"


def _sumber(nilai: Any) -> list[str]:
    if isinstance(nilai, bool):  # a directive without sources, such as upgrade-insecure-requests
        return []
    return [str(n) for n in ([nilai] if isinstance(nilai, str) else nilai)]


def _sumber_ketat(arahan: str, sumber: str) -> bool:
    """A keyword that is not unsafe; `data:` for pictures and fonts; never a host or a scheme."""
    if sumber == "data:":
        return arahan in {"img-src", "font-src"}
    return sumber.startswith("'") and "unsafe" not in sumber


def lingkungan_produksi(data: Path, **lain: str) -> dict[str, str]:
    """The environment of an installation, whatever the .env of the developer says."""
    # DJANGO_ALLOW_ASYNC_UNSAFE is for the browser tests of this process alone
    milik_uji = ("SAKIP_", "DJANGO_ALLOW_ASYNC_UNSAFE")
    bersih = {nama: isi for nama, isi in os.environ.items() if not nama.startswith(milik_uji)}
    return {
        **bersih,
        "SAKIP_DEBUG": "tidak",
        "SAKIP_HTTPS": "ya",
        "SAKIP_SECRET_KEY": secrets.token_urlsafe(60)[:60],
        "SAKIP_HOSTS": "contoh.go.id",
        "SAKIP_DATA": str(data),
        "SAKIP_DATABASE": f"sqlite:///{data}/sakip.sqlite3",
        **lain,
    }


def keluhan_pemasangan(akar: Path, lingkungan: dict[str, str]) -> list[str]:
    """What `check --deploy` has to say about an installation with this environment."""
    perintah = [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "WARNING"]
    hasil = subprocess.run(  # noqa: S603 - our own manage.py
        perintah, cwd=akar, env=lingkungan, check=False, capture_output=True, text=True
    )
    if hasil.returncode == 0 and hasil.stdout.strip() == TANPA_KELUHAN and not hasil.stderr:
        return []
    return (hasil.stdout + hasil.stderr).splitlines()
