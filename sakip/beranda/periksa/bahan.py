"""Everything the rules look at, read once: the number of queries does not grow with rows."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from pengukuran.models import Realisasi
from pengukuran.queries.anggaran import RealisasiPohon, realisasi_setiap_bulan
from pengukuran.queries.predikat import skor_predikat
from perencanaan.models import (
    Dukungan,
    IndikatorVersi,
    Pagu,
    PenanggungJawab,
    PerjanjianKinerja,
    PkBaris,
    PkProgram,
    RenstraVersi,
    Simpul,
    TargetTahunan,
    Variabel,
    VersiAnggaran,
)
from perencanaan.models.indikator import SumberTarget
from perencanaan.queries.anggaran import PohonAnggaran, pohon_anggaran
from perencanaan.queries.rencana_aksi import RencanaPeriode, target_periode
from perencanaan.queries.renstra import versi_renstra
from perencanaan.queries.target import (
    TargetBerlaku,
    perjanjian_setiap_tahun,
    target_berlaku,
)
from sakip.organisasi.models import Unit


@dataclass(frozen=True)
class BahanPeriksa:
    """The plan, the money and the figures of one unit and year."""

    unit: Unit
    tahun: int
    versi: RenstraVersi
    simpul: tuple[Simpul, ...]
    indikator: tuple[IndikatorVersi, ...]
    variabel: Mapping[int, tuple[Variabel, ...]]
    pengisi: frozenset[int]
    target: Mapping[tuple[int, int], TargetBerlaku]
    target_renstra: Mapping[int, TargetTahunan]
    rencana: Mapping[tuple[int, int], RencanaPeriode]
    pohon: PohonAnggaran
    pagu: tuple[Pagu, ...]
    didukung: frozenset[int]
    perjanjian: PerjanjianKinerja | None
    baris_pk: tuple[PkBaris, ...]
    program_pk: tuple[PkProgram, ...]
    realisasi: tuple[Realisasi, ...]
    belanja: Mapping[int, RealisasiPohon]
    skor: Mapping[int, Mapping[str, Decimal]]

    def nama_simpul(self, pk: int) -> str:
        return next((f"{s.kode} {s.nama}".strip() for s in self.simpul if s.pk == pk), "")


def baca_bahan(unit: Unit, tahun: int) -> BahanPeriksa:
    """Raises TidakAda when the year has no Renstra."""
    versi = versi_renstra(unit, tahun)
    simpul = tuple(Simpul.objects.filter(renstra_versi=versi).select_related("induk"))
    indikator = tuple(
        IndikatorVersi.objects.filter(renstra_versi=versi).select_related("simpul", "indikator")
    )
    perjanjian = perjanjian_setiap_tahun(unit, [tahun]).get(tahun)
    anggaran = VersiAnggaran.objects.filter(unit=unit, tahun=tahun)
    pohon = pohon_anggaran(versi, unit, tahun)
    dukungan = Dukungan.objects.filter(simpul__renstra_versi=versi, tahun=tahun)
    return BahanPeriksa(
        unit=unit,
        tahun=tahun,
        versi=versi,
        simpul=simpul,
        indikator=indikator,
        variabel=_variabel(versi),
        pengisi=frozenset(
            PenanggungJawab.objects.filter(
                indikator_versi__renstra_versi=versi, mengisi=True
            ).values_list("indikator_versi", flat=True)
        ),
        target=target_berlaku(unit, [tahun]),
        target_renstra=_target_renstra(versi, tahun),
        rencana=target_periode(unit, [tahun]),
        pohon=pohon,
        pagu=tuple(
            Pagu.objects.filter(versi_anggaran__in=anggaran).select_related(
                "simpul__renstra_versi__renstra", "versi_anggaran"
            )
        ),
        didukung=frozenset(dukungan.values_list("simpul", flat=True)),
        perjanjian=perjanjian,
        baris_pk=tuple(perjanjian.baris.all()) if perjanjian else (),
        program_pk=tuple(perjanjian.program.select_related("simpul")) if perjanjian else (),
        realisasi=tuple(
            Realisasi.objects.filter(indikator__unit=unit, tahun=tahun).select_related("unit")
        ),
        belanja=realisasi_setiap_bulan(pohon),
        skor=skor_predikat(unit),
    )


def _variabel(versi: RenstraVersi) -> dict[int, tuple[Variabel, ...]]:
    hasil: dict[int, list[Variabel]] = {}
    for satu in Variabel.objects.filter(indikator_versi__renstra_versi=versi):
        hasil.setdefault(satu.indikator_versi_id, []).append(satu)
    return {kunci: tuple(isi) for kunci, isi in hasil.items()}


def _target_renstra(versi: RenstraVersi, tahun: int) -> dict[int, TargetTahunan]:
    baris = TargetTahunan.objects.filter(
        indikator_versi__renstra_versi=versi, tahun=tahun, sumber=SumberTarget.RENSTRA
    ).select_related("indikator_versi")
    return {satu.indikator_versi.indikator_id: satu for satu in baris}
