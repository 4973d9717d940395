"""The budget in its versions."""

from typing import Self

from django.db import models
from django.db.models import Q, Value
from django.db.models.functions import Concat

from perencanaan.models.dasar import QuerySetUnit
from perencanaan.models.renstra import Simpul
from sakip.organisasi.models import Pengguna, Unit
from sakip.web.tahun import tahun_wajar
from sakip.web.uang import UangField
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


BELANJA_SEMUA = "5"


class JenisBelanjaQuerySet(models.QuerySet["JenisBelanja"]):
    def untuk(self, _pengguna: Pengguna) -> Self:
        """The nomenclature is the same for everybody."""
        return self.all()


class JenisBelanja(Berversi):
    """The codes of belanja (Permendagri 90/2019); the root stands for all of it, not split."""

    kode = models.CharField(max_length=20, primary_key=True)
    nama = models.CharField(max_length=200)
    induk = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="rincian"
    )

    objects = JenisBelanjaQuerySet.as_manager()

    class Meta:
        verbose_name = "jenis belanja"
        ordering = ["kode"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kode=BELANJA_SEMUA, induk=None)
                | (~Q(kode=BELANJA_SEMUA) & Q(induk__isnull=False)),
                name="jenisbelanja_satu_akar",
            ),
            models.CheckConstraint(
                condition=Q(induk__isnull=True)
                | Q(kode__startswith=Concat("induk", Value("."), output_field=models.CharField())),
                name="jenisbelanja_di_bawah_induknya",
                violation_error_message="Kode jenis belanja diawali kode induknya dan titik.",
            ),
        ]

    def __str__(self) -> str:
        return self.nama


class Pagu(Berversi):
    """The ceiling of a node in a version, in rupiah; on any level of the budget tree."""

    versi_anggaran = models.ForeignKey(VersiAnggaran, on_delete=models.PROTECT, related_name="pagu")
    simpul = models.ForeignKey(Simpul, on_delete=models.PROTECT, related_name="pagu")
    jenis_belanja = models.ForeignKey(
        JenisBelanja, on_delete=models.PROTECT, default=BELANJA_SEMUA, related_name="+"
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
