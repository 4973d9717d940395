"""Who answers for a unit's SAKIP data."""

from django.db import models
from django.db.models import Q

from evaluasi.models.dasar import QuerySetLewat
from sakip.lib.telepon import PANJANG
from sakip.organisasi.models import Unit
from sakip.web.versi import Berversi


class PenanggungJawabDataQuerySet(QuerySetLewat):
    induk = "unit"


class PenanggungJawabData(Berversi):
    """One person of a perangkat daerah; `telepon` in digits from its leading 0, or empty."""

    unit = models.OneToOneField(Unit, on_delete=models.PROTECT, related_name="+")
    nama = models.CharField(max_length=120)
    telepon = models.CharField(max_length=PANJANG[-1], blank=True)

    objects = PenanggungJawabDataQuerySet.as_manager()

    class Meta:
        verbose_name = "penanggung jawab data"
        constraints = [
            models.CheckConstraint(condition=~Q(nama=""), name="penanggungjawabdata_bernama"),
            models.CheckConstraint(
                condition=Q(telepon="") | Q(telepon__startswith="0"),
                name="penanggungjawabdata_telepon_dari_nol",
            ),
        ]

    def __str__(self) -> str:
        return self.nama
