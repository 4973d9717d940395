"""Units of a pemda: list, form, and what became of one."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from sakip.jejak.halaman import Halaman, proses
from sakip.jejak.queries import riwayat_terbaca
from sakip.lib.galat import TidakAda
from sakip.organisasi.forms.unit import FormPerubahanUnit, FormUnit
from sakip.organisasi.models import Pemda, PerubahanUnit, Unit
from sakip.organisasi.permissions import boleh_mengelola
from sakip.organisasi.queries import pohon_unit
from sakip.organisasi.services.unit import catat_perubahan, simpan_unit
from sakip.organisasi.views.dasar import ruang_pemda


@require_safe
def daftar_unit(permintaan: HttpRequest, pemda: str) -> HttpResponse:
    ruang = ruang_pemda(permintaan, pemda, boleh_mengelola)
    konteks = {"ruang": ruang, "pohon": pohon_unit(ruang.pemda)}
    return render(permintaan, "organisasi/unit/daftar.html", konteks)


@require_http_methods(["GET", "HEAD", "POST"])
def unit_baru(permintaan: HttpRequest, pemda: str) -> HttpResponse:
    ruang = ruang_pemda(permintaan, pemda, boleh_mengelola)

    def form(**isi: Any) -> FormUnit:
        return FormUnit(instance=Unit(pemda=ruang.pemda), **isi)

    return proses(
        permintaan,
        buat_form=form,
        simpan=lambda isi: simpan_unit(isi.instance, oleh=ruang.pengguna),
        halaman=Halaman(
            judul="Unit baru",
            ket=ruang.pemda.nama,
            tombol="Buat unit",
            kembali=reverse("organisasi:unit", args=[pemda]),
            pesan="Unit dibuat.",
            konteks={"ruang": ruang},
        ),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def ubah_unit(permintaan: HttpRequest, pemda: str, kode: str) -> HttpResponse:
    ruang = ruang_pemda(permintaan, pemda, boleh_mengelola)
    unit = _unit(ruang.pemda, kode)
    return proses(
        permintaan,
        buat_form=lambda **isi: FormUnit(instance=_unit(ruang.pemda, kode), **isi),
        simpan=lambda isi: simpan_unit(isi.instance, oleh=ruang.pengguna, versi=isi.versi_semula),
        halaman=Halaman(
            judul=unit.nama,
            ket="Ubah unit",
            tombol="Simpan unit",
            kembali=reverse("organisasi:unit", args=[pemda]),
            pesan=f"{unit.nama} tersimpan.",
            templat="organisasi/unit/ubah.html",
            konteks={
                "ruang": ruang,
                "unit": unit,
                "perubahan": _perubahan(unit),
                "riwayat": riwayat_terbaca(unit),
            },
        ),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def perubahan_unit(permintaan: HttpRequest, pemda: str, kode: str) -> HttpResponse:
    """Record that a unit became another one."""
    ruang = ruang_pemda(permintaan, pemda, boleh_mengelola)
    unit = _unit(ruang.pemda, kode)

    def form(**isi: Any) -> FormPerubahanUnit:
        return FormPerubahanUnit(instance=PerubahanUnit(lama=unit), **isi)

    return proses(
        permintaan,
        buat_form=form,
        simpan=lambda isi: catat_perubahan(isi.instance, oleh=ruang.pengguna),
        halaman=Halaman(
            judul=f"{unit.singkatan} menjadi unit lain",
            ket="Riwayat mengikuti unit pengganti; data unit lama hanya dapat dibaca.",
            tombol="Catat perubahan",
            kembali=reverse("organisasi:unit-ubah", args=[pemda, kode]),
            pesan="Perubahan unit tercatat.",
            konteks={"ruang": ruang},
        ),
    )


def _unit(pemda: Pemda, kode: str) -> Unit:
    unit = Unit.objects.select_related("pemda", "induk").filter(pemda=pemda, kode=kode).first()
    if unit is None:
        raise TidakAda(f"Unit “{kode}” tidak ada di {pemda.nama}.")
    return unit


def _perubahan(unit: Unit) -> list[PerubahanUnit]:
    """What the unit came from, and what it became."""
    semua = PerubahanUnit.objects.select_related("lama", "baru").order_by("tanggal")
    return [*semua.filter(baru=unit), *semua.filter(lama=unit)]
