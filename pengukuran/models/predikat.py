"""The ordinal scales on which grades are compared."""

from typing import TYPE_CHECKING, Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Trim

from perencanaan.models import Indikator
from perencanaan.models.dasar import QuerySetUnit
from sakip.organisasi.models import Pemda
from sakip.web.versi import Berversi

if TYPE_CHECKING:
    from sakip.organisasi.models import Pengguna


class SkalaPredikatQuerySet(models.QuerySet["SkalaPredikat"]):
    def untuk(self, pengguna: "Pengguna") -> Self:
        return self.filter(pemda__in=Pemda.objects.untuk(pengguna))


class SkalaPredikat(Berversi):
    """The grades of one kind in a pemda: WTP, WDP, TW, TMP; or AA to E."""

    pemda = models.ForeignKey(Pemda, on_delete=models.PROTECT, related_name="+")
    nama = models.CharField(max_length=120)
    sumber = models.CharField(
        max_length=200, blank=True, help_text="peraturan yang menjadi dasar, bila ada"
    )

    objects = SkalaPredikatQuerySet.as_manager()

    class Meta:
        verbose_name = "skala predikat"
        constraints = [
            models.UniqueConstraint(fields=["pemda", "nama"], name="skalapredikat_nama_tunggal"),
        ]

    def __str__(self) -> str:
        return self.nama


class ButirPredikatQuerySet(models.QuerySet["ButirPredikat"]):
    def untuk(self, pengguna: "Pengguna") -> Self:
        return self.filter(skala__in=SkalaPredikat.objects.untuk(pengguna))


class ButirPredikat(Berversi):
    """A grade and its score; no two grades of a scale are worth the same."""

    skala = models.ForeignKey(SkalaPredikat, on_delete=models.CASCADE, related_name="butir")
    predikat = models.CharField(max_length=20)
    skor = models.DecimalField(max_digits=7, decimal_places=2)

    objects = ButirPredikatQuerySet.as_manager()

    class Meta:
        verbose_name = "butir predikat"
        ordering = ["-skor"]
        constraints = [
            models.UniqueConstraint(fields=["skala", "predikat"], name="butirpredikat_tunggal"),
            models.UniqueConstraint(
                fields=["skala", "skor"],
                name="butirpredikat_skor_tunggal",
                violation_error_message="Skor ini sudah dipakai predikat lain dalam skalanya.",
            ),
            models.CheckConstraint(
                condition=Q(skor__gte=0), name="butirpredikat_skor_tidak_negatif"
            ),
            models.CheckConstraint(
                condition=~Q(predikat="") & Q(predikat=Trim(F("predikat"))),
                name="butirpredikat_predikat_rapi",
                violation_error_message="Tulis predikatnya tanpa spasi di depan atau di belakang.",
            ),
        ]

    def __str__(self) -> str:
        return self.predikat


class SkalaIndikatorQuerySet(QuerySetUnit):
    jalur_unit = "indikator__unit"


class SkalaIndikator(Berversi):
    """Which scale the grades of an indikator are on; by identity, so that a new Renstra keeps it."""

    indikator = models.ForeignKey(Indikator, on_delete=models.PROTECT, related_name="+")
    skala = models.ForeignKey(SkalaPredikat, on_delete=models.PROTECT, related_name="pemakai")

    objects = SkalaIndikatorQuerySet.as_manager()

    class Meta:
        verbose_name = "skala indikator"
        constraints = [
            models.UniqueConstraint(
                fields=["indikator"],
                name="skalaindikator_satu_skala",
                violation_error_message="Indikator ini sudah mempunyai skala predikat.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.indikator}: {self.skala}"

    def clean(self) -> None:
        """The scale belongs to the pemda of the indikator, which no constraint can see."""
        if self.skala.pemda_id != self.indikator.unit.pemda_id:
            raise ValidationError("Pilih skala predikat milik pemerintah daerah indikator ini.")
