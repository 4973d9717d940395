"""Evidence: a file or a link that shows a figure or a step, and what it speaks of."""

from django.core.validators import URLValidator
from django.db import models
from django.db.models import Q

from pengukuran.models.aksi import RealisasiAksi
from pengukuran.models.realisasi import Realisasi
from perencanaan.models.dasar import QuerySetUnit
from sakip.berkas.models import Berkas
from sakip.organisasi.models import Unit
from sakip.web.tahun import tahun_wajar
from sakip.web.versi import Berversi


class BuktiQuerySet(QuerySetUnit):
    pass


class Bukti(Berversi):
    """One use of a file, or a link of which nobody knows whether it still leads anywhere.

    The same file may prove several figures, each with its own period and page. The server never
    follows a link.
    """

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    realisasi = models.ForeignKey(
        Realisasi, on_delete=models.PROTECT, null=True, blank=True, related_name="bukti"
    )
    realisasi_aksi = models.ForeignKey(
        RealisasiAksi, on_delete=models.PROTECT, null=True, blank=True, related_name="bukti"
    )
    berkas = models.ForeignKey(
        Berkas, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    tautan = models.URLField(
        max_length=500, blank=True, validators=[URLValidator(schemes=["http", "https"])]
    )
    tahun = models.PositiveSmallIntegerField(help_text="tahun yang dibuktikan")
    bulan = models.PositiveSmallIntegerField(help_text="bulan terakhir dari periodenya")
    halaman = models.CharField(max_length=40, blank=True)
    keterangan = models.CharField(max_length=300, blank=True)

    objects = BuktiQuerySet.as_manager()

    class Meta:
        verbose_name = "bukti"
        constraints = [
            tahun_wajar("bukti"),
            models.CheckConstraint(condition=Q(bulan__range=(1, 12)), name="bukti_bulan_sah"),
            models.CheckConstraint(
                condition=Q(realisasi__isnull=False, realisasi_aksi=None)
                | Q(realisasi=None, realisasi_aksi__isnull=False),
                name="bukti_satu_yang_dibuktikan",
            ),
            models.CheckConstraint(
                condition=Q(berkas__isnull=False, tautan="") | (Q(berkas=None) & ~Q(tautan="")),
                name="bukti_berkas_atau_tautan",
                violation_error_message="Bukti berupa satu berkas atau satu tautan.",
            ),
        ]

    def __str__(self) -> str:
        return self.keterangan or (self.berkas.nama if self.berkas else self.tautan)
