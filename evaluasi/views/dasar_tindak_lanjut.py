"""What the pages of follow-up have in common: the recommendation at hand, and acts on it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, cast

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.http import HttpRequest
from django.urls import reverse

from evaluasi.models import RencanaTindakLanjut
from evaluasi.queries.cerita_rekomendasi import satu_rekomendasi
from evaluasi.queries.daftar_rekomendasi import BarisRekomendasi, sebut_sumber
from evaluasi.queries.hak_tindak_lanjut import HakRekomendasi, hak_rekomendasi
from evaluasi.views.susun_tindak_lanjut import tampil
from perencanaan.queries.ruang import RuangKerja
from perencanaan.views.dasar import buka
from sakip.jejak.halaman import Halaman
from sakip.lib.galat import TidakAda
from sakip.lib.izin import Izin, Tolak
from sakip.lib.transisi import HakKurang
from sakip.organisasi.models import Pengguna
from sakip.web.formulir import Formulir


@dataclass(frozen=True)
class Ruang:
    """The person at a page, and the recommendation it is about as it stands."""

    pengguna: Pengguna
    kerja: RuangKerja
    baris: BarisRekomendasi
    hak: HakRekomendasi

    @property
    def tempat(self) -> list[object]:
        return [self.kerja.unit.kode, self.kerja.tahun, self.baris.rekomendasi.pk]

    @property
    def kembali(self) -> str:
        return reverse("evaluasi:rekomendasi-satu", args=self.tempat)

    def langkah(self, pk: int) -> RencanaTindakLanjut:
        """A step of this recommendation. Raises TidakAda."""
        for satu in self.baris.keadaan.rencana:
            if satu.rencana.pk == pk:
                return satu.rencana
        raise TidakAda("Langkah rencana ini tidak ada pada rekomendasi itu. Muat ulang halamannya.")


def ruang(permintaan: HttpRequest, kode: str, tahun: int, pk: int) -> Ruang:
    """Raises TidakAda."""
    pengguna = cast("Pengguna", permintaan.user)
    kerja = buka(permintaan, kode, tahun)
    baris = satu_rekomendasi(pengguna, kerja.unit, tahun, pk)
    return Ruang(pengguna, kerja, baris, hak_rekomendasi(pengguna, baris))


def wajib_berperan(izin: Izin) -> None:
    """Raises HakKurang with the reason that the page shows."""
    if isinstance(izin, Tolak):
        raise HakKurang(izin.alasan)


def halaman(milik: Ruang, judul: str, tombol: str, pesan: str, *, izin: Izin) -> Halaman:
    """A form about the recommendation; `izin` of the state, whose reason stands instead of it."""
    return Halaman(
        judul=judul,
        ket=sebut_sumber(milik.baris.rekomendasi),
        tombol=tombol,
        kembali=milik.kembali,
        pesan=pesan,
        templat="evaluasi/tindak_lanjut/formulir.html",
        konteks={
            "kerja": milik.kerja,
            "kerja_alamat": "evaluasi:rekomendasi",
            "baris": milik.baris,
            "langkah": tampil(milik.baris).langkah,
            "tutup": izin.alasan if isinstance(izin, Tolak) else "",
        },
    )


def laksanakan(form: Formulir, tulis: Callable[[], object]) -> None:
    """Carry it out; what is wrong with a column is told at its box. Raises what `tulis` raises."""
    try:
        tulis()
    except ValidationError as salah:
        raise ValidationError(_pada_kotak(form, salah)) from salah


def _pada_kotak(form: Formulir, salah: ValidationError) -> Any:
    """By the boxes of this form; what speaks of another column is said above them."""
    if not hasattr(salah, "error_dict"):
        return salah.messages
    hasil: dict[str, list[str]] = {}
    for nama, pesan in salah.message_dict.items():
        kotak = nama if nama in form.fields else NON_FIELD_ERRORS
        hasil.setdefault(kotak, []).extend(pesan)
    return hasil
