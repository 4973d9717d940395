"""The realisasi of the budget."""

from django.db import models
from django.db.models import Q

from perencanaan.models import Simpul
from perencanaan.models.anggaran import BELANJA_SEMUA, JenisBelanja
from perencanaan.models.dasar import QuerySetUnit
from sakip.web.tahun import tahun_wajar
from sakip.web.uang import UangField
from sakip.web.versi import Berversi


class RealisasiAnggaranQuerySet(QuerySetUnit):
    jalur_unit = "simpul__renstra_versi__renstra__unit"


class RealisasiAnggaran(Berversi):
    """What was spent on a node from January until the end of `bulan`, in rupiah."""

    simpul = models.ForeignKey(Simpul, on_delete=models.PROTECT, related_name="+")
    jenis_belanja = models.ForeignKey(
        JenisBelanja, on_delete=models.PROTECT, default=BELANJA_SEMUA, related_name="+"
    )
    tahun = models.PositiveSmallIntegerField()
    bulan = models.PositiveSmallIntegerField()
    jumlah = UangField()

    objects = RealisasiAnggaranQuerySet.as_manager()

    class Meta:
        verbose_name = "realisasi anggaran"
        constraints = [
            tahun_wajar("realisasianggaran"),
            models.UniqueConstraint(
                fields=["simpul", "jenis_belanja", "tahun", "bulan"],
                name="realisasianggaran_tunggal",
            ),
            models.CheckConstraint(
                condition=Q(jumlah__gte=0), name="realisasianggaran_tidak_negatif"
            ),
            models.CheckConstraint(
                condition=Q(bulan__range=(1, 12)), name="realisasianggaran_bulan_sah"
            ),
        ]

    def __str__(self) -> str:
        return f"Realisasi {self.simpul} {self.tahun}/{self.bulan}"
