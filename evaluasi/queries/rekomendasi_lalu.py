"""What earlier evaluations asked of a unit, as it stands now: read beside the next evaluation."""

from collections.abc import Sequence

from evaluasi.models import LembarKerja, Lhe, RekomendasiKomponen, SubKomponen
from evaluasi.queries.daftar_rekomendasi import (
    BarisRekomendasi,
    KelompokRekomendasi,
    kelompok_terdahulu,
)
from sakip.organisasi.models import Pengguna


def rekomendasi_lalu(
    pengguna: Pengguna, evaluasi: LembarKerja | Lhe
) -> tuple[KelompokRekomendasi, ...]:
    """To who evaluates: those of the year before the work and later, and older ones still open.

    An LHP of the year of the work, or of one after it, is there before a later evaluation.
    The number of queries does not grow with rows.
    """
    tahun, tahun_evaluasi = evaluasi.tahun_kinerja, evaluasi.tahun_evaluasi
    return kelompok_terdahulu(pengguna, evaluasi.unit, tahun, tahun_evaluasi)


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
