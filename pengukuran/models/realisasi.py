"""The realisasi of an indikator in a period."""

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from pengukuran.status import DAPAT_DIUBAH, SUDAH_DIVERIFIKASI, StatusRealisasi, SumberRealisasi
from perencanaan.hitung.nilai import JENIS_REALISASI, JenisNilai
from perencanaan.models import Indikator, Variabel
from perencanaan.models.dasar import Berperiode, NilaiBerkeadaan, QuerySetUnit, kolom_nilai
from sakip.organisasi.models import Unit
from sakip.web.versi import Berversi


class RealisasiQuerySet(QuerySetUnit):
    def sah(self) -> Self:
        """Only what was approved; nothing else may appear in a report."""
        return self.filter(status=StatusRealisasi.DISETUJUI)


class Realisasi(Berperiode, NilaiBerkeadaan):
    """One period of an indikator, by its identity, so that a new PK needs no second entry.

    A period of which nothing was entered has no row; a draft of which only other cells were has
    jenis tanpa_angka. Who entered a figure never verifies or approves it: `diisi_oleh` is the
    last who did, all of them are PelakuRealisasi. `diajukan_pada` is the last submission: it is
    late after the tenggat of its window.
    """

    indikator = models.ForeignKey(Indikator, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    sumber = models.CharField(max_length=12, choices=SumberRealisasi, default=SumberRealisasi.DIISI)
    catatan_sumber = models.CharField(max_length=200, blank=True)
    rujukan_sumber = models.CharField(
        max_length=80, blank=True, help_text="asal usulan yang dipakai: app.model:id"
    )
    tanpa_variabel = models.BooleanField(
        "variabel tidak tersedia",
        default=False,
        help_text="nilai diisi langsung, walaupun indikatornya berumus",
    )
    pendukung = models.TextField("faktor pendukung", blank=True)
    penghambat = models.TextField("faktor penghambat", blank=True)
    upaya = models.TextField("upaya dan rencana tindak lanjut", blank=True)
    status = models.CharField(max_length=12, choices=StatusRealisasi, default=StatusRealisasi.DRAF)
    diisi_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    diverifikasi_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    disetujui_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    diajukan_pada = models.DateTimeField(null=True, blank=True)
    diajukan_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )

    objects = RealisasiQuerySet.as_manager()

    class Meta(Berperiode.Meta, NilaiBerkeadaan.Meta):
        abstract = False
        verbose_name = "realisasi"
        constraints = [
            *Berperiode.Meta.constraints,
            *NilaiBerkeadaan.Meta.constraints,
            models.UniqueConstraint(
                fields=["indikator", "unit", "tahun", "bulan"], name="realisasi_satu_per_periode"
            ),
            models.CheckConstraint(
                condition=Q(jenis__in=[jenis.value for jenis in JENIS_REALISASI])
                | Q(jenis=JenisNilai.TANPA_ANGKA.value, status__in=DAPAT_DIUBAH),
                name="realisasi_bukan_keadaan_target",
                violation_error_message="Realisasi berupa angka, atau belum diukur dengan alasan.",
            ),
            models.CheckConstraint(
                condition=Q(diverifikasi_oleh__isnull=True) | ~Q(diverifikasi_oleh=F("diisi_oleh")),
                name="realisasi_pengisi_bukan_verifikator",
                violation_error_message="Pengisi tidak boleh memverifikasi isiannya sendiri.",
            ),
            models.CheckConstraint(
                condition=Q(disetujui_oleh__isnull=True) | ~Q(disetujui_oleh=F("diisi_oleh")),
                name="realisasi_pengisi_bukan_penyetuju",
                violation_error_message="Pengisi tidak boleh menyetujui isiannya sendiri.",
            ),
            models.CheckConstraint(
                condition=Q(disetujui_oleh__isnull=True) | Q(status=StatusRealisasi.DISETUJUI),
                name="realisasi_penyetuju_hanya_bila_sah",
            ),
            models.CheckConstraint(
                condition=Q(diajukan_pada__isnull=True, diajukan_oleh__isnull=True)
                | Q(diajukan_pada__isnull=False, diajukan_oleh__isnull=False),
                name="realisasi_pengajuan_lengkap",
            ),
            models.CheckConstraint(
                condition=~Q(sumber=SumberRealisasi.DITURUNKAN) | ~Q(catatan_sumber=""),
                name="realisasi_turunan_bercatatan",
                violation_error_message="Angka turunan menyebutkan asalnya.",
            ),
            models.CheckConstraint(
                condition=Q(rujukan_sumber="") | Q(sumber=SumberRealisasi.SISTEM),
                name="realisasi_rujukan_hanya_sistem",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=SUDAH_DIVERIFIKASI) | Q(diverifikasi_oleh__isnull=False),
                name="realisasi_sah_ada_verifikator",
            ),
            models.CheckConstraint(
                condition=Q(status__in=StatusRealisasi.values), name="realisasi_status_dikenal"
            ),
            models.CheckConstraint(
                condition=Q(sumber__in=SumberRealisasi.values), name="realisasi_sumber_dikenal"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.indikator} {self.tahun}/{self.bulan}"


class PelakuRealisasiQuerySet(QuerySetUnit):
    jalur_unit = "realisasi__unit"


class PelakuRealisasi(models.Model):
    """Who had a hand in a figure, and as what; a return takes those away who judged it.

    One row a person: whoever is written down as its author cannot be written down as its
    verifier or approver, whatever the code above forgets.
    """

    class Sebagai(models.TextChoices):
        PENGISI = "pengisi", "pengisi"
        VERIFIKATOR = "verifikator", "verifikator"
        PENYETUJU = "penyetuju", "penyetuju"

    realisasi = models.ForeignKey(Realisasi, on_delete=models.CASCADE, related_name="pelaku")
    pengguna = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    sebagai = models.CharField(max_length=12, choices=Sebagai)

    objects = PelakuRealisasiQuerySet.as_manager()

    class Meta:
        verbose_name = "pelaku realisasi"
        constraints = [
            models.UniqueConstraint(
                fields=["realisasi", "pengguna"],
                name="pelakurealisasi_satu_peran",
                violation_error_message="Pengisi tidak boleh memverifikasi isiannya sendiri.",
            ),
            models.CheckConstraint(
                condition=Q(sebagai__in=("pengisi", "verifikator", "penyetuju")),
                name="pelakurealisasi_peran_dikenal",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.pengguna} ({self.sebagai})"


class NilaiVariabelQuerySet(QuerySetUnit):
    jalur_unit = "realisasi__unit"


class NilaiVariabel(Berversi):
    """What was entered for a variable of the formula; None where the source has no figure."""

    realisasi = models.ForeignKey(Realisasi, on_delete=models.CASCADE, related_name="variabel")
    variabel = models.ForeignKey(Variabel, on_delete=models.PROTECT, related_name="+")
    nilai = kolom_nilai()

    objects = NilaiVariabelQuerySet.as_manager()

    class Meta:
        verbose_name = "nilai variabel"
        constraints = [
            models.UniqueConstraint(fields=["realisasi", "variabel"], name="nilaivariabel_tunggal"),
        ]

    def __str__(self) -> str:
        return str(self.variabel)
