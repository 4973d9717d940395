"""How a pemda counts its follow-up."""

from typing import TYPE_CHECKING, Self

from django.db import models

from evaluasi.hitung.tindak_lanjut import AturanPersen
from evaluasi.models.dasar import dikenal, pilihan
from evaluasi.status import LABEL_PERSEN
from sakip.organisasi.models import Pemda
from sakip.web.versi import Berversi

if TYPE_CHECKING:
    from sakip.organisasi.models import Pengguna


class SetelanEvaluasiQuerySet(models.QuerySet["SetelanEvaluasi"]):
    def untuk(self, pengguna: "Pengguna") -> Self:
        return self.filter(pemda__in=Pemda.objects.untuk(pengguna))

    def aturan(self, pemda: Pemda) -> AturanPersen:
        """The rule of the share; a pemda without a row divides by all."""
        pilih = self.filter(pemda=pemda).values_list("aturan_persen", flat=True).first()
        return AturanPersen(pilih) if pilih else AturanPersen.DARI_SEMUA


class SetelanEvaluasi(Berversi):
    pemda = models.OneToOneField(Pemda, on_delete=models.PROTECT, related_name="+")
    aturan_persen = models.CharField(
        "pembagi persentase tindak lanjut", max_length=20, choices=pilihan(LABEL_PERSEN)
    )

    objects = SetelanEvaluasiQuerySet.as_manager()

    class Meta:
        verbose_name = "setelan evaluasi"
        constraints = [dikenal("aturan_persen", AturanPersen, "setelanevaluasi_aturan_dikenal")]

    def __str__(self) -> str:
        return f"{self.pemda}: {self.get_aturan_persen_display()}"
