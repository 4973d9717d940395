"""Accounts of a pemda: who may sign in, with which roles."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from sakip.jejak.halaman import Halaman, proses
from sakip.jejak.queries import riwayat_terbaca
from sakip.lib.galat import TidakAda
from sakip.organisasi.forms.akun import FormAkun, FormPenugasan
from sakip.organisasi.models import Pemda, Pengguna, Penugasan
from sakip.organisasi.permissions import (
    boleh_membuat_tautan,
    boleh_mengelola,
    boleh_mengubah_akun,
)
from sakip.organisasi.queries import daftar_akun as susun_daftar
from sakip.organisasi.services.akun import (
    akhiri_sesi,
    buka_kunci,
    simpan_akun,
    simpan_penugasan,
)
from sakip.organisasi.services.tautan import buat_tautan
from sakip.organisasi.views.dasar import RuangPemda, ruang_pemda


@require_safe
def daftar_akun(permintaan: HttpRequest, pemda: str) -> HttpResponse:
    ruang = ruang_pemda(permintaan, pemda, boleh_mengelola)
    # PostgreSQL holds no text with a NUL in it, not even to compare
    cari = permintaan.GET.get("cari", "").replace("\0", "").strip()
    konteks = {"ruang": ruang, "cari": cari, "daftar": susun_daftar(ruang.pemda, cari)}
    return render(permintaan, "organisasi/akun/daftar.html", konteks)


@require_http_methods(["GET", "HEAD", "POST"])
def akun_baru(permintaan: HttpRequest, pemda: str) -> HttpResponse:
    ruang = ruang_pemda(permintaan, pemda, boleh_mengelola)

    def form(**isi: Any) -> FormAkun:
        return FormAkun(instance=Pengguna(pemda=ruang.pemda), **isi)

    return proses(
        permintaan,
        buat_form=form,
        simpan=lambda isi: simpan_akun(isi.instance, oleh=ruang.pengguna),
        halaman=Halaman(
            judul="Akun baru",
            ket="Kata sandinya diatur pemiliknya sendiri lewat tautan.",
            tombol="Buat akun",
            kembali=reverse("organisasi:akun", args=[pemda]),
            pesan="Akun dibuat. Buka namanya untuk memberi peran dan membuat tautan sandi.",
            konteks={"ruang": ruang},
        ),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def ubah_akun(permintaan: HttpRequest, pemda: str, pk: int) -> HttpResponse:
    ruang = ruang_pemda(permintaan, pemda, boleh_mengelola)
    akun = _akun(ruang.pemda, pk)
    return proses(
        permintaan,
        buat_form=lambda **isi: FormAkun(instance=_akun(ruang.pemda, pk), **isi),
        simpan=lambda isi: simpan_akun(isi.instance, oleh=ruang.pengguna, versi=isi.versi_semula),
        halaman=Halaman(
            judul=akun.nama,
            ket=f"Akun {akun.nama_pengguna}",
            tombol="Simpan akun",
            kembali=reverse("organisasi:akun", args=[pemda]),
            pesan=f"Akun {akun.nama} tersimpan.",
            templat="organisasi/akun/ubah.html",
            konteks={
                "ruang": ruang,
                "akun": akun,
                "tugas": akun.penugasan.select_related("unit", "pemda").order_by("-dari", "pk"),
                "izin_peran": boleh_mengubah_akun(ruang.pengguna, akun),
                "izin_tautan": boleh_membuat_tautan(ruang.pengguna, akun),
                "riwayat": riwayat_terbaca(akun),
            },
        ),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def tugas_baru(permintaan: HttpRequest, pemda: str, pk: int) -> HttpResponse:
    ruang = ruang_pemda(permintaan, pemda, boleh_mengelola)
    akun = _akun(ruang.pemda, pk)

    def form(**isi: Any) -> FormPenugasan:
        return FormPenugasan(instance=Penugasan(pengguna=akun), **isi)

    return proses(
        permintaan,
        buat_form=form,
        simpan=lambda isi: simpan_penugasan(isi.instance, oleh=ruang.pengguna),
        halaman=_halaman_tugas(ruang, akun, "Peran baru", "Beri peran"),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def ubah_tugas(permintaan: HttpRequest, pemda: str, pk: int) -> HttpResponse:
    ruang = ruang_pemda(permintaan, pemda, boleh_mengelola)
    tugas = _tugas(ruang.pemda, pk)
    return proses(
        permintaan,
        buat_form=lambda **isi: FormPenugasan(instance=_tugas(ruang.pemda, pk), **isi),
        simpan=lambda isi: simpan_penugasan(
            isi.instance, oleh=ruang.pengguna, versi=isi.versi_semula
        ),
        halaman=_halaman_tugas(ruang, tugas.pengguna, str(tugas), "Simpan peran"),
    )


@require_POST
def tautan_akun(permintaan: HttpRequest, pemda: str, pk: int) -> HttpResponse:
    """Make a link for setting the password; it is shown once, to the admin who made it."""
    ruang = ruang_pemda(permintaan, pemda, boleh_mengelola)
    akun = _akun(ruang.pemda, pk)
    tautan = permintaan.build_absolute_uri(buat_tautan(akun, oleh=ruang.pengguna))
    konteks = {"ruang": ruang, "akun": akun, "tautan": tautan}
    return render(permintaan, "organisasi/akun/tautan.html", konteks)


@require_POST
def akhiri_sesi_akun(permintaan: HttpRequest, pemda: str, pk: int) -> HttpResponse:
    ruang = ruang_pemda(permintaan, pemda, boleh_mengelola)
    akun = _akun(ruang.pemda, pk)
    akhiri_sesi(akun, oleh=ruang.pengguna)
    messages.success(permintaan, f"Semua sesi {akun.nama} berakhir.")
    return redirect("organisasi:akun-ubah", pemda=pemda, pk=pk)


@require_POST
def buka_kunci_akun(permintaan: HttpRequest, pemda: str, pk: int) -> HttpResponse:
    ruang = ruang_pemda(permintaan, pemda, boleh_mengelola)
    akun = _akun(ruang.pemda, pk)
    buka_kunci(akun, oleh=ruang.pengguna)
    messages.success(permintaan, f"{akun.nama} dapat mencoba masuk lagi.")
    return redirect("organisasi:akun-ubah", pemda=pemda, pk=pk)


def _halaman_tugas(ruang: RuangPemda, akun: Pengguna, judul: str, tombol: str) -> Halaman:
    return Halaman(
        judul=judul,
        ket=f"{akun.nama}. Sesinya berakhir bila perannya berubah.",
        tombol=tombol,
        kembali=reverse("organisasi:akun-ubah", args=[ruang.pemda.kode, akun.pk]),
        pesan=f"Peran {akun.nama} tersimpan.",
        konteks={"ruang": ruang},
    )


def _akun(pemda: Pemda, pk: int) -> Pengguna:
    semua = Pengguna.objects.select_related("pemda")
    akun: Pengguna | None = semua.filter(pemda=pemda, pk=pk).first()
    if akun is None:
        raise TidakAda(f"Akun ini tidak ada di {pemda.nama}.")
    return akun


def _tugas(pemda: Pemda, pk: int) -> Penugasan:
    semua = Penugasan.objects.select_related("pengguna__pemda", "unit", "pemda")
    tugas = semua.filter(pengguna__pemda=pemda, pk=pk).first()
    if tugas is None:
        raise TidakAda(f"Peran ini tidak ada di {pemda.nama}.")
    return tugas
