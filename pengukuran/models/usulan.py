"""Where the system finds the realisasi of an indikator that another part of the cycle measures."""

from django.db import models

from perencanaan.models import Indikator
from perencanaan.models.dasar import QuerySetUnit
from sakip.web.versi import Berversi

PANJANG_SUMBER = 40


class SumberUsulanQuerySet(QuerySetUnit):
    jalur_unit = "indikator__unit"


class SumberUsulan(Berversi):
    """Of an indikator by identity, so that a new Renstra keeps it; blank: nothing is proposed.

    `sumber` is a code of the registry in queries/usulan.py, which other apps fill.
    """

    indikator = models.ForeignKey(Indikator, on_delete=models.PROTECT, related_name="+")
    sumber = models.SlugField("sumber usulan realisasi", max_length=PANJANG_SUMBER, blank=True)

    objects = SumberUsulanQuerySet.as_manager()

    class Meta:
        verbose_name = "sumber usulan"
        constraints = [
            models.UniqueConstraint(
                fields=["indikator"],
                name="sumberusulan_satu_per_indikator",
                violation_error_message="Indikator ini sudah mempunyai sumber usulan.",
            ),
        ]

    def __str__(self) -> str:
        return f"Sumber usulan {self.indikator}"
