"""Windows of a year, and the units for which one stays open longer."""

from datetime import datetime, time
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from sakip.jejak.halaman import Halaman, proses
from sakip.jejak.queries import riwayat_terbaca
from sakip.lib import waktu
from sakip.lib.galat import TidakAda
from sakip.organisasi.forms.jendela import FormJendela, FormPengecualian
from sakip.organisasi.hitung.jendela import usulan_jendela
from sakip.organisasi.models import Jendela, Pemda, Pengecualian
from sakip.organisasi.permissions import boleh_mengatur_jendela
from sakip.organisasi.queries import jendela_setahun
from sakip.organisasi.services.jendela import simpan_jendela, simpan_pengecualian
from sakip.organisasi.views.dasar import ruang_pemda
from sakip.web.formulir import yang_dibuka
from sakip.web.tahun import TAHUN_WAJAR


@require_safe
def jendela_tahun_ini(permintaan: HttpRequest, pemda: str) -> HttpResponse:
    ruang = ruang_pemda(permintaan, pemda, boleh_mengatur_jendela)
    tahun = waktu.hari_ini(ruang.pemda.zona).year
    return redirect("organisasi:jendela", pemda=pemda, tahun=tahun)


@require_safe
def daftar_jendela(permintaan: HttpRequest, pemda: str, tahun: int) -> HttpResponse:
    """The five windows of a year with their state now, set or not."""
    ruang = ruang_pemda(permintaan, pemda, boleh_mengatur_jendela)
    _periksa_tahun(tahun)
    konteks = {
        "ruang": ruang,
        "tahun": tahun,
        "daftar": jendela_setahun(ruang.pemda, tahun, waktu.sekarang()),
        "tahun_lain": [t for t in (tahun - 1, tahun + 1) if t in TAHUN_WAJAR],
    }
    return render(permintaan, "organisasi/jendela/daftar.html", konteks)


@require_http_methods(["GET", "HEAD", "POST"])
def atur_jendela(
    permintaan: HttpRequest, pemda: str, tahun: int, jenis: str, bulan: int
) -> HttpResponse:
    """One window; one that is not set yet opens with the usual dates filled in."""
    ruang = ruang_pemda(permintaan, pemda, boleh_mengatur_jendela)
    _periksa_tahun(tahun)
    if (jenis, bulan) not in Jendela.PERIODE:
        raise TidakAda("Tidak ada jendela untuk periode ini.")
    kunci = {"pemda": ruang.pemda, "jenis": jenis, "tahun": tahun, "bulan": bulan}
    jendela = Jendela.objects.filter(**kunci).first()

    def form(**isi: Any) -> FormJendela:
        milik = yang_dibuka(Jendela.objects.select_related("pemda").filter(**kunci).first(), isi)
        if milik is None:
            awal = {**_usulan(jenis, tahun, bulan), **isi.pop("initial", {})}
            return FormJendela(instance=Jendela(**kunci), initial=awal, **isi)
        return FormJendela(instance=milik, **isi)

    milik = jendela or Jendela(**kunci)
    return proses(
        permintaan,
        buat_form=form,
        simpan=lambda isi: simpan_jendela(
            isi.instance, oleh=ruang.pengguna, versi=isi.versi_semula
        ),
        halaman=Halaman(
            judul=str(milik),
            ket=f"{ruang.pemda.nama}, waktu {timezone.get_current_timezone_name()}",
            tombol="Simpan jendela",
            kembali=reverse("organisasi:jendela", args=[pemda, tahun]),
            pesan=f"{milik} tersimpan.",
            templat="organisasi/jendela/ubah.html",
            konteks={
                "ruang": ruang,
                "jendela": jendela,
                "pengecualian": jendela.pengecualian.select_related("unit", "dibuka_oleh")
                if jendela
                else [],
                "riwayat": riwayat_terbaca(jendela) if jendela else [],
            },
        ),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def pengecualian_baru(permintaan: HttpRequest, pemda: str, pk: int) -> HttpResponse:
    ruang = ruang_pemda(permintaan, pemda, boleh_mengatur_jendela)
    jendela = Jendela.objects.select_related("pemda").filter(pemda=ruang.pemda, pk=pk).first()
    if jendela is None:
        raise TidakAda(f"Jendela ini tidak ada di {ruang.pemda.nama}.")

    def form(**isi: Any) -> FormPengecualian:
        return FormPengecualian(
            instance=Pengecualian(jendela=jendela, dibuka_oleh=ruang.pengguna), **isi
        )

    return proses(
        permintaan,
        buat_form=form,
        simpan=lambda isi: simpan_pengecualian(isi.instance, oleh=ruang.pengguna),
        halaman=Halaman(
            judul="Pengecualian baru",
            ket=str(jendela),
            tombol="Beri pengecualian",
            kembali=_alamat(jendela, pemda),
            pesan="Pengecualian diberikan.",
            konteks={"ruang": ruang},
        ),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def ubah_pengecualian(permintaan: HttpRequest, pemda: str, pk: int) -> HttpResponse:
    ruang = ruang_pemda(permintaan, pemda, boleh_mengatur_jendela)
    milik = _pengecualian(ruang.pemda, pk)
    return proses(
        permintaan,
        buat_form=lambda **isi: FormPengecualian(instance=_pengecualian(ruang.pemda, pk), **isi),
        simpan=lambda isi: simpan_pengecualian(
            isi.instance, oleh=ruang.pengguna, versi=isi.versi_semula
        ),
        halaman=Halaman(
            judul=f"Pengecualian {milik.unit.singkatan}",
            ket=str(milik.jendela),
            tombol="Simpan pengecualian",
            kembali=_alamat(milik.jendela, pemda),
            pesan="Pengecualian tersimpan.",
            konteks={"ruang": ruang},
        ),
    )


def _usulan(jenis: str, tahun: int, bulan: int) -> dict[str, datetime]:
    """The usual dates of a window, in the zone of the pemda."""
    tanggal = usulan_jendela(tahun, bulan, evaluasi=jenis == Jendela.Jenis.EVALUASI)
    zona = timezone.get_current_timezone()
    akhir_hari = time(23, 59)
    return {
        "buka": datetime.combine(tanggal.buka, time(0, 0), zona),
        "tenggat": datetime.combine(tanggal.tenggat, akhir_hari, zona),
        "kunci": datetime.combine(tanggal.kunci, akhir_hari, zona),
    }


def _alamat(jendela: Jendela, pemda: str) -> str:
    return reverse(
        "organisasi:jendela-atur", args=[pemda, jendela.tahun, jendela.jenis, jendela.bulan]
    )


def _periksa_tahun(tahun: int) -> None:
    if tahun not in TAHUN_WAJAR:
        raise TidakAda(f"Tahun {tahun} di luar jangkauan aplikasi ini.")


def _pengecualian(pemda: Pemda, pk: int) -> Pengecualian:
    semua = Pengecualian.objects.select_related("jendela__pemda", "unit")
    milik = semua.filter(jendela__pemda=pemda, pk=pk).first()
    if milik is None:
        raise TidakAda(f"Pengecualian ini tidak ada di {pemda.nama}.")
    return milik
