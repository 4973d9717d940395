"""How a unit measures in a year, where it may choose."""

from django.db import models
from django.db.models import Q

from pengukuran.hitung.program import CaraProgram
from perencanaan.models.dasar import QuerySetUnit
from sakip.organisasi.models import Unit
from sakip.web.tahun import tahun_wajar
from sakip.web.versi import Berversi


class SetelanCapaianQuerySet(QuerySetUnit):
    pass


class SetelanCapaian(Berversi):
    """The way in which programs get their capaian; a unit without a row enters it (diisi)."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    tahun = models.PositiveSmallIntegerField()
    cara_program = models.CharField(
        "cara capaian program",
        max_length=16,
        choices=[
            (CaraProgram.DIISI.value, "diisi"),
            (CaraProgram.RATA_KEGIATAN.value, "rata-rata kegiatannya"),
            (CaraProgram.TERBOBOT_PAGU.value, "rata-rata kegiatannya, dibobot pagu"),
            (CaraProgram.DARI_SERAPAN.value, "sama dengan serapan anggaran"),
        ],
    )

    objects = SetelanCapaianQuerySet.as_manager()

    class Meta:
        verbose_name = "setelan capaian"
        constraints = [
            tahun_wajar("setelancapaian"),
            models.UniqueConstraint(fields=["unit", "tahun"], name="setelancapaian_satu_setahun"),
            models.CheckConstraint(
                condition=Q(cara_program__in=[satu.value for satu in CaraProgram]),
                name="setelancapaian_cara_dikenal",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.unit} {self.tahun}: {self.get_cara_program_display()}"
