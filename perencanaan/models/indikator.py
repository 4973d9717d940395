"""Indikator, their yearly targets, and the part of the budget that supports each."""

from uuid import uuid4

from django.db import models
from django.db.models import Q

from perencanaan.hitung.nilai import JENIS_TARGET
from perencanaan.models.dasar import Frekuensi, NilaiBerkeadaan, QuerySetUnit
from perencanaan.models.renstra import RenstraVersi, Simpul
from sakip.organisasi.models import Unit
from sakip.web.tahun import tahun_wajar
from sakip.web.versi import Berversi


class IndikatorQuerySet(QuerySetUnit):
    pass


class Indikator(models.Model):
    """The identity of an indikator; what it says stands in its versions."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    identitas = models.UUIDField(default=uuid4, unique=True)

    objects = IndikatorQuerySet.as_manager()

    class Meta:
        verbose_name = "indikator"

    def __str__(self) -> str:
        return str(self.identitas)


class Arah(models.TextChoices):
    NAIK = "naik", "makin tinggi makin baik"
    TURUN = "turun", "makin rendah makin baik"


class AturanCapaian(models.TextChoices):
    """The rule by which capaian is computed; page and report print which one was used."""

    NAIK = "naik", "realisasi / target × 100"
    TURUN_RENCANA = "turun_rencana", "(2 × target − realisasi) / target × 100"
    TURUN_RASIO = "turun_rasio", "target / realisasi × 100"


class Cara(models.TextChoices):
    """How the periods of an indikator make its year."""

    KUMULATIF = "kumulatif", "kumulatif"
    JUMLAH = "jumlah", "dijumlahkan"
    RATA_RATA = "rata_rata", "rata-rata"
    TERAKHIR = "terakhir", "yang terakhir"


class IndikatorVersiQuerySet(QuerySetUnit):
    jalur_unit = "indikator__unit"


class IndikatorVersi(Berversi):
    """What an indikator says in one version of the Renstra."""

    indikator = models.ForeignKey(Indikator, on_delete=models.PROTECT, related_name="rumusan")
    renstra_versi = models.ForeignKey(RenstraVersi, on_delete=models.PROTECT, related_name="+")
    simpul = models.ForeignKey(Simpul, on_delete=models.PROTECT, related_name="indikator")
    nama = models.TextField()
    satuan = models.CharField(max_length=60)
    desimal = models.PositiveSmallIntegerField(default=2)
    arah = models.CharField(max_length=10, choices=Arah)
    aturan = models.CharField(max_length=20, choices=AturanCapaian)
    cara = models.CharField(max_length=10, choices=Cara)
    frekuensi = models.CharField(max_length=10, choices=Frekuensi)
    iku = models.BooleanField("indikator kinerja utama", default=False)
    definisi = models.TextField("definisi operasional", blank=True)
    rumus = models.TextField(
        blank=True, help_text="dalam nama variabel, misalnya (kini - lalu) / lalu * 100"
    )
    rumus_tercetak = models.TextField(blank=True, help_text="seperti tercetak pada dokumen")
    sumber_data = models.CharField(max_length=200, blank=True)
    urutan = models.PositiveSmallIntegerField()

    objects = IndikatorVersiQuerySet.as_manager()

    class Meta:
        verbose_name = "indikator"
        ordering = ["urutan"]
        constraints = [
            models.UniqueConstraint(
                fields=["indikator", "renstra_versi"], name="indikatorversi_satu_per_versi"
            ),
            models.CheckConstraint(
                condition=Q(arah=Arah.NAIK, aturan=AturanCapaian.NAIK)
                | Q(
                    arah=Arah.TURUN,
                    aturan__in=(AturanCapaian.TURUN_RENCANA, AturanCapaian.TURUN_RASIO),
                ),
                name="indikatorversi_aturan_sesuai_arah",
                violation_error_message="Aturan capaian tidak sesuai dengan arah indikator.",
            ),
            models.CheckConstraint(
                condition=Q(cara__in=Cara.values), name="indikatorversi_cara_dikenal"
            ),
            models.CheckConstraint(
                condition=Q(frekuensi__in=Frekuensi.values), name="indikatorversi_frekuensi_dikenal"
            ),
            models.CheckConstraint(
                condition=Q(desimal__lte=6), name="indikatorversi_desimal_wajar"
            ),
        ]

    def __str__(self) -> str:
        return self.nama


class SumberTarget(models.TextChoices):
    RENSTRA = "renstra", "Renstra"
    RENJA = "renja", "Renja"
    DPA = "dpa", "DPA"
    DPPA = "dppa", "DPPA"


class TargetTahunanQuerySet(QuerySetUnit):
    jalur_unit = "indikator_versi__indikator__unit"


class TargetTahunan(NilaiBerkeadaan):
    """The target of a year as one document sets it; every table names the one it uses."""

    indikator_versi = models.ForeignKey(
        IndikatorVersi, on_delete=models.PROTECT, related_name="target"
    )
    tahun = models.PositiveSmallIntegerField()
    sumber = models.CharField(max_length=10, choices=SumberTarget)

    objects = TargetTahunanQuerySet.as_manager()

    class Meta(NilaiBerkeadaan.Meta):
        constraints = [
            *NilaiBerkeadaan.Meta.constraints,
            tahun_wajar("targettahunan"),
            models.UniqueConstraint(
                fields=["indikator_versi", "tahun", "sumber"], name="targettahunan_tunggal"
            ),
            models.CheckConstraint(
                condition=Q(jenis__in=[jenis.value for jenis in JENIS_TARGET]),
                name="targettahunan_tidak_belum_diukur",
                violation_error_message="Target tidak dapat berkeadaan belum diukur.",
            ),
            models.CheckConstraint(
                condition=Q(sumber__in=SumberTarget.values), name="targettahunan_sumber_dikenal"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.indikator_versi} {self.tahun}"


class DukunganQuerySet(QuerySetUnit):
    jalur_unit = "indikator__unit"


class Dukungan(Berversi):
    """A part of the budget tree that supports an indikator in a year.

    Tables read it; totals never do, since one program may support two indikator.
    """

    indikator = models.ForeignKey(Indikator, on_delete=models.PROTECT, related_name="dukungan")
    simpul = models.ForeignKey(Simpul, on_delete=models.PROTECT, related_name="dukungan")
    tahun = models.PositiveSmallIntegerField()
    menunjang = models.BooleanField(default=True)
    catatan = models.TextField(blank=True)

    objects = DukunganQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["indikator", "simpul", "tahun"], name="dukungan_tunggal"
            ),
            tahun_wajar("dukungan"),
        ]

    def __str__(self) -> str:
        return f"{self.simpul} ({self.tahun})"
