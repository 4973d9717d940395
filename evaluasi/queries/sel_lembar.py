"""What a cell of a worksheet holds, and what the criteria of a sub-komponen suggest."""

from dataclasses import dataclass

from evaluasi.hitung.saran import saran_nilai
from evaluasi.models import Jawaban, NilaiSub, SubKomponen, TahapLembar


@dataclass(frozen=True)
class IsiSel:
    """The chosen answer or grade by its code, blank for none, and the note beside it."""

    pilihan: str = ""
    catatan: str = ""


@dataclass(frozen=True)
class Saran:
    """How many criteria are met, of how many, and the grade this suggests; None without answers."""

    kode: str | None
    terpenuhi: int
    dijawab: int
    semua: int

    @property
    def kata(self) -> str:
        if self.kode is None:
            return "Belum ada saran: kriterianya belum dijawab pada tahap ini."
        belum = self.semua - self.dijawab
        awal = "Saran sementara" if belum else "Saran"
        akhir = f", {belum} belum dijawab" if belum else ""
        return f"{awal} {self.kode}: {self.terpenuhi} dari {self.semua} kriteria terpenuhi{akhir}."


def isi_sel(baris: Jawaban | NilaiSub | None) -> IsiSel:
    """What a stored row holds; an empty cell where there is none."""
    if baris is None:
        return IsiSel()
    return IsiSel(baris.pilihan.kode if baris.pilihan else "", baris.catatan)


def saran_dari(terpenuhi: list[bool], semua: int) -> Saran:
    """From whether each answered criterion is met; the rule is `saran_nilai`."""
    kode = saran_nilai(sum(terpenuhi), semua) if terpenuhi else None
    return Saran(kode, sum(terpenuhi), len(terpenuhi), semua)


def saran_kini(tahap: TahapLembar, sub: SubKomponen) -> Saran:
    """What the stored answers suggest now, in two queries."""
    milik = Jawaban.objects.filter(tahap=tahap, kriteria__sub=sub, pilihan__isnull=False)
    terpenuhi = list(milik.values_list("pilihan__terpenuhi", flat=True))
    return saran_dari(terpenuhi, sub.kriteria.count())
