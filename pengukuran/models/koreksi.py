"""What was changed after a period was locked: a ledger of its own, never a silent edit."""

from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import F, Q

from pengukuran.models.realisasi import Realisasi
from sakip.jejak.models import BarisTambah, QuerySetTambah
from sakip.organisasi.models import Unit

if TYPE_CHECKING:
    from sakip.organisasi.models import Pengguna


class KoreksiQuerySet(QuerySetTambah):
    def untuk(self, pengguna: "Pengguna") -> Self:  # type: ignore[override]
        return self.filter(realisasi__unit__in=Unit.objects.untuk(pengguna))


class Koreksi(BarisTambah):
    """One restatement: the fields before and after, why, who asked and who approved."""

    realisasi = models.ForeignKey(Realisasi, on_delete=models.PROTECT, related_name="koreksi")
    sebelum = models.JSONField(encoder=DjangoJSONEncoder)
    sesudah = models.JSONField(encoder=DjangoJSONEncoder)
    alasan = models.TextField()
    diajukan_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    disetujui_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    waktu = models.DateTimeField()

    objects = KoreksiQuerySet.as_manager()

    class Meta:
        verbose_name = "koreksi"
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(alasan=""),
                name="koreksi_beralasan",
                violation_error_message="Koreksi memerlukan alasan.",
            ),
            models.CheckConstraint(
                condition=~Q(diajukan_oleh=F("disetujui_oleh")),
                name="koreksi_dua_orang",
                violation_error_message="Koreksi disetujui orang lain, bukan pengusulnya.",
            ),
        ]

    def __str__(self) -> str:
        return f"Koreksi {self.realisasi}"
