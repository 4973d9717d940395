"""The heat map of criteria: what the units of the pemda meet, and what all of them lack."""

from dataclasses import dataclass
from typing import cast

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from evaluasi.hitung.sebaran import Sebaran, sebaran
from evaluasi.models import Komponen, SubKomponen
from evaluasi.queries.jangkauan import jangkauan
from evaluasi.queries.peta_kriteria import KriteriaPeta, PetaKriteria, SubPeta, peta_kriteria
from evaluasi.status import Pelaku
from sakip.dokumen.asal import sajikan
from sakip.organisasi.models import Pengguna

# how many of the least met criteria stand on top
TERKURANG = 10
# colour of the cell, words
RUPA = {
    Sebaran.SEMUA: ("unggul", "semua unit"),
    Sebaran.SEBAGIAN_BESAR: ("baik", "sebagian besar unit"),
    Sebaran.SEBAGIAN_KECIL: ("cukup", "sebagian kecil unit"),
    Sebaran.TIDAK_ADA: ("buruk", "tidak satu unit pun"),
}
SISI = {Pelaku.INSPEKTORAT: "Jawaban inspektorat", Pelaku.UNIT: "Penilaian mandiri unit"}


@dataclass(frozen=True)
class SelKriteria:
    """A criterion by its number, with its colour and the same in words."""

    sebutan: str
    milik: KriteriaPeta
    warna: str
    kata: str
    belum: tuple[str, ...]


@dataclass(frozen=True)
class SelSub:
    sub: SubKomponen
    milik: SubPeta
    warna: str
    kata: str
    kriteria: tuple[SelKriteria, ...]


@dataclass(frozen=True)
class BagianPeta:
    komponen: Komponen
    sub: tuple[SelSub, ...]


@require_safe
def baca_peta_kriteria(permintaan: HttpRequest, tahun: int) -> HttpResponse:
    """Raises TidakAda and HakKurang as `jangkauan` does."""
    tempat = jangkauan(cast("Pengguna", permintaan.user), tahun)
    isi = permintaan.GET
    peta = peta_kriteria(tempat, isi.get("sisi", ""), isi.get("instrumen", ""))
    bagian = bagian_peta(peta)
    konteks: dict[str, object] = {
        "tempat": tempat,
        "tahun": tahun,
        "peta": peta,
        "bagian": bagian,
        "terkurang": yang_terkurang(bagian),
        "sisi": [(str(kunci), nama, kunci is peta.pelaku) for kunci, nama in SISI.items()],
        "nama_sisi": SISI[peta.pelaku],
    }
    return sajikan(permintaan, "evaluasi/kriteria/baca.html", konteks)


def bagian_peta(peta: PetaKriteria) -> tuple[BagianPeta, ...]:
    banyaknya = len(peta.unit)
    return tuple(
        BagianPeta(satu.komponen, tuple(_sub(sub, banyaknya) for sub in satu.sub))
        for satu in peta.komponen
    )


def yang_terkurang(bagian: tuple[BagianPeta, ...]) -> tuple[SelKriteria, ...]:
    """The criteria that the fewest units meet, none that all meet."""
    semua = [k for satu in bagian for sub in satu.sub for k in sub.kriteria if k.belum]
    return tuple(sorted(semua, key=lambda satu: len(satu.milik.terpenuhi))[:TERKURANG])


def _sub(milik: SubPeta, banyaknya: int) -> SelSub:
    warna, kata = RUPA[sebaran(len(milik.lengkap), banyaknya)]
    return SelSub(
        milik.sub, milik, warna, kata, tuple(_kriteria(milik.sub, satu) for satu in milik.kriteria)
    )


def _kriteria(sub: SubKomponen, milik: KriteriaPeta) -> SelKriteria:
    warna, kata = RUPA[sebaran(len(milik.terpenuhi), milik.banyaknya)]
    return SelKriteria(
        sebutan=f"{sub.kode}.{milik.kriteria.urutan}",
        milik=milik,
        warna=warna,
        kata=kata,
        belum=tuple(satu.singkatan for satu in (*milik.tidak, *milik.kosong)),
    )
