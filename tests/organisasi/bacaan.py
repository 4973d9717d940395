"""What a person may read, asked in both ways that the product asks it."""

from sakip.organisasi.models import Pengguna, Unit, Wilayah


def terbaca(pengguna: Pengguna) -> list[str]:
    """The codes in their order; of many units at once and of each alone the same, or it fails."""
    banyak = sorted(Unit.objects.untuk(pengguna).values_list("kode", flat=True))
    wilayah = Wilayah(pengguna)
    assert [satu.kode for satu in Unit.objects.order_by("kode") if wilayah.memuat(satu)] == banyak
    return banyak
