"""The sub-komponen of a stage, one or all, with what stands beside each; constant in queries."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from evaluasi.models import (
    Jawaban,
    Kriteria,
    LembarKerja,
    NilaiSub,
    PilihanJawaban,
    SubKomponen,
    TahapLembar,
)
from evaluasi.queries.bukti_jawaban import bukti_kriteria
from evaluasi.queries.hasil import susunan
from evaluasi.queries.lembar import kemajuan_sub
from evaluasi.queries.lembar_lalu import KriteriaLalu, SubLalu, semua_lalu
from evaluasi.queries.sel_lembar import Saran, saran_dari
from evaluasi.status import CaraNilai
from pengukuran.queries.bukti import BarisBukti
from sakip.lib.galat import TidakAda
from sakip.organisasi.models import Pengguna


@dataclass(frozen=True)
class PilihanSub:
    """A sub-komponen in the list of them; `alamat` is what the address calls it."""

    sub: SubKomponen
    alamat: str
    dijawab: int
    kriteria: int
    dinilai: bool

    @property
    def lengkap(self) -> bool:
        return self.dijawab == self.kriteria


@dataclass(frozen=True)
class UcapanLain:
    """What another stage says of a criterion, with its evidence; `jawaban` None for nothing."""

    tahap: TahapLembar
    jawaban: Jawaban | None
    bukti: tuple[BarisBukti, ...]


@dataclass(frozen=True)
class BarisKriteria:
    kriteria: Kriteria
    pilihan: tuple[PilihanJawaban, ...]
    jawaban: Jawaban | None
    bukti: tuple[BarisBukti, ...]
    lain: tuple[UcapanLain, ...]
    lalu: KriteriaLalu | None


@dataclass(frozen=True)
class NilaiTampil:
    """The grade of the sub-komponen: the scale, this stage's, and that of the others."""

    pilihan: tuple[PilihanJawaban, ...]
    milik: NilaiSub | None
    lain: tuple[tuple[TahapLembar, NilaiSub], ...]
    saran: Saran


@dataclass(frozen=True)
class IsiSub:
    """`nilai` is None where the instrument scores by criteria alone."""

    daftar: tuple[PilihanSub, ...]
    kini: PilihanSub
    baris: tuple[BarisKriteria, ...]
    nilai: NilaiTampil | None
    lalu: SubLalu | None

    @property
    def bukti(self) -> tuple[BarisBukti, ...]:
        """All evidence that its page shows, of this stage and the others."""
        return tuple(
            bukti
            for satu in self.baris
            for milik in (satu.bukti, *(lain.bukti for lain in satu.lain))
            for bukti in milik
        )

    @property
    def sebelumnya(self) -> PilihanSub | None:
        letak = self.daftar.index(self.kini)
        return self.daftar[letak - 1] if letak else None

    @property
    def berikutnya(self) -> PilihanSub | None:
        letak = self.daftar.index(self.kini) + 1
        return self.daftar[letak] if letak < len(self.daftar) else None


def isi_sub(
    pengguna: Pengguna,
    lembar: LembarKerja,
    tahap: TahapLembar,
    terlihat: Sequence[TahapLembar],
    alamat: str,
    *,
    boleh_isi: bool,
) -> IsiSub:
    """The sub-komponen that `alamat` names, the first without it. Raises TidakAda."""
    daftar = daftar_sub(lembar, tahap)
    kini = next((satu for satu in daftar if satu.alamat == alamat), None)
    if kini is None and not alamat:
        kini = daftar[0]
    if kini is None:
        raise TidakAda(f"Sub-komponen “{alamat[:20]}” tidak ada. Pilih dari daftarnya.")
    (isi,) = _isi(pengguna, lembar, tahap, terlihat, daftar, [kini], boleh_isi=boleh_isi)
    return isi


def isi_semua(
    pengguna: Pengguna, lembar: LembarKerja, tahap: TahapLembar, terlihat: Sequence[TahapLembar]
) -> tuple[IsiSub, ...]:
    """Every sub-komponen of the stage, in the order of the instrument."""
    daftar = daftar_sub(lembar, tahap)
    return _isi(pengguna, lembar, tahap, terlihat, daftar, daftar, boleh_isi=False)


def _isi(
    pengguna: Pengguna,
    lembar: LembarKerja,
    tahap: TahapLembar,
    terlihat: Sequence[TahapLembar],
    daftar: tuple[PilihanSub, ...],
    diminta: Sequence[PilihanSub],
    *,
    boleh_isi: bool,
) -> tuple[IsiSub, ...]:
    milik = Kriteria.objects.filter(sub__in=[satu.sub for satu in diminta])
    kriteria = list(
        milik.select_related("skala", "sub__komponen").prefetch_related("skala__pilihan")
    )
    menurut_sub = {
        satu.sub: [milik_sub for milik_sub in kriteria if milik_sub.sub_id == satu.sub.pk]
        for satu in diminta
    }
    jawaban = {
        (satu.tahap_id, satu.kriteria_id): satu
        for satu in Jawaban.objects.filter(
            tahap__in=terlihat, kriteria__in=kriteria
        ).select_related("pilihan", "dijawab_oleh")
    }
    bukti = bukti_kriteria(
        lembar, terlihat, [satu.pk for satu in kriteria], tahap if boleh_isi else None
    )
    semua_dulu = semua_lalu(pengguna, lembar, menurut_sub)
    lain = [satu for satu in terlihat if satu.pk != tahap.pk]

    def baris(satu: Kriteria, lalu: SubLalu | None) -> BarisKriteria:
        return BarisKriteria(
            kriteria=satu,
            pilihan=tuple(satu.skala.pilihan.all()),
            jawaban=jawaban.get((tahap.pk, satu.pk)),
            bukti=bukti.get((tahap.pk, satu.pk), ()),
            lain=tuple(
                UcapanLain(
                    milik_lain,
                    jawaban.get((milik_lain.pk, satu.pk)),
                    bukti.get((milik_lain.pk, satu.pk), ()),
                )
                for milik_lain in lain
            ),
            lalu=lalu.kriteria.get(satu.pk) if lalu else None,
        )

    isi = []
    nilai = _nilai(lembar, tahap, lain, [satu.sub for satu in diminta])
    for kini in diminta:
        lalu = semua_dulu.get(kini.sub.pk)
        semua = tuple(baris(satu, lalu) for satu in menurut_sub[kini.sub])
        isi.append(IsiSub(daftar, kini, semua, nilai(kini.sub, semua), lalu))
    return tuple(isi)


def daftar_sub(lembar: LembarKerja, tahap: TahapLembar) -> tuple[PilihanSub, ...]:
    """The sub-komponen of the instrument with what is done of each, in five queries."""
    dijawab = kemajuan_sub(tahap)
    dinilai = set(NilaiSub.objects.filter(tahap=tahap).values_list("sub", flat=True))
    banyaknya: dict[int, int] = {}
    semua = Kriteria.objects.filter(sub__komponen__instrumen=lembar.instrumen_id)
    for sub in semua.values_list("sub", flat=True):
        banyaknya[sub] = banyaknya.get(sub, 0) + 1
    milik = [(satu, sub) for satu in susunan(lembar.instrumen) for sub in satu.sub.all()]
    kode = [sub.kode for _, sub in milik]
    return tuple(
        PilihanSub(
            sub=sub,
            # two komponen of an instrument may both have an “a”
            alamat=sub.kode if kode.count(sub.kode) == 1 else f"{komponen.kode}-{sub.kode}",
            dijawab=dijawab.get(sub.pk, 0),
            kriteria=banyaknya.get(sub.pk, 0),
            dinilai=sub.pk in dinilai,
        )
        for komponen, sub in milik
    )


def _nilai(
    lembar: LembarKerja, tahap: TahapLembar, lain: list[TahapLembar], sub: Sequence[SubKomponen]
) -> Callable[[SubKomponen, tuple[BarisKriteria, ...]], NilaiTampil | None]:
    """What makes the grade of each of `sub`, in two queries."""
    if lembar.instrumen.cara != CaraNilai.SUB:
        return lambda _sub, _baris: None
    skala = PilihanJawaban.objects.filter(
        skala__instrumen=lembar.instrumen_id, skala__untuk_sub=True
    ).select_related("skala")
    pilihan = tuple(skala.order_by("urutan"))
    semua = NilaiSub.objects.filter(tahap__in=[tahap, *lain], sub__in=sub)
    milik = {
        (satu.tahap_id, satu.sub_id): satu
        for satu in semua.select_related("pilihan", "saran", "dinilai_oleh")
    }

    def satu_nilai(satu: SubKomponen, baris: tuple[BarisKriteria, ...]) -> NilaiTampil:
        dijawab = [b.jawaban.pilihan.terpenuhi for b in baris if b.jawaban and b.jawaban.pilihan]
        return NilaiTampil(
            pilihan=pilihan,
            milik=milik.get((tahap.pk, satu.pk)),
            lain=tuple((t, milik[t.pk, satu.pk]) for t in lain if (t.pk, satu.pk) in milik),
            saran=saran_dari(dijawab, len(baris)),
        )

    return satu_nilai
