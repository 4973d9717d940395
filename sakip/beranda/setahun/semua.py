"""All units of a year in one look: how far each has come. Read in few queries, however many."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import F

from pelaporan.models import Laporan
from pengukuran.models import Realisasi
from pengukuran.status import StatusRealisasi
from perencanaan.models import PerjanjianKinerja, RencanaAksi
from perencanaan.models.perjanjian import TingkatPk
from perencanaan.queries.renstra import tahun_setiap_unit
from perencanaan.status import LABEL_STATUS, TANDA_STATUS
from sakip.beranda.setahun.keadaan import Tanda
from sakip.organisasi.models import Unit

BELUM = Tanda("menunggu", "belum disusun")


@dataclass(frozen=True)
class BarisUnitTahun:
    """One unit; without a Renstra in the year nothing else is asked of it.

    `realisasi` counts the rows by state, in the order in which a row goes through them.
    """

    unit: Unit
    ada_renstra: bool
    perjanjian: Tanda
    rencana: Tanda
    realisasi: tuple[tuple[str, int], ...]
    laporan: Tanda


def semua_unit(unit: Iterable[Unit], tahun: int) -> tuple[BarisUnitTahun, ...]:
    """In five queries, in the order given."""
    daftar = tuple(unit)
    nomor = [satu.pk for satu in daftar]
    berisi = tahun_setiap_unit(daftar)
    perjanjian = _terakhir(
        PerjanjianKinerja.objects.filter(
            unit__in=nomor, tahun=tahun, tingkat=TingkatPk.ESELON_2
        ).order_by("ke")
    )
    rencana = _terakhir(RencanaAksi.objects.filter(unit__in=nomor, tahun=tahun).order_by("ke"))
    laporan = {
        satu.unit_id: satu
        # the one that was issued last comes last
        for satu in Laporan.objects.filter(
            unit__in=nomor, tahun=tahun, jenis=Laporan.Jenis.LKJIP
        ).order_by(F("dokumen").asc(nulls_first=True), "ke")
    }
    realisasi = Counter(
        Realisasi.objects.filter(unit__in=nomor, tahun=tahun).values_list("unit", "status")
    )
    return tuple(
        BarisUnitTahun(
            unit=satu,
            ada_renstra=tahun in berisi[satu.pk],
            perjanjian=perjanjian.get(satu.pk, BELUM),
            rencana=rencana.get(satu.pk, BELUM),
            realisasi=tuple(
                (status.label, realisasi[satu.pk, status])
                for status in StatusRealisasi
                if realisasi[satu.pk, status]
            ),
            laporan=_laporan(laporan.get(satu.pk)),
        )
        for satu in daftar
    )


def _terakhir(rencana: Iterable[PerjanjianKinerja | RencanaAksi]) -> dict[int, Tanda]:
    """The state of the last version of each unit; they come in their order."""
    return {
        satu.unit_id: Tanda(TANDA_STATUS[satu.status], LABEL_STATUS[satu.status])
        for satu in rencana
    }


def _laporan(milik: Laporan | None) -> Tanda:
    if milik is None:
        return BELUM
    return Tanda("selesai", "terbit") if milik.dokumen_id else Tanda("berjalan", "draf")
