"""Recommendations in the words and signs of a page."""

from dataclasses import dataclass
from datetime import date

from evaluasi.queries.cerita_rekomendasi import (
    TANDA_KEADAAN,
    TANDA_PUTUSAN,
    sebut_target,
    sebut_triwulan_tl,
)
from evaluasi.queries.daftar_rekomendasi import (
    BarisRekomendasi,
    KelompokRekomendasi,
    sebut_sumber,
)
from evaluasi.queries.hak_tindak_lanjut import HakLangkah, HakRekomendasi
from evaluasi.queries.tindak_lanjut import KeadaanRencana
from evaluasi.status import LABEL_KEADAAN, LABEL_PUTUSAN, KeadaanUnit, Keputusan
from sakip.dokumen.angka import Angka


@dataclass(frozen=True)
class Keterangan:
    """A state in words, with its sign."""

    jenis: str
    kata: str


@dataclass(frozen=True)
class LangkahTampil:
    """A step of a plan with its last report; `hak` only on the page of one recommendation.

    `mundur` whether more time was granted, `semula` when it was due before that, where known.
    """

    keadaan: KeadaanRencana
    target: str
    menurut_unit: Keterangan | None
    terlewat: tuple[str, ...]
    laporan: str
    mundur: bool = False
    semula: date | None = None
    hak: HakLangkah | None = None


@dataclass(frozen=True)
class BarisTampil:
    milik: BarisRekomendasi
    sumber: str
    putusan: Keterangan
    menurut_unit: Keterangan | None
    langkah: tuple[LangkahTampil, ...]
    komponen: tuple[str, ...]


@dataclass(frozen=True)
class KelompokTampil:
    kunci: str
    judul: str
    persen: Angka | None
    baris: tuple[BarisTampil, ...]


def kelompok_tampil(satu: KelompokRekomendasi) -> KelompokTampil:
    baris = tuple(tampil(milik) for milik in satu.baris)
    return KelompokTampil(satu.kunci, satu.judul, satu.persen, baris)


def tampil(milik: BarisRekomendasi, hak: HakRekomendasi | None = None) -> BarisTampil:
    status = milik.keadaan.status
    return BarisTampil(
        milik=milik,
        sumber=sebut_sumber(milik.rekomendasi),
        putusan=Keterangan(TANDA_PUTUSAN[status], LABEL_PUTUSAN[status]),
        menurut_unit=_menurut(milik.menurut_unit),
        langkah=tuple(_langkah(satu, hak) for satu in milik.keadaan.rencana),
        komponen=tuple(str(satu) for satu in milik.rekomendasi.komponen.all()),
    )


def _langkah(satu: KeadaanRencana, hak: HakRekomendasi | None) -> LangkahTampil:
    laporan = list(satu.rencana.laporan.all())
    semua = satu.rencana.perpanjangan.all()
    mundur = [minta for minta in semua if minta.keputusan == Keputusan.DISETUJUI]
    return LangkahTampil(
        keadaan=satu,
        target=sebut_target(satu.rencana),
        menurut_unit=_menurut(KeadaanUnit(laporan[-1].keadaan) if laporan else None),
        laporan=laporan[-1].uraian if laporan else "",
        terlewat=tuple(sebut_triwulan_tl(masa) for masa in satu.terlewat),
        mundur=bool(mundur),
        semula=mundur[0].semula if mundur else None,
        hak=hak.langkah[satu.rencana.pk] if hak else None,
    )


def _menurut(keadaan: KeadaanUnit | None) -> Keterangan | None:
    return Keterangan(TANDA_KEADAAN[keadaan], LABEL_KEADAAN[keadaan]) if keadaan else None
