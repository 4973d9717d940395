"""Strategies and policies of a Renstra, and the programs that carry them out."""

from django.db import models
from django.db.models import Q

from perencanaan.models.dasar import QuerySetUnit
from perencanaan.models.renstra import RenstraVersi, Simpul
from sakip.web.versi import Berversi


class KebijakanQuerySet(QuerySetUnit):
    jalur_unit = "renstra_versi__renstra__unit"


class Kebijakan(Berversi):
    """One strategy or one policy, in the order in which the Renstra prints them."""

    class Jenis(models.TextChoices):
        STRATEGI = "strategi", "Strategi"
        ARAH_KEBIJAKAN = "arah_kebijakan", "Arah kebijakan"

    renstra_versi = models.ForeignKey(
        RenstraVersi, on_delete=models.PROTECT, related_name="kebijakan"
    )
    jenis = models.CharField(max_length=20, choices=Jenis)
    nama = models.TextField()
    urutan = models.PositiveSmallIntegerField()

    objects = KebijakanQuerySet.as_manager()

    class Meta:
        verbose_name = "kebijakan"
        ordering = ["urutan"]
        constraints = [
            models.CheckConstraint(
                condition=Q(jenis__in=("strategi", "arah_kebijakan")),
                name="kebijakan_jenis_dikenal",
            ),
            models.UniqueConstraint(
                fields=["renstra_versi", "jenis", "urutan"], name="kebijakan_satu_per_urutan"
            ),
        ]

    def __str__(self) -> str:
        return self.nama


class KebijakanProgramQuerySet(QuerySetUnit):
    jalur_unit = "kebijakan__renstra_versi__renstra__unit"


class KebijakanProgram(Berversi):
    """A program that carries out a policy; each may have several of the other."""

    kebijakan = models.ForeignKey(Kebijakan, on_delete=models.PROTECT, related_name="pelaksana")
    simpul = models.ForeignKey(Simpul, on_delete=models.PROTECT, related_name="kebijakan")

    objects = KebijakanProgramQuerySet.as_manager()

    class Meta:
        verbose_name = "program kebijakan"
        constraints = [
            models.UniqueConstraint(
                fields=["kebijakan", "simpul"], name="kebijakanprogram_satu_per_pasangan"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.simpul}"
