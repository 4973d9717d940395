"""Seals: one hash for each day that is over, each resting on the one before."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction

from sakip.jejak.models import CatatanJejak, SegelJejak
from sakip.lib import waktu

_KOLOM = tuple(k.attname for k in CatatanJejak._meta.concrete_fields)


@dataclass(frozen=True)
class Rusak:
    """A day whose rows no longer give the hash that was sealed."""

    tanggal: date
    sebab: str


def segel_hari_lalu() -> list[SegelJejak]:
    """Seal every day before today (UTC) that has rows and no seal yet; gives the new seals."""
    hari_ini = waktu.sekarang().date()
    with transaction.atomic():
        terakhir = SegelJejak.objects.order_by("-tanggal").first()
        baru = []
        for tanggal in _hari_berisi(terakhir.tanggal if terakhir else None, hari_ini):
            baris = _baris(tanggal)
            sidik = _sidik(terakhir.sidik if terakhir else "", baris)
            terakhir = SegelJejak.objects.create(tanggal=tanggal, banyaknya=len(baris), sidik=sidik)
            baru.append(terakhir)
    return baru


def periksa_segel(luar: Mapping[date, str] | None = None) -> list[Rusak]:
    """The days whose rows or seals were changed, added or removed since they were sealed.

    `luar` holds seals that were kept elsewhere, by day: they also find a trail that was rewritten
    together with its seals.
    """
    rusak: list[Rusak] = []
    sebelumnya = ""
    segel = {milik.tanggal: milik for milik in SegelJejak.objects.order_by("tanggal")}
    for tanggal, milik in segel.items():
        baris = _baris(tanggal)
        if _sidik(sebelumnya, baris) != milik.sidik:
            rusak.append(Rusak(tanggal, f"{milik.banyaknya} baris disegel, kini {len(baris)}"))
        sebelumnya = milik.sidik
    terakhir = max(segel, default=None)
    if terakhir is not None:
        tanpa = [t for t in _hari_berisi(None, terakhir) if t not in segel]
        rusak += [Rusak(t, "baris ditambahkan pada hari yang sudah lewat") for t in tanpa]
    for tanggal, sidik in (luar or {}).items():
        if tanggal not in segel or segel[tanggal].sidik != sidik:
            rusak.append(Rusak(tanggal, "berbeda dari segel yang disimpan di luar"))
    return sorted(rusak, key=lambda satu: satu.tanggal)


def baca_segel(teks: str) -> dict[date, str]:
    """Seals as `segel_jejak` prints them, a line each. Raises ValueError on any other line."""
    hasil = {}
    for baris in teks.splitlines():
        if baris.strip():
            tanggal, _, sidik = baris.split()
            hasil[date.fromisoformat(tanggal)] = sidik
    return hasil


def _hari_berisi(setelah: date | None, sebelum: date) -> list[date]:
    """The days with rows after one day and before another, in order."""
    baris = CatatanJejak.objects.filter(waktu__lt=_awal(sebelum))
    if setelah is not None:
        baris = baris.filter(waktu__gte=_awal(setelah + timedelta(days=1)))
    return sorted({saat.astimezone(UTC).date() for saat in baris.values_list("waktu", flat=True)})


def _awal(tanggal: date) -> datetime:
    return datetime(tanggal.year, tanggal.month, tanggal.day, tzinfo=UTC)


def _baris(tanggal: date) -> list[tuple[object, ...]]:
    sehari = CatatanJejak.objects.filter(
        waktu__gte=_awal(tanggal), waktu__lt=_awal(tanggal + timedelta(days=1))
    )
    return list(sehari.order_by("pk").values_list(*_KOLOM))


def _sidik(sebelumnya: str, baris: Iterable[tuple[object, ...]]) -> str:
    """SHA-256 over the seal before and every row, written the same way on every database."""
    sidik = hashlib.sha256(sebelumnya.encode())
    for satu in baris:
        teks = json.dumps(satu, cls=_Penulis, sort_keys=True, ensure_ascii=True)
        sidik.update(f"\n{teks}".encode())
    return sidik.hexdigest()


class _Penulis(DjangoJSONEncoder):
    """Times in full and in UTC; Django's own encoder drops the microseconds."""

    def default(self, o: object) -> object:
        if isinstance(o, datetime):
            return o.astimezone(UTC).isoformat(timespec="microseconds")
        return super().default(o)
