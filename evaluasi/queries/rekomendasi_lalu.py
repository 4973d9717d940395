"""What earlier evaluations asked of a unit, as it stands now: read beside the next evaluation."""

from collections.abc import Sequence

from evaluasi.models import RekomendasiKomponen, SubKomponen
from evaluasi.queries.daftar_rekomendasi import (
    BarisRekomendasi,
    KelompokRekomendasi,
    kelompok_terdahulu,
)
from sakip.organisasi.models import Pengguna, Unit


def rekomendasi_lalu(pengguna: Pengguna, unit: Unit, tahun: int) -> tuple[KelompokRekomendasi, ...]:
    """To who evaluates the work of `tahun`: those of the year before, and older ones still open.

    Of `tahun` itself those of an LHP, which is there before the LHE on that work.
    The number of queries does not grow with rows.
    """
    return kelompok_terdahulu(pengguna, unit, tahun)


def rekomendasi_sub(
    kelompok: Sequence[KelompokRekomendasi], sub: SubKomponen
) -> tuple[BarisRekomendasi, ...]:
    """Those of them placed on this sub-komponen or on its whole komponen.

    By their codes, which mean the same in another version of the instrument.
    """
    return tuple(
        baris
        for milik in kelompok
        for baris in milik.baris
        if any(_mengenai(satu, sub) for satu in baris.rekomendasi.komponen.all())
    )


def _mengenai(letak: RekomendasiKomponen, sub: SubKomponen) -> bool:
    if letak.komponen.kode != sub.komponen.kode:
        return False
    return letak.sub is None or letak.sub.kode == sub.kode
