"""Koreksi: the ledger, and one correction after kunci asked for and decided."""

from dataclasses import dataclass
from http import HTTPStatus
from typing import cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from pengukuran.forms.koreksi import FormKoreksi
from pengukuran.models import Realisasi, UsulanKoreksi
from pengukuran.permissions import boleh_mengisi, boleh_menyetujui, hak_mengisi
from pengukuran.queries.angka_isian import angka_isian, sebut_periode
from pengukuran.queries.daftar_koreksi import daftar_koreksi, usulan_terbaca
from pengukuran.queries.kembali import koreksi_angka, nyatakan
from pengukuran.services.isi_sel import BahanSel, TulisanSalah
from pengukuran.services.koreksi import (
    izin_keadaan,
    izin_memutuskan,
    setujui_koreksi,
    tolak_koreksi,
    usulkan_koreksi,
)
from pengukuran.services.sel import baca_baris, bahan_sel
from pengukuran.views.verifikasi_susun import nomor
from perencanaan.models import IndikatorVersi
from perencanaan.queries.ruang import RuangKerja
from perencanaan.views.dasar import buka
from sakip.dokumen.angka import Angka
from sakip.dokumen.asal import sajikan
from sakip.lib.galat import TidakAda
from sakip.lib.izin import Boleh, Izin
from sakip.lib.transisi import CatatanKurang, DidahuluiOrangLain, KeadaanSalah
from sakip.organisasi.models import Pengguna


@dataclass(frozen=True)
class Ruang:
    """The person at the page, the figure it is about, and the request that waits, if any."""

    pengguna: Pengguna
    kerja: RuangKerja
    realisasi: Realisasi
    bahan: BahanSel
    usulan: UsulanKoreksi | None

    @property
    def kembali(self) -> str:
        return reverse("pengukuran:koreksi", args=[self.kerja.unit.kode, self.kerja.tahun])


@require_safe
def buku_koreksi(permintaan: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    """What was corrected in a year, what waits, and which figures may be asked for."""
    kerja = buka(permintaan, kode, tahun)
    pengguna = cast("Pengguna", permintaan.user)
    daftar = daftar_koreksi(kerja.unit, tahun)
    hak = hak_mengisi(pengguna, kerja.unit, tahun)
    konteks = {
        "kerja": kerja,
        "daftar": daftar,
        "dapat_diusulkan": [s for s in daftar.sah if isinstance(hak.izin(s.indikator), Boleh)],
    }
    return sajikan(permintaan, "pengukuran/koreksi/buku.html", konteks)


@require_http_methods(["GET", "HEAD", "POST"])
def usul_koreksi(
    permintaan: HttpRequest, kode: str, tahun: int, indikator: int, bulan: int
) -> HttpResponse:
    """Ask for a correction of one figure, or decide the request that waits."""
    ruang = _ruang(permintaan, (kode, tahun), (indikator, bulan))
    if permintaan.method != "POST":
        return _sajikan(permintaan, ruang, _form(ruang))
    aksi = permintaan.POST.get("aksi", "")
    if aksi in {"setujui", "tolak"}:
        return _putuskan(permintaan, ruang, aksi)
    if aksi != "usulkan":
        raise TidakAda("Tombol yang ditekan tidak dikenal. Muat ulang halamannya.")
    return _usulkan(permintaan, ruang)


def _ruang(permintaan: HttpRequest, tempat: tuple[str, int], kunci: tuple[int, int]) -> Ruang:
    kerja = buka(permintaan, *tempat)
    unit, tahun = kerja.unit, kerja.tahun
    indikator, bulan = kunci
    realisasi = (
        Realisasi.objects.filter(unit=unit, tahun=tahun, indikator=indikator, bulan=bulan)
        .select_related("unit__pemda", "indikator", "diisi_oleh", "diverifikasi_oleh")
        .first()
    )
    if realisasi is None:
        raise TidakAda("Tidak ada isian untuk indikator dan periode ini. Pilih dari daftarnya.")
    return Ruang(
        pengguna=cast("Pengguna", permintaan.user),
        kerja=kerja,
        realisasi=realisasi,
        bahan=bahan_sel(unit, tahun, indikator),
        usulan=realisasi.usulan_koreksi.filter(selesai=False).select_related("oleh").first(),
    )


def _form(ruang: Ruang, **isi: object) -> FormKoreksi:
    baris = baca_baris(ruang.realisasi, ruang.bahan)
    return FormKoreksi(ruang.bahan, baris, **isi)


def _izin_usul(ruang: Ruang) -> Izin:
    """Whether this person may ask for one now; the reason shows where not."""
    izin = izin_keadaan(ruang.realisasi)
    return boleh_mengisi(ruang.pengguna, ruang.realisasi) if izin else izin


def _izin_putus(ruang: Ruang) -> Izin:
    if ruang.usulan is None:
        return boleh_menyetujui(ruang.pengguna, ruang.realisasi)
    ruang.usulan.realisasi = ruang.realisasi
    return izin_memutuskan(ruang.usulan, ruang.pengguna)


def _usulkan(permintaan: HttpRequest, ruang: Ruang) -> HttpResponse:
    form = _form(ruang, data=permintaan.POST)
    if not form.is_valid():
        return _sajikan(permintaan, ruang, form)
    # as the person saw it: what changed meanwhile is not corrected unseen
    ruang.realisasi.versi = nomor(permintaan.POST.get("versi", ""))
    try:
        usulkan_koreksi(
            ruang.realisasi,
            isi=form.perubahan(),
            alasan=form.cleaned_data["alasan_koreksi"],
            oleh=ruang.pengguna,
        )
    except TulisanSalah as salah:
        form.keluhkan(salah.kolom, salah.pesan)
        return _sajikan(permintaan, ruang, form)
    except (CatatanKurang, KeadaanSalah) as salah:
        form.keluhkan("", str(salah))
        return _sajikan(permintaan, ruang, form)
    except DidahuluiOrangLain as salah:
        kunci = (ruang.realisasi.indikator_id, ruang.realisasi.bulan)
        ruang = _ruang(permintaan, (ruang.kerja.unit.kode, ruang.kerja.tahun), kunci)
        form = _form(ruang, data=_form(ruang).segarkan(permintaan.POST))
        form.keluhkan("", str(salah))
        return _sajikan(permintaan, ruang, form, HTTPStatus.CONFLICT)
    messages.success(permintaan, "Usulan koreksi terkirim; sekarang menunggu pimpinan.")
    return redirect(ruang.kembali)


def _putuskan(permintaan: HttpRequest, ruang: Ruang, aksi: str) -> HttpResponse:
    if ruang.usulan is None or str(ruang.usulan.pk) != permintaan.POST.get("usulan", ""):
        messages.warning(permintaan, "Usulan koreksi ini sudah diputuskan.")
        return HttpResponseRedirect(ruang.kembali)
    alasan = permintaan.POST.get("alasan_tolak", "")
    ruang.usulan.realisasi = ruang.realisasi
    try:
        if aksi == "setujui":
            setujui_koreksi(ruang.usulan, oleh=ruang.pengguna)
        else:
            tolak_koreksi(ruang.usulan, oleh=ruang.pengguna, alasan=alasan)
    except (CatatanKurang, KeadaanSalah, DidahuluiOrangLain) as salah:
        return _sajikan(permintaan, ruang, _form(ruang), galat=str(salah))
    kata = "disetujui dan tercatat" if aksi == "setujui" else "ditolak"
    messages.success(permintaan, f"Usulan koreksi {kata}.")
    return redirect(ruang.kembali)


def _angka_kini(realisasi: Realisasi, rumusan: IndikatorVersi) -> Angka:
    koreksi = koreksi_angka(realisasi.unit, [realisasi.tahun])
    kembali = nyatakan(rumusan, [realisasi], koreksi, realisasi.unit.pemda.zona)
    tahun, bulan = realisasi.tahun, realisasi.bulan
    return angka_isian(rumusan, tahun, bulan, realisasi, {realisasi.pk: kembali})


def _sajikan(
    permintaan: HttpRequest,
    ruang: Ruang,
    form: FormKoreksi,
    status: HTTPStatus = HTTPStatus.OK,
    galat: str = "",
) -> HttpResponse:
    realisasi, rumusan = ruang.realisasi, ruang.bahan.rumusan
    izin_usul, izin_putus = _izin_usul(ruang), _izin_putus(ruang)
    konteks = {
        "kerja": ruang.kerja,
        "kerja_alamat": "pengukuran:koreksi",
        "rumusan": rumusan,
        "realisasi": realisasi,
        "masa": sebut_periode(rumusan, realisasi.bulan, realisasi.tahun),
        "angka_kini": _angka_kini(realisasi, rumusan),
        "usulan": usulan_terbaca(ruang.usulan, rumusan) if ruang.usulan else None,
        "form": form,
        "izin_usul": izin_usul,
        "izin_putus": izin_putus,
        "galat": galat,
        "kembali": ruang.kembali,
    }
    jawaban = sajikan(permintaan, "pengukuran/koreksi/usul.html", konteks)
    jawaban.status_code = status
    return jawaban
