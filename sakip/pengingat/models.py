"""Who was reminded of what on which day, and how sending it went."""

from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from sakip.jejak.models import BarisTambah, QuerySetTambah
from sakip.pengingat.hitung.pengingat import Jenjang

if TYPE_CHECKING:
    from sakip.organisasi.models import Pengguna


class QuerySetPengingat(QuerySetTambah):
    def untuk(self, pengguna: "Pengguna") -> Self:  # type: ignore[override]
        """One's own."""
        return self.filter(penerima=pengguna.pk)


class Pengingat(BarisTambah):
    """One thing of one person's letter on a day. Written before the letter is sent.

    The unique rule is what lets no second run, and none that was killed, send it again that day.
    """

    penerima = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    hal = models.CharField(max_length=120)
    tanggal = models.DateField()
    jenjang = models.PositiveSmallIntegerField(choices=[(j.value, j.name) for j in Jenjang])
    tenggat = models.DateField()
    waktu = models.DateTimeField()

    objects = QuerySetPengingat.as_manager()

    class Meta:
        verbose_name = "pengingat"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["penerima", "hal", "tanggal"], name="pengingat_sekali_sehari"
            ),
            models.CheckConstraint(
                condition=Q(jenjang__in=[j.value for j in Jenjang]),
                name="pengingat_jenjang_dikenal",
            ),
            models.CheckConstraint(condition=~Q(hal=""), name="pengingat_menyebut_hal"),
        ]

    def __str__(self) -> str:
        return f"{self.hal} {self.tanggal:%Y-%m-%d}"


class QuerySetHasil(QuerySetTambah):
    def untuk(self, pengguna: "Pengguna") -> Self:  # type: ignore[override]
        return self.filter(pengingat__penerima=pengguna.pk)

    def terkirim(self) -> Self:
        return self.filter(sebab="")


class HasilPengingat(BarisTambah):
    """How sending went: blank `sebab` when the mail server took it. None at all: interrupted."""

    pengingat = models.OneToOneField(Pengingat, on_delete=models.PROTECT, related_name="hasil")
    sebab = models.CharField(max_length=200, blank=True)
    waktu = models.DateTimeField()

    objects = QuerySetHasil.as_manager()

    class Meta:
        verbose_name = "hasil pengingat"
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.sebab or "terkirim"
