"""LKE: the worksheet of a unit and year; opened by the inspektorat, led stage by stage."""

from collections.abc import Sequence
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any, cast

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from evaluasi.forms.lembar import FormLembar, instrumen_berlaku
from evaluasi.models import LembarKerja, TahapLembar
from evaluasi.permissions import boleh_mengevaluasi
from evaluasi.queries.beda_tahap import Ditolak, Perbaikan, daftar_ditolak, daftar_perbaikan
from evaluasi.queries.lembar import KeadaanTahap, keadaan_tahap, lembar_tahun
from evaluasi.queries.rekomendasi_lalu import rekomendasi_lalu
from evaluasi.queries.skor_lembar import nilai_lalu, tabel_skor
from evaluasi.services.instrumen import pasang_instrumen
from evaluasi.services.lembar import (
    buka_kembali_tahap,
    buka_lembar,
    mulai_tahap,
    selesaikan_tahap,
)
from evaluasi.status import Pelaku, StatusTahap
from evaluasi.views.dasar import alamat_sub, ruang_tahap, sebut_lembar
from evaluasi.views.susun_tindak_lanjut import kelompok_tampil
from pengukuran.queries.sel import rapikan
from perencanaan.queries.ruang import RuangKerja
from perencanaan.views.dasar import buka
from sakip.dokumen.asal import sajikan
from sakip.jejak.halaman import Halaman, proses
from sakip.lib.galat import TidakAda
from sakip.lib.izin import Tolak
from sakip.lib.transisi import CatatanKurang, DidahuluiOrangLain, HakKurang, KeadaanSalah
from sakip.organisasi.models import Pengguna

# the first year of evaluation of the regulation that comes with the product
TAHUN_INSTRUMEN = 2022
TANDA = {
    "": ("menunggu", "dikerjakan inspektorat"),
    StatusTahap.BELUM: ("menunggu", "belum dimulai"),
    StatusTahap.BERJALAN: ("berjalan", "sedang berjalan"),
    StatusTahap.SELESAI: ("selesai", "selesai"),
}
PESAN = {
    "mulai": "Tahap “{}” dimulai.",
    "selesaikan": "Tahap “{}” selesai.",
    "buka-kembali": "Tahap “{}” dibuka kembali; alasan Anda terbaca lebih dahulu.",
}


@dataclass(frozen=True)
class BarisBeda:
    """A difference, and where it is looked at."""

    isi: Ditolak | Perbaikan
    alamat: str


@require_http_methods(["GET", "HEAD", "POST"])
def baca_lembar(permintaan: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    """Show the worksheet, take a step of one of its stages, or open it where there is none."""
    pengguna = cast("Pengguna", permintaan.user)
    kerja = buka(permintaan, kode, tahun)
    lembar = lembar_tahun(pengguna, kerja.unit, tahun)
    if lembar is None:
        return _buka_lembar(permintaan, kerja, pengguna)
    galat: list[str] = []
    if permintaan.method == "POST":
        galat = _langkah(permintaan, kerja, pengguna)
        if not galat:
            return redirect("evaluasi:lembar", kode, tahun)
    konteks = {
        "kerja": kerja,
        "galat": galat,
        "alasan_ketikan": permintaan.POST.get("alasan", "") if galat else "",
        "tahap_ketikan": permintaan.POST.get("tahap", "") if galat else "",
        **_konteks(pengguna, lembar),
    }
    jawaban = sajikan(permintaan, "evaluasi/lembar/baca.html", konteks)
    jawaban.status_code = HTTPStatus.CONFLICT if galat else HTTPStatus.OK
    return jawaban


def _konteks(pengguna: Pengguna, lembar: LembarKerja) -> dict[str, Any]:
    tahap = keadaan_tahap(pengguna, lembar)
    terlihat = [satu.baris for satu in tahap if satu.baris is not None]
    menilai = boleh_mengevaluasi(pengguna, lembar.unit, lembar.tahun_kinerja)
    sebelumnya = rekomendasi_lalu(pengguna, lembar)
    return {
        "lembar": lembar,
        "sebutan": sebut_lembar(lembar),
        "tahap": [(satu, TANDA[satu.status]) for satu in tahap],
        "kembali": [s for s in tahap if s.kembali and s.status == StatusTahap.BERJALAN],
        "skor": tabel_skor(lembar, terlihat),
        "lalu": nilai_lalu(pengguna, lembar.unit, lembar.tahun_kinerja),
        "sebelumnya": tuple(kelompok_tampil(satu) for satu in sebelumnya),
        "ditolak": _ditolak(lembar, terlihat),
        "perbaikan": _perbaikan(tahap) if menilai else (),
        "per_sub": lembar.instrumen.cara == "sub",
    }


def _ditolak(lembar: LembarKerja, terlihat: Sequence[TahapLembar]) -> list[BarisBeda]:
    """Of the last stage of the unit against the deciding one, once that may be read."""
    unit = [satu for satu in terlihat if satu.tahap.pelaku == Pelaku.UNIT]
    penentu = [satu for satu in terlihat if satu.tahap.penentu]
    if not (unit and penentu):
        return []
    ditolak = daftar_ditolak(unit[-1], penentu[-1])
    alamat = alamat_sub(lembar, penentu[-1])
    return [BarisBeda(satu, _tuju(alamat, satu.sub.pk, satu.kriteria)) for satu in ditolak]


def _perbaikan(tahap: Sequence[KeadaanTahap]) -> list[tuple[KeadaanTahap, list[BarisBeda]]]:
    """Of each stage of the unit that was opened again and is not judged anew yet."""
    hasil = []
    for satu in tahap:
        if satu.baris and satu.kembali and satu.baris.tahap.pelaku == Pelaku.UNIT:
            alamat = alamat_sub(satu.baris.lembar, satu.baris)
            daftar = daftar_perbaikan(satu.baris, satu.kembali)
            baris = [
                BarisBeda(milik, _tuju(alamat, milik.kriteria.sub_id, milik.kriteria.pk))
                for milik in daftar
            ]
            hasil.append((satu, baris))
    return hasil


def _tuju(alamat: dict[int, str], sub: int, kriteria: int | None) -> str:
    return alamat[sub] + (f"#kriteria-{kriteria}" if kriteria else "#nilai")


def _langkah(permintaan: HttpRequest, kerja: RuangKerja, pengguna: Pengguna) -> list[str]:
    """Take the step that was pressed; what keeps it from being taken. Raises HakKurang, TidakAda."""
    isi = permintaan.POST
    aksi = isi.get("aksi", "")
    milik = ruang_tahap(pengguna, kerja.unit, kerja.tahun, isi.get("tahap", "")).tahap
    try:
        match aksi:
            case "mulai":
                mulai_tahap(milik, oleh=pengguna)
            case "selesaikan":
                selesaikan_tahap(milik, oleh=pengguna)
            case "buka-kembali":
                buka_kembali_tahap(milik, oleh=pengguna, alasan=rapikan(isi.get("alasan", "")))
            case _:
                raise TidakAda("Tombol yang ditekan tidak dikenal. Muat ulang halamannya.")
    except ValidationError as salah:
        return list(salah.messages)
    except (CatatanKurang, KeadaanSalah, DidahuluiOrangLain) as salah:
        return [str(salah)]
    messages.success(permintaan, PESAN[aksi].format(milik.tahap))
    return []


def _buka_lembar(permintaan: HttpRequest, kerja: RuangKerja, pengguna: Pengguna) -> HttpResponse:
    """The empty state; to who may evaluate the unit, the form that opens the worksheet."""
    izin = boleh_mengevaluasi(pengguna, kerja.unit, kerja.tahun)
    baru = LembarKerja(unit=kerja.unit, tahun_kinerja=kerja.tahun)
    konteks = {
        "kerja": kerja,
        "izin": izin,
        "lalu": nilai_lalu(pengguna, kerja.unit, kerja.tahun),
        "ada_instrumen": instrumen_berlaku(baru).exists(),
    }
    if isinstance(izin, Tolak):
        if permintaan.method == "POST":
            raise HakKurang(izin.alasan)
        return sajikan(permintaan, "evaluasi/lembar/kosong.html", konteks)
    if permintaan.POST.get("aksi") == "pasang":
        pasang_instrumen(pemda=kerja.unit.pemda, tahun=TAHUN_INSTRUMEN, oleh=pengguna)
        messages.success(permintaan, "Instrumen terpasang. Sekarang buka lembar kerjanya.")
        return redirect("evaluasi:lembar", kerja.unit.kode, kerja.tahun)

    def simpan(form: Any) -> None:
        isi = form.cleaned_data
        buka_lembar(
            unit=kerja.unit,
            instrumen=isi["instrumen"],
            tahun_evaluasi=isi["tahun_evaluasi"],
            tahun_kinerja=kerja.tahun,
            oleh=pengguna,
        )

    alamat = reverse("evaluasi:lembar", args=[kerja.unit.kode, kerja.tahun])
    return proses(
        permintaan,
        buat_form=lambda **isi: FormLembar(
            instance=LembarKerja(unit=kerja.unit, tahun_kinerja=kerja.tahun), **isi
        ),
        simpan=simpan,
        halaman=Halaman(
            judul="Lembar kerja evaluasi",
            tombol="Buka lembar kerja",
            kembali=alamat,
            pesan="Lembar kerja dibuka. Unit dapat memulai penilaian mandirinya.",
            templat="evaluasi/lembar/kosong.html",
            konteks=konteks,
        ),
    )
