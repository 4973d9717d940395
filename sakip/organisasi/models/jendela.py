"""When figures may be entered and evaluations made, and for whom longer."""

from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from sakip.lib.tanggal import tulis_triwulan
from sakip.organisasi.hitung.jendela import WaktuJendela
from sakip.organisasi.models.pemda import Pemda
from sakip.organisasi.models.unit import Unit
from sakip.web.tahun import tahun_wajar
from sakip.web.versi import Berversi

if TYPE_CHECKING:
    from sakip.organisasi.models.pengguna import Pengguna


class JendelaQuerySet(models.QuerySet["Jendela"]):
    def untuk(self, pengguna: "Pengguna") -> Self:
        return self.filter(pemda__in=Pemda.objects.untuk(pengguna))


class Jendela(Berversi):
    """One window of a pemda: for a triwulan's entry, or for a year's evaluation (bulan 12)."""

    class Jenis(models.TextChoices):
        PENGISIAN = "pengisian", "pengisian realisasi"
        EVALUASI = "evaluasi", "evaluasi AKIP"

    # what is opened in a year, in its order: kind and last month
    PERIODE = (
        (Jenis.PENGISIAN.value, 3),
        (Jenis.PENGISIAN.value, 6),
        (Jenis.PENGISIAN.value, 9),
        (Jenis.PENGISIAN.value, 12),
        (Jenis.EVALUASI.value, 12),
    )

    pemda = models.ForeignKey(Pemda, on_delete=models.PROTECT, related_name="jendela")
    jenis = models.CharField(max_length=10, choices=Jenis)
    tahun = models.PositiveSmallIntegerField()
    bulan = models.PositiveSmallIntegerField(help_text="bulan terakhir dari triwulannya")
    buka = models.DateTimeField()
    tenggat = models.DateTimeField()
    kunci = models.DateTimeField()

    objects = JendelaQuerySet.as_manager()

    class Meta:
        verbose_name = "jendela"
        constraints = [
            models.UniqueConstraint(
                fields=["pemda", "jenis", "tahun", "bulan"], name="jendela_satu_per_periode"
            ),
            models.CheckConstraint(
                condition=Q(jenis="pengisian", bulan__in=(3, 6, 9, 12))
                | Q(jenis="evaluasi", bulan=12),
                name="jendela_bulan_sesuai_jenis",
            ),
            tahun_wajar("jendela"),
            models.CheckConstraint(
                condition=Q(buka__lt=F("tenggat"), tenggat__lte=F("kunci")),
                name="jendela_waktu_urut",
                violation_error_message="Urutannya: buka, lalu tenggat, lalu kunci.",
            ),
        ]

    def __str__(self) -> str:
        if self.jenis == self.Jenis.EVALUASI:
            return f"Evaluasi AKIP {self.tahun}"
        return f"Pengisian {tulis_triwulan(self.bulan)} {self.tahun}"

    def waktu(self) -> WaktuJendela:
        return WaktuJendela(self.buka, self.tenggat, self.kunci)


class PengecualianQuerySet(models.QuerySet["Pengecualian"]):
    def untuk(self, pengguna: "Pengguna") -> Self:
        return self.filter(unit__in=Unit.objects.untuk(pengguna))


class Pengecualian(Berversi):
    """A window held open for one unit until a moment, with who opened it and why."""

    jendela = models.ForeignKey(Jendela, on_delete=models.PROTECT, related_name="pengecualian")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="pengecualian")
    sampai = models.DateTimeField()
    alasan = models.TextField()
    dibuka_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )

    objects = PengecualianQuerySet.as_manager()

    class Meta:
        verbose_name = "pengecualian"
        constraints = [
            models.UniqueConstraint(fields=["jendela", "unit"], name="pengecualian_satu_per_unit"),
            models.CheckConstraint(
                condition=~Q(alasan=""),
                name="pengecualian_beralasan",
                violation_error_message="Pengecualian memerlukan alasan.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.jendela}, {self.unit.singkatan}"
