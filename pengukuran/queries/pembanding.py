"""Which earlier years stand beside a year."""

from pengukuran.models import Realisasi
from sakip.organisasi.models import Unit


def tahun_pembanding(unit: Unit, tahun: int) -> tuple[int, ...]:
    """The year before, and the newest one before that of which anything is known. One query."""
    lalu = tahun - 1
    sah = Realisasi.objects.sah().filter(unit=unit, tahun__lt=lalu)
    terdahulu = sah.order_by("-tahun").values_list("tahun", flat=True).first()
    return (lalu,) if terdahulu is None else (lalu, terdahulu)
