"""Whole documents by unit and year of work; `pembaca` None is the system, which reads all."""

from evaluasi.dokumen.berita_acara import dokumen_berita_acara
from evaluasi.dokumen.lhe import dokumen_lhe
from evaluasi.dokumen.lke import dokumen_lke
from evaluasi.dokumen.tindak_lanjut import BentukCetak, dokumen_tindak_lanjut
from evaluasi.queries.cetak import (
    isi_berita_acara,
    isi_lembar_dicetak,
    isi_tindak_lanjut,
    lhe_dicetak,
)
from evaluasi.services.konteks_lhe import konteks_lhe
from sakip.dokumen.blok import Dokumen, Draf
from sakip.organisasi.models import Pengguna, Unit


def susun_lhe(
    unit: Unit, tahun: int, nomor: int | None = None, *, pembaca: Pengguna | None = None
) -> Dokumen:
    """The LHE as it was issued, or its draft, marked as one. Raises TidakAda."""
    lhe = lhe_dicetak(unit, tahun, nomor, pembaca)
    if lhe.dokumen is not None:
        return dokumen_lhe(lhe.dokumen.konteks)
    return dokumen_lhe(konteks_lhe(lhe), draf=Draf(unit.pemda.zona))


def susun_lke(unit: Unit, tahun: int, *, pembaca: Pengguna | None = None) -> Dokumen:
    """The worksheet with the stages that may be read. Raises TidakAda."""
    return dokumen_lke(isi_lembar_dicetak(unit, tahun, pembaca))


def susun_berita_acara(unit: Unit, tahun: int, *, pembaca: Pengguna | None = None) -> Dokumen:
    """Raises TidakAda, also while the evaluation is not finished."""
    return dokumen_berita_acara(isi_berita_acara(unit, tahun, pembaca))


def susun_tindak_lanjut(
    unit: Unit,
    tahun: int,
    bentuk: BentukCetak = BentukCetak.RINGKAS,
    *,
    putusan: bool = False,
    pembaca: Pengguna | None = None,
) -> Dokumen:
    """The follow-up of the newest LHE on the work of a year. Raises TidakAda."""
    isi = isi_tindak_lanjut(unit, tahun, pembaca)
    return dokumen_tindak_lanjut(isi, bentuk, putusan=putusan)
