"""Whether the steps of a Rencana Aksi were done."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from perencanaan.models import AksiRencana
from perencanaan.models.dasar import QuerySetUnit
from sakip.web.versi import Berversi


class RealisasiAksiQuerySet(QuerySetUnit):
    jalur_unit = "aksi__rencana_aksi__unit"


class RealisasiAksi(Berversi):
    """A step in a triwulan: done, or not done with its reason."""

    aksi = models.ForeignKey(AksiRencana, on_delete=models.PROTECT, related_name="+")
    bulan = models.PositiveSmallIntegerField(help_text="bulan terakhir dari triwulannya")
    selesai = models.BooleanField()
    catatan = models.TextField(blank=True)
    diisi_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )

    objects = RealisasiAksiQuerySet.as_manager()

    class Meta:
        verbose_name = "realisasi aksi"
        constraints = [
            models.UniqueConstraint(
                fields=["aksi", "bulan"], name="realisasiaksi_satu_per_triwulan"
            ),
            models.CheckConstraint(
                condition=Q(bulan__in=(3, 6, 9, 12)), name="realisasiaksi_bulan_triwulan"
            ),
            models.CheckConstraint(
                condition=Q(selesai=True) | ~Q(catatan=""),
                name="realisasiaksi_belum_beralasan",
                violation_error_message="Aksi yang belum dilaksanakan memerlukan alasannya.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.aksi}, bulan {self.bulan}"
