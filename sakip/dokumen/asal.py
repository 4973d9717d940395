"""Dari mana angka ini? A page with figures, and the panel that tells where one of them comes from."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from sakip.dokumen.angka import Angka, Rujukan
from sakip.dokumen.queries import CetakanTerbit, angka_terbit
from sakip.dokumen.rincian import Rincian, rincian
from sakip.dokumen.telusur import cari_angka, telusuri
from sakip.jejak.queries import Perbuatan, perbuatan_terakhir
from sakip.organisasi.models import Pengguna, Unit

# a script that opens the panel over the page asks for nothing else
KEPALA, PANEL = "X-Sakip-Bagian", "asal"


@dataclass(frozen=True)
class RujukanTerbaca:
    """A row a figure rests on, and what was last done to it; None where the trail knows nothing.

    `rincian` is what its app tells of it to this reader.
    """

    rujukan: Rujukan
    terakhir: Perbuatan | None
    rincian: tuple[Rincian, ...] = ()


@dataclass(frozen=True)
class AsalAngka:
    """One figure as the panel tells it, with the figures it was made from.

    `terbit` are the issued documents that print it.
    """

    angka: Angka
    rujukan: tuple[RujukanTerbaca, ...]
    dari: tuple["AsalAngka", ...]
    terbit: tuple[CetakanTerbit, ...] = ()


def sajikan(permintaan: HttpRequest, templat: str, konteks: Mapping[str, Any]) -> HttpResponse:
    """The page; with `?angka=<kunci>` also where that figure of it comes from.

    Only figures that the page itself shows can be asked for, so that the panel needs no right of
    its own. To the script the panel alone is given.
    """
    kunci = permintaan.GET.get("angka", "")
    if not kunci:
        return render(permintaan, templat, {**konteks})
    angka = cari_angka(konteks, kunci)
    unit = getattr(konteks.get("kerja"), "unit", None)
    pengguna = cast("Pengguna", permintaan.user)
    asal = asal_angka(angka, pengguna, unit) if angka else None
    isi = {**konteks, "asal": asal, "asal_ditanya": True}
    if permintaan.headers.get(KEPALA) == PANEL:
        return render(permintaan, "komponen/asal.html", isi)
    return render(permintaan, templat, isi)


def asal_angka(
    angka: Angka, pengguna: Pengguna | None = None, unit: Unit | None = None
) -> AsalAngka:
    """In a number of queries that does not grow with the figures it was made from.

    What was printed is told of a unit, and what an app knows of a row to a person.
    """
    terakhir = perbuatan_terakhir({(satu.jenis, satu.pk) for satu in _rujukan(angka)})
    lanjut = rincian(pengguna, _rujukan(angka)) if pengguna else {}
    terbit = angka_terbit(unit, telusuri(angka)) if unit else {}

    def baca(satu: Angka) -> AsalAngka:
        return AsalAngka(
            angka=satu,
            rujukan=tuple(
                RujukanTerbaca(
                    milik,
                    terakhir.get((milik.jenis, milik.pk)),
                    lanjut.get((milik.jenis, milik.pk), ()),
                )
                for milik in satu.asal.rujukan
            ),
            dari=tuple(baca(bahan) for bahan in satu.asal.dari),
            terbit=terbit.get(satu.kunci, ()),
        )

    return baca(angka)


def _rujukan(angka: Angka) -> Iterator[Rujukan]:
    yield from angka.asal.rujukan
    for bahan in angka.asal.dari:
        yield from _rujukan(bahan)
