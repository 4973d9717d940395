"""What the services of the organisation have in common."""

import re

from django.core.exceptions import ValidationError

from sakip.lib.izin import Izin, Tolak
from sakip.lib.transisi import HakKurang


def wajib(izin: Izin) -> None:
    """Go on when it is allowed; else raises HakKurang with the reason that the page shows."""
    if isinstance(izin, Tolak):
        raise HakKurang(izin.alasan)


_KODE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*", re.ASCII)


def periksa_kode(kolom: str, nilai: str, contoh: str) -> None:
    """A name in addresses and for signing in has one spelling. Raises ValidationError.

    `kolom` is the field that is told of it, `contoh` a name as it should be.
    """
    if not _KODE.fullmatch(nilai):
        raise ValidationError(
            {
                kolom: "Tulis hanya dengan huruf kecil, angka, dan tanda hubung di antaranya; "
                f"contoh: {contoh}."
            }
        )
