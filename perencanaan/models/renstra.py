"""The Renstra in its versions, and the two trees that hang on it."""

from typing import Self
from uuid import uuid4

from django.db import models
from django.db.models import F, Q

from perencanaan.models.dasar import QuerySetUnit
from sakip.organisasi.models import Unit
from sakip.web.versi import Berversi


class RenstraQuerySet(QuerySetUnit):
    pass


class Renstra(Berversi):
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    nama = models.CharField(max_length=250)
    tahun_awal = models.PositiveSmallIntegerField()
    tahun_akhir = models.PositiveSmallIntegerField()

    objects = RenstraQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "tahun_awal"], name="renstra_satu_per_tahun_awal"
            ),
            models.CheckConstraint(
                condition=Q(tahun_akhir__gte=F("tahun_awal")), name="renstra_tahun_urut"
            ),
        ]

    def __str__(self) -> str:
        return self.nama


class JenisRenstra(models.TextChoices):
    RENSTRA = "renstra", "Renstra"
    PERUBAHAN = "perubahan", "P-Renstra"


class RenstraVersiQuerySet(QuerySetUnit):
    jalur_unit = "renstra__unit"

    def berlaku(self, unit: Unit, tahun: int) -> Self:
        """The version in force in a year; none or one row."""
        return self.filter(
            renstra__unit=unit,
            renstra__tahun_awal__lte=tahun,
            renstra__tahun_akhir__gte=tahun,
            mulai_tahun__lte=tahun,
        ).order_by("-mulai_tahun")[:1]


class RenstraVersi(Berversi):
    """One wording of the Renstra; in force from a year until the next version's year."""

    renstra = models.ForeignKey(Renstra, on_delete=models.PROTECT, related_name="rumusan")
    ke = models.PositiveSmallIntegerField()
    nama = models.CharField(max_length=120)
    jenis = models.CharField(max_length=10, choices=JenisRenstra, default=JenisRenstra.RENSTRA)
    mulai_tahun = models.PositiveSmallIntegerField()
    visi = models.TextField(blank=True)
    misi = models.TextField(blank=True, help_text="misi RPJMD, satu sebaris")
    misi_didukung = models.TextField(blank=True, help_text="misi RPJMD yang didukung unit")
    tujuan_rpjmd = models.TextField(blank=True, help_text="tujuan RPJMD yang didukung unit")
    sasaran_rpjmd = models.TextField(blank=True, help_text="sasaran RPJMD yang didukung unit")
    isu_strategis = models.TextField(blank=True, help_text="satu isu sebaris")
    catatan = models.TextField(blank=True)

    objects = RenstraVersiQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["renstra", "ke"], name="renstraversi_ke_tunggal"),
            models.UniqueConstraint(
                fields=["renstra", "mulai_tahun"],
                name="renstraversi_satu_berlaku_setahun",
                violation_error_message="Hanya satu versi Renstra yang berlaku dalam setahun.",
            ),
            models.CheckConstraint(
                condition=Q(jenis__in=JenisRenstra.values), name="renstraversi_jenis_dikenal"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.renstra}, {self.nama}"

    def berlaku_pada(self, tahun: int) -> bool:
        """Whether the year is one of the Renstra's and not before this version's first.

        A later version may be in force in it all the same: the newest that answers yes is.
        """
        return tahun in self.rentang()

    def rentang(self) -> range:
        """The years this version may be in force in."""
        return range(max(self.mulai_tahun, self.renstra.tahun_awal), self.renstra.tahun_akhir + 1)


class JenisSimpul(models.TextChoices):
    PERANGKAT_DAERAH = "perangkat_daerah", "Perangkat daerah"
    TUJUAN = "tujuan", "Tujuan"
    SASARAN = "sasaran", "Sasaran"
    PROGRAM = "program", "Program"
    KEGIATAN = "kegiatan", "Kegiatan"
    SUB_KEGIATAN = "sub_kegiatan", "Sub kegiatan"


JENIS_STRATEGIS = (JenisSimpul.TUJUAN, JenisSimpul.SASARAN)
JENIS_ANGGARAN = (
    JenisSimpul.PERANGKAT_DAERAH,
    JenisSimpul.PROGRAM,
    JenisSimpul.KEGIATAN,
    JenisSimpul.SUB_KEGIATAN,
)


class SimpulQuerySet(QuerySetUnit):
    jalur_unit = "renstra_versi__renstra__unit"


class Simpul(Berversi):
    """A node of either tree: tujuan > sasaran, and program > kegiatan > sub kegiatan.

    `identitas` stays the same across versions, so that a program can be followed through a
    reworded Renstra. Money is counted on the budget tree; the two are joined by Dukungan only.
    """

    renstra_versi = models.ForeignKey(RenstraVersi, on_delete=models.PROTECT, related_name="simpul")
    identitas = models.UUIDField(default=uuid4)
    jenis = models.CharField(max_length=20, choices=JenisSimpul)
    induk = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="anak"
    )
    kode = models.CharField(max_length=30, blank=True, help_text="kode nomenklatur")
    nomenklatur = models.CharField(max_length=60, blank=True, help_text="keputusan asal kode")
    nama = models.TextField()
    sasaran = models.TextField(blank=True, help_text="sasaran program atau kegiatan")
    bidang = models.ForeignKey(
        Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    tahun_awal = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="kosong: sejak versi ini berlaku"
    )
    tahun_akhir = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="kosong: sampai akhir Renstra"
    )
    urutan = models.PositiveSmallIntegerField()

    objects = SimpulQuerySet.as_manager()

    class Meta:
        verbose_name = "simpul"
        ordering = ["urutan"]
        constraints = [
            models.UniqueConstraint(
                fields=["renstra_versi", "identitas"], name="simpul_identitas_tunggal"
            ),
            models.CheckConstraint(
                condition=Q(jenis__in=JenisSimpul.values), name="simpul_jenis_dikenal"
            ),
            models.CheckConstraint(
                condition=Q(
                    jenis__in=(JenisSimpul.PERANGKAT_DAERAH, JenisSimpul.TUJUAN), induk=None
                )
                | Q(jenis=JenisSimpul.PROGRAM)
                | Q(
                    jenis__in=(
                        JenisSimpul.SASARAN,
                        JenisSimpul.KEGIATAN,
                        JenisSimpul.SUB_KEGIATAN,
                    ),
                    induk__isnull=False,
                ),
                name="simpul_induk_sesuai_jenis",
            ),
            models.CheckConstraint(
                condition=Q(induk__isnull=True) | ~Q(induk=F("id")),
                name="simpul_bukan_induk_sendiri",
            ),
            models.CheckConstraint(
                condition=Q(tahun_awal__isnull=True)
                | Q(tahun_akhir__isnull=True)
                | Q(tahun_akhir__gte=F("tahun_awal")),
                name="simpul_tahun_urut",
                violation_error_message="Tahun terakhir sebelum tahun pertama.",
            ),
        ]

    def __str__(self) -> str:
        return self.nama
