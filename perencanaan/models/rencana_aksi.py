"""Rencana Aksi: targets within the year, and the steps towards them."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import Q

from perencanaan.hitung.nilai import JENIS_TARGET
from perencanaan.models.dasar import Berperiode, NilaiBerkeadaan, QuerySetUnit
from perencanaan.models.indikator import Cara, Indikator
from perencanaan.models.perjanjian import PerjanjianKinerja
from perencanaan.models.renstra import Simpul
from perencanaan.status import LABEL_STATUS, StatusRencana
from sakip.dokumen.models import DokumenTerbit
from sakip.organisasi.models import Unit
from sakip.web.tahun import tahun_wajar
from sakip.web.uang import UangField
from sakip.web.versi import Berversi


class RencanaAksiQuerySet(QuerySetUnit):
    def berlaku(self, unit: Unit, tahun: int, tanggal: date) -> Self:
        """The plan in force on a date: the last one set; none or one row."""
        return self.filter(
            unit=unit, tahun=tahun, status=StatusRencana.DITETAPKAN, berlaku_dari__lte=tanggal
        ).order_by("-ke")[:1]


class RencanaAksi(Berversi):
    """One version of the plan of a year; a change is a new version."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    tahun = models.PositiveSmallIntegerField()
    ke = models.PositiveSmallIntegerField()
    status = models.CharField(
        max_length=12,
        choices=list(LABEL_STATUS.items()),
        default=StatusRencana.DRAF.value,
    )
    perjanjian = models.ForeignKey(
        PerjanjianKinerja, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    berlaku_dari = models.DateField(null=True, blank=True)
    catatan = models.TextField(blank=True)
    dokumen = models.ForeignKey(
        DokumenTerbit, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = RencanaAksiQuerySet.as_manager()

    class Meta:
        verbose_name = "rencana aksi"
        ordering = ["tahun", "ke"]
        constraints = [
            tahun_wajar("rencanaaksi"),
            models.UniqueConstraint(fields=["unit", "tahun", "ke"], name="rencanaaksi_ke_tunggal"),
            models.CheckConstraint(condition=Q(ke__gte=1), name="rencanaaksi_ke_dari_satu"),
            models.CheckConstraint(
                condition=Q(status__in=[satu.value for satu in StatusRencana]),
                name="rencanaaksi_status_dikenal",
            ),
            models.CheckConstraint(
                condition=~Q(status=StatusRencana.DITETAPKAN.value) | Q(berlaku_dari__isnull=False),
                name="rencanaaksi_tetap_bertanggal",
                violation_error_message="Rencana Aksi yang ditetapkan punya tanggal berlaku.",
            ),
        ]

    def __str__(self) -> str:
        return f"Rencana Aksi {self.tahun} versi {self.ke}"


class RencanaIndikatorQuerySet(QuerySetUnit):
    jalur_unit = "rencana_aksi__unit"


class RencanaIndikator(Berversi):
    """How this version of the plan makes the periods of an indikator a year.

    The same indikator may be kumulatif in one version and jumlah in the next.
    """

    rencana_aksi = models.ForeignKey(
        RencanaAksi, on_delete=models.PROTECT, related_name="indikator"
    )
    indikator = models.ForeignKey(Indikator, on_delete=models.PROTECT, related_name="+")
    cara = models.CharField(max_length=10, choices=Cara)
    urutan = models.PositiveSmallIntegerField()

    objects = RencanaIndikatorQuerySet.as_manager()

    class Meta:
        verbose_name = "indikator rencana aksi"
        ordering = ["urutan"]
        constraints = [
            models.UniqueConstraint(
                fields=["rencana_aksi", "indikator"], name="rencanaindikator_tunggal"
            ),
            models.CheckConstraint(
                condition=Q(cara__in=Cara.values), name="rencanaindikator_cara_dikenal"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.indikator} ({self.get_cara_display()})"


class TargetPeriodeQuerySet(QuerySetUnit):
    jalur_unit = "rencana_indikator__rencana_aksi__unit"


class TargetPeriode(Berperiode, NilaiBerkeadaan):
    """What is due from an indikator in a period; whether anything is due comes from here only."""

    rencana_indikator = models.ForeignKey(
        RencanaIndikator, on_delete=models.PROTECT, related_name="target"
    )

    objects = TargetPeriodeQuerySet.as_manager()

    class Meta(Berperiode.Meta, NilaiBerkeadaan.Meta):
        abstract = False
        verbose_name = "target periode"
        ordering = ["tahun", "bulan"]
        constraints = [
            *Berperiode.Meta.constraints,
            *NilaiBerkeadaan.Meta.constraints,
            models.UniqueConstraint(
                fields=["rencana_indikator", "tahun", "bulan"], name="targetperiode_tunggal"
            ),
            models.CheckConstraint(
                condition=Q(jenis__in=[satu.value for satu in JENIS_TARGET]),
                name="targetperiode_tidak_belum_diukur",
                violation_error_message="Target tidak dapat berkeadaan belum diukur.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.rencana_indikator} {self.tahun}/{self.bulan}"


class AksiRencanaQuerySet(QuerySetUnit):
    jalur_unit = "rencana_aksi__unit"


class AksiRencana(Berversi):
    """A step of the plan: what is done, when, by whom, for how much."""

    rencana_aksi = models.ForeignKey(RencanaAksi, on_delete=models.PROTECT, related_name="aksi")
    indikator = models.ForeignKey(
        Indikator, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    simpul = models.ForeignKey(
        Simpul, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    uraian = models.TextField()
    penanggung_jawab = models.ForeignKey(
        Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    anggaran = UangField(null=True, blank=True)
    tw1 = models.BooleanField("Triwulan I", default=False)
    tw2 = models.BooleanField("Triwulan II", default=False)
    tw3 = models.BooleanField("Triwulan III", default=False)
    tw4 = models.BooleanField("Triwulan IV", default=False)
    urutan = models.PositiveSmallIntegerField()

    objects = AksiRencanaQuerySet.as_manager()

    class Meta:
        verbose_name = "aksi rencana"
        ordering = ["urutan"]
        constraints = [
            models.UniqueConstraint(
                fields=["rencana_aksi", "urutan"], name="aksirencana_satu_per_urutan"
            ),
            models.CheckConstraint(
                condition=Q(indikator__isnull=False) | Q(simpul__isnull=False),
                name="aksirencana_bertujuan",
                violation_error_message="Aksi menunjang sebuah indikator atau simpul anggaran.",
            ),
            models.CheckConstraint(
                condition=Q(tw1=True) | Q(tw2=True) | Q(tw3=True) | Q(tw4=True),
                name="aksirencana_terjadwal",
                violation_error_message="Centang paling sedikit satu triwulan.",
            ),
            models.CheckConstraint(
                condition=Q(anggaran__isnull=True) | Q(anggaran__gte=0),
                name="aksirencana_tidak_negatif",
            ),
            models.CheckConstraint(condition=~Q(uraian=""), name="aksirencana_beruraian"),
        ]

    def __str__(self) -> str:
        return self.uraian

    def bulan_terjadwal(self) -> tuple[int, ...]:
        """The last months of the triwulan in which the step is planned."""
        centang = (self.tw1, self.tw2, self.tw3, self.tw4)
        return tuple(3 * nomor for nomor, isi in enumerate(centang, start=1) if isi)
