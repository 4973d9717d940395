"""What people wrote beside their realisasi."""

from dataclasses import dataclass

from django.db.models import Q

from pengukuran.models import Realisasi
from perencanaan.hitung.masa import Frekuensi, nama_masa
from sakip.organisasi.models import Unit


@dataclass(frozen=True)
class CatatanRealisasi:
    """The words of one period; blank where none were written."""

    masa: str
    pendukung: str
    penghambat: str
    upaya: str


def catatan_realisasi(
    unit: Unit, tahun: int, sampai: int
) -> dict[int, tuple[CatatanRealisasi, ...]]:
    """Of approved periods until the end of a month, by indikator id, in their order. One query."""
    hasil: dict[int, tuple[CatatanRealisasi, ...]] = {}
    semua = (
        Realisasi.objects.sah()
        .filter(unit=unit, tahun=tahun, bulan__lte=sampai)
        .exclude(Q(pendukung="") & Q(penghambat="") & Q(upaya=""))
    )
    for satu in semua.order_by("bulan", "pk"):
        milik = CatatanRealisasi(
            nama_masa(satu.bulan, Frekuensi(satu.frekuensi)),
            satu.pendukung,
            satu.penghambat,
            satu.upaya,
        )
        hasil[satu.indikator_id] = (*hasil.get(satu.indikator_id, ()), milik)
    return hasil
