"""What contradicts itself or is missing, before it is printed."""

from typing import cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from perencanaan.queries.ruang import ruang_kerja
from sakip.beranda.periksa.periksa import periksa
from sakip.beranda.periksa.temuan import Tingkat
from sakip.organisasi.models import Pengguna

# sign of the kit, and what the findings of a grade are called
SEBUTAN = {
    Tingkat.GALAT: ("gagal", "Bertentangan atau salah"),
    Tingkat.PERINGATAN: ("terlambat", "Kurang atau tidak lazim"),
    Tingkat.INFO: ("menunggu", "Berbeda antardokumen, mungkin memang dimaksudkan"),
}


@require_safe
def pemeriksaan(permintaan: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    """All findings of the consistency check, the gravest first."""
    pengguna = cast("Pengguna", permintaan.user)
    kerja = ruang_kerja(pengguna, kode, tahun, permintaan.GET.get("triwulan", ""))
    temuan = periksa(kerja.unit, tahun)
    kelompok = [
        {
            "kunci": tingkat.value,
            "tanda": tanda,
            "judul": judul,
            "temuan": [satu for satu in temuan if satu.tingkat is tingkat],
        }
        for tingkat, (tanda, judul) in SEBUTAN.items()
    ]
    konteks = {
        "kerja": kerja,
        "kelompok": [satu for satu in kelompok if satu["temuan"]],
        "banyaknya": len(temuan),
    }
    return render(permintaan, "beranda/periksa.html", konteks)
