"""What was sent to whom, and what was interrupted."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sakip.organisasi.models import Pengguna
from sakip.pengingat.models import HasilPengingat, Pengingat


@dataclass(frozen=True)
class Riwayat:
    """Of one person: the last day each thing was sent, and what was tried on the day itself."""

    terkirim: Mapping[str, date]
    dicoba: frozenset[str]


def riwayat_pengingat(penerima: Pengguna, hari: date) -> Riwayat:
    """In two queries."""
    kirim = HasilPengingat.objects.terkirim().filter(pengingat__penerima=penerima)
    urut = kirim.order_by("pengingat__tanggal")
    dicoba = Pengingat.objects.filter(penerima=penerima, tanggal=hari)
    return Riwayat(
        dict(urut.values_list("pengingat__hal", "pengingat__tanggal")),
        frozenset(dicoba.values_list("hal", flat=True)),
    )


def terhenti(sebelum: date) -> int:
    """How many earlier reminders have no result: whether they arrived, nobody can tell."""
    return Pengingat.objects.filter(tanggal__lt=sebelum, hasil=None).count()
