"""Why an indikator or a program came out as it did, in people's words, beside what is known."""

from django.db import models
from django.db.models import Q

from perencanaan.models import Indikator, Simpul
from perencanaan.models.dasar import QuerySetUnit, kolom_nilai
from sakip.organisasi.models import Unit
from sakip.web.tahun import tahun_wajar
from sakip.web.versi import Berversi


class AnalisisQuerySet(QuerySetUnit):
    pass


class Analisis(Berversi):
    """The analysis of one indikator, or of one node of the budget tree, in a year.

    `standar` is the figure of another region or of the nation in the indikator's own unit, with
    its name and source; where none is known `standar_alasan` says why.
    """

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    tahun = models.PositiveSmallIntegerField()
    indikator = models.ForeignKey(
        Indikator, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    simpul = models.ForeignKey(
        Simpul, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    penyebab = models.TextField("penyebab keberhasilan atau kegagalan", blank=True)
    solusi = models.TextField("solusi yang telah dilakukan", blank=True)
    pengumpulan_data = models.TextField("cara datanya diperoleh", blank=True)
    standar = kolom_nilai()
    standar_nama = models.CharField(max_length=120, blank=True)
    standar_sumber = models.CharField(max_length=250, blank=True)
    standar_alasan = models.CharField(max_length=250, blank=True)

    objects = AnalisisQuerySet.as_manager()

    class Meta:
        verbose_name = "analisis"
        constraints = [
            tahun_wajar("analisis"),
            models.CheckConstraint(
                condition=Q(indikator__isnull=False, simpul=None)
                | Q(indikator=None, simpul__isnull=False),
                name="analisis_satu_hal",
                violation_error_message="Analisis menyangkut satu indikator atau satu program.",
            ),
            models.UniqueConstraint(
                fields=["unit", "tahun", "indikator"],
                condition=Q(indikator__isnull=False),
                name="analisis_satu_per_indikator",
            ),
            models.UniqueConstraint(
                fields=["unit", "tahun", "simpul"],
                condition=Q(simpul__isnull=False),
                name="analisis_satu_per_simpul",
            ),
            models.CheckConstraint(
                condition=Q(standar__isnull=True)
                | (~Q(standar_nama="") & ~Q(standar_sumber="") & Q(standar_alasan="")),
                name="analisis_standar_bersumber",
                violation_error_message="Standar pembanding memerlukan nama dan sumbernya.",
            ),
        ]

    def __str__(self) -> str:
        return f"Analisis {self.indikator or self.simpul} {self.tahun}"
