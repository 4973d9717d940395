"""What of the plan a recommendation speaks of, as it was when that was said."""

from django.conf import settings
from django.db import models

from evaluasi.models.dasar import QuerySetTambahLewat, dikenal, pilihan
from evaluasi.models.rekomendasi import Rekomendasi
from evaluasi.status import LABEL_ASPEK, AspekKaitan
from perencanaan.models import Indikator
from sakip.jejak.models import BarisTambah


class KaitanRekomendasiQuerySet(QuerySetTambahLewat):
    induk = "rekomendasi"


class KaitanRekomendasi(BarisTambah):
    """One aspect of an indikator, frozen before it is changed; what it is now is read when shown.

    `semula` is the wording of `sumber`, the newest version of the Renstra at that moment; blank
    where it said nothing.
    """

    rekomendasi = models.ForeignKey(Rekomendasi, on_delete=models.PROTECT, related_name="kaitan")
    indikator = models.ForeignKey(Indikator, on_delete=models.PROTECT, related_name="+")
    aspek = models.CharField(max_length=12, choices=pilihan(LABEL_ASPEK))
    semula = models.TextField(blank=True)
    sumber = models.CharField(max_length=400)
    oleh = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    waktu = models.DateTimeField()

    objects = KaitanRekomendasiQuerySet.as_manager()

    class Meta:
        verbose_name = "kaitan rekomendasi"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["rekomendasi", "indikator", "aspek"],
                name="kaitanrekomendasi_satu_per_aspek",
                violation_error_message="Bagian indikator ini sudah dikaitkan.",
            ),
            dikenal("aspek", AspekKaitan, "kaitanrekomendasi_aspek_dikenal"),
        ]

    def __str__(self) -> str:
        return f"{self.get_aspek_display()}: {self.sumber}"
