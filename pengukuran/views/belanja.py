"""Realisasi anggaran of a triwulan, filled in beside that of performance."""

from collections.abc import Mapping
from functools import cache
from http import HTTPStatus
from typing import cast

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from pengukuran.queries.isian_anggaran import LembarAnggaran, lembar_anggaran
from pengukuran.queries.lembar_isian import triwulan_isian
from pengukuran.services.anggaran import (
    SelBelanja,
    buang_belanja,
    lembar_belanja,
    simpan_belanja,
)
from pengukuran.services.sel import Hasil, JawabanSel
from pengukuran.views.isi import kabarkan
from pengukuran.views.isi_kirim import (
    HasilKiriman,
    Kiriman,
    Letak,
    baca_kiriman,
    kiriman_dibuang,
    periksa_pengirim,
    semua_kiriman,
    simpan_setiap,
)
from pengukuran.views.isi_sel import jawab_skrip, jawaban_sel
from pengukuran.views.jendela import keterangan_jendela
from pengukuran.views.susun_belanja import (
    baris_belanja,
    di_luar_halaman,
    keluhan,
    simpul_halaman,
)
from perencanaan.queries.ruang import unit_kerja
from perencanaan.queries.saat import TRIWULAN, bulan_triwulan, sebut_triwulan
from perencanaan.views.dasar import buka
from sakip.dokumen.asal import sajikan
from sakip.lib.galat import TidakAda
from sakip.lib.izin import Boleh
from sakip.lib.tanggal import NAMA_BULAN
from sakip.lib.transisi import HakKurang
from sakip.organisasi.models import Pengguna, Unit


@require_http_methods(["GET", "HEAD", "POST"])
def isi_belanja(permintaan: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    """Show the amounts of `?triwulan=`, or save what was changed in them."""
    pengguna = cast("Pengguna", permintaan.user)
    kerja = buka(permintaan, kode, tahun)
    triwulan = kerja.triwulan or triwulan_isian(kerja.unit, tahun)
    hasil = HasilKiriman(0)
    if permintaan.method == "POST":
        hasil = _simpan_semua(permintaan, kerja.unit, tahun)
        kabarkan(permintaan, hasil)
        if hasil.lengkap:
            alamat = reverse("pengukuran:isi-belanja", args=[kode, tahun])
            ekor = "&semua=ya" if permintaan.GET.get("semua") == "ya" else ""
            return redirect(f"{alamat}?triwulan={triwulan}{ekor}")
    konteks: dict[str, object] = {
        "kerja": kerja,
        "triwulan": triwulan,
        "pilihan_triwulan": TRIWULAN,
        "masa": sebut_triwulan(triwulan, tahun),
        "tertutup": hasil.tertutup,
    }
    try:
        semua = permintaan.GET.get("semua") == "ya"
        lembar = lembar_anggaran(kerja.unit, tahun, triwulan, pengguna, semua=semua)
    except TidakAda as salah:
        konteks["tanpa_anggaran"] = str(salah)
    else:
        konteks |= _konteks(lembar, hasil.jawaban)
    jawaban = sajikan(permintaan, "pengukuran/anggaran/isi.html", konteks)
    jawaban.status_code = HTTPStatus.CONFLICT if hasil.bentrok else HTTPStatus.OK
    return jawaban


@require_POST
def simpan_sel_belanja(permintaan: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    """One amount, as the script saves it while one types."""
    return jawab_skrip(permintaan, lambda: _simpan_satu(permintaan, kode, tahun))


def _simpan_satu(permintaan: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    pengguna = cast("Pengguna", permintaan.user)
    unit = unit_kerja(pengguna, kode)
    periksa_pengirim(permintaan.POST, pengguna)
    satu = baca_kiriman(permintaan.POST)
    milik = lembar_belanja(unit, tahun, satu.letak.bulan, pengguna)
    jawaban = _simpan(satu, milik, pengguna)
    triwulan = satu.letak.bulan // bulan_triwulan(1)
    lembar = lembar_anggaran(unit, tahun, triwulan, pengguna)
    return JsonResponse({**jawaban_sel(jawaban), **_baris(lembar, satu.letak)})


def _baris(lembar: LembarAnggaran, letak: Letak) -> dict[str, object]:
    """The row as it is now, in the shape that the script of entry reads."""
    for sel in lembar.sel():
        if sel.kunci == (letak.milik, letak.kolom):
            baris = baris_belanja(lembar, sel, {})
            return {
                "baris": {
                    "sel": {baris.kotak.kolom: baris.kotak.isi},
                    "kata": baris.kata,
                    "hasil": "",
                    "catatan": baris.catatan,
                    "capaian": baris.serapan.tampil,
                    "alasan": baris.serapan.alasan,
                    "jenis": "",
                    "keadaan": "",
                }
            }
    return {}


def _simpan_semua(permintaan: HttpRequest, unit: Unit, tahun: int) -> HasilKiriman:
    """What one may not enter, or is no longer there, keeps no other amount from being saved.

    Raises HakKurang or TidakAda where nothing else was sent.
    """
    pengguna = cast("Pengguna", permintaan.user)
    periksa_pengirim(permintaan.POST, pengguna)
    ditolak: list[HakKurang | TidakAda] = []

    @cache
    def lembar(bulan: int) -> LembarAnggaran:
        return lembar_belanja(unit, tahun, bulan, pengguna)

    def simpan(satu: Kiriman) -> JawabanSel:
        try:
            return _simpan(satu, lembar(satu.letak.bulan), pengguna)
        except (HakKurang, TidakAda) as salah:
            ditolak.append(salah)
            return JawabanSel(Hasil.TANYA, satu.teks, "", satu.semula, str(salah))

    def lepas(letak: Letak) -> None:
        buang_belanja(_sel(unit, tahun, letak), oleh=pengguna)

    semua, buang = semua_kiriman(permintaan.POST), kiriman_dibuang(permintaan.POST)
    hasil = simpan_setiap(semua, buang, simpan=simpan, lepas=lepas)
    if ditolak and not hasil.tersimpan and len(ditolak) == len(hasil.jawaban):
        raise ditolak[0]
    return hasil


def _simpan(satu: Kiriman, lembar: LembarAnggaran, oleh: Pengguna) -> JawabanSel:
    sel = _sel(lembar.unit, lembar.tahun, satu.letak)
    return simpan_belanja(sel, teks=satu.teks, semula=satu.semula, oleh=oleh, lembar=lembar)


def _sel(unit: Unit, tahun: int, letak: Letak) -> SelBelanja:
    return SelBelanja(unit, letak.milik, tahun, letak.bulan, letak.kolom)


def _konteks(lembar: LembarAnggaran, jawaban: Mapping[str, JawabanSel]) -> dict[str, object]:
    simpul = simpul_halaman(lembar, jawaban)
    semua = [sel for sel in lembar.sel() if sel.pagu is not None]
    return {
        "lembar": lembar,
        "sampai": NAMA_BULAN[lembar.bulan - 1],
        "simpul": simpul,
        "keluhan": keluhan(simpul),
        "di_luar": di_luar_halaman(lembar, simpul, jawaban),
        "jendela": keterangan_jendela(lembar.jendela),
        "terisi": sum(sel.jumlah is not None for sel in semua),
        "banyaknya": len(semua),
        "dapat_diisi": isinstance(lembar.jendela.izin, Boleh)
        and any(isinstance(sel.izin, Boleh) for sel in lembar.sel()),
    }
