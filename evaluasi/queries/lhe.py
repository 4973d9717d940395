"""What an LHE says, as a page shows it; the number of queries does not grow with its rows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from evaluasi.hitung.predikat import PREDIKAT
from evaluasi.models import CatatanKomponen, Instrumen, Komponen, Lhe, Rekomendasi, SubKomponen
from evaluasi.queries.angka_lembar import angka_bobot, angka_bobot_komponen, angka_lhe
from evaluasi.queries.angka_lhe import (
    angka_bagian_lhe,
    angka_naik,
    angka_nilai_lhe,
    tanpa_tahun_lalu,
)
from evaluasi.queries.hasil import susunan
from evaluasi.status import StatusLhe
from sakip.dokumen.angka import Angka
from sakip.dokumen.models import DokumenBerkas, DokumenTerbit
from sakip.lib.galat import TidakAda
from sakip.organisasi.models import Pejabat, Pengguna, Unit

BEDA_INSTRUMEN = "LHE sebelumnya memakai komponen yang lain."
TANPA_LHE_LALU = "Belum ada LHE terbit dari tahun sebelumnya."


@dataclass(frozen=True)
class BarisLhe:
    """A komponen, or a sub-komponen below it, with what the LHE says of it.

    `lalu` is what the LHE before gave it. `versi` is that of the stored note, None without one.
    """

    komponen: Komponen
    sub: SubKomponen | None
    bobot: Angka
    nilai: Angka
    lalu: Angka
    catatan: str
    versi: int | None

    @property
    def kode(self) -> str:
        return self.sub.kode if self.sub else self.komponen.kode

    @property
    def nama(self) -> str:
        return str(self.sub or self.komponen)


@dataclass(frozen=True)
class ButirLhe:
    """A recommendation as this LHE words it; `milik` is the row that its follow-up hangs on."""

    baris: Rekomendasi
    milik: Rekomendasi
    letak: tuple[str, ...]

    @property
    def dibawa(self) -> bool:
        """Whether a draft took it over from the issued LHE."""
        return self.baris.pokok_id is not None


@dataclass(frozen=True)
class IsiLhe:
    """All of one LHE. `sebutan` words its predikat; `lalu` is the LHE of the year before."""

    lhe: Lhe
    nilai: Angka
    naik: Angka | None
    sebutan: str
    baris: tuple[BarisLhe, ...]
    rekomendasi: tuple[ButirLhe, ...]
    lalu: Lhe | None
    nilai_lalu: Angka | None

    @property
    def bercatatan(self) -> tuple[BarisLhe, ...]:
        return tuple(satu for satu in self.baris if satu.catatan)

    @property
    def tembusan(self) -> list[str]:
        return [satu for satu in self.lhe.tembusan.splitlines() if satu.strip()]

    @property
    def nip(self) -> str:
        return Pejabat(nip=self.lhe.penanda_nip).nip_tercetak()


@dataclass(frozen=True)
class TerbitanLhe:
    """The frozen document of an issued LHE and the forms in which it can be had."""

    dokumen: DokumenTerbit
    bentuk: tuple[str, ...]


def lhe_terbit(pengguna: Pengguna, unit: Unit, tahun: int) -> tuple[Lhe, ...]:
    """The issued ones on the work of a year, each version, in the order they were issued."""
    milik = Lhe.objects.untuk(pengguna).terbit().filter(unit=unit, tahun_kinerja=tahun)
    return tuple(_lengkap(milik).order_by("tahun_evaluasi", "ke"))


def lhe_ke(terbit: Sequence[Lhe], nomor: int, tahun: int) -> Lhe:
    """By its place among those issued, which is what a version of the LHE of a year means.

    Raises TidakAda.
    """
    if not 1 <= nomor <= len(terbit):
        ada = f"Yang ada: 1 sampai {len(terbit)}." if terbit else "Belum ada yang terbit."
        raise TidakAda(f"LHE atas kinerja {tahun} versi {nomor} tidak ada. {ada}")
    return terbit[nomor - 1]


def lhe_draf(pengguna: Pengguna, unit: Unit, tahun: int) -> tuple[Lhe, ...]:
    """The drafts, newest year of evaluation first; none for anybody but the inspektorat."""
    milik = Lhe.objects.untuk(pengguna).filter(unit=unit, tahun_kinerja=tahun)
    return tuple(_lengkap(milik.filter(status=StatusLhe.DRAF.value)).order_by("-tahun_evaluasi"))


def satu_lhe(pengguna: Pengguna, unit: Unit, tahun: int, pk: int) -> Lhe | None:
    """One of them by its id, for who may see it."""
    milik = Lhe.objects.untuk(pengguna).filter(unit=unit, tahun_kinerja=tahun, pk=pk)
    return _lengkap(milik).first()


def lhe_sebelum(pengguna: Pengguna, lhe: Lhe) -> Lhe | None:
    """The newest issued LHE of an earlier year of evaluation."""
    milik = Lhe.objects.untuk(pengguna).terbit()
    lama = milik.filter(unit=lhe.unit, tahun_evaluasi__lt=lhe.tahun_evaluasi)
    return _lengkap(lama).order_by("-tahun_evaluasi", "-ke").first()


def instrumen_lhe(lhe: Lhe) -> Instrumen | None:
    """Whose komponen it speaks of: its worksheet's, its notes', else what was in force that year."""
    if lhe.lembar is not None:
        return lhe.lembar.instrumen
    catatan = lhe.catatan.select_related("komponen__instrumen").first()
    if catatan is not None:
        return catatan.komponen.instrumen
    return Instrumen.objects.berlaku(lhe.unit.pemda, lhe.tahun_evaluasi).first()


def isi_lhe(pengguna: Pengguna, lhe: Lhe) -> IsiLhe:
    lalu = lhe_sebelum(pengguna, lhe)
    instrumen = instrumen_lhe(lhe)
    baris = _baris(lhe, instrumen, lalu)
    nilai = angka_nilai_lhe(lhe, (satu.nilai for satu in baris if satu.sub is None))
    nilai_lalu = angka_lhe(lalu) if lalu else None
    return IsiLhe(
        lhe=lhe,
        nilai=nilai,
        naik=angka_naik(lhe, nilai, nilai_lalu),
        sebutan=sebutan_predikat(lhe.predikat, instrumen),
        baris=baris,
        rekomendasi=_rekomendasi(lhe),
        lalu=lalu,
        nilai_lalu=nilai_lalu,
    )


def sebutan_predikat(kode: str, instrumen: Instrumen | None) -> str:
    """A letter in words, by the instrument's own table or else the regulation's; may be blank."""
    tabel = {satu.kode: satu.sebutan for satu in PREDIKAT}
    if instrumen is not None:
        tabel |= dict(instrumen.predikat.values_list("kode", "sebutan"))
    return tabel.get(kode, "")


def terbitan_lhe(lhe: Lhe) -> TerbitanLhe | None:
    """None for a draft."""
    if lhe.dokumen is None:
        return None
    bentuk = DokumenBerkas.objects.filter(dokumen=lhe.dokumen).values_list("bentuk", flat=True)
    return TerbitanLhe(lhe.dokumen, tuple(bentuk))


_Kunci = tuple[str, str, str]


def _baris(lhe: Lhe, instrumen: Instrumen | None, lalu: Lhe | None) -> tuple[BarisLhe, ...]:
    if instrumen is None:
        return ()
    milik = {(s.komponen_id, s.sub_id): s for s in lhe.catatan.select_related("komponen", "sub")}
    if not milik and lhe.status == StatusLhe.TERBIT:
        return ()
    dulu = _nilai_lalu(lalu)
    hasil = []
    for komponen in susunan(instrumen):
        bobot = {sub.pk: angka_bobot(sub, instrumen) for sub in komponen.sub.all()}
        bagian: list[tuple[SubKomponen | None, Angka]] = [
            (None, angka_bobot_komponen(komponen, tuple(bobot.values()))),
            *((sub, bobot[sub.pk]) for sub in komponen.sub.all()),
        ]
        for sub, berat in bagian:
            catatan = milik.get((komponen.pk, sub.pk if sub else None))
            kode = f"{komponen.kode}/{sub.kode}" if sub else komponen.kode
            hasil.append(
                BarisLhe(
                    komponen=komponen,
                    sub=sub,
                    bobot=berat,
                    nilai=angka_bagian_lhe(lhe, catatan, kode, str(sub or komponen)),
                    lalu=_lalu(lhe, lalu, dulu, komponen, sub),
                    catatan=catatan.catatan if catatan else "",
                    versi=catatan.versi if catatan else None,
                )
            )
    return tuple(hasil)


def _nilai_lalu(lalu: Lhe | None) -> dict[_Kunci, CatatanKomponen]:
    if lalu is None:
        return {}
    return {
        _kunci(satu.komponen, satu.sub): satu
        for satu in lalu.catatan.select_related("komponen", "sub")
    }


def _kunci(komponen: Komponen, sub: SubKomponen | None) -> _Kunci:
    """What makes a komponen of another instrument the same one: its code and its name."""
    return komponen.kode, komponen.nama.casefold(), sub.kode if sub else ""


def _lalu(
    lhe: Lhe,
    lalu: Lhe | None,
    dulu: Mapping[_Kunci, CatatanKomponen],
    komponen: Komponen,
    sub: SubKomponen | None,
) -> Angka:
    kode = f"{komponen.kode}/{sub.kode}" if sub else komponen.kode
    if lalu is None:
        return tanpa_tahun_lalu(lhe, kode, TANPA_LHE_LALU)
    catatan = dulu.get(_kunci(komponen, sub))
    if catatan is None and dulu:
        return tanpa_tahun_lalu(lhe, kode, BEDA_INSTRUMEN)
    return angka_bagian_lhe(lalu, catatan, kode, str(sub or komponen))


def _rekomendasi(lhe: Lhe) -> tuple[ButirLhe, ...]:
    milik = lhe.rekomendasi.select_related("pokok", "berulang_dari__lhe").prefetch_related(
        "komponen__komponen", "komponen__sub"
    )
    return tuple(
        ButirLhe(
            baris=satu,
            milik=satu.pokok or satu,
            letak=tuple(
                f"{letak.sub.kode} {letak.sub}" if letak.sub else str(letak.komponen)
                for letak in sorted(satu.komponen.all(), key=lambda baris: baris.pk)
            ),
        )
        for satu in milik.order_by("urutan")
    )


def _lengkap(milik: QuerySet[Lhe]) -> QuerySet[Lhe]:
    return milik.select_related("unit__pemda", "lembar__instrumen", "dokumen__diterbitkan_oleh")
