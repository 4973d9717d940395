"""Jobs, and the workers that carry them out."""

from typing import Self

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q

from sakip.organisasi.models import Pengguna
from sakip.pekerjaan.registri import sebut
from sakip.pekerjaan.status import BELUM_USAI, USAI, StatusPekerjaan


class PekerjaQuerySet(models.QuerySet["Pekerja"]):
    def untuk(self, _pengguna: Pengguna) -> Self:
        """Processes belong to the server, not to people."""
        return self.none()


class Pekerja(models.Model):
    """A running worker process. Its heartbeat stands for the job it holds as well.

    The job's own row is written by the job alone: a worker that beat there would wait for a
    transaction of its own job, and count as dead.
    """

    tanda = models.CharField(max_length=32, unique=True)
    mesin = models.CharField(max_length=100)
    pid = models.PositiveIntegerField()
    mulai = models.DateTimeField()
    denyut = models.DateTimeField()

    objects = PekerjaQuerySet.as_manager()

    class Meta:
        verbose_name = "pekerja"

    def __str__(self) -> str:
        return f"{self.mesin} {self.pid}"


class PekerjaanQuerySet(models.QuerySet["Pekerjaan"]):
    def untuk(self, pengguna: Pengguna) -> Self:
        """One's own jobs."""
        return self.filter(oleh=pengguna.pk)

    def belum_usai(self) -> Self:
        return self.filter(status__in=BELUM_USAI)


class Pekerjaan(models.Model):
    """One job. Whoever holds `tanda` may write it while it runs, and nobody else."""

    jenis = models.CharField(max_length=40)
    unit = models.ForeignKey(
        "organisasi.Unit", on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    oleh = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    argumen = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    # hash of unit and argumen: what is asked for twice is one job
    sidik = models.CharField(max_length=64)
    status = models.CharField(max_length=10, choices=StatusPekerjaan, default=StatusPekerjaan.ANTRE)
    kemajuan = models.PositiveSmallIntegerField(default=0)
    langkah = models.CharField(max_length=200, blank=True)
    alasan = models.TextField(blank=True)
    hasil = models.JSONField(null=True, blank=True, encoder=DjangoJSONEncoder)
    percobaan = models.PositiveSmallIntegerField(default=0)
    # of the attempt that runs: a new one for each, and the worker that looks after it
    tanda = models.CharField(max_length=32, blank=True)
    pekerja = models.ForeignKey(
        Pekerja, on_delete=models.PROTECT, null=True, blank=True, related_name="pekerjaan"
    )
    dibuat = models.DateTimeField()
    mulai = models.DateTimeField(null=True, blank=True)
    selesai = models.DateTimeField(null=True, blank=True)

    objects = PekerjaanQuerySet.as_manager()

    class Meta:
        verbose_name = "pekerjaan"
        ordering = ["-pk"]
        indexes = [models.Index(fields=["status"], name="pekerjaan_menurut_status")]
        constraints = [
            models.CheckConstraint(
                condition=Q(status__in=StatusPekerjaan.values), name="pekerjaan_status_dikenal"
            ),
            models.CheckConstraint(
                condition=Q(kemajuan__lte=100), name="pekerjaan_kemajuan_persen"
            ),
            models.CheckConstraint(
                condition=(Q(status="gagal") & ~Q(alasan="")) | (~Q(status="gagal") & Q(alasan="")),
                name="pekerjaan_gagal_beralasan",
            ),
            models.CheckConstraint(
                condition=(
                    Q(status="berjalan", pekerja__isnull=False, mulai__isnull=False) & ~Q(tanda="")
                )
                | (~Q(status="berjalan") & Q(tanda="", pekerja__isnull=True)),
                name="pekerjaan_berjalan_dipegang",
            ),
            models.CheckConstraint(
                condition=Q(status__in=USAI, selesai__isnull=False)
                | (~Q(status__in=USAI) & Q(selesai__isnull=True)),
                name="pekerjaan_usai_berwaktu",
            ),
            models.CheckConstraint(
                condition=Q(hasil__isnull=True) | Q(status="selesai"),
                name="pekerjaan_hasil_bila_selesai",
            ),
            models.UniqueConstraint(
                fields=["oleh", "jenis", "sidik"],
                condition=Q(status__in=BELUM_USAI),
                name="pekerjaan_satu_yang_sama",
            ),
        ]

    def __str__(self) -> str:
        return sebut(self.jenis, self.argumen)
