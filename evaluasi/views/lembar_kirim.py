"""What a page of the worksheet sends: many cells at once, or one; each is saved by itself."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from django.http import QueryDict

from evaluasi.models import Kriteria, SubKomponen, TahapLembar
from evaluasi.queries.sel_lembar import IsiSel
from evaluasi.services.sel_lembar import Hasil, HasilSel, simpan_jawaban, simpan_nilai
from evaluasi.views.susun_lembar import kunci_nilai
from pengukuran.queries.sel import rapikan
from sakip.lib.galat import TidakAda
from sakip.lib.transisi import DidahuluiOrangLain, KeadaanSalah
from sakip.organisasi.models import Pengguna

_KUNCI = re.compile(r"(nilai-)?([0-9]{1,9})")
TAK_DIKENAL = "Isian ini tidak dikenal. Muat ulang halamannya."


@dataclass(frozen=True)
class HasilKiriman:
    """How many cells were written, and what became of those that were not, by their keys."""

    tersimpan: int
    hasil: Mapping[str, HasilSel] = field(default_factory=dict)

    @property
    def lengkap(self) -> bool:
        return not self.hasil

    @property
    def bentrok(self) -> bool:
        return any(satu.hasil is Hasil.BENTROK for satu in self.hasil.values())


def simpan_satu(
    tahap: TahapLembar, kunci: str, isi: IsiSel, semula: IsiSel, oleh: Pengguna
) -> tuple[HasilSel, SubKomponen]:
    """Save the cell of this key; gives its sub-komponen too. Raises TidakAda and as services do."""
    kena = _KUNCI.fullmatch(kunci)
    if kena is None:
        raise TidakAda(TAK_DIKENAL)
    instrumen, pk = tahap.lembar.instrumen, int(kena[2])
    if kena[1]:
        milik = SubKomponen.objects.filter(komponen__instrumen=instrumen, pk=pk)
        sub = milik.select_related("komponen").first()
        if sub is None:
            raise TidakAda(TAK_DIKENAL)
        return simpan_nilai(tahap, sub, isi=isi, semula=semula, oleh=oleh), sub
    daftar = Kriteria.objects.filter(sub__komponen__instrumen=instrumen, pk=pk)
    kriteria = daftar.select_related("sub__komponen", "skala").first()
    if kriteria is None:
        raise TidakAda(TAK_DIKENAL)
    hasil = simpan_jawaban(tahap, kriteria, isi=isi, semula=semula, oleh=oleh)
    return hasil, kriteria.sub


def simpan_sub(
    tahap: TahapLembar, sub: SubKomponen, kiriman: QueryDict, oleh: Pengguna
) -> HasilKiriman:
    """Save every cell of a sub-komponen that was changed: the answers first, then the grade.

    `buang` names a cell whose typed text is given up. Raises HakKurang; what the stage's state
    refuses is told at each cell.
    """
    dikenal = [str(pk) for pk in sub.kriteria.values_list("pk", flat=True)]
    tersimpan, hasil = 0, {}
    for kunci in (*dikenal, kunci_nilai(sub.pk)):
        if f"semula-catatan-{kunci}" not in kiriman or kiriman.get("buang") == kunci:
            continue
        isi, semula = baca_isi(kiriman, kunci)
        if isi == semula:
            continue
        try:
            satu, _ = simpan_satu(tahap, kunci, isi, semula, oleh)
        except (KeadaanSalah, DidahuluiOrangLain) as salah:
            satu = HasilSel(Hasil.TANYA, isi, semula, semula, pesan=str(salah))
        tersimpan += satu.hasil is Hasil.TERSIMPAN
        if satu.hasil in {Hasil.TANYA, Hasil.BENTROK}:
            hasil[kunci] = satu
    return HasilKiriman(tersimpan, hasil)


def baca_isi(kiriman: QueryDict, kunci: str) -> tuple[IsiSel, IsiSel]:
    """What a cell holds as sent, and what it held when it was opened."""
    semula = IsiSel(
        kiriman.get(f"semula-pilihan-{kunci}", ""), _rapi(kiriman, f"semula-catatan-{kunci}")
    )
    # a group of radios in which nothing is chosen sends nothing
    pilihan = kiriman.get(f"pilihan-{kunci}", semula.pilihan)
    return IsiSel(pilihan, _rapi(kiriman, f"catatan-{kunci}")), semula


def _rapi(kiriman: QueryDict, nama: str) -> str:
    return rapikan(kiriman.get(nama, ""))
