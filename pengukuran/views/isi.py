"""Realisasi: the grid of a triwulan, filled in by the bidang or the sekretariat."""

from collections.abc import Mapping
from http import HTTPStatus
from typing import cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from pengukuran.queries.lembar_isian import LembarIsian, lembar_isian, triwulan_isian
from pengukuran.services.sel import JawabanSel
from pengukuran.views.isi_kirim import HasilKiriman, simpan_kiriman
from pengukuran.views.jendela import keterangan_jendela
from pengukuran.views.susun_isi import (
    baris_halaman,
    dikembalikan,
    kelompokkan,
    keluhan,
    terisi,
)
from perencanaan.queries.saat import sebut_triwulan
from perencanaan.views.dasar import buka
from sakip.dokumen.asal import sajikan
from sakip.lib.izin import Boleh
from sakip.organisasi.models import Pengguna


@require_http_methods(["GET", "HEAD", "POST"])
def isi_realisasi(permintaan: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    """Show the rows of `?triwulan=`, or save what was changed in them."""
    pengguna = cast("Pengguna", permintaan.user)
    kerja = buka(permintaan, kode, tahun)
    triwulan = kerja.triwulan or triwulan_isian(kerja.unit, tahun)
    hasil = HasilKiriman(0)
    if permintaan.method == "POST":
        hasil = simpan_kiriman(kerja.unit, tahun, permintaan.POST, pengguna)
        kabarkan(permintaan, hasil)
        if hasil.lengkap:
            alamat = reverse("pengukuran:isi", args=[kode, tahun])
            return redirect(f"{alamat}?triwulan={triwulan}")
    semua = permintaan.GET.get("semua") == "ya"
    lembar = lembar_isian(kerja.unit, tahun, triwulan, pengguna, semua=semua)
    konteks = {"kerja": kerja, **_konteks(lembar, hasil.jawaban), "tertutup": hasil.tertutup}
    jawaban = sajikan(permintaan, "pengukuran/isi/kisi.html", konteks)
    jawaban.status_code = HTTPStatus.CONFLICT if hasil.bentrok else HTTPStatus.OK
    return jawaban


def kabarkan(permintaan: HttpRequest, hasil: HasilKiriman) -> None:
    """Say what was written."""
    if hasil.tersimpan:
        messages.success(permintaan, f"{hasil.tersimpan} isian tersimpan.")
    elif hasil.dibuang:
        messages.success(permintaan, "Ketikan dibuang.")
    elif hasil.lengkap and not hasil.menunggu:
        messages.info(permintaan, "Tidak ada isian yang berubah.")
    if hasil.menunggu:
        messages.warning(permintaan, f"{hasil.menunggu} isian menunggu pilihan Anda.")


def _konteks(lembar: LembarIsian, jawaban: Mapping[str, JawabanSel]) -> dict[str, object]:
    baris = tuple(baris_halaman(satu, lembar.tahun, jawaban) for satu in lembar.baris)
    sudah, semua = terisi(lembar)
    return {
        "lembar": lembar,
        "masa": sebut_triwulan(lembar.triwulan, lembar.tahun),
        "kelompok": kelompokkan(baris),
        "dikembalikan": dikembalikan(lembar),
        "keluhan": tuple(
            milik
            for satu in baris
            for milik in keluhan(satu.sumber, (*satu.kotak, satu.belum_diukur))
        ),
        "jendela": keterangan_jendela(lembar.jendela),
        "terisi": sudah,
        "wajib": semua,
        "mengisi": any(isinstance(satu.milik, Boleh) for satu in lembar.baris),
        "dapat_diisi": any(not satu.tertutup for satu in baris),
        "beberapa_masa": len({satu.sumber.bulan for satu in baris}) > 1,
    }
