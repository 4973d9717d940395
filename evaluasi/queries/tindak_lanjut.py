"""Where the recommendations stand: state, due date, delay, repetition; constant in queries."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch, QuerySet

from evaluasi.hitung.berulang import CalonBerulang, Terdahulu, calon_berulang, tahun_ke
from evaluasi.hitung.tenggat import (
    JenisTarget,
    Tenggat,
    Triwulan,
    hari_terlambat,
    laporan_berjalan,
    laporan_terlewat,
    tenggat_rencana,
)
from evaluasi.hitung.tindak_lanjut import (
    TERTUTUP,
    AturanPersen,
    PersenTindakLanjut,
    StatusTindakLanjut,
    persen_tindak_lanjut,
)
from evaluasi.models import Perpanjangan, Putusan, Rekomendasi, RencanaTindakLanjut
from evaluasi.status import Keputusan


@dataclass(frozen=True)
class KeadaanRencana:
    """A step of a plan: when it is due, how many days late, which triwulan nobody reported on.

    `berjalan` is the triwulan that runs, where a report on it is still to come.
    """

    rencana: RencanaTindakLanjut
    tenggat: Tenggat
    terlambat: int
    terlewat: tuple[Triwulan, ...]
    berjalan: Triwulan | None = None


@dataclass(frozen=True)
class KeadaanRekomendasi:
    """A recommendation with its state by the last verdict, and in which year it stands."""

    rekomendasi: Rekomendasi
    status: StatusTindakLanjut
    putusan: Putusan | None
    rencana: tuple[KeadaanRencana, ...]
    tahun_ke: int


def status_rekomendasi(rekomendasi: Rekomendasi) -> StatusTindakLanjut:
    """What the last verdict says; without one it is belum ditindaklanjuti."""
    terakhir = rekomendasi.putusan.order_by("-ke").values_list("status", flat=True).first()
    return StatusTindakLanjut(terakhir or StatusTindakLanjut.BELUM_DITINDAKLANJUTI)


def tenggat_dari(rencana: RencanaTindakLanjut) -> Tenggat:
    """When a step is due, an approved extension included."""
    setuju = [
        satu.menjadi for satu in rencana.perpanjangan.all() if satu.keputusan == Keputusan.DISETUJUI
    ]
    return tenggat_rencana(
        JenisTarget(rencana.jenis_target),
        sejak=rencana.sejak,
        tanggal=rencana.tanggal,
        bulan=rencana.bulan,
        diperpanjang=setuju[-1] if setuju else None,
    )


def keadaan_rekomendasi(milik: QuerySet[Rekomendasi], hari_ini: date) -> list[KeadaanRekomendasi]:
    """The state of each of these recommendations; `milik` holds what the reader may see.

    A closed one is late no more.
    """
    rencana = RencanaTindakLanjut.objects.select_related("unit").prefetch_related(
        "laporan", Prefetch("perpanjangan", Perpanjangan.objects.order_by("pk"))
    )
    semua = milik.select_related("lhe", "unit").prefetch_related(
        Prefetch("putusan", Putusan.objects.select_related("oleh").order_by("ke")),
        Prefetch("rencana", rencana),
    )
    tahun = _tahun_berulang(semua)
    return [_keadaan(satu, hari_ini, tahun) for satu in semua]


def persen(milik: QuerySet[Rekomendasi], aturan: AturanPersen) -> PersenTindakLanjut:
    """The share followed up among these recommendations."""
    status = milik.berstatus().values_list("status", flat=True)  # type: ignore[attr-defined]
    return persen_tindak_lanjut((StatusTindakLanjut(satu) for satu in status), aturan)


def usulan_berulang(rekomendasi: Rekomendasi) -> list[CalonBerulang[int]]:
    """Earlier recommendations of the unit that this one may repeat; a person decides."""
    lain = Rekomendasi.objects.berlaku().filter(unit=rekomendasi.unit, tahun__lt=rekomendasi.tahun)
    return calon_berulang(
        rekomendasi.uraian,
        rekomendasi.tahun,
        [Terdahulu(*baris) for baris in lain.values_list("pk", "tahun", "uraian")],
    )


def ke_berapa(semua: Iterable[Rekomendasi]) -> dict[int, int]:
    """In which year each of these stands, by its id; 1 for one that repeats nothing. One query."""
    milik = list(semua)
    tahun = _tahun_berulang(milik)
    return {satu.pk: tahun_ke(_rantai(satu.pk, tahun)) for satu in milik}


def _keadaan(
    rekomendasi: Rekomendasi, hari_ini: date, tahun: dict[int, tuple[int, int | None]]
) -> KeadaanRekomendasi:
    putusan = list(rekomendasi.putusan.all())
    terakhir = putusan[-1] if putusan else None
    status = StatusTindakLanjut(
        terakhir.status if terakhir else StatusTindakLanjut.BELUM_DITINDAKLANJUTI
    )
    terbuka = status not in TERTUTUP
    return KeadaanRekomendasi(
        rekomendasi=rekomendasi,
        status=status,
        putusan=terakhir,
        rencana=tuple(
            _keadaan_rencana(satu, hari_ini, terbuka=terbuka) for satu in rekomendasi.rencana.all()
        ),
        tahun_ke=tahun_ke(_rantai(rekomendasi.pk, tahun)),
    )


def _keadaan_rencana(
    rencana: RencanaTindakLanjut, hari_ini: date, *, terbuka: bool
) -> KeadaanRencana:
    tenggat = tenggat_dari(rencana)
    if not terbuka:
        return KeadaanRencana(rencana, tenggat, 0, ())
    terlewat: list[Triwulan] = []
    berjalan: Triwulan | None = None
    if rencana.jenis_target == JenisTarget.TRIWULAN and rencana.sejak is not None:
        ada = {
            Triwulan(satu.tahun, satu.bulan)
            for satu in rencana.laporan.all()
            if satu.tahun and satu.bulan
        }
        terlewat = laporan_terlewat(rencana.sejak, hari_ini, ada)
        berjalan = laporan_berjalan(rencana.sejak, hari_ini, ada)
    return KeadaanRencana(
        rencana, tenggat, hari_terlambat(tenggat.tanggal, hari_ini), tuple(terlewat), berjalan
    )


def _tahun_berulang(semua: Iterable[Rekomendasi]) -> dict[int, tuple[int, int | None]]:
    """Year and forerunner of every recommendation of the units at hand, by id."""
    unit = {satu.unit_id for satu in semua}
    milik = Rekomendasi.objects.filter(unit__in=unit)
    return {
        pk: (tahun, dari) for pk, tahun, dari in milik.values_list("pk", "tahun", "berulang_dari")
    }


def _rantai(awal: int, tahun: dict[int, tuple[int, int | None]]) -> list[int]:
    """The years of a recommendation and of those it repeats."""
    hasil: list[int] = []
    dilalui: set[int] = set()
    kini: int | None = awal
    while kini is not None and kini in tahun and kini not in dilalui:
        dilalui.add(kini)
        milik, sebelumnya = tahun[kini]
        hasil.append(milik)
        kini = sebelumnya
    return hasil
