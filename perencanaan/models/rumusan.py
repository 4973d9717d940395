"""What belongs to an indikator beside its wording: variables, who answers for it, its successor."""

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Q

from perencanaan.models.dasar import QuerySetUnit
from perencanaan.models.indikator import Indikator, IndikatorVersi
from sakip.organisasi.models import Unit
from sakip.web.versi import Berversi


class VariabelQuerySet(QuerySetUnit):
    jalur_unit = "indikator_versi__indikator__unit"


class Variabel(Berversi):
    """A named quantity of an indikator's formula; staff enter it, the realisasi follows."""

    indikator_versi = models.ForeignKey(
        IndikatorVersi, on_delete=models.PROTECT, related_name="variabel"
    )
    nama = models.CharField(
        max_length=40,
        help_text="seperti dalam rumus",
        validators=[
            RegexValidator(
                r"^[a-z][a-z0-9_]*$",
                "Nama variabel: huruf kecil, angka, dan garis bawah, diawali huruf.",
            )
        ],
    )
    label = models.CharField(max_length=200)
    satuan = models.CharField(max_length=60)
    sumber_data = models.CharField(max_length=200, blank=True)
    urutan = models.PositiveSmallIntegerField()

    objects = VariabelQuerySet.as_manager()

    class Meta:
        verbose_name = "variabel"
        ordering = ["urutan"]
        constraints = [
            models.UniqueConstraint(
                fields=["indikator_versi", "nama"], name="variabel_nama_tunggal"
            ),
            models.CheckConstraint(
                condition=~Q(nama="") & ~Q(label=""), name="variabel_bernama_dan_berlabel"
            ),
        ]

    def __str__(self) -> str:
        return self.label


class PenanggungJawabQuerySet(QuerySetUnit):
    jalur_unit = "indikator_versi__indikator__unit"


class PenanggungJawab(Berversi):
    """A bidang that answers for an indikator; several may be named, one of them enters."""

    indikator_versi = models.ForeignKey(
        IndikatorVersi, on_delete=models.PROTECT, related_name="penanggung_jawab"
    )
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    mengisi = models.BooleanField(default=False)

    objects = PenanggungJawabQuerySet.as_manager()

    class Meta:
        verbose_name = "penanggung jawab"
        constraints = [
            models.UniqueConstraint(
                fields=["indikator_versi", "unit"], name="penanggungjawab_satu_per_unit"
            ),
            models.UniqueConstraint(
                fields=["indikator_versi"],
                condition=Q(mengisi=True),
                name="penanggungjawab_satu_pengisi",
                violation_error_message="Indikator ini sudah mempunyai bidang yang mengisi.",
            ),
        ]

    def __str__(self) -> str:
        return str(self.unit)


class PadananQuerySet(QuerySetUnit):
    jalur_unit = "lama__unit"


class Padanan(Berversi):
    """An indikator that another one replaced, so that years before can be set beside it.

    Where satuan, arah or formula of the two differ, comparisons print `-` with the reason.
    """

    lama = models.ForeignKey(Indikator, on_delete=models.PROTECT, related_name="digantikan")
    baru = models.ForeignKey(Indikator, on_delete=models.PROTECT, related_name="menggantikan")
    catatan = models.TextField(blank=True)

    objects = PadananQuerySet.as_manager()

    class Meta:
        verbose_name = "padanan indikator"
        constraints = [
            models.UniqueConstraint(
                fields=["baru"],
                name="padanan_satu_pendahulu",
                violation_error_message="Indikator ini sudah mempunyai padanan dari tahun lalu.",
            ),
            models.CheckConstraint(condition=~Q(lama=F("baru")), name="padanan_dua_indikator"),
        ]

    def __str__(self) -> str:
        return f"{self.lama} → {self.baru}"
