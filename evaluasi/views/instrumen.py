"""Instruments of a pemda: list, one of them, a copy of it, its options, and putting it in force."""

from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from evaluasi.forms.instrumen import FormInstrumen, FormSalin
from evaluasi.models import Instrumen
from evaluasi.permissions import boleh_mengatur_instrumen
from evaluasi.queries.instrumen import instrumen_pemda, isi_instrumen
from evaluasi.services.dasar import minta
from evaluasi.services.instrumen import (
    berlakukan,
    izin_draf,
    keluhan_instrumen,
    pasang_instrumen,
    salin_instrumen,
    ubah_instrumen,
)
from evaluasi.status import StatusInstrumen
from evaluasi.views.dasar_instrumen import RuangInstrumen, buka_draf, buka_instrumen
from sakip.dokumen.asal import sajikan
from sakip.jejak.halaman import Halaman, proses
from sakip.jejak.queries import riwayat_terbaca
from sakip.lib import waktu
from sakip.lib.izin import Boleh, Tolak
from sakip.lib.transisi import DidahuluiOrangLain, KeadaanSalah
from sakip.organisasi.views.dasar import ruang_pemda

# the first year of evaluation of the regulation that comes with the product
TAHUN_INSTRUMEN = 2022


@require_http_methods(["GET", "HEAD", "POST"])
def daftar_instrumen(permintaan: HttpRequest, pemda: str) -> HttpResponse:
    """The nation's and one's own; sent: the one that comes with the product, where there is none."""
    ruang = ruang_pemda(permintaan, pemda, boleh_mengatur_instrumen)
    if permintaan.method == "POST":
        pasang_instrumen(pemda=ruang.pemda, tahun=TAHUN_INSTRUMEN, oleh=ruang.pengguna)
        messages.success(permintaan, "Instrumen PermenPANRB 88/2021 terpasang dan berlaku.")
        return redirect("evaluasi:instrumen", pemda)
    konteks = {"ruang": ruang, "daftar": instrumen_pemda(ruang.pengguna, ruang.pemda)}
    return sajikan(permintaan, "evaluasi/instrumen/daftar.html", konteks)


@require_http_methods(["GET", "HEAD", "POST"])
def baca_instrumen_satu(permintaan: HttpRequest, pemda: str, pk: int) -> HttpResponse:
    """Show all of it, or put a draft in force."""
    milik = buka_instrumen(permintaan, pemda, pk)
    galat: list[str] = []
    if permintaan.method == "POST":
        minta(boleh_mengatur_instrumen(milik.ruang.pengguna, milik.instrumen.pemda))
        galat = _berlakukan(milik)
        if not galat:
            messages.success(permintaan, f"{milik.instrumen} berlaku.")
            return redirect(milik.kembali())
    jawaban = sajikan(permintaan, "evaluasi/instrumen/satu.html", _konteks(milik, galat))
    jawaban.status_code = HTTPStatus.CONFLICT if galat else HTTPStatus.OK
    return jawaban


@require_http_methods(["GET", "HEAD", "POST"])
def salin(permintaan: HttpRequest, pemda: str, pk: int) -> HttpResponse:
    """A draft of one's own with the same contents."""
    milik = buka_instrumen(permintaan, pemda, pk)
    ruang = milik.ruang
    tahun = max(milik.instrumen.tahun, waktu.hari_ini(ruang.pemda.zona).year)

    def simpan(form: Any) -> None:
        salin_instrumen(
            milik.instrumen,
            pemda=ruang.pemda,
            tahun=form.cleaned_data["tahun"],
            oleh=ruang.pengguna,
        )

    return proses(
        permintaan,
        buat_form=lambda **isi: FormSalin(
            instance=Instrumen(), initial={"tahun": tahun} | isi.pop("initial", {}), **isi
        ),
        simpan=simpan,
        halaman=Halaman(
            judul="Salin instrumen",
            ket=f"{milik.instrumen} menjadi draf {ruang.pemda.nama}",
            tombol="Salin menjadi draf",
            kembali=reverse("evaluasi:instrumen", args=[pemda]),
            pesan="Salinannya menjadi draf. Buka untuk mengubah isinya.",
            konteks={"ruang": ruang},
        ),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def ubah(permintaan: HttpRequest, pemda: str, pk: int) -> HttpResponse:
    """Name, ground and options of a draft."""
    milik = buka_draf(permintaan, pemda, pk)

    def simpan(form: Any) -> None:
        ubah_instrumen(form.instance, oleh=milik.ruang.pengguna, versi=form.versi_semula)

    return proses(
        permintaan,
        buat_form=lambda **isi: FormInstrumen(
            instance=Instrumen.objects.select_related("pemda").get(pk=pk), **isi
        ),
        simpan=simpan,
        halaman=Halaman(
            judul=str(milik.instrumen),
            ket="Ubah nama dan cara menilai",
            tombol="Simpan instrumen",
            kembali=milik.kembali(),
            pesan="Instrumen tersimpan.",
            konteks={"ruang": milik.ruang},
        ),
    )


def _berlakukan(milik: RuangInstrumen) -> list[str]:
    """Put it in force; what keeps it from that. Raises HakKurang."""
    try:
        berlakukan(milik.instrumen, oleh=milik.ruang.pengguna)
    except ValidationError as salah:
        return list(salah.messages)
    except (KeadaanSalah, DidahuluiOrangLain) as salah:
        return [str(salah)]
    return []


def _konteks(milik: RuangInstrumen, galat: list[str]) -> dict[str, Any]:
    instrumen = milik.instrumen
    hak = boleh_mengatur_instrumen(milik.ruang.pengguna, instrumen.pemda)
    izin = izin_draf(instrumen) if isinstance(hak, Boleh) else hak
    return {
        "ruang": milik.ruang,
        "instrumen": instrumen,
        "isi": isi_instrumen(instrumen),
        "ubah": isinstance(izin, Boleh),
        "tertutup": izin.alasan if isinstance(izin, Tolak) else "",
        "draf": instrumen.status == StatusInstrumen.DRAF,
        "keluhan": keluhan_instrumen(instrumen),
        "galat": galat,
        "riwayat": riwayat_terbaca(instrumen),
    }
