"""Where a simulation starts: the grades of a unit that are known last, and what is asked of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from evaluasi.hitung.predikat import NILAI_SUB
from evaluasi.models import CatatanKomponen, Instrumen, LembarKerja, Lhe, PilihanJawaban
from evaluasi.queries.daftar_rekomendasi import BarisRekomendasi, daftar_rekomendasi
from evaluasi.queries.hasil import bagian_sub
from evaluasi.queries.lembar import tahap_terlihat
from sakip.organisasi.models import Pengguna, Unit


@dataclass(frozen=True)
class NilaiHuruf:
    """A grade that can be chosen."""

    kode: str
    sebutan: str
    bagian: Decimal


@dataclass(frozen=True)
class DasarSimulasi:
    """`bagian` by sub-komponen's id; `sumber` says in words where it is from, blank where nowhere."""

    instrumen: Instrumen
    bagian: dict[int, Decimal]
    sumber: str
    huruf: tuple[NilaiHuruf, ...]
    rekomendasi: tuple[BarisRekomendasi, ...]


def dasar_simulasi(pengguna: Pengguna, unit: Unit, tahun: int) -> DasarSimulasi | None:
    """None where no instrument is in force.

    The deciding stage of a worksheet or an issued LHE, of the year or the last before it; without
    either the unit's own assessment.
    """
    sumber = _dari_lembar(pengguna, unit, tahun) or _dari_lhe(pengguna, unit, tahun)
    sumber = sumber or _dari_lembar(pengguna, unit, tahun, penentu=False)
    if sumber is None:
        instrumen = Instrumen.objects.berlaku(unit.pemda, tahun + 1).first()
        if instrumen is None:
            return None
        sumber = (instrumen, {}, "")
    instrumen, bagian, kata = sumber
    daftar = daftar_rekomendasi(pengguna, unit, tahun)
    return DasarSimulasi(
        instrumen=instrumen,
        bagian=bagian,
        sumber=kata,
        huruf=_huruf(instrumen),
        rekomendasi=tuple(satu for satu in daftar.baris if satu.terbuka),
    )


_Sumber = tuple[Instrumen, dict[int, Decimal], str]


def _dari_lembar(
    pengguna: Pengguna, unit: Unit, tahun: int, *, penentu: bool = True
) -> _Sumber | None:
    """Of the newest worksheet with grades in such a stage that the reader may see."""
    milik = LembarKerja.objects.untuk(pengguna).filter(unit=unit, tahun_kinerja__lte=tahun)
    # what an LHE of a later year states is newer than a worksheet
    batas = _tahun_lhe(pengguna, unit, tahun)
    for lembar in (
        milik.filter(tahun_kinerja__gte=batas)
        .select_related("unit", "instrumen")
        .order_by("-tahun_kinerja", "-tahun_evaluasi")
    ):
        for tahap in reversed(tahap_terlihat(pengguna, lembar)):
            if tahap.tahap.penentu != penentu:
                continue
            bagian = {pk: nilai for pk, nilai in bagian_sub(tahap).items() if nilai is not None}
            if bagian:
                kata = f"{tahap.tahap.nama}, {lembar} atas kinerja {lembar.tahun_kinerja}"
                return lembar.instrumen, bagian, kata
    return None


def _tahun_lhe(pengguna: Pengguna, unit: Unit, tahun: int) -> int:
    lhe = _lhe(pengguna, unit, tahun)
    return lhe.tahun_kinerja if lhe else 0


def _lhe(pengguna: Pengguna, unit: Unit, tahun: int) -> Lhe | None:
    """The newest issued LHE that states scores of sub-komponen."""
    bernilai = CatatanKomponen.objects.filter(sub__isnull=False, nilai__isnull=False)
    milik = Lhe.objects.untuk(pengguna).terbit().filter(unit=unit, tahun_kinerja__lte=tahun)
    urut = milik.filter(catatan__in=bernilai).order_by("-tahun_kinerja", "-tahun_evaluasi", "-ke")
    return urut.first()


def _dari_lhe(pengguna: Pengguna, unit: Unit, tahun: int) -> _Sumber | None:
    lhe = _lhe(pengguna, unit, tahun)
    if lhe is None:
        return None
    catatan = list(
        lhe.catatan.filter(sub__isnull=False, nilai__isnull=False).select_related(
            "sub", "komponen__instrumen"
        )
    )
    return (
        catatan[0].komponen.instrumen,
        {pk: nilai for satu in catatan for pk, nilai in _bagian_catatan(satu)},
        f"{lhe} atas kinerja {lhe.tahun_kinerja}",
    )


def _bagian_catatan(satu: CatatanKomponen) -> Iterable[tuple[int, Decimal]]:
    """The share that a printed score is of the weight; one above it is no share of it."""
    if satu.sub is not None and satu.nilai is not None and satu.nilai <= satu.sub.bobot:
        yield satu.sub.pk, satu.nilai / satu.sub.bobot


def _huruf(instrumen: Instrumen) -> tuple[NilaiHuruf, ...]:
    """The grades of the instrument, or of the regulation where it has none of its own."""
    milik = PilihanJawaban.objects.filter(skala__instrumen=instrumen, skala__untuk_sub=True)
    huruf = tuple(NilaiHuruf(s.kode, s.sebutan, s.bagian) for s in milik.order_by("-bagian"))
    return huruf or tuple(NilaiHuruf(s.kode, s.arti, s.bagian) for s in NILAI_SUB)
