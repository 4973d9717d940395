"""What was issued: frozen input, files and hash. A correction is a new version."""

from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Length
from django.db.models.lookups import Exact

from sakip.berkas.models import PANJANG_SIDIK, Berkas
from sakip.jejak.models import BarisTambah, QuerySetTambah
from sakip.organisasi.models import Unit

if TYPE_CHECKING:
    from sakip.organisasi.models import Pengguna


class QuerySetTerbit(QuerySetTambah):
    def untuk(self, pengguna: "Pengguna") -> Self:  # type: ignore[override]
        return self.filter(unit__in=Unit.objects.untuk(pengguna))


class DokumenTerbit(BarisTambah):
    """One version of one document of a unit and year, as it was issued; never changed.

    `jenis` is a code such as lkjip or perjanjian-kinerja. `ke` numbers the versions from 1.
    """

    jenis = models.SlugField(max_length=40)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    tahun = models.PositiveSmallIntegerField()
    ke = models.PositiveSmallIntegerField()
    nomor = models.CharField("nomor dokumen", max_length=120, blank=True)
    # all that the files were made from, and the number of its shape
    konteks = models.JSONField()
    skema = models.PositiveSmallIntegerField()
    # SHA-256 over everything here and the hashes of the files
    sidik = models.CharField(max_length=PANJANG_SIDIK)
    menggantikan = models.ForeignKey(
        "self", on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    alasan = models.TextField(blank=True)
    diterbitkan_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    waktu = models.DateTimeField()

    objects = QuerySetTerbit.as_manager()

    class Meta:
        verbose_name = "dokumen terbit"
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(jenis=""), name="dokumen_terbit_berjenis"),
            models.CheckConstraint(
                condition=Q(tahun__range=(2000, 2100)), name="dokumen_terbit_tahun_wajar"
            ),
            models.CheckConstraint(
                condition=Q(ke=1, menggantikan__isnull=True)
                | Q(ke__gt=1, menggantikan__isnull=False),
                name="dokumen_terbit_bersambung",
            ),
            models.CheckConstraint(
                condition=Q(ke=1) | ~Q(alasan=""), name="dokumen_terbit_beralasan"
            ),
            models.CheckConstraint(condition=Q(skema__gte=1), name="dokumen_terbit_berskema"),
            models.CheckConstraint(
                condition=Q(Exact(Length("sidik"), PANJANG_SIDIK)),
                name="dokumen_terbit_sidik_sha256",
            ),
            models.UniqueConstraint(
                fields=["unit", "jenis", "tahun", "ke"], name="dokumen_terbit_satu_per_versi"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.jenis} {self.tahun} versi {self.ke}, {self.unit}"


class QuerySetDokumenBerkas(QuerySetTambah):
    def untuk(self, pengguna: "Pengguna") -> Self:  # type: ignore[override]
        return self.filter(dokumen__in=DokumenTerbit.objects.untuk(pengguna))


class DokumenBerkas(BarisTambah):
    """One form of an issued document."""

    class Bentuk(models.TextChoices):
        PDF = "pdf", "PDF"
        HTML = "html", "HTML"
        DOCX = "docx", "DOCX"
        XLSX = "xlsx", "XLSX"

    dokumen = models.ForeignKey(DokumenTerbit, on_delete=models.PROTECT, related_name="berkas")
    bentuk = models.CharField(max_length=10, choices=Bentuk)
    berkas = models.ForeignKey(Berkas, on_delete=models.PROTECT, related_name="+")

    objects = QuerySetDokumenBerkas.as_manager()

    class Meta:
        verbose_name = "berkas dokumen terbit"
        ordering = ["dokumen", "bentuk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(bentuk__in=("pdf", "html", "docx", "xlsx")),
                name="dokumen_berkas_bentuk_dikenal",
            ),
            models.UniqueConstraint(
                fields=["dokumen", "bentuk"], name="dokumen_berkas_satu_per_bentuk"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.dokumen} ({self.get_bentuk_display()})"


PANJANG_KUNCI, PANJANG_TERTULIS = 200, 200


class QuerySetAngkaTerbit(QuerySetTambah):
    def untuk(self, pengguna: "Pengguna") -> Self:  # type: ignore[override]
        return self.filter(dokumen__in=DokumenTerbit.objects.untuk(pengguna))


class AngkaTerbit(BarisTambah):
    """One figure as an issued document prints it, so that the figure knows where it went.

    `nilai` is its exact value as text with a point; blank for a state. An index of what the frozen
    konteks says, not a second record of it.
    """

    dokumen = models.ForeignKey(DokumenTerbit, on_delete=models.PROTECT, related_name="angka")
    kunci = models.CharField(max_length=PANJANG_KUNCI, db_index=True)
    tertulis = models.CharField(max_length=PANJANG_TERTULIS, blank=True)
    nilai = models.CharField(max_length=60, blank=True)

    objects = QuerySetAngkaTerbit.as_manager()

    class Meta:
        verbose_name = "angka dalam dokumen terbit"
        ordering = ["dokumen", "kunci"]
        constraints = [
            models.CheckConstraint(condition=~Q(kunci=""), name="angka_terbit_berkunci"),
            models.UniqueConstraint(fields=["dokumen", "kunci"], name="angka_terbit_sekali"),
        ]

    def __str__(self) -> str:
        return f"{self.kunci} dalam {self.dokumen}"
