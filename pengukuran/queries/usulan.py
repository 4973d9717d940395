"""What other parts of the cycle propose as a realisasi; they register, since they come later."""

from collections.abc import Callable, Collection
from dataclasses import dataclass

from django.db.models import Q

from pengukuran.models import SumberUsulan
from pengukuran.queries.sel import tulis_nilai
from perencanaan.hitung.masa import BULAN_SETAHUN, Frekuensi
from perencanaan.hitung.periode import Cara
from perencanaan.models import IndikatorVersi, RenstraVersi
from perencanaan.models.dasar import DESIMAL_NILAI
from sakip.dokumen.angka import Angka
from sakip.lib.angka import bulatkan
from sakip.organisasi.models import Unit

AWALAN_CATATAN = "Usulan sistem: "


@dataclass(frozen=True)
class Usulan:
    """A figure with its source; `uraian` names the document, or the rule. None of it is stored."""

    angka: Angka
    uraian: str

    @property
    def teks(self) -> str:
        """The figure as the cell would hold it; blank where there is none."""
        nilai = self.angka.nilai
        return "" if nilai is None else tulis_nilai(bulatkan(nilai, DESIMAL_NILAI))

    @property
    def catatan(self) -> str:
        """What is written beside a figure that was taken from it."""
        return f"{AWALAN_CATATAN}{self.uraian}"[:200]

    @property
    def rujukan(self) -> str:
        """The row it comes from as `app.model:id`; blank where there is not just one."""
        milik = self.angka.asal.rujukan
        return f"{milik[0].jenis}:{milik[0].pk}" if len(milik) == 1 else ""


Penyedia = Callable[[Unit, int], Usulan]


@dataclass(frozen=True)
class JenisSumber:
    sebutan: str
    penyedia: Penyedia


_SUMBER: dict[str, JenisSumber] = {}


def daftarkan_sumber(kode: str, sebutan: str, penyedia: Penyedia) -> None:
    """To be called in `AppConfig.ready`: what a source is called, and what it gives for a year."""
    _SUMBER[kode] = JenisSumber(sebutan, penyedia)


def pilihan_sumber() -> tuple[tuple[str, str], ...]:
    return tuple((kode, milik.sebutan) for kode, milik in _SUMBER.items())


def sebut_sumber(kode: str) -> str:
    milik = _SUMBER.get(kode)
    return milik.sebutan if milik else ""


def sumber_usulan(unit: Unit) -> dict[int, SumberUsulan]:
    """The setting of each indikator of a unit, by its id; one query."""
    milik = SumberUsulan.objects.filter(indikator__unit=unit).select_related("indikator")
    return {satu.indikator_id: satu for satu in milik}


def usulan_periode(
    unit: Unit, tahun: int, bulan: int, indikator: int | None = None
) -> dict[int, Usulan]:
    """What is proposed for the period that ends with a month, by indikator.

    The sources measure a whole year: only its last period gets a proposal, and only where that
    period says the year. Each source is asked once, however many indikator name it.
    """
    if bulan != BULAN_SETAHUN:
        return {}
    ditanya: dict[str, Usulan] = {}
    hasil: dict[int, Usulan] = {}
    sumber = sumber_usulan(unit)
    setahun = _bernilai_setahun(unit, tahun, sumber) if sumber else frozenset()
    for tanda, satu in sumber.items():
        milik = _SUMBER.get(satu.sumber)
        if milik is None or indikator not in {None, tanda} or tanda not in setahun:
            continue
        if satu.sumber not in ditanya:
            ditanya[satu.sumber] = milik.penyedia(unit, tahun)
        hasil[tanda] = ditanya[satu.sumber]
    return hasil


def _bernilai_setahun(unit: Unit, tahun: int, indikator: Collection[int]) -> frozenset[int]:
    """Those whose last period holds the figure of the year, not a part of its sum or mean."""
    rumusan = IndikatorVersi.objects.filter(
        Q(frekuensi=Frekuensi.TAHUNAN.value) | Q(cara__in=(Cara.KUMULATIF, Cara.TERAKHIR)),
        indikator__in=list(indikator),
        renstra_versi__in=RenstraVersi.objects.berlaku(unit, tahun).values("pk"),
    )
    return frozenset(rumusan.values_list("indikator", flat=True))
