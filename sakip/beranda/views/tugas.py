"""Tugas saya: what waits for this person, whatever the role."""

from typing import cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from perencanaan.queries.saat import TRIWULAN
from perencanaan.views.dasar import buka
from sakip.beranda.tugas import (
    BahanTugas,
    baca_bahan,
    pita_pengingat,
    susun_kemajuan,
    susun_tugas,
)
from sakip.organisasi.hitung.jendela import KeadaanJendela
from sakip.organisasi.models import Jendela, Pengguna


@require_safe
def tugas_saya(permintaan: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    """In one unit and year; with nothing to do, what comes next."""
    kerja = buka(permintaan, kode, tahun)
    bahan = baca_bahan(cast("Pengguna", permintaan.user), kerja.unit, tahun)
    kelompok = susun_tugas(bahan)
    konteks = {
        "kerja": kerja,
        "kelompok": kelompok,
        "banyaknya": sum(len(satu.tugas) for satu in kelompok),
        "kemajuan": susun_kemajuan(bahan),
        "pengingat": pita_pengingat(bahan),
        "berperan": bool(bahan.tugas) and (bahan.mengisi or _memeriksa(bahan)),
        "berikutnya": _berikutnya(bahan),
    }
    return render(permintaan, "beranda/tugas.html", konteks)


def _memeriksa(bahan: BahanTugas) -> bool:
    return any(peran.value in {"pimpinan", "bagian_organisasi"} for peran, _ in bahan.tugas)


def _berikutnya(bahan: BahanTugas) -> Jendela | None:
    """The first window that has not opened yet."""
    semua = (bahan.jendela[nomor] for nomor in TRIWULAN)
    belum = (satu.jendela for satu in semua if satu.keadaan is KeadaanJendela.BELUM_BUKA)
    return next(belum, None)
