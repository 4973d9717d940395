"""Dari mana angka ini? A page with figures, and the panel that tells where one of them comes from."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from sakip.dokumen.angka import Angka, Rujukan
from sakip.dokumen.telusur import cari_angka
from sakip.jejak.queries import Perbuatan, perbuatan_terakhir

# a script that opens the panel over the page asks for nothing else
KEPALA, PANEL = "X-Sakip-Bagian", "asal"


@dataclass(frozen=True)
class RujukanTerbaca:
    """A row a figure rests on, and what was last done to it; None where the trail knows nothing."""

    rujukan: Rujukan
    terakhir: Perbuatan | None


@dataclass(frozen=True)
class AsalAngka:
    """One figure as the panel tells it, with the figures it was made from."""

    angka: Angka
    rujukan: tuple[RujukanTerbaca, ...]
    dari: tuple["AsalAngka", ...]


def sajikan(permintaan: HttpRequest, templat: str, konteks: Mapping[str, Any]) -> HttpResponse:
    """The page; with `?angka=<kunci>` also where that figure of it comes from.

    Only figures that the page itself shows can be asked for, so that the panel needs no right of
    its own. To the script the panel alone is given.
    """
    kunci = permintaan.GET.get("angka", "")
    if not kunci:
        return render(permintaan, templat, {**konteks})
    angka = cari_angka(konteks, kunci)
    isi = {**konteks, "asal": asal_angka(angka) if angka else None, "asal_ditanya": True}
    if permintaan.headers.get(KEPALA) == PANEL:
        return render(permintaan, "komponen/asal.html", isi)
    return render(permintaan, templat, isi)


def asal_angka(angka: Angka) -> AsalAngka:
    """One query, however many figures it was made from."""
    terakhir = perbuatan_terakhir({(satu.jenis, satu.pk) for satu in _rujukan(angka)})

    def baca(satu: Angka) -> AsalAngka:
        return AsalAngka(
            angka=satu,
            rujukan=tuple(
                RujukanTerbaca(milik, terakhir.get((milik.jenis, milik.pk)))
                for milik in satu.asal.rujukan
            ),
            dari=tuple(baca(bahan) for bahan in satu.asal.dari),
        )

    return baca(angka)


def _rujukan(angka: Angka) -> Iterator[Rujukan]:
    yield from angka.asal.rujukan
    for bahan in angka.asal.dari:
        yield from _rujukan(bahan)
