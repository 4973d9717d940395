"""What the Rencana Aksi says is due within a year."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import F

from perencanaan.hitung.masa import PANJANG, Frekuensi
from perencanaan.hitung.periode import Cara, Periode
from perencanaan.models import (
    AksiRencana,
    IndikatorVersi,
    PenanggungJawab,
    RencanaAksi,
    RencanaIndikator,
    TargetPeriode,
)
from perencanaan.queries.renstra import versi_setiap_tahun
from perencanaan.queries.saat import Saat, akhir_tahun, pada
from perencanaan.status import StatusRencana
from sakip.organisasi.models import Unit


@dataclass(frozen=True)
class RencanaPeriode:
    """The targets of an indikator within a year, how they make the year, and who says so."""

    rencana: RencanaAksi
    cara: Cara
    frekuensi: Frekuensi
    target: tuple[Periode, ...]


def rencana_setiap_tahun(
    unit: Unit, tahun: Iterable[int], tanggal: Saat = None
) -> dict[int, RencanaAksi]:
    """The version in force on a date, or at the end of each year, in one query.

    Before the first one of a year was set, its year is without a plan.
    """
    semua = _rencana([unit.pk], list(tahun), tanggal)
    return {satu.tahun: satu for satu in semua.values()}


def _rencana(
    unit: list[int], tahun: list[int], tanggal: Saat
) -> dict[tuple[int, int], RencanaAksi]:
    """By unit and year."""
    semua = RencanaAksi.objects.filter(
        unit__in=unit, tahun__in=tahun, status=StatusRencana.DITETAPKAN
    ).order_by("ke")
    return {
        (satu.unit_id, satu.tahun): satu
        for satu in semua
        if satu.berlaku_dari
        and satu.berlaku_dari <= (pada(tanggal, satu.tahun) or akhir_tahun(satu.tahun))
    }


def target_periode(
    unit: Unit, tahun: Iterable[int], tanggal: Saat = None, *, indikator: int | None = None
) -> dict[tuple[int, int], RencanaPeriode]:
    """What is due in the periods of each year, by (indikator id, tahun), in three queries at most.

    Rows that were written for another year than their plan's are left out. `indikator`: of that
    one alone.
    """
    return target_periode_unit([unit.pk], tahun, tanggal, indikator=indikator)


def target_periode_unit(
    unit: list[int], tahun: Iterable[int], tanggal: Saat = None, *, indikator: int | None = None
) -> dict[tuple[int, int], RencanaPeriode]:
    """The same over several units, by their ids: an indikator is of one of them."""
    semua_tahun = list(tahun)
    rencana = {satu.pk: satu for satu in _rencana(unit, semua_tahun, tanggal).values()}
    if not rencana:
        return {}
    semua = RencanaIndikator.objects.filter(
        rencana_aksi__unit__in=unit, rencana_aksi__tahun__in=semua_tahun
    )
    isi = TargetPeriode.objects.filter(
        rencana_indikator__rencana_aksi__unit__in=unit,
        tahun__in=semua_tahun,
        tahun=F("rencana_indikator__rencana_aksi__tahun"),
    )
    if indikator is not None:
        semua = semua.filter(indikator=indikator)
        isi = isi.filter(rencana_indikator__indikator=indikator)
    milik = [satu for satu in semua if satu.rencana_aksi_id in rencana]
    target: dict[int, list[TargetPeriode]] = {satu.pk: [] for satu in milik}
    for baris in isi:
        if baris.rencana_indikator_id in target:
            target[baris.rencana_indikator_id].append(baris)
    return {
        (satu.indikator_id, rencana[satu.rencana_aksi_id].tahun): _rencana_periode(
            rencana[satu.rencana_aksi_id], satu, target[satu.pk]
        )
        for satu in milik
    }


def rencana_setahun(unit: Unit, tahun: int) -> tuple[RencanaAksi, ...]:
    """All versions of a year in their order, drafts too; in one query."""
    milik = RencanaAksi.objects.filter(unit=unit, tahun=tahun).select_related(
        "perjanjian", "unit__perangkat_daerah"
    )
    return tuple(milik.order_by("ke"))


def rencana_berlaku(semua: Sequence[RencanaAksi], sampai: date) -> RencanaAksi | None:
    """Of those of a year the one in force on a day; where none is, the last written."""
    tetap = [
        satu
        for satu in semua
        if satu.status == StatusRencana.DITETAPKAN
        and satu.berlaku_dari
        and satu.berlaku_dari <= sampai
    ]
    return next(iter((tetap or list(semua))[-1:]), None)


def rumusan_rencana(
    rencana: RencanaAksi, indikator: Iterable[int]
) -> dict[int, tuple[IndikatorVersi, tuple[PenanggungJawab, ...]]]:
    """How the Renstra words each indikator, and who answers for it, by indikator id.

    As the version in force in the plan's year words it, else as the newest one that has it. The
    number of queries does not grow with the rows.
    """
    pemilik = rencana.unit.perangkat_daerah or rencana.unit
    berlaku = versi_setiap_tahun(pemilik, [rencana.tahun]).get(rencana.tahun)
    semua = (
        IndikatorVersi.objects.filter(indikator__in=list(indikator))
        .select_related("simpul", "renstra_versi")
        .prefetch_related("penanggung_jawab__unit")
        .order_by("renstra_versi__mulai_tahun")
    )
    hasil: dict[int, IndikatorVersi] = {}
    for satu in semua:
        lama = hasil.get(satu.indikator_id)
        if lama is None or lama.renstra_versi != berlaku:
            hasil[satu.indikator_id] = satu
    return {tanda: (satu, _penanggung(satu)) for tanda, satu in hasil.items()}


def _penanggung(rumusan: IndikatorVersi) -> tuple[PenanggungJawab, ...]:
    """Who enters first."""
    milik = rumusan.penanggung_jawab.all()
    return tuple(sorted(milik, key=lambda satu: (not satu.mengisi, satu.unit.nama)))


def aksi_rencana(rencana: RencanaAksi) -> tuple[AksiRencana, ...]:
    """The steps of a version in their order, each with who does it and what it serves."""
    milik = AksiRencana.objects.filter(rencana_aksi=rencana)
    return tuple(milik.select_related("penanggung_jawab", "simpul").order_by("urutan", "pk"))


def isi_rencana(rencana: RencanaAksi) -> dict[int, RencanaPeriode]:
    """What one version of the plan says, by indikator id and in its order, in two queries."""
    target: dict[int, list[TargetPeriode]] = {}
    for baris in TargetPeriode.objects.filter(
        rencana_indikator__rencana_aksi=rencana, tahun=rencana.tahun
    ):
        target.setdefault(baris.rencana_indikator_id, []).append(baris)
    return {
        satu.indikator_id: _rencana_periode(rencana, satu, target.get(satu.pk, []))
        for satu in rencana.indikator.order_by("urutan", "pk")
    }


def _rencana_periode(
    rencana: RencanaAksi, milik: RencanaIndikator, target: list[TargetPeriode]
) -> RencanaPeriode:
    return RencanaPeriode(
        rencana=rencana,
        cara=Cara(milik.cara),
        frekuensi=_frekuensi(target),
        target=tuple(Periode(satu.bulan, satu.sebagai_nilai()) for satu in target),
    )


def _frekuensi(target: Iterable[TargetPeriode]) -> Frekuensi:
    """The finest of the rows, whose periods all the others end in too.

    A plan that names an indikator without a target leaves it to the year.
    """
    milik = {Frekuensi(satu.frekuensi) for satu in target}
    return min(milik, key=lambda satu: PANJANG[satu], default=Frekuensi.TAHUNAN)
