"""The government and the rules that are its own to choose."""

from decimal import Decimal
from typing import TYPE_CHECKING, Self
from zoneinfo import available_timezones

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q

from sakip.berkas.models import Berkas
from sakip.web.versi import Berversi

if TYPE_CHECKING:
    from sakip.organisasi.models.pengguna import Pengguna

BATAS_CAPAIAN = (100, 110, 120, 150, 200)


def periksa_zona(nilai: str) -> None:
    if nilai not in available_timezones():
        raise ValidationError(f"“{nilai}” bukan zona waktu; contoh: Asia/Jakarta.")


class AturanKategori(models.TextChoices):
    """How a capaian between two printed bounds (90,4) finds its kategori."""

    BERLANJUT = "berlanjut", "batas berlanjut, pada angka yang belum dibulatkan"
    BULATKAN = "bulatkan", "dibulatkan ke bilangan bulat lebih dahulu"


class PemdaQuerySet(models.QuerySet["Pemda"]):
    def untuk(self, pengguna: "Pengguna") -> Self:
        """The governments in which this person holds a role today."""
        tugas = pengguna.penugasan_berlaku()
        return self.filter(
            Q(pk__in=tugas.values("pemda")) | Q(unit__in=tugas.values("unit"))
        ).distinct()


class Pemda(Berversi):
    class Jenis(models.TextChoices):
        PROVINSI = "provinsi", "Provinsi"
        KABUPATEN = "kabupaten", "Kabupaten"
        KOTA = "kota", "Kota"

    kode = models.SlugField(max_length=40, unique=True)
    nama = models.CharField(max_length=120)
    jenis = models.CharField(max_length=10, choices=Jenis)
    sebutan_kepala = models.CharField(max_length=60, help_text="Gubernur, Bupati, Wali Kota")
    kedudukan = models.CharField(max_length=60, help_text="tempat penandatanganan")
    zona = models.CharField(max_length=40, default="Asia/Jakarta", validators=[periksa_zona])
    lambang = models.ForeignKey(
        Berkas, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    batas_capaian = models.PositiveSmallIntegerField(null=True, blank=True)
    aturan_kategori = models.CharField(
        max_length=10, choices=AturanKategori, default=AturanKategori.BERLANJUT
    )

    objects = PemdaQuerySet.as_manager()

    class Meta:
        verbose_name = "pemerintah daerah"
        constraints = [
            models.CheckConstraint(
                condition=Q(jenis__in=("provinsi", "kabupaten", "kota")),
                name="pemda_jenis_dikenal",
            ),
            models.CheckConstraint(
                condition=Q(batas_capaian__isnull=True) | Q(batas_capaian__in=BATAS_CAPAIAN),
                name="pemda_batas_capaian_dikenal",
                violation_error_message="Batas capaian: 100, 110, 120, 150, 200, atau tanpa batas.",
            ),
            models.CheckConstraint(
                condition=Q(aturan_kategori__in=AturanKategori.values),
                name="pemda_aturan_kategori_dikenal",
            ),
        ]

    def __str__(self) -> str:
        return self.nama


class SkalaQuerySet(models.QuerySet["Skala"]):
    def untuk(self, pengguna: "Pengguna") -> Self:
        return self.filter(pemda__in=Pemda.objects.untuk(pengguna))

    def berlaku(self, pemda: Pemda, tahun: int) -> Self:
        """The scale in force in a year, with its bounds; none or one row."""
        terbaru = self.filter(pemda=pemda, mulai_tahun__lte=tahun).order_by("-mulai_tahun")[:1]
        return terbaru.prefetch_related("batas")


class Skala(Berversi):
    """The kategori capaian of a pemda from a year on."""

    pemda = models.ForeignKey(Pemda, on_delete=models.PROTECT, related_name="skala")
    nama = models.CharField(max_length=120)
    sumber = models.CharField(max_length=200, help_text="peraturan yang menjadi dasar")
    mulai_tahun = models.PositiveSmallIntegerField()

    objects = SkalaQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["pemda", "mulai_tahun"], name="skala_satu_per_tahun_mulai"
            )
        ]

    def __str__(self) -> str:
        return self.nama


class Warna(models.TextChoices):
    """Colours by meaning; the stylesheet gives each its ink and its sign."""

    UNGGUL = "unggul", "hijau tua ▲"
    BAIK = "baik", "hijau ▲"
    CUKUP = "cukup", "kuning ■"
    KURANG = "kurang", "jingga ▼"
    BURUK = "buruk", "merah ▼"


class BatasKategoriQuerySet(models.QuerySet["BatasKategori"]):
    def untuk(self, pengguna: "Pengguna") -> Self:
        return self.filter(skala__in=Skala.objects.untuk(pengguna))


class BatasKategori(Berversi):
    """One step of a scale, the highest first; the last has no lower bound."""

    skala = models.ForeignKey(Skala, on_delete=models.CASCADE, related_name="batas")
    urutan = models.PositiveSmallIntegerField()
    nama = models.CharField(max_length=60)
    di_atas = models.DecimalField(
        max_digits=7,
        decimal_places=2,
        null=True,
        blank=True,
        help_text="capaian lebih besar dari angka ini; kosong bagi kategori terendah",
    )
    termasuk = models.BooleanField(
        "angka batasnya termasuk",
        default=False,
        help_text="ya: capaian tepat sama dengan angka ini masuk kategori ini",
    )
    warna = models.CharField(max_length=10, choices=Warna)

    objects = BatasKategoriQuerySet.as_manager()

    class Meta:
        ordering = ["urutan"]
        constraints = [
            models.UniqueConstraint(fields=["skala", "urutan"], name="batas_satu_per_urutan"),
            models.UniqueConstraint(
                fields=["skala"],
                condition=Q(di_atas__isnull=True),
                name="batas_satu_kategori_terendah",
            ),
            models.UniqueConstraint(
                F("skala"),
                F("di_atas"),
                name="batas_angka_tidak_berulang",
                condition=Q(di_atas__isnull=False),
            ),
            models.CheckConstraint(
                condition=Q(di_atas__isnull=True) | Q(di_atas__gte=Decimal(0)),
                name="batas_tidak_negatif",
            ),
            models.CheckConstraint(
                condition=Q(termasuk=False) | Q(di_atas__isnull=False),
                name="batas_termasuk_berangka",
                violation_error_message="Kategori terendah tidak mempunyai angka batas.",
            ),
            models.CheckConstraint(condition=Q(warna__in=Warna.values), name="batas_warna_dikenal"),
        ]

    def __str__(self) -> str:
        return self.nama
