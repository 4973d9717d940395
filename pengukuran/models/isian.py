"""What surrounds the entering of a realisasi: returns, notes, and their rules."""

from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q

from pengukuran.hitung.kesiapan import (
    BERBATAS,
    SEBUTAN_KODE,
    SELALU_CEGAH,
    KodeKesiapan,
    Tindakan,
)
from pengukuran.hitung.kolom import AWALAN_VARIABEL, Kolom
from pengukuran.models.realisasi import Realisasi
from perencanaan.models.dasar import QuerySetUnit
from sakip.organisasi.models import Pemda
from sakip.web.versi import Berversi

if TYPE_CHECKING:
    from sakip.organisasi.models import Pengguna

PANJANG_KOLOM = 60


def kolom_dikenal(nama: str, dikenal: tuple[Kolom, ...]) -> models.CheckConstraint:
    """The constraint of a table whose `kolom` is one of some cells, or a variable."""
    return models.CheckConstraint(
        condition=Q(kolom__in=[satu.value for satu in dikenal])
        | Q(kolom__startswith=AWALAN_VARIABEL),
        name=nama,
    )


class PengembalianQuerySet(QuerySetUnit):
    jalur_unit = "realisasi__unit"

    def terbuka(self) -> Self:
        """What is still to be mended."""
        return self.filter(selesai=False)


class Pengembalian(models.Model):
    """Why a realisasi came back, cell by cell; submitting it again closes them."""

    realisasi = models.ForeignKey(Realisasi, on_delete=models.CASCADE, related_name="pengembalian")
    kolom = models.CharField(max_length=PANJANG_KOLOM)
    alasan = models.TextField()
    oleh = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    waktu = models.DateTimeField()
    selesai = models.BooleanField(default=False)

    objects = PengembalianQuerySet.as_manager()

    class Meta:
        verbose_name = "pengembalian"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["realisasi", "kolom"],
                condition=Q(selesai=False),
                name="pengembalian_satu_terbuka",
            ),
            kolom_dikenal("pengembalian_kolom_dikenal", tuple(Kolom)),
            models.CheckConstraint(
                condition=~Q(alasan=""),
                name="pengembalian_beralasan",
                violation_error_message="Tulis mengapa isian ini dikembalikan.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kolom}: {self.alasan}"


class CatatanKesiapanQuerySet(QuerySetUnit):
    jalur_unit = "realisasi__unit"


class CatatanKesiapan(Berversi):
    """The note that explains what is odd about a figure; the verifier reads it."""

    realisasi = models.ForeignKey(
        Realisasi, on_delete=models.CASCADE, related_name="catatan_kesiapan"
    )
    kode = models.CharField(
        max_length=30, choices=[(satu.value, SEBUTAN_KODE[satu]) for satu in KodeKesiapan]
    )
    teks = models.TextField()
    oleh = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    objects = CatatanKesiapanQuerySet.as_manager()

    class Meta:
        verbose_name = "catatan kesiapan"
        constraints = [
            models.UniqueConstraint(
                fields=["realisasi", "kode"], name="catatankesiapan_satu_per_kode"
            ),
            models.CheckConstraint(
                condition=Q(kode__in=[satu.value for satu in KodeKesiapan]),
                name="catatankesiapan_kode_dikenal",
            ),
            models.CheckConstraint(
                condition=~Q(teks=""),
                name="catatankesiapan_berisi",
                violation_error_message="Tulis penjelasannya.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kode_display()}: {self.teks}"


class AturanKesiapanQuerySet(models.QuerySet["AturanKesiapan"]):
    def untuk(self, pengguna: "Pengguna") -> Self:
        return self.filter(pemda__in=Pemda.objects.untuk(pengguna))


class AturanKesiapan(Berversi):
    """What a pemda wants done about a finding; without a row the default of the code holds."""

    pemda = models.ForeignKey(Pemda, on_delete=models.PROTECT, related_name="+")
    kode = models.CharField(
        max_length=30, choices=[(satu.value, SEBUTAN_KODE[satu]) for satu in KodeKesiapan]
    )
    tindakan = models.CharField(
        max_length=10,
        choices=[
            (Tindakan.CEGAH.value, "cegah pengajuan"),
            (Tindakan.CATATAN.value, "minta catatan"),
            (Tindakan.ABAIKAN.value, "abaikan"),
        ],
    )
    batas = models.DecimalField(
        max_digits=7, decimal_places=2, null=True, blank=True, help_text="kali, atau persen capaian"
    )

    objects = AturanKesiapanQuerySet.as_manager()

    class Meta:
        verbose_name = "aturan kesiapan"
        constraints = [
            models.UniqueConstraint(fields=["pemda", "kode"], name="aturankesiapan_satu_per_kode"),
            models.CheckConstraint(
                condition=Q(kode__in=[satu.value for satu in KodeKesiapan]),
                name="aturankesiapan_kode_dikenal",
            ),
            models.CheckConstraint(
                condition=Q(tindakan__in=[satu.value for satu in Tindakan]),
                name="aturankesiapan_tindakan_dikenal",
            ),
            models.CheckConstraint(
                condition=~Q(kode__in=sorted(SELALU_CEGAH)) | Q(tindakan=Tindakan.CEGAH.value),
                name="aturankesiapan_selalu_cegah",
                violation_error_message="Angka yang tidak ada selalu mencegah pengajuan.",
            ),
            models.CheckConstraint(
                condition=Q(batas__isnull=True) | Q(batas__gt=1, kode__in=sorted(BERBATAS)),
                name="aturankesiapan_batas_wajar",
                violation_error_message="Batas lebih dari 1, dan hanya pada aturan yang berbatas.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kode_display()}: {self.get_tindakan_display()}"


class UsulanKoreksiQuerySet(QuerySetUnit):
    jalur_unit = "realisasi__unit"


class UsulanKoreksi(models.Model):
    """A correction after kunci that waits for another person; deciding closes it.

    `isi` and `semula` hold by cell what is asked for and what stood there, as typed text.
    """

    realisasi = models.ForeignKey(
        Realisasi, on_delete=models.PROTECT, related_name="usulan_koreksi"
    )
    isi = models.JSONField(encoder=DjangoJSONEncoder)
    semula = models.JSONField(encoder=DjangoJSONEncoder)
    alasan = models.TextField()
    oleh = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    waktu = models.DateTimeField()
    selesai = models.BooleanField(default=False)

    objects = UsulanKoreksiQuerySet.as_manager()

    class Meta:
        verbose_name = "usulan koreksi"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["realisasi"],
                condition=Q(selesai=False),
                name="usulankoreksi_satu_terbuka",
            ),
            models.CheckConstraint(
                condition=~Q(alasan=""),
                name="usulankoreksi_beralasan",
                violation_error_message="Usulan koreksi memerlukan alasan.",
            ),
        ]

    def __str__(self) -> str:
        return f"Usulan koreksi {self.realisasi}"
