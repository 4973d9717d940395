"""Where a person reads figures: the one place that tells."""

from functools import cached_property
from typing import TYPE_CHECKING, Self

from django.apps import apps
from django.db.models import Q

from sakip.organisasi.peran import PERAN_PEMBACA_KINERJA

if TYPE_CHECKING:
    from sakip.organisasi.models.pengguna import Pengguna
    from sakip.organisasi.models.unit import Unit


class Wilayah:
    """The pemda and units whose figures a person may read; asked of the database once.

    A role in a pemda reads all its units; a role in a unit reads the whole perangkat daerah that
    unit belongs to, and what it or its parts came from. An admin reads none by that role.
    """

    def __init__(self, pengguna: "Pengguna") -> None:
        # asked for first: as parts of every other query these cost more than the query itself
        tugas = [satu for satu in pengguna.tugas() if satu.peran in PERAN_PEMBACA_KINERJA]
        self.pemda = {satu.pemda for satu in tugas if satu.pemda is not None}
        self.akar = {satu.akar or satu.unit for satu in tugas if satu.unit is not None}

    @classmethod
    def milik(cls, pengguna: "Pengguna") -> Self:
        """Of a person whose request is answered the same one each time."""
        return pengguna.sekali("wilayah", lambda: cls(pengguna))

    @cached_property
    def asal(self) -> set[int]:
        """The units from which the perangkat daerah themselves came, however far back."""
        if not self.akar:
            return set()
        menurun = Q(baru__in=self.akar) | Q(baru__perangkat_daerah__in=self.akar)
        silsilah = apps.get_model("organisasi", "Silsilah")
        return set(silsilah.objects.filter(menurun).values_list("lama", flat=True))

    def memuat(self, unit: "Unit") -> bool:
        """Whether the figures of this unit may be read."""
        milik = {unit.pk, unit.perangkat_daerah_id}
        return (
            unit.pemda_id in self.pemda
            or not milik.isdisjoint(self.akar)
            or not milik.isdisjoint(self.asal)
        )

    def syarat(self) -> Q:
        """The same, asked of many units."""
        akar = self.akar | self.asal
        boleh = Q(pemda__in=self.pemda)
        return boleh | Q(pk__in=akar) | Q(perangkat_daerah__in=akar) if akar else boleh
