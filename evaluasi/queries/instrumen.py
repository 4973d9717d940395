"""The instruments that a pemda may use, and one of them as a whole; constant in queries."""

from dataclasses import dataclass

from django.db.models import Prefetch, Q

from evaluasi.hitung.fakta import LABEL_FAKTA
from evaluasi.hitung.masa_pakai import Berlaku, MasaPakai, masa_pakai
from evaluasi.models import (
    BatasPredikat,
    Instrumen,
    Komponen,
    Kriteria,
    SkalaJawaban,
    SubKomponen,
    TahapEvaluasi,
)
from evaluasi.queries.angka_lembar import (
    angka_bobot,
    angka_bobot_komponen,
    angka_bobot_semua,
)
from evaluasi.status import StatusInstrumen
from sakip.dokumen.angka import Angka
from sakip.organisasi.models import Pemda, Pengguna


@dataclass(frozen=True)
class BarisInstrumen:
    """An instrument of the list; `masa` are the years of evaluation it is in force for."""

    instrumen: Instrumen
    masa: MasaPakai | None

    @property
    def draf(self) -> bool:
        return self.instrumen.status == StatusInstrumen.DRAF


@dataclass(frozen=True)
class KriteriaTampil:
    """`fakta` names what the application can propose an answer from, blank for nothing."""

    kriteria: Kriteria
    fakta: str


@dataclass(frozen=True)
class SubTampil:
    sub: SubKomponen
    bobot: Angka
    kriteria: tuple[KriteriaTampil, ...]


@dataclass(frozen=True)
class KomponenTampil:
    komponen: Komponen
    bobot: Angka
    sub: tuple[SubTampil, ...]


@dataclass(frozen=True)
class IsiInstrumen:
    komponen: tuple[KomponenTampil, ...]
    bobot: Angka
    skala: tuple[SkalaJawaban, ...]
    predikat: tuple[BatasPredikat, ...]
    tahap: tuple[TahapEvaluasi, ...]


def instrumen_pemda(pengguna: Pengguna, pemda: Pemda) -> list[BarisInstrumen]:
    """The nation's and the pemda's own, the newest first."""
    milik = Instrumen.objects.untuk(pengguna).filter(Q(pemda=None) | Q(pemda=pemda))
    semua = list(milik.select_related("asal").order_by("-tahun", "-ke", "-pk"))
    masa = masa_pakai(
        Berlaku(satu.pk, satu.pemda_id is not None, satu.tahun, satu.ke)
        for satu in semua
        if satu.status == StatusInstrumen.BERLAKU
    )
    return [BarisInstrumen(satu, masa.get(satu.pk)) for satu in semua]


def isi_instrumen(instrumen: Instrumen) -> IsiInstrumen:
    """All of an instrument, in its order."""
    kriteria = Kriteria.objects.select_related("skala", "prasyarat__sub").order_by("urutan")
    sub = SubKomponen.objects.order_by("urutan").prefetch_related(Prefetch("kriteria", kriteria))
    komponen = tuple(
        _komponen(instrumen, satu)
        for satu in instrumen.komponen.prefetch_related(Prefetch("sub", sub))
    )
    return IsiInstrumen(
        komponen=komponen,
        bobot=angka_bobot_semua(instrumen, tuple(satu.bobot for satu in komponen)),
        skala=tuple(instrumen.skala.prefetch_related("pilihan").order_by("pk")),
        predikat=tuple(instrumen.predikat.all()),
        tahap=tuple(instrumen.tahap.all()),
    )


def _komponen(instrumen: Instrumen, komponen: Komponen) -> KomponenTampil:
    sub = tuple(
        SubTampil(
            satu,
            angka_bobot(satu, instrumen),
            tuple(KriteriaTampil(k, LABEL_FAKTA.get(k.fakta, "")) for k in satu.kriteria.all()),
        )
        for satu in komponen.sub.all()
    )
    bobot = angka_bobot_komponen(komponen, tuple(satu.bobot for satu in sub))
    return KomponenTampil(komponen, bobot, sub)
