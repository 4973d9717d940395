"""What the models of evaluation share: who sees a row, and evidence."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, Self

from django.core.validators import URLValidator
from django.db import models
from django.db.models import Q, QuerySet

from sakip.berkas.models import Berkas
from sakip.jejak.models import QuerySetTambah
from sakip.organisasi.peran import Peran

if TYPE_CHECKING:
    from sakip.organisasi.models import Pengguna

TAHUN_AWAL, TAHUN_AKHIR = 2000, 2100


class QuerySetLewat(models.QuerySet):
    """Rows seen by whoever sees the row that `induk` points at."""

    induk = ""

    def untuk(self, pengguna: "Pengguna") -> Self:
        return self.filter(**_terlihat(self.model, self.induk, pengguna))


class QuerySetTambahLewat(QuerySetTambah):
    """The same for rows that are only added."""

    induk = ""

    def untuk(self, pengguna: "Pengguna") -> Self:  # type: ignore[override]
        return self.filter(**_terlihat(self.model, self.induk, pengguna))


def _terlihat(
    model: type[models.Model], induk: str, pengguna: "Pengguna"
) -> dict[str, QuerySet[models.Model]]:
    pengelola: Any = model._meta.get_field(induk).related_model
    return {f"{induk}__in": pengelola._default_manager.untuk(pengguna)}


def pemda_inspektorat(pengguna: "Pengguna") -> QuerySet:
    """The pemda whose inspektorat a person works for; only they see what is not final yet."""
    tugas = pengguna.penugasan_berlaku().filter(peran=Peran.INSPEKTORAT)
    return tugas.values("pemda")


def pilihan(label: Mapping[str, str]) -> list[tuple[str, str]]:
    """Choices of a column; only the values, or a new word would remake the table."""
    return [(str(kode), sebutan) for kode, sebutan in label.items()]


def dikenal(kolom: str, label: Iterable[str], nama: str) -> models.CheckConstraint:
    """That a column holds one of the known words."""
    return models.CheckConstraint(
        condition=Q(**{f"{kolom}__in": [str(satu) for satu in label]}), name=nama
    )


def berisi(kolom: str, nama: str, pesan: str) -> models.CheckConstraint:
    return models.CheckConstraint(
        condition=~Q(**{kolom: ""}), name=nama, violation_error_message=pesan
    )


def tahun_evaluasi_wajar(nama: str) -> models.CheckConstraint:
    """An evaluation of a year is made in that year or after it."""
    return models.CheckConstraint(
        condition=Q(
            tahun_kinerja__gte=TAHUN_AWAL,
            tahun_evaluasi__lte=TAHUN_AKHIR,
            tahun_evaluasi__gte=models.F("tahun_kinerja"),
        ),
        name=f"{nama}_tahun_wajar",
        violation_error_message=(
            "Tahun evaluasi sama dengan tahun kinerjanya atau sesudahnya, antara 2000 dan 2100."
        ),
    )


class BuktiDasar(models.Model):
    """A file or a link. The server never follows a link."""

    berkas = models.ForeignKey(
        Berkas, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    tautan = models.URLField(
        max_length=500, blank=True, validators=[URLValidator(schemes=["http", "https"])]
    )
    halaman = models.CharField(max_length=40, blank=True)
    keterangan = models.CharField(max_length=300, blank=True)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(berkas__isnull=False, tautan="") | (Q(berkas=None) & ~Q(tautan="")),
                name="%(class)s_berkas_atau_tautan",
                violation_error_message="Bukti berupa satu berkas atau satu tautan.",
            ),
        ]

    def __str__(self) -> str:
        return self.keterangan or (self.berkas.nama if self.berkas else self.tautan)
