"""The instrument of evaluation as data: what is asked, what it weighs, how it is answered."""

from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import F, Q

from evaluasi.hitung.predikat import Predikat
from evaluasi.models.dasar import QuerySetLewat, berisi, dikenal, pilihan
from evaluasi.status import (
    LABEL_CARA,
    LABEL_INSTRUMEN,
    LABEL_JENIS_SUB,
    LABEL_PELAKU,
    CaraNilai,
    Pelaku,
    StatusInstrumen,
)
from sakip.organisasi.models import Pemda
from sakip.web.tahun import tahun_wajar
from sakip.web.versi import Berversi

if TYPE_CHECKING:
    from sakip.organisasi.models import Pengguna


class InstrumenQuerySet(models.QuerySet["Instrumen"]):
    def untuk(self, pengguna: "Pengguna") -> Self:
        """Those of the nation, and those of one's own pemda."""
        return self.filter(Q(pemda=None) | Q(pemda__in=Pemda.objects.untuk(pengguna)))

    def berlaku(self, pemda: Pemda, tahun: int) -> Self:
        """The newest in force for a year of evaluation, the pemda's own first; none or one row."""
        sah = self.filter(
            Q(pemda=None) | Q(pemda=pemda), status=StatusInstrumen.BERLAKU, tahun__lte=tahun
        )
        return sah.order_by(F("pemda").asc(nulls_last=True), "-tahun", "-ke")[:1]


class Instrumen(Berversi):
    """One version, in force from a year of evaluation on; without a pemda it is the nation's.

    Nothing below it changes once it is in force: a change is a copy with the next `ke`.
    """

    pemda = models.ForeignKey(
        Pemda, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    kode = models.SlugField(max_length=60)
    tahun = models.PositiveSmallIntegerField(help_text="berlaku sejak tahun evaluasi ini")
    ke = models.PositiveSmallIntegerField(default=1)
    nama = models.CharField(max_length=200)
    dasar = models.CharField(max_length=300, blank=True, help_text="peraturan yang menjadi dasar")
    status = models.CharField(
        max_length=10, choices=pilihan(LABEL_INSTRUMEN), default=StatusInstrumen.DRAF.value
    )
    cara = models.CharField(
        "cara menilai", max_length=10, choices=pilihan(LABEL_CARA), default=CaraNilai.SUB.value
    )
    keberadaan_dahulu = models.BooleanField(
        default=False, help_text="tanpa keberadaan, kualitas dan pemanfaatan tidak bernilai"
    )
    asal = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="salinan"
    )

    objects = InstrumenQuerySet.as_manager()

    class Meta:
        verbose_name = "instrumen evaluasi"
        ordering = ["tahun", "ke"]
        constraints = [
            tahun_wajar("instrumen"),
            models.UniqueConstraint(
                fields=["pemda", "kode", "tahun", "ke"],
                condition=Q(pemda__isnull=False),
                name="instrumen_satu_per_pemda",
            ),
            models.UniqueConstraint(
                fields=["kode", "tahun", "ke"],
                condition=Q(pemda__isnull=True),
                name="instrumen_satu_nasional",
            ),
            models.CheckConstraint(condition=Q(ke__gte=1), name="instrumen_ke_sejak_satu"),
            dikenal("status", StatusInstrumen, "instrumen_status_dikenal"),
            dikenal("cara", CaraNilai, "instrumen_cara_dikenal"),
            berisi("nama", "instrumen_bernama", "Instrumen memerlukan nama."),
        ]

    def __str__(self) -> str:
        return f"{self.nama} {self.tahun}" + (f" versi {self.ke}" if self.ke > 1 else "")


class BagianInstrumenQuerySet(QuerySetLewat):
    induk = "instrumen"


class SkalaJawaban(Berversi):
    """One kind of question; one of them holds the grades of a sub-komponen (AA to E)."""

    instrumen = models.ForeignKey(Instrumen, on_delete=models.PROTECT, related_name="skala")
    kode = models.SlugField(max_length=40)
    nama = models.CharField(max_length=120)
    untuk_sub = models.BooleanField(default=False)

    objects = BagianInstrumenQuerySet.as_manager()

    class Meta:
        verbose_name = "skala jawaban"
        constraints = [
            models.UniqueConstraint(fields=["instrumen", "kode"], name="skalajawaban_tunggal"),
            models.UniqueConstraint(
                fields=["instrumen"],
                condition=Q(untuk_sub=True),
                name="skalajawaban_satu_untuk_sub",
            ),
        ]

    def __str__(self) -> str:
        return self.nama


class PilihanJawabanQuerySet(QuerySetLewat):
    induk = "skala"


class PilihanJawaban(Berversi):
    """An answer, and the share it gives: 1 is the whole weight."""

    skala = models.ForeignKey(SkalaJawaban, on_delete=models.PROTECT, related_name="pilihan")
    urutan = models.PositiveSmallIntegerField()
    kode = models.CharField(max_length=10)
    sebutan = models.CharField(max_length=200, blank=True)
    bagian = models.DecimalField(max_digits=7, decimal_places=6)
    terpenuhi = models.BooleanField(default=False, help_text="kriterianya dihitung terpenuhi")

    objects = PilihanJawabanQuerySet.as_manager()

    class Meta:
        verbose_name = "pilihan jawaban"
        ordering = ["urutan"]
        constraints = [
            models.UniqueConstraint(fields=["skala", "kode"], name="pilihanjawaban_tunggal"),
            models.UniqueConstraint(
                fields=["skala", "urutan"], name="pilihanjawaban_satu_per_urutan"
            ),
            models.CheckConstraint(
                condition=Q(bagian__gte=0, bagian__lte=1),
                name="pilihanjawaban_bagian_wajar",
                violation_error_message="Bagian sebuah jawaban antara 0 dan 1.",
            ),
        ]

    def __str__(self) -> str:
        return self.kode


class BatasPredikat(Berversi):
    """A letter of the total, for what lies above `di_atas`; the lowest has no bound."""

    instrumen = models.ForeignKey(Instrumen, on_delete=models.PROTECT, related_name="predikat")
    urutan = models.PositiveSmallIntegerField()
    kode = models.CharField(max_length=10)
    sebutan = models.CharField(max_length=60)
    di_atas = models.DecimalField(max_digits=7, decimal_places=2, null=True, blank=True)

    objects = BagianInstrumenQuerySet.as_manager()

    class Meta:
        verbose_name = "batas predikat"
        ordering = ["urutan"]
        constraints = [
            models.UniqueConstraint(fields=["instrumen", "kode"], name="bataspredikat_tunggal"),
            models.UniqueConstraint(
                fields=["instrumen", "urutan"], name="bataspredikat_satu_per_urutan"
            ),
            models.UniqueConstraint(
                fields=["instrumen"],
                condition=Q(di_atas__isnull=True),
                name="bataspredikat_satu_terbawah",
            ),
            models.CheckConstraint(
                condition=Q(di_atas__isnull=True) | Q(di_atas__gte=0, di_atas__lt=100),
                name="bataspredikat_batas_wajar",
                violation_error_message="Batas predikat antara 0 dan 100.",
            ),
        ]

    def __str__(self) -> str:
        return self.kode

    def sebagai_predikat(self) -> Predikat:
        return Predikat(self.kode, self.sebutan, self.di_atas)


class TahapEvaluasi(Berversi):
    """A stage of a worksheet, in its order; the grades of one, `penentu`, make the LHE."""

    instrumen = models.ForeignKey(Instrumen, on_delete=models.PROTECT, related_name="tahap")
    urutan = models.PositiveSmallIntegerField()
    kode = models.SlugField(max_length=40)
    nama = models.CharField(max_length=120)
    pelaku = models.CharField(max_length=12, choices=pilihan(LABEL_PELAKU))
    dalam_jendela = models.BooleanField(default=False, help_text="hanya selama jendela evaluasi")
    penentu = models.BooleanField(default=False)

    objects = BagianInstrumenQuerySet.as_manager()

    class Meta:
        verbose_name = "tahap evaluasi"
        ordering = ["urutan"]
        constraints = [
            models.UniqueConstraint(fields=["instrumen", "kode"], name="tahapevaluasi_tunggal"),
            models.UniqueConstraint(
                fields=["instrumen", "urutan"], name="tahapevaluasi_satu_per_urutan"
            ),
            models.UniqueConstraint(
                fields=["instrumen"],
                condition=Q(penentu=True),
                name="tahapevaluasi_satu_penentu",
            ),
            dikenal("pelaku", Pelaku, "tahapevaluasi_pelaku_dikenal"),
            models.CheckConstraint(
                condition=Q(penentu=False) | Q(pelaku=Pelaku.INSPEKTORAT.value),
                name="tahapevaluasi_unit_bukan_penentu",
                violation_error_message="Penilaian mandiri tidak menentukan nilai LHE.",
            ),
        ]

    def __str__(self) -> str:
        return self.nama


class Komponen(Berversi):
    """Its weight is the sum of its sub-komponen, and stands nowhere else."""

    instrumen = models.ForeignKey(Instrumen, on_delete=models.PROTECT, related_name="komponen")
    urutan = models.PositiveSmallIntegerField()
    kode = models.CharField(max_length=10)
    nama = models.CharField(max_length=200)

    objects = BagianInstrumenQuerySet.as_manager()

    class Meta:
        verbose_name = "komponen"
        ordering = ["urutan"]
        constraints = [
            models.UniqueConstraint(fields=["instrumen", "kode"], name="komponen_tunggal"),
            models.UniqueConstraint(
                fields=["instrumen", "urutan"], name="komponen_satu_per_urutan"
            ),
        ]

    def __str__(self) -> str:
        return self.nama


class SubKomponenQuerySet(QuerySetLewat):
    induk = "komponen"


class SubKomponen(Berversi):
    komponen = models.ForeignKey(Komponen, on_delete=models.PROTECT, related_name="sub")
    urutan = models.PositiveSmallIntegerField()
    kode = models.CharField(max_length=10)
    nama = models.CharField(max_length=400)
    jenis = models.CharField(max_length=12, choices=pilihan(LABEL_JENIS_SUB))
    bobot = models.DecimalField(max_digits=7, decimal_places=4)

    objects = SubKomponenQuerySet.as_manager()

    class Meta:
        verbose_name = "sub-komponen"
        ordering = ["komponen__urutan", "urutan"]
        constraints = [
            models.UniqueConstraint(fields=["komponen", "kode"], name="subkomponen_tunggal"),
            models.UniqueConstraint(
                fields=["komponen", "urutan"], name="subkomponen_satu_per_urutan"
            ),
            dikenal("jenis", LABEL_JENIS_SUB, "subkomponen_jenis_dikenal"),
            models.CheckConstraint(
                condition=Q(bobot__gt=0, bobot__lte=100),
                name="subkomponen_berbobot",
                violation_error_message="Bobot sub-komponen di atas 0 dan paling tinggi 100.",
            ),
        ]

    def __str__(self) -> str:
        return self.nama


class KriteriaQuerySet(QuerySetLewat):
    induk = "sub"


class Kriteria(Berversi):
    """What is probed. It may rest on another one, and then is never answered higher."""

    sub = models.ForeignKey(SubKomponen, on_delete=models.PROTECT, related_name="kriteria")
    urutan = models.PositiveSmallIntegerField()
    uraian = models.TextField()
    skala = models.ForeignKey(SkalaJawaban, on_delete=models.PROTECT, related_name="+")
    prasyarat = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    bukti_diminta = models.TextField(blank=True, help_text="satu jenis bukti sebaris")
    # a code of `evaluasi.hitung.fakta`; blank where only people can tell
    fakta = models.SlugField("fakta dari data aplikasi", max_length=40, blank=True)

    objects = KriteriaQuerySet.as_manager()

    class Meta:
        verbose_name = "kriteria"
        ordering = ["sub__komponen__urutan", "sub__urutan", "urutan"]
        constraints = [
            models.UniqueConstraint(fields=["sub", "urutan"], name="kriteria_satu_per_urutan"),
            berisi("uraian", "kriteria_berisi", "Kriteria memerlukan uraian."),
            models.CheckConstraint(
                condition=Q(prasyarat__isnull=True) | ~Q(prasyarat=F("id")),
                name="kriteria_bukan_prasyarat_sendiri",
            ),
        ]

    def __str__(self) -> str:
        return self.uraian
