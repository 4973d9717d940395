"""Recommendations of a unit: all that stand, one with its story, and its evidence."""

from dataclasses import dataclass
from typing import cast

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from evaluasi.models import BuktiTindakLanjut
from evaluasi.permissions import boleh_mencatat_lhp, boleh_mengatur_penanggung_jawab
from evaluasi.queries.cerita_rekomendasi import (
    cerita_rekomendasi,
    mirip_terdahulu,
    satu_rekomendasi,
)
from evaluasi.queries.daftar_rekomendasi import Saringan, daftar_rekomendasi
from evaluasi.queries.hak_tindak_lanjut import hak_rekomendasi
from evaluasi.queries.kaitan import kaitan_terbaca
from evaluasi.queries.penanggung_jawab import penanggung_jawab
from evaluasi.views.susun_tindak_lanjut import kelompok_tampil, tampil
from perencanaan.queries.ruang import RuangKerja
from perencanaan.views.dasar import buka
from sakip.berkas.unduhan import jawab_berkas
from sakip.dokumen.asal import sajikan
from sakip.lib.galat import TidakAda
from sakip.organisasi.models import Pengguna

SEBUTAN_SARINGAN = {
    Saringan.SEMUA: "Semua",
    Saringan.TERBUKA: "Terbuka",
    Saringan.TERLAMBAT: "Terlambat",
    Saringan.MENUNGGU: "Menunggu putusan",
}


@dataclass(frozen=True)
class PilihanSaringan:
    nama: str
    nilai: str
    banyaknya: int
    kini: bool


@require_safe
def baca_rekomendasi_unit(permintaan: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    """All that stand for a unit in a year; `?saring=` shows some of them."""
    pengguna = cast("Pengguna", permintaan.user)
    kerja = buka(permintaan, kode, tahun)
    daftar = daftar_rekomendasi(pengguna, kerja.unit, tahun)
    saringan = _saringan(permintaan)
    konteks = {
        "kerja": kerja,
        "daftar": daftar,
        "kelompok": tuple(kelompok_tampil(satu) for satu in daftar.disaring(saringan)),
        "saringan": tuple(
            PilihanSaringan(SEBUTAN_SARINGAN[s], s.value, daftar.banyaknya(s), s is saringan)
            for s in Saringan
        ),
        "diganti": tuple(tampil(satu) for satu in daftar.diganti),
        "catat_lhp": boleh_mencatat_lhp(pengguna, kerja.unit, tahun),
        "alamat_lhp": reverse("evaluasi:lhp-catat", args=[kode, tahun]),
        "penanggung": penanggung_jawab(kerja.unit, pengguna),
        "atur_penanggung": boleh_mengatur_penanggung_jawab(pengguna, kerja.unit),
    }
    return sajikan(permintaan, "evaluasi/tindak_lanjut/daftar.html", konteks)


@require_safe
def baca_rekomendasi_satu(permintaan: HttpRequest, kode: str, tahun: int, pk: int) -> HttpResponse:
    """One recommendation with its whole story, and what this person may do about it."""
    pengguna = cast("Pengguna", permintaan.user)
    kerja = buka(permintaan, kode, tahun)
    cerita = cerita_rekomendasi(pengguna, kerja.unit, tahun, pk)
    hak = hak_rekomendasi(pengguna, cerita.baris)
    rekomendasi = cerita.rekomendasi
    konteks = {
        "kerja": kerja,
        "kerja_alamat": "evaluasi:rekomendasi",
        "cerita": cerita,
        "baris": tampil(cerita.baris, hak),
        "hak": hak,
        "kaitan": kaitan_terbaca(rekomendasi),
        "mirip": mirip_terdahulu(pengguna, kerja.unit, rekomendasi),
        "pendahulu": tuple((satu, tampil(satu.baris)) for satu in cerita.pendahulu),
        "alamat": _alamat(kerja, pk),
    }
    return sajikan(permintaan, "evaluasi/tindak_lanjut/satu.html", konteks)


@require_safe
def unduh_bukti(
    permintaan: HttpRequest, kode: str, tahun: int, pk: int, bukti: int
) -> HttpResponse:
    """The file, to whoever may read the recommendation. Raises TidakAda."""
    pengguna = cast("Pengguna", permintaan.user)
    kerja = buka(permintaan, kode, tahun)
    satu_rekomendasi(pengguna, kerja.unit, tahun, pk)
    milik = BuktiTindakLanjut.objects.untuk(pengguna).filter(
        laporan__rencana__rekomendasi=pk, pk=bukti
    )
    ada = milik.select_related("berkas").first()
    if ada is None:
        raise TidakAda("Bukti ini tidak ada pada rekomendasi itu. Muat ulang halamannya.")
    if ada.berkas is None:
        raise TidakAda("Bukti ini berupa tautan ke tempat lain, sehingga tidak ada yang diunduh.")
    return jawab_berkas(ada.berkas)


def _saringan(permintaan: HttpRequest) -> Saringan:
    """`?saring=` of the address; what is unknown shows all."""
    teks = permintaan.GET.get("saring", "")
    return Saringan(teks) if teks in set(Saringan) else Saringan.SEMUA


def _alamat(kerja: RuangKerja, pk: int) -> dict[str, str]:
    tempat = [kerja.unit.kode, kerja.tahun, pk]
    nama = {
        "rencana": "evaluasi:rencana-baru",
        "putusan": "evaluasi:rekomendasi-putus",
        "kaitan": "evaluasi:rekomendasi-kaitkan",
    }
    return {kunci: reverse(satu, args=tempat) for kunci, satu in nama.items()}
