"""What the pages of the plan have in common: where one works, and the switch of versions."""

import re
from dataclasses import dataclass
from typing import cast

from django.http import HttpRequest

from perencanaan.queries.ruang import RuangKerja, ruang_kerja
from sakip.lib.galat import TidakAda
from sakip.organisasi.models import Pengguna


@dataclass(frozen=True)
class PilihanVersi:
    """A version on the line of them; `nomor` is what the address names, None for the usual one."""

    nama: str
    ket: str
    nomor: int | None
    kini: bool
    keadaan: str = ""
    tanda: str = ""


def buka(permintaan: HttpRequest, kode: str, tahun: int) -> RuangKerja:
    """Where the person works. Raises TidakAda."""
    triwulan = permintaan.GET.get("triwulan", "")
    return ruang_kerja(cast("Pengguna", permintaan.user), kode, tahun, triwulan)


def nomor_versi(permintaan: HttpRequest) -> int | None:
    """`?versi=` of the address, None without it. Raises TidakAda for what is no number."""
    teks = permintaan.GET.get("versi", "")
    if not teks:
        return None
    if not re.fullmatch(r"[0-9]{1,4}", teks):
        raise TidakAda(f"Versi “{teks[:20]}” tidak ada. Pilih dari daftar versi di halamannya.")
    return int(teks)
