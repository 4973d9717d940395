"""Reorganisations: which unit became which, so that history follows."""

from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import F, Q

from sakip.organisasi.models.unit import Unit
from sakip.web.versi import Berversi

if TYPE_CHECKING:
    from sakip.organisasi.models.pengguna import Pengguna


class PerubahanUnitQuerySet(models.QuerySet["PerubahanUnit"]):
    def untuk(self, pengguna: "Pengguna") -> Self:
        return self.filter(baru__in=Unit.objects.untuk(pengguna))


class PerubahanUnit(Berversi):
    """One unit became another on a day; a merger or a split has a row for each pair."""

    class Jenis(models.TextChoices):
        GANTI_NAMA = "ganti_nama", "ganti nama"
        GABUNG = "gabung", "penggabungan"
        PECAH = "pecah", "pemecahan"

    lama = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="menjadi")
    baru = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="berasal_dari")
    tanggal = models.DateField()
    jenis = models.CharField(max_length=10, choices=Jenis)
    dasar_hukum = models.CharField(max_length=250, blank=True)

    objects = PerubahanUnitQuerySet.as_manager()

    class Meta:
        verbose_name = "perubahan unit"
        constraints = [
            models.UniqueConstraint(
                fields=["lama", "baru"], name="perubahanunit_satu_per_pasangan"
            ),
            models.CheckConstraint(condition=~Q(lama=F("baru")), name="perubahanunit_dua_unit"),
            models.CheckConstraint(
                condition=Q(jenis__in=("ganti_nama", "gabung", "pecah")),
                name="perubahanunit_jenis_dikenal",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.lama} menjadi {self.baru}"


class SilsilahQuerySet(models.QuerySet["Silsilah"]):
    def untuk(self, pengguna: "Pengguna") -> Self:
        return self.filter(baru__in=Unit.objects.untuk(pengguna))


class Silsilah(models.Model):
    """Every unit that a unit came from, at any remove, so that one query finds its past.

    Derived from PerubahanUnit and written anew with each of its changes.
    """

    lama = models.ForeignKey(Unit, on_delete=models.CASCADE, related_name="penerus")
    baru = models.ForeignKey(Unit, on_delete=models.CASCADE, related_name="leluhur")

    objects = SilsilahQuerySet.as_manager()

    class Meta:
        verbose_name = "silsilah unit"
        constraints = [
            models.UniqueConstraint(fields=["lama", "baru"], name="silsilah_satu_per_pasangan"),
            models.CheckConstraint(condition=~Q(lama=F("baru")), name="silsilah_dua_unit"),
        ]

    def __str__(self) -> str:
        return f"{self.lama} → {self.baru}"
