"""Usulan realisasi: taken over into the cell, and where each indikator gets its proposals."""

from dataclasses import dataclass
from typing import Any, cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from pengukuran.forms.usulan import FormSumber
from pengukuran.hitung.kolom import Kolom
from pengukuran.models import SumberUsulan
from pengukuran.permissions import boleh_mengatur_sumber
from pengukuran.queries.usulan import sebut_sumber, sumber_usulan
from pengukuran.services.dasar import wajib
from pengukuran.services.isi_sel import TulisanSalah
from pengukuran.services.sel import Sel
from pengukuran.services.usulan import ambil_usulan, atur_sumber
from perencanaan.models import IndikatorVersi
from perencanaan.queries.renstra import versi_renstra
from perencanaan.queries.ruang import RuangKerja
from perencanaan.views.dasar import buka
from sakip.jejak.halaman import Halaman, proses
from sakip.lib.galat import TidakAda
from sakip.lib.transisi import DidahuluiOrangLain, KeadaanSalah
from sakip.organisasi.models import Pengguna
from sakip.web.formulir import yang_dibuka


@dataclass(frozen=True)
class BarisSumber:
    """An indikator with the source it has; blank where it has none."""

    rumusan: IndikatorVersi
    sebutan: str


@require_POST
def ambil(
    permintaan: HttpRequest, kode: str, tahun: int, indikator: int, bulan: int
) -> HttpResponse:
    """Fill the cell with what is proposed; back to the row, which is still to be submitted."""
    kerja = buka(permintaan, kode, tahun)
    kiriman = permintaan.POST
    try:
        usulan = ambil_usulan(
            Sel(kerja.unit, indikator, tahun, bulan, Kolom.NILAI),
            nilai=kiriman.get("nilai", ""),
            semula=kiriman.get("semula", ""),
            oleh=cast("Pengguna", permintaan.user),
        )
    except (KeadaanSalah, DidahuluiOrangLain, TulisanSalah) as salah:
        messages.error(permintaan, str(salah))
    else:
        kata = f"Realisasi diisi {usulan.angka.tampil} dari {usulan.uraian}."
        messages.success(permintaan, f"{kata} Periksa, lalu ajukan seperti biasa.")
    return redirect("pengukuran:isi-baris", kode, tahun, indikator, bulan)


@require_safe
def daftar_sumber(permintaan: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    """Every indikator of the Renstra in force, with its source."""
    kerja = _ruang(permintaan, kode, tahun)
    milik = sumber_usulan(kerja.unit)
    baris = [
        BarisSumber(
            satu,
            sebut_sumber(milik[satu.indikator_id].sumber) if satu.indikator_id in milik else "",
        )
        for satu in _rumusan(kerja)
    ]
    konteks = {"kerja": kerja, "kerja_alamat": "pengukuran:isi", "baris": baris}
    return render(permintaan, "pengukuran/usulan/daftar.html", konteks)


@require_http_methods(["GET", "HEAD", "POST"])
def atur(permintaan: HttpRequest, kode: str, tahun: int, indikator: int) -> HttpResponse:
    """The source of one indikator."""
    kerja = _ruang(permintaan, kode, tahun)
    rumusan = next((satu for satu in _rumusan(kerja) if satu.indikator_id == indikator), None)
    if rumusan is None:
        raise TidakAda("Indikator ini tidak ada dalam Renstra tahun ini. Pilih dari daftarnya.")

    def form(**isi: Any) -> FormSumber:
        ada = yang_dibuka(SumberUsulan.objects.filter(indikator=indikator).first(), isi)
        if ada is None:
            return FormSumber(instance=SumberUsulan(indikator=rumusan.indikator), **isi)
        return FormSumber(instance=ada, **isi)

    pengguna = cast("Pengguna", permintaan.user)
    return proses(
        permintaan,
        buat_form=form,
        simpan=lambda isi: atur_sumber(isi.instance, oleh=pengguna, versi=isi.versi_semula),
        halaman=Halaman(
            judul="Sumber usulan realisasi",
            ket=rumusan.nama,
            tombol="Simpan sumber",
            kembali=reverse("pengukuran:usulan-sumber", args=[kode, tahun]),
            pesan="Sumber usulan tersimpan.",
            konteks={"kerja": kerja, "kerja_alamat": "pengukuran:usulan-sumber"},
        ),
    )


def _ruang(permintaan: HttpRequest, kode: str, tahun: int) -> RuangKerja:
    kerja = buka(permintaan, kode, tahun)
    wajib(boleh_mengatur_sumber(cast("Pengguna", permintaan.user), kerja.unit))
    return kerja


def _rumusan(kerja: RuangKerja) -> list[IndikatorVersi]:
    milik = IndikatorVersi.objects.filter(renstra_versi=versi_renstra(kerja.unit, kerja.tahun))
    return list(milik.select_related("simpul", "indikator__unit").order_by("urutan", "pk"))
