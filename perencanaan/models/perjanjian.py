"""Perjanjian Kinerja: what an official promised for a year, and the money for it."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import F, Q

from perencanaan.hitung.nilai import JENIS_TARGET
from perencanaan.models.anggaran import VersiAnggaran
from perencanaan.models.dasar import NilaiBerkeadaan, QuerySetUnit
from perencanaan.models.indikator import Indikator
from perencanaan.models.renstra import Simpul
from perencanaan.status import LABEL_STATUS, StatusRencana
from sakip.dokumen.models import DokumenTerbit
from sakip.organisasi.models import Unit
from sakip.web.tahun import tahun_wajar
from sakip.web.uang import UangField
from sakip.web.versi import Berversi


class TingkatPk(models.TextChoices):
    ESELON_2 = "eselon_2", "Eselon II"
    ESELON_3 = "eselon_3", "Eselon III"
    ESELON_4 = "eselon_4", "Eselon IV"
    FUNGSIONAL = "fungsional", "Jabatan fungsional"


class PerjanjianKinerjaQuerySet(QuerySetUnit):
    def berlaku(self, unit: Unit, tahun: int, tanggal: date) -> Self:
        """The head's agreement in force on a date: the last one signed; none or one row."""
        return self.filter(
            unit=unit,
            tahun=tahun,
            tingkat=TingkatPk.ESELON_2,
            status=StatusRencana.DITETAPKAN,
            tanggal_tanda_tangan__lte=tanggal,
        ).order_by("-ke")[:1]


class PerjanjianKinerja(Berversi):
    """One agreement; a change in the year is a new one with its ground, in force once signed.

    Who promised what to whom is copied from the posts while it is a draft, and stays as it was.
    `anggaran_sebelum` is the budget in force just before, which need not be the earlier
    agreement's.
    """

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    tahun = models.PositiveSmallIntegerField()
    tingkat = models.CharField(max_length=12, choices=TingkatPk, default=TingkatPk.ESELON_2)
    ke = models.PositiveSmallIntegerField(help_text="1 murni, 2 dan seterusnya perubahan")
    status = models.CharField(
        max_length=12,
        choices=list(LABEL_STATUS.items()),
        default=StatusRencana.DRAF.value,
    )

    nama = models.CharField(max_length=120)
    nip = models.CharField(max_length=18, blank=True)
    golongan = models.CharField("pangkat/golongan", max_length=60, blank=True)
    jabatan = models.CharField(max_length=220)
    kelas = models.PositiveSmallIntegerField("kelas jabatan", null=True, blank=True)
    atasan_nama = models.CharField(max_length=120)
    atasan_nip = models.CharField(max_length=18, blank=True)
    atasan_jabatan = models.CharField(max_length=220)
    tempat = models.CharField(max_length=60)

    dasar_perubahan = models.TextField(blank=True)
    tanggal_perubahan = models.DateField(null=True, blank=True)
    tanggal_tanda_tangan = models.DateField(null=True, blank=True)
    anggaran_sebelum = models.ForeignKey(
        VersiAnggaran, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    anggaran_sesudah = models.ForeignKey(VersiAnggaran, on_delete=models.PROTECT, related_name="+")
    dokumen = models.ForeignKey(
        DokumenTerbit, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = PerjanjianKinerjaQuerySet.as_manager()

    class Meta:
        verbose_name = "perjanjian kinerja"
        ordering = ["tahun", "ke"]
        constraints = [
            tahun_wajar("perjanjiankinerja"),
            models.UniqueConstraint(
                fields=["unit", "tahun", "tingkat", "ke", "jabatan"],
                name="perjanjiankinerja_ke_tunggal",
            ),
            models.UniqueConstraint(
                fields=["unit", "tahun", "ke"],
                condition=Q(tingkat=TingkatPk.ESELON_2),
                name="perjanjiankinerja_satu_pimpinan",
                violation_error_message=(
                    "Unit ini sudah mempunyai Perjanjian Kinerja pimpinan dengan urutan itu."
                ),
            ),
            models.UniqueConstraint(
                fields=["dokumen"],
                condition=Q(dokumen__isnull=False),
                name="perjanjiankinerja_satu_dokumen",
            ),
            models.CheckConstraint(
                condition=Q(tingkat__in=TingkatPk.values), name="perjanjiankinerja_tingkat_dikenal"
            ),
            models.CheckConstraint(
                condition=Q(status__in=[satu.value for satu in StatusRencana]),
                name="perjanjiankinerja_status_dikenal",
            ),
            models.CheckConstraint(
                condition=Q(ke=1) | (Q(ke__gt=1) & ~Q(dasar_perubahan="")),
                name="perjanjiankinerja_perubahan_berdasar",
                violation_error_message="Perubahan Perjanjian Kinerja memerlukan dasarnya.",
            ),
            models.CheckConstraint(
                condition=~Q(status=StatusRencana.DITETAPKAN.value)
                | Q(tanggal_tanda_tangan__isnull=False),
                name="perjanjiankinerja_tetap_bertanggal",
                violation_error_message="Perjanjian Kinerja yang ditetapkan bertanggal.",
            ),
            models.CheckConstraint(
                condition=Q(status=StatusRencana.DITETAPKAN.value, dokumen__isnull=False)
                | (~Q(status=StatusRencana.DITETAPKAN.value) & Q(dokumen__isnull=True)),
                name="perjanjiankinerja_tetap_terbit",
                violation_error_message="Perjanjian Kinerja terbit jika dan hanya jika ditetapkan.",
            ),
            models.CheckConstraint(
                condition=Q(anggaran_sebelum__isnull=True)
                | ~Q(anggaran_sebelum=F("anggaran_sesudah")),
                name="perjanjiankinerja_dua_anggaran",
            ),
        ]

    def __str__(self) -> str:
        return f"Perjanjian Kinerja {'Perubahan ' if self.ke > 1 else ''}{self.tahun}"


class PkBarisQuerySet(QuerySetUnit):
    jalur_unit = "perjanjian__unit"


class PkBaris(NilaiBerkeadaan):
    """A promised target, in the agreement's own order and words; its row may be a tujuan's."""

    perjanjian = models.ForeignKey(
        PerjanjianKinerja, on_delete=models.PROTECT, related_name="baris"
    )
    indikator = models.ForeignKey(Indikator, on_delete=models.PROTECT, related_name="+")
    urutan = models.PositiveSmallIntegerField()
    nama = models.TextField(help_text="seperti tercetak pada perjanjian ini")
    sasaran = models.TextField(help_text="tujuan atau sasaran seperti tercetak")
    satuan = models.CharField(max_length=60)

    objects = PkBarisQuerySet.as_manager()

    class Meta(NilaiBerkeadaan.Meta):
        abstract = False
        verbose_name = "baris perjanjian kinerja"
        ordering = ["urutan"]
        constraints = [
            *NilaiBerkeadaan.Meta.constraints,
            models.UniqueConstraint(fields=["perjanjian", "indikator"], name="pkbaris_tunggal"),
            models.UniqueConstraint(
                fields=["perjanjian", "urutan"], name="pkbaris_satu_per_urutan"
            ),
            models.CheckConstraint(
                condition=Q(jenis__in=[satu.value for satu in JENIS_TARGET]),
                name="pkbaris_tidak_belum_diukur",
                violation_error_message="Target tidak dapat berkeadaan belum diukur.",
            ),
        ]

    def __str__(self) -> str:
        return self.nama


class PkProgramQuerySet(QuerySetUnit):
    jalur_unit = "perjanjian__unit"


class PkProgram(Berversi):
    """A program with its money as the agreement prints it, in rupiah."""

    perjanjian = models.ForeignKey(
        PerjanjianKinerja, on_delete=models.PROTECT, related_name="program"
    )
    simpul = models.ForeignKey(Simpul, on_delete=models.PROTECT, related_name="+")
    urutan = models.PositiveSmallIntegerField()
    nama = models.TextField(help_text="seperti tercetak pada perjanjian ini")
    sebelum = UangField(null=True, blank=True)
    sesudah = UangField()
    keterangan = models.CharField(max_length=200, blank=True)

    objects = PkProgramQuerySet.as_manager()

    class Meta:
        verbose_name = "program perjanjian kinerja"
        ordering = ["urutan"]
        constraints = [
            models.UniqueConstraint(fields=["perjanjian", "simpul"], name="pkprogram_tunggal"),
            models.UniqueConstraint(
                fields=["perjanjian", "urutan"], name="pkprogram_satu_per_urutan"
            ),
            models.CheckConstraint(
                condition=Q(sesudah__gte=0) & (Q(sebelum__isnull=True) | Q(sebelum__gte=0)),
                name="pkprogram_tidak_negatif",
            ),
        ]

    def __str__(self) -> str:
        return self.nama
