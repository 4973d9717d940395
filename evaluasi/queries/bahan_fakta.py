"""The rows that facts are made of, each kind read once and only when asked for."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from zoneinfo import ZoneInfo

from django.urls import reverse

from evaluasi.models import Lhe, Rekomendasi
from pelaporan.models import Analisis, Bagian, Laporan
from pengukuran.queries.capaian import BarisCapaian, tabel_capaian
from perencanaan.models import (
    IndikatorVersi,
    PerjanjianKinerja,
    RencanaAksi,
    RenstraVersi,
    VersiAnggaran,
)
from perencanaan.models.renstra import JENIS_STRATEGIS
from perencanaan.queries.isi_perjanjian import perjanjian_pimpinan
from perencanaan.queries.rencana_aksi import rencana_setahun
from perencanaan.queries.renstra import indikator_renstra
from perencanaan.status import StatusRencana
from sakip.organisasi.models import Unit


@dataclass(frozen=True)
class Tautan:
    """A page of the application where the proof stands."""

    nama: str
    alamat: str


class BahanFakta:
    """What a unit did in a year of work, seen at a moment."""

    def __init__(self, unit: Unit, tahun: int, kini: datetime) -> None:
        self.unit, self.tahun, self.kini = unit, tahun, kini

    @property
    def hari_ini(self) -> date:
        return self.kini.astimezone(ZoneInfo(self.unit.pemda.zona)).date()

    def tautan(self, nama: str, halaman: str, tahun: int | None = None) -> Tautan:
        """The page `halaman` of the unit in this year, or another."""
        return Tautan(nama, reverse(halaman, args=[self.unit.kode, tahun or self.tahun]))

    @cached_property
    def renstra(self) -> RenstraVersi | None:
        versi = RenstraVersi.objects.berlaku(self.unit, self.tahun)
        return versi.select_related("renstra").first()

    @cached_property
    def perjanjian(self) -> tuple[PerjanjianKinerja, ...]:
        """Those of the head that were set, in their order."""
        return perjanjian_pimpinan(self.unit, self.tahun)

    @cached_property
    def rencana_aksi(self) -> tuple[RencanaAksi, ...]:
        return rencana_setahun(self.unit, self.tahun)

    @property
    def rencana_tetap(self) -> RencanaAksi | None:
        """The last one that was set."""
        tetap = [s for s in self.rencana_aksi if s.status == StatusRencana.DITETAPKAN]
        return tetap[-1] if tetap else None

    @cached_property
    def anggaran(self) -> VersiAnggaran | None:
        milik = VersiAnggaran.objects.filter(unit=self.unit, tahun=self.tahun)
        return milik.order_by("-ke").first()

    @cached_property
    def indikator(self) -> tuple[IndikatorVersi, ...]:
        """Of tujuan and sasaran, as the Renstra in force words them."""
        if self.renstra is None:
            return ()
        return tuple(indikator_renstra(self.renstra, JENIS_STRATEGIS))

    @cached_property
    def capaian(self) -> tuple[tuple[BarisCapaian, BarisCapaian], ...]:
        """Each indikator of tujuan and sasaran in this year, with the year before."""
        if self.renstra is None:
            return ()
        tabel = tabel_capaian(self.unit, self.tahun, tahun_pembanding=(self.tahun - 1,))
        dua = zip(tabel.setahun(self.tahun), tabel.setahun(self.tahun - 1), strict=True)
        return tuple(dua)

    @cached_property
    def laporan(self) -> Laporan | None:
        """The one that was issued last, else the draft."""
        milik = Laporan.objects.berlaku(self.unit, self.tahun, Laporan.Jenis.LKJIP)
        return milik.select_related("dokumen").defer("dokumen__konteks").first()

    @cached_property
    def laporan_pertama(self) -> Laporan | None:
        """The first that was issued: a correction makes no report late."""
        milik = Laporan.objects.terbit().filter(
            unit=self.unit, tahun=self.tahun, jenis=Laporan.Jenis.LKJIP
        )
        berdokumen = milik.select_related("dokumen").defer("dokumen__konteks")
        return berdokumen.order_by("ke").first()

    @cached_property
    def bagian_hilang(self) -> frozenset[str]:
        """The sections that were left out of the report."""
        milik = Bagian.objects.filter(laporan=self.laporan, tampil=False)
        return frozenset(milik.values_list("kunci", flat=True))

    @cached_property
    def berstandar(self) -> frozenset[int]:
        """The indikator that a standard stands beside."""
        milik = Analisis.objects.filter(
            unit=self.unit, tahun=self.tahun, indikator__isnull=False, standar__isnull=False
        )
        return frozenset(satu for satu in milik.values_list("indikator", flat=True) if satu)

    @cached_property
    def lhe_lalu(self) -> Lhe | None:
        """The newest LHE on the work of the year before."""
        milik = Lhe.objects.terbit().filter(unit=self.unit, tahun_kinerja=self.tahun - 1)
        return milik.order_by("-tahun_evaluasi", "-ke").first()

    @cached_property
    def status_rekomendasi(self) -> tuple[str, ...]:
        """Where each recommendation of that LHE stands by its last verdict."""
        if self.lhe_lalu is None:
            return ()
        milik = Rekomendasi.objects.berlaku().filter(lhe=self.lhe_lalu)
        status = milik.berstatus().values_list("status", flat=True)  # type: ignore[misc]
        return tuple(status)
