"""Which way the parts of the house may know each other."""

import re
import subprocess
import sys
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.apps import apps
from django.conf import settings
from django.db import models

from tests.arsitektur.pohon import baca

BOLEH_DI_PUNCAK = {
    "manage.py", "sakip", "perencanaan", "pengukuran", "pelaporan", "evaluasi",
    "templates", "static", "tests", "docs",
    "pyproject.toml", "README.md", "CHANGELOG.md", "Makefile",
}  # fmt: skip

# they start the house or read its environment, and everything else stays free of them
DI_LUAR_LAPISAN = {"sakip.settings", "sakip.env", "sakip.checks", "sakip.wsgi", "sakip.asgi"}

# The trail and the file store lie below the organisation, yet must say who and for which unit.
RELASI_NAIK_YANG_BOLEH = {
    (label, tujuan)
    for label in ("jejak", "berkas")
    for tujuan in (settings.AUTH_USER_MODEL.lower(), "organisasi.unit")
}


def puncak_tidak_dikenal(akar: Path) -> list[str]:
    """Names at the top of the repository, committed or about to be, that nobody agreed on."""
    perintah = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    keluaran = subprocess.run(perintah, cwd=akar, check=True, capture_output=True, text=True)  # noqa: S603 - fixed words
    puncak = {jalur.split("/")[0] for jalur in keluaran.stdout.split("\0") if jalur}
    return sorted(
        nama
        for nama in puncak - BOLEH_DI_PUNCAK
        if not nama.startswith(".") and not nama.endswith(".lock")
    )


def setelan_kontrak(akar: Path) -> dict[str, Any]:
    return tomllib.loads(baca(akar / "pyproject.toml"))["tool"]["importlinter"]


def urutan_lapisan(akar: Path) -> list[str]:
    """The layers over all roots from the lowest up, as the contract names them."""
    (rumah,) = (k for k in setelan_kontrak(akar)["contracts"] if k["id"] == "rumah")
    return [lapis.strip("()") for lapis in reversed(rumah["layers"])]


def _modul_di(folder: Path) -> set[str]:
    """Modules and packages right below a folder, also packages that forgot their __init__."""
    berkas = {f.stem for f in folder.glob("*.py")} - {"__init__"}
    return berkas | {f.name for f in folder.iterdir() if f.is_dir() and any(f.rglob("*.py"))}


def modul_tanpa_lapisan(akar: Path) -> list[str]:
    """Roots, and modules right below `sakip`, of which the contract says nothing."""
    akar_paket = {f.parent.name for f in akar.glob("*/__init__.py")} - {"tests"}
    dikenal = {*urutan_lapisan(akar), *DI_LUAR_LAPISAN}
    modul = {f"sakip.{nama}" for nama in _modul_di(akar / "sakip")}
    belum = ((akar_paket - {"sakip"}) | modul) - dikenal
    belum |= akar_paket ^ set(setelan_kontrak(akar)["root_packages"])
    return sorted(belum)


def kontrak_dilanggar(akar: Path) -> list[str]:
    """Names of the broken contracts; where no name tells what is wrong, the whole output."""
    perintah = Path(sys.executable).with_name("lint-imports")
    hasil = subprocess.run(  # noqa: S603 - the linter of this very environment
        [perintah, "--no-cache", "--no-logo"],
        cwd=akar, check=False, capture_output=True, text=True,
    )  # fmt: skip
    if hasil.returncode == 0:
        return []
    return re.findall(r"^(.+) BROKEN\b", hasil.stdout, re.MULTILINE) or [
        hasil.stdout + hasil.stderr
    ]


def lapisan_aplikasi(akar: Path) -> dict[str, int]:
    """The height of each installed app of ours, by its label."""
    tinggi = {nama: ke for ke, nama in enumerate(urutan_lapisan(akar))}
    return {a.label: tinggi[a.name] for a in apps.get_app_configs() if a.name in tinggi}


def model_proyek(akar: Path) -> list[type[models.Model]]:
    paket = tuple(setelan_kontrak(akar)["root_packages"])
    return [m for m in apps.get_models() if m.__module__.split(".")[0] in paket]


def _relasi(semua: Iterable[type[models.Model]]) -> Iterable[tuple[models.Field, str, str]]:
    """Each forward relation, with the label of its own app and of the other one."""
    for model in semua:
        for kolom in (*model._meta.local_fields, *model._meta.local_many_to_many):
            if kolom.remote_field:
                yield kolom, model._meta.app_label, kolom.related_model._meta.app_label


def relasi_naik(semua: Iterable[type[models.Model]], tinggi: dict[str, int]) -> list[str]:
    """Relations from a lower app to a higher one: the database would then know what code may not.

    An app outside the house, such as django.contrib, lies below all of ours.
    """
    return [
        f"{kolom} → {kolom.related_model._meta.label}"
        for kolom, dari, ke in _relasi(semua)
        if tinggi.get(ke, -1) > tinggi.get(dari, -1)
        and (dari, kolom.related_model._meta.label_lower) not in RELASI_NAIK_YANG_BOLEH
    ]


def relasi_lintas_longgar(semua: Iterable[type[models.Model]]) -> list[str]:
    """Relations to another app that delete along with it, or that it could follow back."""
    salah = []
    for kolom, dari, ke in _relasi(semua):
        if dari == ke:
            continue
        if not kolom.remote_field.hidden:
            salah.append(f"{kolom}: related_name lintas aplikasi harus “+”")
        if kolom.many_to_many and kolom.remote_field.through._meta.auto_created:
            salah.append(f"{kolom}: perlu model perantara sendiri, yang menolak penghapusan")
        if not kolom.many_to_many and kolom.remote_field.on_delete is not models.PROTECT:
            salah.append(f"{kolom}: on_delete lintas aplikasi harus PROTECT")
    return salah
