"""The rows of the trail, and the seals that prove them."""

from typing import TYPE_CHECKING, Any, Never, Self

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models

from sakip.jejak.aksi import Aksi

if TYPE_CHECKING:
    from django.contrib.auth.base_user import AbstractBaseUser


class HanyaDitambahError(RuntimeError):
    """Somebody tried to change or remove what was written; the database would refuse it too."""


def _tolak(*_args: object, **_kwargs: object) -> Never:
    raise HanyaDitambahError("Baris ini hanya dapat ditambah.")


class QuerySetTambah(models.QuerySet):
    """A queryset that can only read and insert."""

    update = delete = bulk_update = _tolak

    def untuk(self, pengguna: "AbstractBaseUser") -> Self:
        """One's own acts; the history of an object is read through the page that owns it."""
        return self.filter(pengguna=pengguna.pk)


class BarisTambah(models.Model):
    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            _tolak()
        super().save(*args, **(kwargs | {"force_insert": True}))

    delete = _tolak


class CatatanJejak(BarisTambah):
    """One act on one object. Names are kept as they were, since people and posts change."""

    waktu = models.DateTimeField(db_index=True)
    pengguna = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True
    )
    pelaku = models.CharField(max_length=120)
    peran = models.CharField(max_length=120, blank=True)
    unit = models.ForeignKey(
        "organisasi.Unit", on_delete=models.PROTECT, related_name="+", null=True
    )
    # a code of Aksi; not as choices, or every new one would remake this table in a migration
    aksi = models.CharField(max_length=40)
    objek_jenis = models.CharField(max_length=60)
    objek_id = models.CharField(max_length=40)
    objek_nama = models.CharField(max_length=250)
    sebelum = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    sesudah = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    alasan = models.TextField(blank=True)
    permintaan = models.CharField(max_length=36, blank=True)
    alamat = models.CharField(max_length=45, blank=True)

    objects = QuerySetTambah.as_manager()

    class Meta:
        verbose_name = "catatan jejak"
        ordering = ["pk"]
        indexes = [
            models.Index(fields=["objek_jenis", "objek_id"], name="jejak_menurut_objek"),
        ]

    def __str__(self) -> str:
        return f"{self.pelaku} {Aksi(self.aksi).label} {self.objek_nama}"


class QuerySetSegel(QuerySetTambah):
    def untuk(self, _pengguna: "AbstractBaseUser") -> Self:
        """Seals hold no data of anybody; whoever keeps the server compares them."""
        return self.none()


class SegelJejak(BarisTambah):
    """The hash of one day's rows, chained to the seal before; exported, it proves the past."""

    tanggal = models.DateField(unique=True)
    banyaknya = models.PositiveIntegerField()
    sidik = models.CharField(max_length=64)

    objects = QuerySetSegel.as_manager()

    class Meta:
        verbose_name = "segel jejak"
        ordering = ["tanggal"]

    def __str__(self) -> str:
        return f"{self.tanggal:%Y-%m-%d} {self.banyaknya} {self.sidik}"


class QuerySetKiriman(models.QuerySet["Kiriman"]):
    def untuk(self, pengguna: "AbstractBaseUser") -> Self:
        return self.filter(pengguna=pengguna.pk)


class Kiriman(models.Model):
    """A form that was carried out, so that sending it again gives the same answer."""

    pengguna = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    kunci = models.UUIDField()
    sidik = models.CharField(max_length=64)
    jawaban = models.CharField(max_length=300, blank=True)
    waktu = models.DateTimeField()

    objects = QuerySetKiriman.as_manager()

    class Meta:
        verbose_name = "kiriman"
        constraints = [
            models.UniqueConstraint(fields=["pengguna", "kunci"], name="kiriman_sekali"),
        ]

    def __str__(self) -> str:
        return str(self.kunci)
