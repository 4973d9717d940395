"""What every page shows of the organisation: the way to what one manages there."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import SimpleLazyObject

from sakip.organisasi.models import Pengguna
from sakip.organisasi.peran import Peran

# role -> the pages it manages: name of the address, its wording, and the addresses below it
KELOLA = {
    Peran.ADMIN: (
        ("organisasi:unit", "Unit"),
        ("organisasi:pejabat", "Pejabat"),
        ("organisasi:akun", "Akun dan peran"),
        ("organisasi:pemda", "Identitas pemda"),
    ),
    Peran.BAGIAN_ORGANISASI: (
        ("organisasi:jendela-kini", "Jendela pengisian"),
        ("pengukuran:kesiapan", "Aturan kesiapan"),
    ),
}


@dataclass(frozen=True)
class ButirMenu:
    alamat: str
    nama: str
    kini: bool


def menu(permintaan: HttpRequest) -> dict[str, Any]:
    """`menu_kelola`: what this person manages; asked for only by a page that shows it."""
    return {"menu_kelola": SimpleLazyObject(lambda: _susun(permintaan))}


def _susun(permintaan: HttpRequest) -> list[ButirMenu]:
    pengguna = permintaan.user
    if not isinstance(pengguna, Pengguna):
        return []
    tugas = pengguna.penugasan_berlaku().filter(peran__in=KELOLA).select_related("pemda")
    return [
        ButirMenu(
            alamat := reverse(nama, args=[satu.pemda.kode]), sebutan, _kini(permintaan, alamat)
        )
        for satu in tugas.order_by("pk")
        if satu.pemda is not None
        for nama, sebutan in KELOLA[Peran(satu.peran)]
    ]


def _kini(permintaan: HttpRequest, alamat: str) -> bool:
    """Whether the page at hand is the one of this address, or below it."""
    jalur = permintaan.path
    # the pemda's own address is a beginning of all others
    return jalur == alamat or (alamat.count("/") > 3 and jalur.startswith(alamat))  # noqa: PLR2004
