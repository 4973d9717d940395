"""The heat map of all units, made of what was read: counts in words, a bar, and serapan beside."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.urls import reverse

from pengukuran.queries.angka import angka_serapan
from pengukuran.queries.pantau_unit import PantauSemua, PantauUnit
from pengukuran.queries.pemantauan import Keadaan
from pengukuran.views.isi_pemantauan import TANDA
from sakip.dokumen.angka import Angka
from sakip.organisasi.models import Unit

SERATUS = Decimal(100)
TANPA_KATEGORI = "tanpa angka"


@dataclass(frozen=True)
class Ruas:
    """A part of a bar with its word; `mulai` and `lebar` in percent of the bar."""

    kata: str
    warna: str
    banyaknya: int
    mulai: Decimal
    lebar: Decimal


@dataclass(frozen=True)
class SelTriwulan:
    triwulan: int
    ruas: tuple[Ruas, ...]


@dataclass(frozen=True)
class BarisPeta:
    """One unit; `serapan` is None without a budget in force."""

    unit: Unit
    alamat: str
    sel: tuple[SelTriwulan, ...]
    capaian: tuple[Ruas, ...]
    serapan: Angka | None


def baris_peta(semua: PantauSemua) -> tuple[BarisPeta, ...]:
    return tuple(_baris(satu, semua) for satu in semua.baris)


def _baris(milik: PantauUnit, semua: PantauSemua) -> BarisPeta:
    return BarisPeta(
        unit=milik.unit,
        alamat=reverse("pengukuran:pemantauan", args=[milik.unit.kode, semua.tahun]),
        sel=tuple(
            SelTriwulan(nomor, _ruas(_menurut_keadaan(isi)))
            for nomor, isi in milik.triwulan.items()
        ),
        capaian=_ruas(_menurut_kategori(milik)),
        serapan=_serapan(milik, semua),
    )


def _menurut_keadaan(isi: Counter[Keadaan]) -> list[tuple[str, str, int]]:
    """What is done comes first, so that a bar fills from the left."""
    return [(k.value, TANDA.get(k, "nanti"), isi[k]) for k in reversed(Keadaan) if isi[k]]


def _menurut_kategori(milik: PantauUnit) -> list[tuple[str, str, int]]:
    """The best first; those without a capaian last."""
    jenjang = [satu for satu in milik.kategori if satu is not None]
    urut = sorted(jenjang, key=lambda satu: (satu.di_atas is None, -(satu.di_atas or 0)))
    hasil = [(satu.nama, satu.warna, milik.kategori[satu]) for satu in urut]
    if milik.kategori[None]:
        hasil.append((TANPA_KATEGORI, "nanti", milik.kategori[None]))
    return hasil


def _ruas(isi: Sequence[tuple[str, str, int]]) -> tuple[Ruas, ...]:
    jumlah = _jumlah(isi)
    hasil, sudah = [], 0
    for kata, warna, banyaknya in isi:
        mulai, lebar = (SERATUS * satu / jumlah for satu in (sudah, banyaknya))
        hasil.append(Ruas(kata, warna, banyaknya, mulai, lebar))
        sudah += banyaknya
    return tuple(hasil)


def _jumlah(isi: Iterable[tuple[str, str, int]]) -> int:
    return sum(banyaknya for _, _, banyaknya in isi)


def _serapan(milik: PantauUnit, semua: PantauSemua) -> Angka | None:
    if milik.anggaran is None:
        return None
    # one page holds the totals of many units: each has a key of its own
    tempat = f"jumlah/{milik.unit.kode}/{semua.sampai}"
    return angka_serapan(milik.anggaran.jumlah, tempat, milik.anggaran.versi)
