"""LKE, the worksheet: what a unit says of itself and what the evaluator finds, side by side."""

from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from evaluasi.models.dasar import (
    BuktiDasar,
    QuerySetLewat,
    dikenal,
    pemda_inspektorat,
    pilihan,
    tahun_evaluasi_wajar,
)
from evaluasi.models.instrumen import (
    Instrumen,
    Kriteria,
    PilihanJawaban,
    SubKomponen,
    TahapEvaluasi,
)
from evaluasi.status import LABEL_PELAKU, LABEL_TAHAP, Pelaku, StatusTahap
from perencanaan.models.dasar import QuerySetUnit
from sakip.organisasi.models import Unit
from sakip.web.tahun import tahun_wajar
from sakip.web.versi import Berversi

if TYPE_CHECKING:
    from sakip.organisasi.models import Pengguna

JAWABAN_KOSONG = "Pilih jawaban atau tulis catatan."


class LembarKerjaQuerySet(QuerySetUnit):
    pass


class LembarKerja(Berversi):
    """The evaluation of a perangkat daerah in a year, of the work of a year."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    tahun_evaluasi = models.PositiveSmallIntegerField()
    tahun_kinerja = models.PositiveSmallIntegerField()
    instrumen = models.ForeignKey(Instrumen, on_delete=models.PROTECT, related_name="+")

    objects = LembarKerjaQuerySet.as_manager()

    class Meta:
        verbose_name = "lembar kerja evaluasi"
        ordering = ["tahun_evaluasi"]
        constraints = [
            tahun_evaluasi_wajar("lembarkerja"),
            models.UniqueConstraint(
                fields=["unit", "tahun_evaluasi"],
                name="lembarkerja_satu_setahun",
                violation_error_message="Unit ini sudah mempunyai lembar kerja tahun itu.",
            ),
        ]

    def __str__(self) -> str:
        return f"LKE {self.tahun_evaluasi}"


class TahapLembarQuerySet(QuerySetUnit):
    jalur_unit = "lembar__unit"

    def untuk(self, pengguna: "Pengguna") -> Self:
        """What the inspektorat has not finished is seen by the inspektorat alone."""
        return (
            super()
            .untuk(pengguna)
            .filter(
                Q(tahap__pelaku=Pelaku.UNIT.value)
                | Q(status=StatusTahap.SELESAI.value)
                | Q(lembar__unit__pemda__in=pemda_inspektorat(pengguna))
            )
        )


class TahapLembar(Berversi):
    """One stage of one worksheet; all its answers and grades hang on it."""

    lembar = models.ForeignKey(LembarKerja, on_delete=models.PROTECT, related_name="tahap")
    tahap = models.ForeignKey(TahapEvaluasi, on_delete=models.PROTECT, related_name="+")
    status = models.CharField(
        max_length=10, choices=pilihan(LABEL_TAHAP), default=StatusTahap.BELUM.value
    )

    objects = TahapLembarQuerySet.as_manager()

    class Meta:
        verbose_name = "tahap lembar kerja"
        ordering = ["tahap__urutan"]
        constraints = [
            models.UniqueConstraint(fields=["lembar", "tahap"], name="tahaplembar_tunggal"),
            dikenal("status", StatusTahap, "tahaplembar_status_dikenal"),
        ]

    def __str__(self) -> str:
        return f"{self.lembar}: {self.tahap}"


class PelakuLembarQuerySet(QuerySetLewat):
    induk = "lembar"


class PelakuLembar(models.Model):
    """Who had a hand in a worksheet, and on which side.

    One row a person: whoever wrote for the unit cannot be written down as its evaluator, whatever
    the code above forgets.
    """

    lembar = models.ForeignKey(LembarKerja, on_delete=models.PROTECT, related_name="pelaku")
    pengguna = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    sebagai = models.CharField(max_length=12, choices=pilihan(LABEL_PELAKU))

    objects = PelakuLembarQuerySet.as_manager()

    class Meta:
        verbose_name = "pelaku lembar kerja"
        constraints = [
            models.UniqueConstraint(
                fields=["lembar", "pengguna"],
                name="pelakulembar_satu_sisi",
                violation_error_message="Yang menilai mandiri tidak mengevaluasi unit yang sama.",
            ),
            dikenal("sebagai", Pelaku, "pelakulembar_sisi_dikenal"),
        ]

    def __str__(self) -> str:
        return f"{self.pengguna} ({self.sebagai})"


class IsiTahapQuerySet(QuerySetLewat):
    induk = "tahap"


class Jawaban(Berversi):
    """The answer to a criterion in one stage; an unanswered criterion has no row."""

    tahap = models.ForeignKey(TahapLembar, on_delete=models.PROTECT, related_name="jawaban")
    kriteria = models.ForeignKey(Kriteria, on_delete=models.PROTECT, related_name="+")
    pilihan = models.ForeignKey(
        PilihanJawaban, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    catatan = models.TextField(blank=True)
    dijawab_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )

    objects = IsiTahapQuerySet.as_manager()

    class Meta:
        verbose_name = "jawaban"
        constraints = [
            models.UniqueConstraint(fields=["tahap", "kriteria"], name="jawaban_satu_per_kriteria"),
            models.CheckConstraint(
                condition=Q(pilihan__isnull=False) | ~Q(catatan=""),
                name="jawaban_berisi",
                violation_error_message=JAWABAN_KOSONG,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kriteria}: {self.pilihan or '-'}"


class BuktiJawabanQuerySet(QuerySetLewat):
    induk = "jawaban"


class BuktiJawaban(BuktiDasar, Berversi):
    """Evidence of an answer, of the year judged or the one before."""

    jawaban = models.ForeignKey(Jawaban, on_delete=models.PROTECT, related_name="bukti")
    tahun = models.PositiveSmallIntegerField(help_text="tahun yang dibuktikan")

    objects = BuktiJawabanQuerySet.as_manager()

    class Meta(BuktiDasar.Meta):
        abstract = False
        verbose_name = "bukti jawaban"
        constraints = [*BuktiDasar.Meta.constraints, tahun_wajar("buktijawaban")]


class NilaiSub(Berversi):
    """The grade of a sub-komponen in one stage, with what the criteria suggested.

    `saran` is kept as it was when the grade was given; none where nothing was answered.
    """

    tahap = models.ForeignKey(TahapLembar, on_delete=models.PROTECT, related_name="nilai")
    sub = models.ForeignKey(SubKomponen, on_delete=models.PROTECT, related_name="+")
    pilihan = models.ForeignKey(PilihanJawaban, on_delete=models.PROTECT, related_name="+")
    saran = models.ForeignKey(
        PilihanJawaban, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    catatan = models.TextField(blank=True)
    dinilai_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )

    objects = IsiTahapQuerySet.as_manager()

    class Meta:
        verbose_name = "nilai sub-komponen"
        constraints = [
            models.UniqueConstraint(fields=["tahap", "sub"], name="nilaisub_satu_per_sub"),
            models.CheckConstraint(
                condition=Q(saran__isnull=False, saran=F("pilihan")) | ~Q(catatan=""),
                name="nilaisub_beda_bercatatan",
                violation_error_message=(
                    "Nilai ini berbeda dari saran menurut kriterianya. Tulis alasannya."
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.sub}: {self.pilihan}"
