"""What the data of the application say of the criteria of a sub-komponen, with the proof."""

from collections.abc import Iterable
from dataclasses import dataclass

from evaluasi.hitung.fakta import LABEL_USULAN, HasilFakta, KodeFakta, Usulan
from evaluasi.models import Kriteria, LembarKerja, PilihanJawaban
from evaluasi.queries.bahan_fakta import BahanFakta, Tautan
from evaluasi.queries.fakta_laporan import FAKTA_LAPORAN
from evaluasi.queries.fakta_rencana import FAKTA_RENCANA
from sakip.lib import waktu

FAKTA = FAKTA_RENCANA | FAKTA_LAPORAN


@dataclass(frozen=True)
class FaktaKriteria:
    """A proposal beside a criterion.

    `pilihan` is the answer that would say it, blank where the scale has none or several.
    """

    usulan: Usulan
    kalimat: str
    tautan: tuple[Tautan, ...]
    pilihan: str

    @property
    def kata(self) -> str:
        return LABEL_USULAN[self.usulan]

    @property
    def dinilai(self) -> bool:
        return self.usulan is not Usulan.TIDAK_DINILAI


def fakta_kriteria(lembar: LembarKerja, kriteria: Iterable[Kriteria]) -> dict[int, FaktaKriteria]:
    """By the id of each criterion that is tied to a fact, of the work of the worksheet's year.

    Asks only what these criteria are tied to; the number of queries does not grow with rows.
    `kriteria` are read with the answers of their scale. A code that is not known any more gives
    nothing.
    """
    terikat = [satu for satu in kriteria if satu.fakta in FAKTA]
    if not terikat:
        return {}
    bahan = BahanFakta(lembar.unit, lembar.tahun_kinerja, waktu.sekarang())
    return {satu.pk: _fakta(satu, bahan) for satu in terikat}


def _fakta(kriteria: Kriteria, bahan: BahanFakta) -> FaktaKriteria:
    hasil, tautan = FAKTA[KodeFakta(kriteria.fakta)](bahan)
    pilihan = _pilihan(hasil, kriteria.skala.pilihan.all())
    return FaktaKriteria(hasil.usulan, hasil.kalimat, tautan, pilihan)


def _pilihan(hasil: HasilFakta, skala: Iterable[PilihanJawaban]) -> str:
    """The only answer of the scale that says so; among several the person chooses."""
    if hasil.usulan is Usulan.TIDAK_DINILAI:
        return ""
    cocok = [s.kode for s in skala if s.terpenuhi is (hasil.usulan is Usulan.TERPENUHI)]
    return cocok[0] if len(cocok) == 1 else ""
