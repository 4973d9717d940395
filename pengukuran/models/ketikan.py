"""What a person typed that is not saved: kept on the server until it is, or is thrown away."""

from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from pengukuran.hitung.kolom import SEL
from pengukuran.models.isian import PANJANG_KOLOM, kolom_dikenal
from perencanaan.models import Indikator, Simpul
from perencanaan.models.anggaran import JenisBelanja
from sakip.organisasi.models import Unit
from sakip.web.tahun import tahun_wajar

if TYPE_CHECKING:
    from sakip.organisasi.models import Pengguna


class KetikanQuerySet(models.QuerySet):
    def untuk(self, pengguna: "Pengguna") -> Self:
        """What is not saved yet is seen by nobody but who typed it."""
        return self.filter(oleh=pengguna.pk)


class Ketikan(models.Model):
    """A text that is not saved: not understood, late, or overtaken; `pesan` says which.

    One row a person and box, so that the text comes back on the next page; saving takes it away.
    """

    oleh = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    tahun = models.PositiveSmallIntegerField()
    bulan = models.PositiveSmallIntegerField(help_text="bulan terakhir dari periodenya")
    teks = models.TextField(blank=True)
    pesan = models.TextField(blank=True, help_text="mengapa belum tersimpan")
    waktu = models.DateTimeField()

    objects = KetikanQuerySet.as_manager()

    class Meta:
        abstract = True
        constraints = [
            tahun_wajar("%(class)s"),
            models.CheckConstraint(condition=Q(bulan__range=(1, 12)), name="%(class)s_bulan_sah"),
        ]


class KetikanIsian(Ketikan):
    """Of a cell of a realisasi."""

    indikator = models.ForeignKey(Indikator, on_delete=models.PROTECT, related_name="+")
    kolom = models.CharField(max_length=PANJANG_KOLOM)

    class Meta(Ketikan.Meta):
        verbose_name = "ketikan isian"
        constraints = [
            *Ketikan.Meta.constraints,
            models.UniqueConstraint(
                fields=["oleh", "indikator", "unit", "tahun", "bulan", "kolom"],
                name="ketikanisian_satu_per_sel",
            ),
            kolom_dikenal("ketikanisian_kolom_dikenal", SEL),
        ]

    def __str__(self) -> str:
        return f"{self.kolom}, {self.bulan}/{self.tahun}"


class KetikanBelanja(Ketikan):
    """Of an amount of the budget."""

    simpul = models.ForeignKey(Simpul, on_delete=models.PROTECT, related_name="+")
    jenis_belanja = models.ForeignKey(JenisBelanja, on_delete=models.PROTECT, related_name="+")

    class Meta(Ketikan.Meta):
        verbose_name = "ketikan belanja"
        constraints = [
            *Ketikan.Meta.constraints,
            models.UniqueConstraint(
                fields=["oleh", "simpul", "jenis_belanja", "unit", "tahun", "bulan"],
                name="ketikanbelanja_satu_per_sel",
            ),
        ]

    def __str__(self) -> str:
        return f"belanja {self.jenis_belanja_id}, {self.bulan}/{self.tahun}"
