"""What every page of a pemda asks first."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import cast

from django.http import HttpRequest

from sakip.lib.galat import TidakAda
from sakip.lib.izin import Izin
from sakip.organisasi.models import Pemda, Pengguna
from sakip.organisasi.services.dasar import wajib


@dataclass(frozen=True)
class RuangPemda:
    """The person at a page, and the pemda it is about."""

    pengguna: Pengguna
    pemda: Pemda


def ruang_pemda(
    permintaan: HttpRequest, kode: str, izin: Callable[[Pengguna, Pemda], Izin]
) -> RuangPemda:
    """Raises TidakAda for a person without any role in the pemda, HakKurang without this right."""
    pengguna = cast("Pengguna", permintaan.user)
    pemda = Pemda.objects.untuk(pengguna).filter(kode=kode).first()
    if pemda is None:
        raise TidakAda("Pemerintah daerah ini tidak ada, atau Anda tidak bertugas di sana.")
    wajib(izin(pengguna, pemda))
    return RuangPemda(pengguna, pemda)
