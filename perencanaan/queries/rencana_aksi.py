"""What the Rencana Aksi says is due within a year."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import F

from perencanaan.hitung.masa import PANJANG, Frekuensi
from perencanaan.hitung.periode import Cara, Periode
from perencanaan.models import RencanaAksi, RencanaIndikator, TargetPeriode
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
    semua = RencanaAksi.objects.filter(
        unit=unit, tahun__in=list(tahun), status=StatusRencana.DITETAPKAN
    ).order_by("ke")
    return {
        satu.tahun: satu
        for satu in semua
        if satu.berlaku_dari
        and satu.berlaku_dari <= (pada(tanggal, satu.tahun) or akhir_tahun(satu.tahun))
    }


def target_periode(
    unit: Unit, tahun: Iterable[int], tanggal: Saat = None
) -> dict[tuple[int, int], RencanaPeriode]:
    """What is due in the periods of each year, by (indikator id, tahun), in three queries.

    Rows that were written for another year than their plan's are left out.
    """
    semua_tahun = list(tahun)
    rencana = {satu.pk: satu for satu in rencana_setiap_tahun(unit, semua_tahun, tanggal).values()}
    milik = [
        satu
        for satu in RencanaIndikator.objects.filter(
            rencana_aksi__unit=unit, rencana_aksi__tahun__in=semua_tahun
        )
        if satu.rencana_aksi_id in rencana
    ]
    target: dict[int, list[TargetPeriode]] = {satu.pk: [] for satu in milik}
    for baris in TargetPeriode.objects.filter(
        rencana_indikator__rencana_aksi__unit=unit,
        tahun__in=semua_tahun,
        tahun=F("rencana_indikator__rencana_aksi__tahun"),
    ):
        if baris.rencana_indikator_id in target:
            target[baris.rencana_indikator_id].append(baris)
    return {
        (satu.indikator_id, rencana[satu.rencana_aksi_id].tahun): _rencana_periode(
            rencana[satu.rencana_aksi_id], satu, target[satu.pk]
        )
        for satu in milik
    }


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
