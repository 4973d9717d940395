"""One row for each file that was stored; the bytes lie in the store under their hash."""

from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.db import models
from django.db.models import Q, Sum
from django.db.models.functions import Length
from django.db.models.lookups import Exact

from sakip.berkas.jenis import Jenis
from sakip.berkas.nama import PANJANG
from sakip.jejak.models import BarisTambah, QuerySetTambah

if TYPE_CHECKING:
    from django.contrib.auth.base_user import AbstractBaseUser

PANJANG_SIDIK = 64


class QuerySetBerkas(QuerySetTambah):
    def untuk(self, pengguna: "AbstractBaseUser") -> Self:
        """The files one uploaded oneself; every other file is reached through what uses it."""
        return self.filter(diunggah_oleh=pengguna.pk)

    def jumlah_ukuran(self) -> int:
        return int(self.aggregate(jumlah=Sum("ukuran"))["jumlah"] or 0)


class Berkas(BarisTambah):
    """One stored file; never edited. The same unit, name and content are the same row."""

    nama = models.CharField(max_length=PANJANG, help_text="hanya untuk dibaca orang")
    jenis = models.CharField(max_length=10, choices=Jenis)
    ukuran = models.PositiveBigIntegerField(help_text="byte")
    sidik = models.CharField(max_length=PANJANG_SIDIK, help_text="SHA-256 isinya")
    # empty for files of the installation or of a whole pemda
    unit = models.ForeignKey(
        "organisasi.Unit", on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    # empty when the system made it
    diunggah_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    waktu = models.DateTimeField()

    objects = QuerySetBerkas.as_manager()

    class Meta:
        verbose_name = "berkas"
        ordering = ["pk"]
        indexes = [models.Index(fields=["sidik"], name="berkas_menurut_sidik")]
        constraints = [
            models.CheckConstraint(
                condition=Q(jenis__in=Jenis.values), name="berkas_jenis_dikenal"
            ),
            models.CheckConstraint(condition=Q(ukuran__gt=0), name="berkas_tidak_kosong"),
            models.CheckConstraint(
                condition=Q(Exact(Length("sidik"), PANJANG_SIDIK)), name="berkas_sidik_sha256"
            ),
            models.CheckConstraint(condition=~Q(nama=""), name="berkas_bernama"),
            models.UniqueConstraint(
                fields=["unit", "sidik", "nama"],
                condition=Q(unit__isnull=False),
                name="berkas_sekali_per_unit",
            ),
            models.UniqueConstraint(
                fields=["sidik", "nama"],
                condition=Q(unit__isnull=True),
                name="berkas_sekali_tanpa_unit",
            ),
        ]

    def __str__(self) -> str:
        return self.nama
