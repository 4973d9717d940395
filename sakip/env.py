"""Typed readers of the environment that fail loudly, naming the setting and what it expects."""

import os
import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import dj_database_url
from django.core.exceptions import ImproperlyConfigured
from dotenv import load_dotenv

_BENAR = {"1", "ya", "true", "on"}
_SALAH = {"0", "tidak", "false", "off", ""}


def muat_berkas_env(berkas: Path) -> None:
    """Read `.env`, written by `make siap`; what the environment already says wins."""
    load_dotenv(berkas, override=False)


def teks(nama: str, bawaan: str = "") -> str:
    return os.environ.get(nama, bawaan).strip()


def rahasia(nama: str) -> str:
    """The value of `nama`, or the content of the file that `nama`_FILE names."""
    berkas = teks(f"{nama}_FILE")
    if not berkas:
        return teks(nama)
    try:
        return Path(berkas).read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as salah:
        sebab = salah.strerror if isinstance(salah, OSError) else "bukan teks"
        raise ImproperlyConfigured(
            f"{nama}_FILE menunjuk {berkas} yang tidak dapat dibaca ({sebab})."
        ) from salah


def bool_(nama: str, *, bawaan: bool) -> bool:
    isi = teks(nama, "ya" if bawaan else "tidak").casefold()
    if isi in _BENAR:
        return True
    if isi in _SALAH:
        return False
    raise ImproperlyConfigured(f"{nama} berisi “{isi}”; isi dengan ya atau tidak.")


def daftar(nama: str, bawaan: str = "") -> list[str]:
    return [butir.strip() for butir in teks(nama, bawaan).split(",") if butir.strip()]


def bilangan(nama: str, *, bawaan: int, paling_kecil: int, paling_besar: int) -> int:
    """A whole number in digits, within bounds that make sense."""
    isi = teks(nama, str(bawaan))
    if isi.isascii() and isi.isdigit() and paling_kecil <= int(isi) <= paling_besar:
        return int(isi)
    raise ImproperlyConfigured(
        f"{nama} berisi “{isi}”; isi dengan bilangan bulat {paling_kecil} sampai {paling_besar}."
    )


def zona(nama: str, bawaan: str) -> str:
    isi = teks(nama, bawaan)
    try:
        ZoneInfo(isi)
    except (ZoneInfoNotFoundError, ValueError, OSError) as salah:
        raise ImproperlyConfigured(
            f"{nama} berisi “{isi}” yang bukan zona waktu; contoh: Asia/Jakarta."
        ) from salah
    return isi


def folder(nama: str, bawaan: Path) -> Path:
    """A folder that exists and can be written, made when missing."""
    isi = Path(teks(nama, str(bawaan)))
    try:
        isi.mkdir(parents=True, exist_ok=True)
    except OSError as salah:
        raise ImproperlyConfigured(
            f"{nama}: folder {isi} tidak dapat dibuat ({salah.strerror})."
        ) from salah
    if not os.access(isi, os.W_OK):
        raise ImproperlyConfigured(f"{nama}: folder {isi} tidak dapat ditulisi.")
    return isi


# scheme of the mail server -> its usual port, and how the connection is kept secret
SKEMA_SMTP = {"smtp": (25, ""), "smtp+tls": (587, "starttls"), "smtps": (465, "ssl")}
_MESIN_INI = {"localhost", "127.0.0.1", "::1"}


@dataclass(frozen=True)
class Smtp:
    """A mail server; an empty `host` is none."""

    host: str = ""
    port: int = 25
    pengguna: str = ""
    sandi: str = ""
    tls: str = ""


def smtp(nama: str) -> Smtp:
    """A mail server from a URL such as smtp+tls://user:pass@host:587; its secret is never told."""
    url = rahasia(nama)
    if not url:
        return Smtp()
    contoh = f"{nama} bukan alamat server surel; contoh: smtp+tls://pengguna:sandi@host:587."
    try:
        bagian = urlsplit(url)
        host, port = bagian.hostname or "", bagian.port
    except ValueError:
        # what urlsplit says of it would print a part of the secret
        raise ImproperlyConfigured(contoh) from None
    if bagian.scheme not in SKEMA_SMTP or not host or bagian.path.strip("/") or bagian.query:
        raise ImproperlyConfigured(contoh)
    pengguna, sandi = (unquote(isi or "") for isi in (bagian.username, bagian.password))
    if bool(pengguna) != bool(sandi):
        raise ImproperlyConfigured(f"{nama} harus berisi pengguna dan sandi, atau tidak keduanya.")
    biasa, tls = SKEMA_SMTP[bagian.scheme]
    if sandi and not tls and host not in _MESIN_INI:
        raise ImproperlyConfigured(
            f"{nama} mengirim sandi tanpa sandian; pakai smtp+tls:// atau smtps://."
        )
    return Smtp(host, port or biasa, pengguna, sandi, tls)


def alamat_situs(nama: str) -> str:
    """Where people find the application, without a slash at its end; blank when not told."""
    isi = teks(nama).rstrip("/")
    try:
        bagian = urlsplit(isi)
    except ValueError:
        bagian = urlsplit("")
    sisa = bagian.path or bagian.query or bagian.fragment or "@" in bagian.netloc
    if isi and (bagian.scheme not in {"http", "https"} or not bagian.netloc or sisa):
        raise ImproperlyConfigured(
            f"{nama} berisi “{isi}”; isi dengan alamat seperti https://sakip.contoh.go.id."
        )
    return isi


def surel(nama: str) -> str:
    """One e-mail address; blank when not told."""
    isi = teks(nama)
    if isi and not re.fullmatch(r"[^@\s<>,;]+@[^@\s<>,;]+", isi):
        raise ImproperlyConfigured(f"{nama} berisi “{isi}”; isi dengan satu alamat surel.")
    return isi


def basis_data(nama: str, bawaan: str) -> dict[str, object]:
    """Django's DATABASES entry from a URL: sqlite:///path or postgresql://user:pass@host/name."""
    url = rahasia(nama) or bawaan
    skema = url.split(":", 1)[0]
    if skema not in {"sqlite", "postgresql", "postgres"}:
        raise ImproperlyConfigured(
            f"{nama} harus berawalan sqlite:/// atau postgresql://, bukan “{skema}”."
        )
    try:
        # opening anew for each page takes SQLite longer than most of its queries
        hasil: dict[str, object] = dict(
            dj_database_url.parse(url, conn_max_age=60, conn_health_checks=True)
        )
    except ValueError as salah:
        raise ImproperlyConfigured(f"{nama} bukan alamat basis data yang sah: {salah}.") from salah
    if not hasil["NAME"] or hasil["NAME"] == ":memory:":
        raise ImproperlyConfigured(
            f"{nama} bukan alamat basis data yang sah: nama basis datanya tidak ada."
        )
    if skema == "sqlite":
        # IMMEDIATE: a read that turns into a write would otherwise fail at once with
        # "database is locked" whatever the timeout; WAL lets readers go on meanwhile.
        hasil["OPTIONS"] = {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
        }
    return hasil
