"""What contradicts itself or is missing, before it is printed."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from perencanaan.views.dasar import buka
from sakip.beranda.periksa.periksa import periksa
from sakip.beranda.periksa.temuan import Temuan, Tingkat

# sign of the kit, and what the findings of a grade are called
SEBUTAN = {
    Tingkat.GALAT: ("gagal", "Bertentangan atau salah"),
    Tingkat.PERINGATAN: ("terlambat", "Kurang atau tidak lazim"),
    Tingkat.INFO: ("menunggu", "Berbeda antardokumen, mungkin memang dimaksudkan"),
}


@require_safe
def pemeriksaan(permintaan: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    """All findings of the consistency check, the gravest first."""
    kerja = buka(permintaan, kode, tahun)
    temuan = periksa(kerja.unit, tahun)
    kelompok = [
        {
            "kunci": tingkat.value,
            "tanda": tanda,
            "judul": judul,
            "temuan": _sejenis(satu for satu in temuan if satu.tingkat is tingkat),
        }
        for tingkat, (tanda, judul) in SEBUTAN.items()
    ]
    konteks = {
        "kerja": kerja,
        "kelompok": [satu for satu in kelompok if satu["temuan"]],
        "banyaknya": len(temuan),
    }
    return render(permintaan, "beranda/periksa.html", konteks)


@dataclass(frozen=True)
class TemuanSejenis:
    """One thing that is wrong in one or in many places."""

    kode: str
    pesan: str
    saran: str
    tempat: tuple[str, ...]


def _sejenis(temuan: Iterable[Temuan]) -> list[TemuanSejenis]:
    """What is said in the same words is said once, with all its places."""
    tempat: dict[tuple[str, str, str], list[str]] = {}
    for satu in temuan:
        tempat.setdefault((satu.kode, satu.pesan, satu.saran), []).append(satu.tempat)
    return [TemuanSejenis(*kunci, tuple(milik)) for kunci, milik in tempat.items()]
