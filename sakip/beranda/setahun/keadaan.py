"""What there is of a year's cycle, read once for the ribbon and for the next steps."""

from dataclasses import dataclass
from datetime import date

from evaluasi.models import LembarKerja, Lhe, TahapLembar
from evaluasi.status import StatusTahap
from pelaporan.models import Laporan
from pengukuran.queries.capaian import TabelCapaian
from pengukuran.queries.pengisian import PeriodeIsian, periode_isian
from perencanaan.models import PerjanjianKinerja, RencanaAksi, RenstraVersi
from perencanaan.models.perjanjian import TingkatPk
from perencanaan.queries.saat import bulan_triwulan, triwulan_lewat
from sakip.lib import waktu
from sakip.organisasi.models import Unit


@dataclass(frozen=True)
class Tanda:
    """A kind of status sign, and the word beside it."""

    jenis: str
    kata: str


@dataclass(frozen=True)
class KeadaanTahun:
    """The newest papers of each kind, the realisasi that are due, and which triwulan are over.

    `lhe` is issued; `lembar` is a worksheet whose scores are final and not issued yet.
    """

    unit: Unit
    tahun: int
    renstra: RenstraVersi
    perjanjian: PerjanjianKinerja | None
    rencana: RencanaAksi | None
    isian: tuple[PeriodeIsian, ...]
    laporan: Laporan | None
    sudah_lewat: frozenset[int]
    lhe: Lhe | None = None
    lembar: LembarKerja | None = None

    def triwulan(self, nomor: int) -> tuple[PeriodeIsian, ...]:
        """What is due at the end of one of the three months of this triwulan."""
        akhir = bulan_triwulan(nomor)
        return tuple(satu for satu in self.isian if bulan_triwulan(nomor - 1) < satu.bulan <= akhir)


def keadaan_tahun(tabel: TabelCapaian, hari: date | None = None) -> KeadaanTahun:
    """Of the year of a table of capaian, on a day (today); in six queries."""
    unit, tahun = tabel.unit, tabel.tahun[0]
    hari = hari or waktu.hari_ini(unit.pemda.zona)
    perjanjian = PerjanjianKinerja.objects.filter(
        unit=unit, tahun=tahun, tingkat=TingkatPk.ESELON_2
    )
    rencana = RencanaAksi.objects.filter(unit=unit, tahun=tahun)
    laporan = Laporan.objects.berlaku(unit, tahun, Laporan.Jenis.LKJIP)
    laporan = laporan.select_related("dokumen").defer("dokumen__konteks")
    return KeadaanTahun(
        unit=unit,
        tahun=tahun,
        renstra=tabel.versi,
        perjanjian=perjanjian.order_by("-ke").first(),
        rencana=rencana.order_by("-ke").first(),
        isian=periode_isian(tabel),
        laporan=laporan.first(),
        sudah_lewat=frozenset(triwulan_lewat(tahun, hari)),
        lhe=Lhe.objects.terbit().filter(unit=unit, tahun_kinerja=tahun).last(),
        lembar=_lembar_siap(unit, tahun),
    )


def _lembar_siap(unit: Unit, tahun: int) -> LembarKerja | None:
    """The newest worksheet that the inspektorat has finished and no LHE is issued of."""
    tahap = TahapLembar.objects.filter(
        lembar__unit=unit,
        lembar__tahun_kinerja=tahun,
        tahap__penentu=True,
        status=StatusTahap.SELESAI.value,
    )
    # of that year of evaluation, be it from the worksheet or recorded from paper
    terbit = Lhe.objects.terbit().filter(unit=unit, tahun_kinerja=tahun)
    milik = tahap.exclude(lembar__tahun_evaluasi__in=terbit.values("tahun_evaluasi"))
    siap = milik.select_related("lembar").order_by("-lembar__tahun_evaluasi").first()
    return None if siap is None else siap.lembar
