"""What every room may ask of the organisation."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Prefetch, Q

from sakip.lib import waktu
from sakip.lib.izin import Boleh, Izin, Tolak
from sakip.lib.tanggal import tulis_saat
from sakip.organisasi.hitung.jendela import (
    BOLEH_DITULIS,
    KeadaanJendela,
    keadaan_jendela,
)
from sakip.organisasi.models import (
    Jendela,
    Pejabat,
    Pemda,
    Penempatan,
    Pengecualian,
    Pengguna,
    Penugasan,
    Silsilah,
    Unit,
)
from sakip.organisasi.peran import Peran


def unit_terdahulu(unit: Unit) -> set[int]:
    """The ids of all units that this one came from, at any remove."""
    return set(Silsilah.objects.filter(baru=unit).values_list("lama", flat=True))


def keadaan(jendela: Jendela, unit: Unit, saat: datetime) -> KeadaanJendela:
    """The state of a window for a unit at a moment; its perangkat daerah's exception counts.

    An exception opens what is closed, and is asked for only then.
    """
    hasil = keadaan_jendela(jendela.waktu(), saat)
    if hasil is not KeadaanJendela.TERKUNCI:
        return hasil
    return keadaan_jendela(jendela.waktu(), saat, _dikecualikan_sampai(jendela, unit))


def boleh_menulis(jendela: Jendela, unit: Unit, saat: datetime) -> Izin:
    """Whether the window lets a unit write at a moment; if not, since when, and whom to ask."""
    return izin_menulis(jendela, unit, keadaan(jendela, unit, saat))


def izin_menulis(jendela: Jendela, unit: Unit, hasil: KeadaanJendela) -> Izin:
    """The same of a window whose state is known."""
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
    return dikecualikan_sampai([jendela], unit).get(jendela.pk)


def dikecualikan_sampai(jendela: Iterable[Jendela], unit: Unit) -> dict[int, datetime]:
    """The last moment to which a unit, or its perangkat daerah, is excepted from each; one query."""
    milik = [unit.pk, unit.perangkat_daerah_id] if unit.perangkat_daerah_id else [unit.pk]
    semua = Pengecualian.objects.filter(jendela__in=[j.pk for j in jendela], unit__in=milik)
    return dict(semua.order_by("sampai").values_list("jendela", "sampai"))


@dataclass(frozen=True)
class Kedudukan:
    """What a person is in a perangkat daerah: the roles held there, and the units they are of."""

    peran: frozenset[Peran]
    unit: frozenset[int]


def kedudukan(pengguna: Pengguna, unit: Unit) -> Kedudukan:
    """Roles in the unit, below it, or in its whole pemda."""
    milik = [satu for satu in pengguna.tugas() if satu.menyangkut(unit)]
    return Kedudukan(
        frozenset(satu.peran for satu in milik),
        frozenset(satu.unit for satu in milik if satu.unit is not None),
    )


@dataclass(frozen=True)
class BarisUnit:
    """A unit at its depth in the tree, a perangkat daerah at 0."""

    unit: Unit
    tingkat: int


def pohon_unit(pemda: Pemda) -> list[BarisUnit]:
    """All units of a pemda, each followed by those below it."""
    anak: dict[int | None, list[Unit]] = {}
    for unit in Unit.objects.filter(pemda=pemda):
        anak.setdefault(unit.induk_id, []).append(unit)

    def turun(induk: int | None, tingkat: int) -> Iterator[BarisUnit]:
        for unit in anak.get(induk, ()):
            yield BarisUnit(unit, tingkat)
            yield from turun(unit.pk, tingkat + 1)

    return list(turun(None, 0))


@dataclass(frozen=True)
class BarisPejabat:
    """An official with the posts held today."""

    pejabat: Pejabat
    jabatan: list[Penempatan]


def daftar_pejabat(pemda: Pemda) -> list[BarisPejabat]:
    hari = waktu.hari_ini(pemda.zona)
    kini = Penempatan.objects.pada(hari).select_related("unit").order_by("dari")
    semua = Pejabat.objects.filter(pemda=pemda).order_by("nama")
    return [
        BarisPejabat(satu, list(satu.jabatan_kini))
        for satu in semua.prefetch_related(
            Prefetch("penempatan", queryset=kini, to_attr="jabatan_kini")
        )
    ]


@dataclass(frozen=True)
class BarisAkun:
    """An account with the roles in force today."""

    akun: Pengguna
    tugas: list[Penugasan]


def daftar_akun(pemda: Pemda, cari: str = "") -> list[BarisAkun]:
    """The accounts of a pemda whose name, user name or unit holds `cari`."""
    kini = Penugasan.objects.berlaku().select_related("unit", "pemda").order_by("pk")
    semua = Pengguna.objects.filter(pemda=pemda).order_by("nama", "pk")
    if cari:
        unit = Penugasan.objects.berlaku().filter(
            Q(unit__nama__icontains=cari) | Q(unit__singkatan__icontains=cari)
        )
        semua = semua.filter(
            Q(nama__icontains=cari)
            | Q(nama_pengguna__icontains=cari)
            | Q(pk__in=unit.values("pengguna"))
        )
    return [
        BarisAkun(satu, list(satu.tugas_kini))
        for satu in semua.prefetch_related(
            Prefetch("penugasan", queryset=kini, to_attr="tugas_kini")
        )
    ]


@dataclass(frozen=True)
class BarisJendela:
    """A period of a year, its window when one is set, and how that stands."""

    jenis: str
    bulan: int
    sebutan: str
    jendela: Jendela | None
    keadaan: KeadaanJendela | None
    dikecualikan: int


def jendela_setahun(pemda: Pemda, tahun: int, saat: datetime) -> list[BarisJendela]:
    """What may be opened in a year, set or not, with the number of units excepted now."""
    ada = {
        (satu.jenis, satu.bulan): satu
        for satu in Jendela.objects.filter(pemda=pemda, tahun=tahun).prefetch_related(
            "pengecualian"
        )
    }
    hasil = []
    for jenis, bulan in Jendela.PERIODE:
        jendela = ada.get((jenis, bulan))
        milik = jendela.pengecualian.all() if jendela else ()
        hasil.append(
            BarisJendela(
                jenis=jenis,
                bulan=bulan,
                sebutan=str(jendela or Jendela(jenis=jenis, tahun=tahun, bulan=bulan)),
                jendela=jendela,
                keadaan=keadaan_jendela(jendela.waktu(), saat) if jendela else None,
                dikecualikan=sum(satu.sampai >= saat for satu in milik),
            )
        )
    return hasil
