"""Who holds which post, and when; documents print the post as it was on their day."""

from datetime import date
from typing import TYPE_CHECKING, Self

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Length
from django.db.models.lookups import Exact

from sakip.organisasi.models.pemda import Pemda
from sakip.organisasi.models.unit import Unit
from sakip.web.versi import Berversi

if TYPE_CHECKING:
    from sakip.organisasi.models.pengguna import Pengguna

PANJANG_NIP = 18


class PejabatQuerySet(models.QuerySet["Pejabat"]):
    def untuk(self, pengguna: "Pengguna") -> Self:
        return self.filter(pemda__in=Pemda.objects.untuk(pengguna))


class Pejabat(Berversi):
    """A person who signs; a head of government has no NIP."""

    pemda = models.ForeignKey(Pemda, on_delete=models.PROTECT, related_name="pejabat")
    nama = models.CharField(max_length=120, help_text="lengkap dengan gelar")
    nip = models.CharField(
        max_length=PANJANG_NIP,
        blank=True,
        validators=[RegexValidator(r"^\d{18}$", "NIP terdiri atas 18 angka tanpa spasi.")],
    )

    objects = PejabatQuerySet.as_manager()

    class Meta:
        verbose_name = "pejabat"
        constraints = [
            models.UniqueConstraint(
                fields=["nip"],
                condition=~Q(nip=""),
                name="pejabat_nip_tunggal",
                violation_error_message="NIP ini sudah dipakai pejabat lain.",
            ),
            models.CheckConstraint(
                condition=Q(nip="") | Q(Exact(Length("nip"), PANJANG_NIP)),
                name="pejabat_nip_18_angka",
            ),
        ]

    def __str__(self) -> str:
        return self.nama

    def nip_tercetak(self) -> str:
        """In groups of 8, 6, 1 and 3, as documents print it; empty where there is none."""
        nip = self.nip
        return f"{nip[:8]} {nip[8:14]} {nip[14]} {nip[15:]}" if nip else ""

    def nip_tersamar(self) -> str:
        """Enough to tell two people apart in a list, and no more."""
        return f"•••• {self.nip[-4:]}" if self.nip else ""


class PenempatanQuerySet(models.QuerySet["Penempatan"]):
    def untuk(self, pengguna: "Pengguna") -> Self:
        return self.filter(pejabat__in=Pejabat.objects.untuk(pengguna))

    def pada(self, tanggal: date) -> Self:
        return self.filter(Q(sampai__isnull=True) | Q(sampai__gte=tanggal), dari__lte=tanggal)

    def pemimpin(self, unit: Unit, tanggal: date) -> "Penempatan | None":
        """Who heads a unit on a day; of an old and a new head on the same day, the new one."""
        milik = self.filter(unit=unit, memimpin=True).pada(tanggal)
        return milik.select_related("pejabat").order_by("-dari", "-pk").first()

    def kepala_daerah(self, pemda: Pemda, tanggal: date) -> "Penempatan | None":
        milik = self.filter(unit=None, pejabat__pemda=pemda, memimpin=True).pada(tanggal)
        return milik.select_related("pejabat").order_by("-dari", "-pk").first()


class Penempatan(Berversi):
    """A post held from a day until a day; without a unit it is a post of the pemda itself."""

    class Status(models.TextChoices):
        DEFINITIF = "definitif", "definitif"
        PLT = "plt", "Plt."
        PLH = "plh", "Plh."
        PJ = "pj", "Pj."

    pejabat = models.ForeignKey(Pejabat, on_delete=models.PROTECT, related_name="penempatan")
    unit = models.ForeignKey(
        Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="penempatan"
    )
    jabatan = models.CharField(max_length=200)
    status = models.CharField(max_length=10, choices=Status, default=Status.DEFINITIF)
    memimpin = models.BooleanField(default=False, help_text="kepala unit, penanda tangan")
    golongan = models.CharField("pangkat/golongan", max_length=60, blank=True)
    kelas = models.PositiveSmallIntegerField("kelas jabatan", null=True, blank=True)
    dari = models.DateField()
    sampai = models.DateField(null=True, blank=True)

    objects = PenempatanQuerySet.as_manager()

    class Meta:
        verbose_name = "penempatan"
        constraints = [
            models.CheckConstraint(
                condition=Q(status__in=("definitif", "plt", "plh", "pj")),
                name="penempatan_status_dikenal",
            ),
            models.CheckConstraint(
                condition=Q(sampai__isnull=True) | Q(sampai__gte=F("dari")),
                name="penempatan_masa_urut",
                violation_error_message="Penempatan berakhir sebelum mulai.",
            ),
            models.CheckConstraint(
                condition=Q(kelas__isnull=True) | Q(kelas__range=(1, 17)),
                name="penempatan_kelas_wajar",
                violation_error_message="Kelas jabatan antara 1 dan 17.",
            ),
            models.UniqueConstraint(
                fields=["unit"],
                condition=Q(unit__isnull=False, memimpin=True, sampai__isnull=True),
                name="penempatan_satu_pemimpin",
                violation_error_message="Unit ini sudah mempunyai pemimpin; akhiri dahulu masanya.",
            ),
        ]

    def __str__(self) -> str:
        return self.jabatan_tercetak()

    def jabatan_tercetak(self) -> str:
        """The post as a signature block prints it: Plt. Kepala Badan …"""
        if self.status == self.Status.DEFINITIF:
            return self.jabatan
        return f"{self.get_status_display()} {self.jabatan}"
