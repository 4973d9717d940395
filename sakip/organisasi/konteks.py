"""What every page shows of the organisation: the way to what one manages there."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import SimpleLazyObject

from sakip.organisasi.models import Pemda, Pengguna
from sakip.organisasi.peran import Peran

# what all units of a pemda are looked over at: it leads to a year, and its views lie beside it
MEJA = (
    "evaluasi:meja-kini",
    "Meja evaluasi",
    "evaluasi:meja",
    "evaluasi:peringkat",
    "evaluasi:kriteria",
)
INSTRUMEN = ("evaluasi:instrumen", "Instrumen evaluasi")
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
        MEJA,
        ("evaluasi:setelan", "Setelan evaluasi"),
        INSTRUMEN,
    ),
    Peran.INSPEKTORAT: (MEJA, ("evaluasi:setelan", "Setelan evaluasi"), INSTRUMEN),
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
    # roles come in the order of KELOLA, whichever of them was given first
    tugas = [
        (peran, _kode(pengguna, satu.pemda))
        for peran in KELOLA
        for satu in pengguna.tugas()
        if satu.peran is peran and satu.pemda is not None
    ]
    return [
        ButirMenu(
            alamat := reverse(nama, args=[kode]),
            sebutan,
            _kini(permintaan, alamat, bagian),
        )
        for peran, kode in tugas
        for nama, sebutan, *bagian in KELOLA[peran]
    ]


def _kode(pengguna: Pengguna, pemda: int) -> str:
    """Of the pemda of a role, which is nearly always the one of the account."""
    if pemda == pengguna.pemda_id:
        return pengguna.pemda.kode
    return Pemda.objects.get(pk=pemda).kode


def _kini(permintaan: HttpRequest, alamat: str, bagian: Collection[str] = ()) -> bool:
    """Whether the page at hand is the one of this address, below it, or one of its parts."""
    jalur, cocok = permintaan.path, permintaan.resolver_match
    if cocok is not None and cocok.view_name in bagian:
        return True
    # the pemda's own address is a beginning of all others
    return jalur == alamat or (alamat.count("/") > 3 and jalur.startswith(alamat))  # noqa: PLR2004
