"""Capaian of the programs of a unit and year, in the way the unit has chosen."""

from collections.abc import Mapping
from dataclasses import dataclass

from pengukuran.hitung.program import BagianProgram, CaraProgram, capaian_program
from pengukuran.hitung.rata import RataCapaian, rata_capaian
from pengukuran.models import SetelanCapaian
from pengukuran.queries.anggaran import TabelAnggaran, tabel_anggaran_masa
from pengukuran.queries.capaian import BarisCapaian, tabel_capaian
from perencanaan.models import Simpul
from perencanaan.models.renstra import JenisSimpul
from sakip.organisasi.models import Unit


@dataclass(frozen=True)
class BarisProgram:
    """A program with its indikator, and what they, its kegiatan or its money make of it.

    `kegiatan` are the nodes below it with their indikator.
    """

    simpul: Simpul
    indikator: tuple[BarisCapaian, ...]
    capaian: RataCapaian[int]
    kegiatan: tuple[tuple[Simpul, tuple[BarisCapaian, ...]], ...] = ()


@dataclass(frozen=True)
class TabelProgram:
    """The way is named wherever one of these figures is printed."""

    cara: CaraProgram
    anggaran: TabelAnggaran
    baris: tuple[BarisProgram, ...]


def cara_program(unit: Unit, tahun: int) -> CaraProgram:
    """The way of a year; entered where the unit has not chosen."""
    milik = SetelanCapaian.objects.filter(unit=unit, tahun=tahun).first()
    return CaraProgram(milik.cara_program) if milik else CaraProgram.DIISI


def tabel_program(unit: Unit, tahun: int, triwulan: int | None = None) -> TabelProgram:
    """Capaian of every program of a year, or up to a triwulan of it.

    Raises TidakAda without Renstra or budget; constant queries.
    """
    cara = cara_program(unit, tahun)
    jenis = (JenisSimpul.PROGRAM, JenisSimpul.KEGIATAN)
    tabel = tabel_capaian(unit, tahun, triwulan=triwulan, jenis=jenis)
    capaian = _menurut_simpul(tabel.setahun(tahun))
    anggaran = tabel_anggaran_masa(unit, tahun, triwulan)
    baris = tuple(
        BarisProgram(
            simpul=simpul,
            indikator=capaian.get(simpul.pk, ()),
            capaian=_capaian(cara, simpul, capaian, anggaran),
            kegiatan=tuple(
                (anak, capaian.get(anak.pk, ())) for anak in anggaran.pohon.anak(simpul)
            ),
        )
        for simpul in anggaran.pohon.simpul
        if simpul.jenis == JenisSimpul.PROGRAM
    )
    return TabelProgram(cara, anggaran, baris)


def _menurut_simpul(semua: tuple[BarisCapaian, ...]) -> dict[int, tuple[BarisCapaian, ...]]:
    hasil: dict[int, tuple[BarisCapaian, ...]] = {}
    for satu in semua:
        hasil[satu.simpul.pk] = (*hasil.get(satu.simpul.pk, ()), satu)
    return hasil


def _capaian(
    cara: CaraProgram,
    program: Simpul,
    capaian: Mapping[int, tuple[BarisCapaian, ...]],
    anggaran: TabelAnggaran,
) -> RataCapaian[int]:
    serapan = {baris.simpul.pk: baris.serapan for baris in anggaran.baris}
    milik = serapan.get(program.pk)
    return capaian_program(
        cara,
        [
            BagianProgram(
                anak.pk,
                _rata(capaian.get(anak.pk, ())),
                serapan[anak.pk].pagu if anak.pk in serapan else None,
            )
            for anak in anggaran.pohon.anak(program)
        ],
        diisi=_rata(capaian.get(program.pk, ())).dipakai,
        serapan=milik.persen if milik else None,
    )


def _rata(baris: tuple[BarisCapaian, ...]) -> RataCapaian[int]:
    """Several indikator of one node count as their mean."""
    return rata_capaian((satu.indikator.pk, satu.hasil) for satu in baris)
