"""What every room may ask of the organisation."""

from datetime import datetime

from sakip.lib.izin import Boleh, Izin, Tolak
from sakip.lib.tanggal import tulis_saat
from sakip.organisasi.hitung.jendela import (
    BOLEH_DITULIS,
    KeadaanJendela,
    keadaan_jendela,
)
from sakip.organisasi.models import Jendela, Pengecualian, PerubahanUnit, Unit


def unit_terdahulu(unit: Unit) -> set[int]:
    """The ids of all units that this one came from, at any remove."""
    hasil: set[int] = set()
    batas = {unit.pk}
    while batas:
        asal = PerubahanUnit.objects.filter(baru__in=batas).values_list("lama", flat=True)
        batas = set(asal) - hasil - {unit.pk}
        hasil |= batas
    return hasil


def keadaan(jendela: Jendela, unit: Unit, saat: datetime) -> KeadaanJendela:
    """The state of a window for a unit at a moment; its perangkat daerah's exception counts."""
    return keadaan_jendela(jendela.waktu(), saat, _dikecualikan_sampai(jendela, unit))


def boleh_menulis(jendela: Jendela, unit: Unit, saat: datetime) -> Izin:
    """Whether the window lets a unit write at a moment; if not, since when, and whom to ask."""
    hasil = keadaan(jendela, unit, saat)
    if hasil in BOLEH_DITULIS:
        return Boleh()
    zona = unit.pemda.zona
    if hasil is KeadaanJendela.BELUM_BUKA:
        return Tolak(f"{jendela} baru dibuka {tulis_saat(jendela.buka, zona)}.")
    return Tolak(
        f"{jendela} dikunci {tulis_saat(jendela.kunci, zona)}. Bila masih perlu, minta "
        "perpanjangan kepada bagian organisasi dengan alasannya."
    )


def _dikecualikan_sampai(jendela: Jendela, unit: Unit) -> datetime | None:
    milik = [unit.pk, unit.perangkat_daerah_id] if unit.perangkat_daerah_id else [unit.pk]
    sampai = Pengecualian.objects.filter(jendela=jendela, unit__in=milik)
    return max(sampai.values_list("sampai", flat=True), default=None)
