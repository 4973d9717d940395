"""Bases that several models of the walk share."""

from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import F, Q

from perencanaan.hitung.nilai import LABEL_JENIS, JenisNilai, Nilai
from sakip.organisasi.models import Unit
from sakip.web.tahun import tahun_wajar
from sakip.web.versi import Berversi

if TYPE_CHECKING:
    from sakip.organisasi.models import Pengguna

DIGIT_NILAI = 15
DESIMAL_NILAI = 6


class QuerySetUnit(models.QuerySet):
    """Rows that belong to a unit, found by the path `jalur_unit`."""

    jalur_unit = "unit"

    def untuk(self, pengguna: "Pengguna") -> Self:
        return self.filter(**{f"{self.jalur_unit}__in": Unit.objects.untuk(pengguna)})


def kolom_nilai() -> models.DecimalField:
    """A performance figure: at most 15 digits, 6 of them decimals, which SQLite keeps exactly."""
    return models.DecimalField(
        max_digits=DIGIT_NILAI, decimal_places=DESIMAL_NILAI, null=True, blank=True
    )


class NilaiBerkeadaan(Berversi):
    """A figure that may be a state. See `perencanaan.hitung.nilai`."""

    jenis = models.CharField(
        max_length=20, choices=[(jenis.value, label) for jenis, label in LABEL_JENIS.items()]
    )
    nilai = kolom_nilai()
    batas_bawah = kolom_nilai()
    batas_atas = kolom_nilai()
    predikat = models.CharField(max_length=20, blank=True)
    keterangan = models.CharField(
        max_length=200, blank=True, help_text="satuan atau label tercetak, misalnya N/K"
    )
    alasan = models.TextField(blank=True)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(jenis__in=[jenis.value for jenis in JenisNilai]),
                name="%(class)s_jenis_dikenal",
            ),
            models.CheckConstraint(
                condition=Q(jenis=JenisNilai.ANGKA, nilai__isnull=False)
                | (~Q(jenis=JenisNilai.ANGKA) & Q(nilai__isnull=True)),
                name="%(class)s_nilai_hanya_angka",
                violation_error_message="Nilai diisi jika dan hanya jika jenisnya angka.",
            ),
            models.CheckConstraint(
                condition=Q(
                    jenis=JenisNilai.RENTANG,
                    batas_bawah__isnull=False,
                    batas_atas__isnull=False,
                    batas_bawah__lte=F("batas_atas"),
                )
                | (
                    ~Q(jenis=JenisNilai.RENTANG)
                    & Q(batas_bawah__isnull=True, batas_atas__isnull=True)
                ),
                name="%(class)s_batas_hanya_rentang",
                violation_error_message="Rentang memerlukan batas bawah dan batas atas yang urut.",
            ),
            models.CheckConstraint(
                condition=(Q(jenis=JenisNilai.PREDIKAT) & ~Q(predikat=""))
                | (~Q(jenis=JenisNilai.PREDIKAT) & Q(predikat="")),
                name="%(class)s_predikat_hanya_predikat",
                violation_error_message="Predikat diisi jika dan hanya jika jenisnya predikat.",
            ),
            models.CheckConstraint(
                condition=~Q(jenis__in=(JenisNilai.BELUM_DIUKUR, JenisNilai.TIDAK_DIJADWALKAN))
                | ~Q(alasan=""),
                name="%(class)s_keadaan_beralasan",
                violation_error_message="Belum diukur dan tidak dijadwalkan memerlukan alasan.",
            ),
        ]

    def sebagai_nilai(self) -> Nilai:
        return Nilai(
            jenis=JenisNilai(self.jenis),
            angka=self.nilai,
            bawah=self.batas_bawah,
            atas=self.batas_atas,
            predikat=self.predikat,
            keterangan=self.keterangan,
            alasan=self.alasan,
        )


class Frekuensi(models.TextChoices):
    BULANAN = "bulanan", "bulanan"
    TRIWULANAN = "triwulanan", "triwulanan"
    SEMESTERAN = "semesteran", "semesteran"
    TAHUNAN = "tahunan", "tahunan"


class Berperiode(models.Model):
    """The one axis of periods: `bulan` is the last month of the period, 12 for a year."""

    tahun = models.PositiveSmallIntegerField()
    bulan = models.PositiveSmallIntegerField()
    frekuensi = models.CharField(max_length=10, choices=Frekuensi)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(frekuensi=Frekuensi.BULANAN, bulan__range=(1, 12))
                | Q(frekuensi=Frekuensi.TRIWULANAN, bulan__in=(3, 6, 9, 12))
                | Q(frekuensi=Frekuensi.SEMESTERAN, bulan__in=(6, 12))
                | Q(frekuensi=Frekuensi.TAHUNAN, bulan=12),
                name="%(class)s_bulan_sesuai_frekuensi",
                violation_error_message="Bulan harus bulan terakhir dari periodenya.",
            ),
            tahun_wajar("%(class)s"),
        ]
