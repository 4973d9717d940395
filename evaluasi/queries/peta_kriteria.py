"""Which criteria the units of a pemda meet, to find what all of them lack.

Only finished stages count, so that nobody's draft is read; in a fixed number of queries.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from evaluasi.models import (
    Instrumen,
    Jawaban,
    Komponen,
    Kriteria,
    LembarKerja,
    SubKomponen,
    TahapLembar,
)
from evaluasi.queries.jangkauan import Jangkauan
from evaluasi.status import Pelaku, StatusTahap
from sakip.organisasi.models import Unit


@dataclass(frozen=True)
class KriteriaPeta:
    """Which units meet a criterion, which do not, and which did not answer it."""

    kriteria: Kriteria
    terpenuhi: tuple[Unit, ...]
    tidak: tuple[Unit, ...]
    kosong: tuple[Unit, ...]

    @property
    def banyaknya(self) -> int:
        return len(self.terpenuhi) + len(self.tidak) + len(self.kosong)


@dataclass(frozen=True)
class SubPeta:
    """`lengkap` are the units that meet every criterion of the sub-komponen."""

    sub: SubKomponen
    lengkap: tuple[Unit, ...]
    kriteria: tuple[KriteriaPeta, ...]


@dataclass(frozen=True)
class KomponenPeta:
    komponen: Komponen
    sub: tuple[SubPeta, ...]


@dataclass(frozen=True)
class PetaKriteria:
    """By one instrument and by one side's answers; `unit` are those whose stage is finished."""

    instrumen: Instrumen | None
    daftar_instrumen: tuple[Instrumen, ...]
    pelaku: Pelaku
    unit: tuple[Unit, ...]
    komponen: tuple[KomponenPeta, ...]

    @property
    def kriteria(self) -> tuple[KriteriaPeta, ...]:
        return tuple(k for milik in self.komponen for sub in milik.sub for k in sub.kriteria)


def peta_kriteria(tempat: Jangkauan, pelaku: str = "", instrumen: str = "") -> PetaKriteria:
    """`pelaku` and `instrumen` as the address gives them; what is unknown or blank is chosen here.

    Without a choice: the inspektorat's answers where it gave any, and the instrument of most units.
    """
    tahap = _tahap(tempat)
    daftar = _instrumen(tahap)
    dipilih = next((satu for satu in daftar if str(satu.pk) == instrumen), None)
    dipilih = dipilih or (daftar[0] if daftar else None)
    sisi = _sisi(tahap, dipilih, pelaku)
    milik = [s for s in tahap if s.lembar.instrumen == dipilih and s.tahap.pelaku == sisi]
    # of several finished stages of one side the last
    menurut = {satu.lembar.unit_id: satu for satu in milik}
    akhir = [menurut[satu.pk] for satu in tempat.unit if satu.pk in menurut]
    return PetaKriteria(
        instrumen=dipilih,
        daftar_instrumen=tuple(daftar),
        pelaku=sisi,
        unit=tuple(satu.lembar.unit for satu in akhir),
        komponen=_komponen(dipilih, akhir) if dipilih and akhir else (),
    )


def _tahap(tempat: Jangkauan) -> list[TahapLembar]:
    """The finished stages of the worksheet evaluated last of each unit, in their order."""
    lembar = {
        satu.unit_id: satu
        for satu in LembarKerja.objects.untuk(tempat.pengguna)
        .filter(unit__in=tempat.unit, tahun_kinerja=tempat.tahun)
        .select_related("instrumen")
        .order_by("tahun_evaluasi")
    }
    unit = {satu.pk: satu for satu in tempat.unit}
    menurut = {satu.pk: satu for satu in lembar.values()}
    milik = TahapLembar.objects.untuk(tempat.pengguna).filter(
        lembar__in=list(menurut), status=StatusTahap.SELESAI.value
    )
    hasil = list(milik.select_related("tahap").order_by("tahap__urutan"))
    for satu in hasil:
        satu.lembar = menurut[satu.lembar_id]
        satu.lembar.unit = unit[satu.lembar.unit_id]
    return hasil


def _instrumen(tahap: Iterable[TahapLembar]) -> list[Instrumen]:
    """That of most units first."""
    unit: dict[Instrumen, set[int]] = {}
    for satu in tahap:
        unit.setdefault(satu.lembar.instrumen, set()).add(satu.lembar.unit_id)
    return sorted(unit, key=lambda satu: (-len(unit[satu]), satu.pk))


def _sisi(tahap: Iterable[TahapLembar], instrumen: Instrumen | None, diminta: str) -> Pelaku:
    if diminta in set(Pelaku):
        return Pelaku(diminta)
    penentu = [
        satu.pk
        for satu in tahap
        if satu.lembar.instrumen == instrumen and satu.tahap.pelaku == Pelaku.INSPEKTORAT
    ]
    ada = Jawaban.objects.filter(tahap__in=penentu, pilihan__isnull=False).exists()
    return Pelaku.INSPEKTORAT if ada else Pelaku.UNIT


def _komponen(instrumen: Instrumen, tahap: Sequence[TahapLembar]) -> tuple[KomponenPeta, ...]:
    unit = {satu.pk: satu.lembar.unit for satu in tahap}
    jawaban = {
        (pk, kriteria): terpenuhi
        for pk, kriteria, terpenuhi in Jawaban.objects.filter(
            tahap__in=list(unit), pilihan__isnull=False
        ).values_list("tahap", "kriteria", "pilihan__terpenuhi")
    }
    return tuple(
        KomponenPeta(komponen, tuple(_sub(sub, unit, jawaban) for sub in komponen.sub.all()))
        for komponen in instrumen.komponen.prefetch_related("sub__kriteria")
    )


def _sub(
    sub: SubKomponen, unit: Mapping[int, Unit], jawaban: Mapping[tuple[int, int], bool]
) -> SubPeta:
    kriteria = list(sub.kriteria.all())
    return SubPeta(
        sub=sub,
        lengkap=tuple(
            milik
            for pk, milik in unit.items()
            if kriteria and all(jawaban.get((pk, satu.pk)) for satu in kriteria)
        ),
        kriteria=tuple(_kriteria(satu, unit, jawaban) for satu in kriteria),
    )


def _kriteria(
    kriteria: Kriteria, unit: Mapping[int, Unit], jawaban: Mapping[tuple[int, int], bool]
) -> KriteriaPeta:
    jawab = {pk: jawaban.get((pk, kriteria.pk)) for pk in unit}
    return KriteriaPeta(
        kriteria=kriteria,
        terpenuhi=tuple(satu for pk, satu in unit.items() if jawab[pk]),
        tidak=tuple(satu for pk, satu in unit.items() if jawab[pk] is not None and not jawab[pk]),
        kosong=tuple(satu for pk, satu in unit.items() if jawab[pk] is None),
    )
