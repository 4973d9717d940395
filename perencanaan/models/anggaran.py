"""The budget in its versions."""

from django.db import models
from django.db.models import Q

from perencanaan.models.dasar import QuerySetUnit
from perencanaan.models.renstra import Simpul
from sakip.organisasi.models import Unit
from sakip.web.uang import UangField
from sakip.web.tahun import tahun_wajar
from sakip.web.versi import Berversi


class JenisAnggaran(models.TextChoices):
    MURNI = "murni", "Murni"
    PERGESERAN = "pergeseran", "Pergeseran"
    PERUBAHAN = "perubahan", "Perubahan"


class VersiAnggaranQuerySet(QuerySetUnit):
    pass


class VersiAnggaran(Berversi):
    """One budget of a unit and year; `ke` orders them, since a date may be unknown."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    tahun = models.PositiveSmallIntegerField()
    ke = models.PositiveSmallIntegerField()
    jenis = models.CharField(max_length=10, choices=JenisAnggaran)
    tanggal = models.DateField(null=True, blank=True)
    catatan = models.TextField(blank=True)

    objects = VersiAnggaranQuerySet.as_manager()

    class Meta:
        ordering = ["tahun", "ke"]
        constraints = [
            tahun_wajar("versianggaran"),
            models.UniqueConstraint(
                fields=["unit", "tahun", "ke"], name="versianggaran_ke_tunggal"
            ),
            models.CheckConstraint(
                condition=Q(jenis__in=JenisAnggaran.values), name="versianggaran_jenis_dikenal"
            ),
            models.CheckConstraint(
                condition=Q(jenis=JenisAnggaran.MURNI, ke=1)
                | (~Q(jenis=JenisAnggaran.MURNI) & Q(ke__gt=1)),
                name="versianggaran_murni_pertama",
                violation_error_message="Anggaran murni adalah versi pertama, dan hanya satu.",
            ),
        ]

    def __str__(self) -> str:
        return f"Anggaran {self.get_jenis_display()} {self.tahun}"


class PaguQuerySet(QuerySetUnit):
    jalur_unit = "versi_anggaran__unit"


BELANJA_SEMUA = "semua"


class Pagu(Berversi):
    """The ceiling of a node in a version, in rupiah; on any level of the budget tree."""

    versi_anggaran = models.ForeignKey(VersiAnggaran, on_delete=models.PROTECT, related_name="pagu")
    simpul = models.ForeignKey(Simpul, on_delete=models.PROTECT, related_name="pagu")
    jenis_belanja = models.CharField(
        max_length=20, default=BELANJA_SEMUA, help_text="kode; “semua” bila tidak dirinci"
    )
    sumber_dana = models.CharField(max_length=40, default="APBD")
    jumlah = UangField()

    objects = PaguQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["versi_anggaran", "simpul", "jenis_belanja", "sumber_dana"],
                name="pagu_tunggal",
            ),
            models.CheckConstraint(condition=Q(jumlah__gte=0), name="pagu_tidak_negatif"),
        ]

    def __str__(self) -> str:
        return f"Pagu {self.simpul}"
