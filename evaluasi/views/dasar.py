"""What the pages of a worksheet have in common: where one is, and which stage."""

from dataclasses import dataclass
from typing import cast
from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import reverse

from evaluasi.models import LembarKerja, TahapLembar
from evaluasi.queries.isi_lembar import daftar_sub
from evaluasi.queries.lembar import lembar_tahun, tahap_terlihat
from perencanaan.queries.ruang import RuangKerja
from perencanaan.views.dasar import buka
from sakip.lib.galat import TidakAda
from sakip.organisasi.models import Pengguna, Unit


@dataclass(frozen=True)
class RuangTahap:
    """A stage of the worksheet of a unit and year; `terlihat` are all stages this person reads."""

    pengguna: Pengguna
    lembar: LembarKerja
    tahap: TahapLembar
    terlihat: tuple[TahapLembar, ...]


def sebut_lembar(lembar: LembarKerja) -> str:
    return f"Evaluasi {lembar.tahun_evaluasi} atas kinerja {lembar.tahun_kinerja}"


def alamat_sub(lembar: LembarKerja, tahap: TahapLembar) -> dict[int, str]:
    """The page of each sub-komponen in a stage, by its id."""
    alamat = reverse(
        "evaluasi:lembar-isi",
        args=[lembar.unit.kode, lembar.tahun_kinerja, tahap.tahap.kode],
    )
    return {
        satu.sub.pk: f"{alamat}?{urlencode({'sub': satu.alamat})}"
        for satu in daftar_sub(lembar, tahap)
    }


def buka_tahap(
    permintaan: HttpRequest, kode: str, tahun: int, tahap: str
) -> tuple[RuangKerja, RuangTahap]:
    """Raises TidakAda: no such unit, worksheet or stage, or not theirs to read."""
    kerja = buka(permintaan, kode, tahun)
    return kerja, ruang_tahap(cast("Pengguna", permintaan.user), kerja.unit, tahun, tahap)


def ruang_tahap(pengguna: Pengguna, unit: Unit, tahun: int, kode: str) -> RuangTahap:
    """The stage `kode` of the worksheet of that year. Raises TidakAda."""
    lembar = lembar_tahun(pengguna, unit, tahun)
    if lembar is None:
        raise TidakAda(
            f"Lembar kerja evaluasi atas kinerja {tahun} belum dibuka. Inspektorat membukanya di "
            "halaman LKE."
        )
    lembar.unit = unit
    terlihat = tahap_terlihat(pengguna, lembar)
    milik = next((satu for satu in terlihat if satu.tahap.kode == kode), None)
    if milik is None:
        raise TidakAda(
            "Tahap ini tidak ada, atau belum selesai dikerjakan inspektorat. Hasilnya terlihat "
            "setelah selesai."
        )
    return RuangTahap(pengguna, lembar, milik, tuple(terlihat))
