"""LHE: what an evaluation came to, drafted from the worksheet or recorded from paper."""

from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Q

from evaluasi.models.dasar import (
    QuerySetLewat,
    dikenal,
    pemda_inspektorat,
    pilihan,
    tahun_evaluasi_wajar,
)
from evaluasi.models.instrumen import Komponen, SubKomponen
from evaluasi.models.lembar import LembarKerja
from evaluasi.status import LABEL_LHE, StatusLhe
from perencanaan.models.dasar import QuerySetUnit, kolom_nilai
from sakip.dokumen.models import DokumenTerbit
from sakip.organisasi.models import Unit
from sakip.web.versi import Berversi

if TYPE_CHECKING:
    from sakip.organisasi.models import Pengguna


class LheQuerySet(QuerySetUnit):
    def untuk(self, pengguna: "Pengguna") -> Self:
        """A draft is the inspektorat's own."""
        return (
            super()
            .untuk(pengguna)
            .filter(
                Q(status=StatusLhe.TERBIT.value) | Q(unit__pemda__in=pemda_inspektorat(pengguna))
            )
        )

    def terbit(self) -> Self:
        return self.filter(status=StatusLhe.TERBIT.value)


class Lhe(Berversi):
    """One version of the LHE of a unit and year of evaluation.

    Without `lembar` it is recorded from paper, where number, date and score may each be missing.
    It is issued once it has a `dokumen`, and then never changes: a correction is the next `ke`.
    """

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    tahun_evaluasi = models.PositiveSmallIntegerField()
    tahun_kinerja = models.PositiveSmallIntegerField()
    ke = models.PositiveSmallIntegerField(default=1)
    alasan = models.TextField(blank=True, help_text="mengapa LHE yang terbit diganti")
    lembar = models.ForeignKey(
        LembarKerja, on_delete=models.PROTECT, null=True, blank=True, related_name="lhe"
    )
    status = models.CharField(
        max_length=10, choices=pilihan(LABEL_LHE), default=StatusLhe.DRAF.value
    )
    nomor = models.CharField(max_length=120, blank=True)
    tanggal = models.DateField(null=True, blank=True)
    nilai = kolom_nilai()
    predikat = models.CharField(max_length=10, blank=True)
    ringkasan = models.TextField(blank=True)
    penanda_nama = models.CharField("nama penanda tangan", max_length=120, blank=True)
    penanda_nip = models.CharField("NIP penanda tangan", max_length=18, blank=True)
    penanda_jabatan = models.CharField("jabatan penanda tangan", max_length=220, blank=True)
    tembusan = models.TextField(blank=True, help_text="satu tembusan sebaris")
    dokumen = models.ForeignKey(
        DokumenTerbit, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = LheQuerySet.as_manager()

    class Meta:
        verbose_name = "LHE"
        ordering = ["tahun_evaluasi", "ke"]
        constraints = [
            tahun_evaluasi_wajar("lhe"),
            models.UniqueConstraint(fields=["unit", "tahun_evaluasi", "ke"], name="lhe_ke_tunggal"),
            models.UniqueConstraint(
                fields=["unit", "tahun_evaluasi"],
                condition=Q(status=StatusLhe.DRAF.value),
                name="lhe_satu_draf",
                violation_error_message="Unit ini masih mempunyai draf LHE tahun itu.",
            ),
            models.UniqueConstraint(
                fields=["dokumen"], condition=Q(dokumen__isnull=False), name="lhe_satu_dokumen"
            ),
            models.CheckConstraint(
                condition=Q(ke=1) | (Q(ke__gt=1) & ~Q(alasan="")),
                name="lhe_pengganti_beralasan",
                violation_error_message="Tulis alasan mengganti LHE yang sudah terbit.",
            ),
            dikenal("status", StatusLhe, "lhe_status_dikenal"),
            models.CheckConstraint(
                condition=Q(status=StatusLhe.TERBIT.value, dokumen__isnull=False)
                | (~Q(status=StatusLhe.TERBIT.value) & Q(dokumen__isnull=True)),
                name="lhe_terbit_berdokumen",
            ),
            models.CheckConstraint(
                condition=Q(nilai__isnull=True) | Q(nilai__gte=0, nilai__lte=100),
                name="lhe_nilai_wajar",
                violation_error_message="Nilai LHE antara 0 dan 100.",
            ),
            models.CheckConstraint(
                condition=Q(lembar__isnull=True)
                | Q(status=StatusLhe.DRAF.value)
                | (Q(tanggal__isnull=False, nilai__isnull=False) & ~Q(nomor="") & ~Q(predikat="")),
                name="lhe_terbit_lengkap",
                violation_error_message=(
                    "LHE dari lembar kerja terbit dengan nomor, tanggal, nilai, dan predikat."
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"LHE {self.tahun_evaluasi}" + (f" versi {self.ke}" if self.ke > 1 else "")


class CatatanKomponenQuerySet(QuerySetLewat):
    induk = "lhe"


class CatatanKomponen(Berversi):
    """What an LHE says of a komponen, or of a sub-komponen in it: a score, a note, or both."""

    lhe = models.ForeignKey(Lhe, on_delete=models.PROTECT, related_name="catatan")
    komponen = models.ForeignKey(Komponen, on_delete=models.PROTECT, related_name="+")
    sub = models.ForeignKey(
        SubKomponen, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    nilai = kolom_nilai()
    catatan = models.TextField(blank=True)

    objects = CatatanKomponenQuerySet.as_manager()

    class Meta:
        verbose_name = "catatan komponen"
        ordering = ["komponen__urutan", "sub__urutan"]
        constraints = [
            models.UniqueConstraint(
                fields=["lhe", "komponen"],
                condition=Q(sub__isnull=True),
                name="catatankomponen_satu_per_komponen",
            ),
            models.UniqueConstraint(
                fields=["lhe", "sub"],
                condition=Q(sub__isnull=False),
                name="catatankomponen_satu_per_sub",
            ),
            models.CheckConstraint(
                condition=Q(nilai__isnull=True) | Q(nilai__gte=0, nilai__lte=100),
                name="catatankomponen_nilai_wajar",
            ),
            models.CheckConstraint(
                condition=Q(nilai__isnull=False) | ~Q(catatan=""),
                name="catatankomponen_berisi",
                violation_error_message="Isi nilai, catatan, atau keduanya.",
            ),
        ]

    def __str__(self) -> str:
        return str(self.sub or self.komponen)
