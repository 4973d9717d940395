"""The issued and drafted LHE of many units at once."""

from collections.abc import Iterable

from evaluasi.models import Lhe
from evaluasi.status import StatusLhe
from sakip.organisasi.models import Pengguna, Unit

# unit, year of work
Kunci = tuple[int, int]


def lhe_setiap_unit(
    pengguna: Pengguna, unit: Iterable[Unit], tahun: Iterable[int]
) -> tuple[dict[Kunci, Lhe], dict[Kunci, Lhe]]:
    """The newest issued one, and the draft that the reader may see, by unit and year of work."""
    milik = Lhe.objects.untuk(pengguna).filter(unit__in=list(unit), tahun_kinerja__in=list(tahun))
    terbit: dict[Kunci, Lhe] = {}
    draf: dict[Kunci, Lhe] = {}
    for satu in milik.select_related("unit").order_by("tahun_evaluasi", "ke"):
        tujuan = terbit if satu.status == StatusLhe.TERBIT else draf
        tujuan[satu.unit_id, satu.tahun_kinerja] = satu
    return terbit, draf
