"""Officials of a pemda and the posts they hold."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from sakip.jejak.halaman import Halaman, proses
from sakip.jejak.queries import riwayat_terbaca
from sakip.lib.galat import TidakAda
from sakip.organisasi.forms.pejabat import FormPejabat, FormPenempatan
from sakip.organisasi.models import Pejabat, Pemda, Penempatan
from sakip.organisasi.permissions import boleh_mengelola
from sakip.organisasi.queries import daftar_pejabat as susun_daftar
from sakip.organisasi.services.pejabat import simpan_pejabat, simpan_penempatan
from sakip.organisasi.views.dasar import ruang_pemda


@require_safe
def daftar_pejabat(permintaan: HttpRequest, pemda: str) -> HttpResponse:
    ruang = ruang_pemda(permintaan, pemda, boleh_mengelola)
    konteks = {"ruang": ruang, "daftar": susun_daftar(ruang.pemda)}
    return render(permintaan, "organisasi/pejabat/daftar.html", konteks)


@require_http_methods(["GET", "HEAD", "POST"])
def pejabat_baru(permintaan: HttpRequest, pemda: str) -> HttpResponse:
    ruang = ruang_pemda(permintaan, pemda, boleh_mengelola)

    def form(**isi: Any) -> FormPejabat:
        return FormPejabat(instance=Pejabat(pemda=ruang.pemda), **isi)

    return proses(
        permintaan,
        buat_form=form,
        simpan=lambda isi: simpan_pejabat(isi.instance, oleh=ruang.pengguna),
        halaman=Halaman(
            judul="Pejabat baru",
            ket=ruang.pemda.nama,
            tombol="Buat pejabat",
            kembali=reverse("organisasi:pejabat", args=[pemda]),
            pesan="Pejabat dibuat. Buka namanya untuk menempatkannya.",
            konteks={"ruang": ruang},
        ),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def ubah_pejabat(permintaan: HttpRequest, pemda: str, pk: int) -> HttpResponse:
    ruang = ruang_pemda(permintaan, pemda, boleh_mengelola)
    pejabat = _pejabat(ruang.pemda, pk)
    return proses(
        permintaan,
        buat_form=lambda **isi: FormPejabat(instance=_pejabat(ruang.pemda, pk), **isi),
        simpan=lambda isi: simpan_pejabat(
            isi.instance, oleh=ruang.pengguna, versi=isi.versi_semula
        ),
        halaman=Halaman(
            judul=pejabat.nama,
            ket="Ubah pejabat",
            tombol="Simpan pejabat",
            kembali=reverse("organisasi:pejabat", args=[pemda]),
            pesan=f"{pejabat.nama} tersimpan.",
            templat="organisasi/pejabat/ubah.html",
            konteks={
                "ruang": ruang,
                "pejabat": pejabat,
                "penempatan": pejabat.penempatan.select_related("unit").order_by("-dari"),
                "riwayat": riwayat_terbaca(pejabat),
            },
        ),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def penempatan_baru(permintaan: HttpRequest, pemda: str, pk: int) -> HttpResponse:
    ruang = ruang_pemda(permintaan, pemda, boleh_mengelola)
    pejabat = _pejabat(ruang.pemda, pk)

    def form(**isi: Any) -> FormPenempatan:
        return FormPenempatan(instance=Penempatan(pejabat=pejabat), **isi)

    return proses(
        permintaan,
        buat_form=form,
        simpan=lambda isi: simpan_penempatan(isi.instance, oleh=ruang.pengguna),
        halaman=Halaman(
            judul=f"Jabatan baru {pejabat.nama}",
            tombol="Tempatkan pejabat",
            kembali=reverse("organisasi:pejabat-ubah", args=[pemda, pk]),
            pesan="Penempatan dibuat.",
            konteks={"ruang": ruang},
        ),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def ubah_penempatan(permintaan: HttpRequest, pemda: str, pk: int) -> HttpResponse:
    ruang = ruang_pemda(permintaan, pemda, boleh_mengelola)
    milik = _penempatan(ruang.pemda, pk)
    return proses(
        permintaan,
        buat_form=lambda **isi: FormPenempatan(instance=_penempatan(ruang.pemda, pk), **isi),
        simpan=lambda isi: simpan_penempatan(
            isi.instance, oleh=ruang.pengguna, versi=isi.versi_semula
        ),
        halaman=Halaman(
            judul=milik.jabatan_tercetak(),
            ket=milik.pejabat.nama,
            tombol="Simpan jabatan",
            kembali=reverse("organisasi:pejabat-ubah", args=[pemda, milik.pejabat_id]),
            pesan="Penempatan tersimpan.",
            konteks={"ruang": ruang},
        ),
    )


def _pejabat(pemda: Pemda, pk: int) -> Pejabat:
    pejabat = Pejabat.objects.select_related("pemda").filter(pemda=pemda, pk=pk).first()
    if pejabat is None:
        raise TidakAda(f"Pejabat ini tidak ada di {pemda.nama}.")
    return pejabat


def _penempatan(pemda: Pemda, pk: int) -> Penempatan:
    semua = Penempatan.objects.select_related("pejabat__pemda", "unit")
    milik = semua.filter(pejabat__pemda=pemda, pk=pk).first()
    if milik is None:
        raise TidakAda(f"Penempatan ini tidak ada di {pemda.nama}.")
    return milik
