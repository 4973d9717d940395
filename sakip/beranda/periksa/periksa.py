"""All rules over one unit and year."""

from sakip.beranda.periksa import anggaran, indikator, pohon, target
from sakip.beranda.periksa.bahan import baca_bahan
from sakip.beranda.periksa.temuan import Temuan, Tingkat
from sakip.organisasi.models import Unit

ATURAN = (*pohon.ATURAN, *anggaran.ATURAN, *target.ATURAN, *indikator.ATURAN)
_URUTAN = list(Tingkat)


def periksa(unit: Unit, tahun: int) -> list[Temuan]:
    """What is wrong, the gravest first. Raises TidakAda when the year has no Renstra."""
    bahan = baca_bahan(unit, tahun)
    semua = [temuan for aturan in ATURAN for temuan in aturan(bahan)]
    return sorted(semua, key=lambda satu: (_URUTAN.index(satu.tingkat), satu.kode, satu.tempat))
