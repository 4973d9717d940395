"""The page that finds things by their words."""

from typing import cast

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from perencanaan.queries.ruang import RuangKerja
from perencanaan.views.dasar import buka
from sakip.beranda.cari import PANJANG_KATA_KUNCI, SEHALAMAN, ButirHalaman, cari, rapikan
from sakip.beranda.konteks import MENU
from sakip.organisasi.konteks import menu
from sakip.organisasi.models import Pengguna


@require_safe
def cari_halaman(permintaan: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    """`?q=`: what holds all its words, fifty a page, over all units the person may read."""
    pengguna = cast("Pengguna", permintaan.user)
    kerja = buka(permintaan, kode, tahun)
    diketik = permintaan.GET.get("q", "")
    teks = rapikan(diketik)
    temuan = cari(pengguna, kerja, teks, _halaman(permintaan, kerja))
    halaman = Paginator(temuan, SEHALAMAN).get_page(permintaan.GET.get("halaman"))
    konteks = {
        "kerja": kerja,
        "teks": teks,
        "dipotong": len(" ".join(diketik.split())) > PANJANG_KATA_KUNCI,
        "panjang": PANJANG_KATA_KUNCI,
        "banyaknya": len(temuan),
        "halaman": halaman,
        "kelompok": list(halaman.object_list),
    }
    return render(permintaan, "beranda/cari.html", konteks)


def _halaman(permintaan: HttpRequest, kerja: RuangKerja) -> tuple[ButirHalaman, ...]:
    """The pages of the menu, and those of what the person manages."""
    milik = (butir for kelompok in MENU for butir in kelompok.butir)
    return (
        *(
            ButirHalaman(satu.nama, reverse(satu.alamat, args=[kerja.unit.kode, kerja.tahun]))
            for satu in milik
        ),
        *(ButirHalaman(satu.nama, satu.alamat) for satu in menu(permintaan)["menu_kelola"]),
    )
