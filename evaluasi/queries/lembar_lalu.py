"""What the worksheet of the year before says of the criteria of each sub-komponen."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from evaluasi.hitung.padanan_kriteria import Padanan, Pernyataan, padankan
from evaluasi.models import Jawaban, Kriteria, LembarKerja, NilaiSub, SubKomponen
from evaluasi.queries.lembar import tahap_terlihat
from evaluasi.queries.sel_lembar import IsiSel, isi_sel
from sakip.organisasi.models import Pengguna

# the codes of a komponen and of a sub-komponen, which may stand under another komponen too
Letak = tuple[str, str]


@dataclass(frozen=True)
class UcapanTahap:
    """What one stage says of a criterion or sub-komponen."""

    tahap: str
    isi: IsiSel


@dataclass(frozen=True)
class KriteriaLalu:
    """A criterion of the year before: how it differs, its words, and what was answered."""

    padanan: Padanan
    uraian: str = ""
    ucapan: tuple[UcapanTahap, ...] = ()


@dataclass(frozen=True)
class SubLalu:
    """The year before, by the id of today's criterion; `hilang` are the words of those gone."""

    tahun: int
    kriteria: dict[int, KriteriaLalu] = field(default_factory=dict)
    nilai: tuple[UcapanTahap, ...] = ()
    hilang: tuple[str, ...] = ()


def semua_lalu(
    pengguna: Pengguna, lembar: LembarKerja, kriteria: Mapping[SubKomponen, Sequence[Kriteria]]
) -> dict[int, SubLalu]:
    """By the id of each sub-komponen; nothing where the work of the year before has no worksheet.

    In six queries.
    """
    tahun = lembar.tahun_kinerja - 1
    milik = LembarKerja.objects.untuk(pengguna).filter(unit=lembar.unit_id, tahun_kinerja=tahun)
    lalu = milik.order_by("-tahun_evaluasi").first()
    if lalu is None:
        return {}
    lama = list(
        Kriteria.objects.filter(
            sub__komponen__instrumen=lalu.instrumen_id, sub__kode__in={s.kode for s in kriteria}
        ).select_related("sub__komponen")
    )
    nama = {satu.pk: satu.tahap.nama for satu in tahap_terlihat(pengguna, lalu)}
    ucapan: dict[int, tuple[UcapanTahap, ...]] = {}
    jawaban = Jawaban.objects.filter(tahap__in=nama, kriteria__in=lama).select_related("pilihan")
    for satu in jawaban.order_by("tahap__tahap__urutan"):
        milik_ini = UcapanTahap(nama[satu.tahap_id], isi_sel(satu))
        ucapan[satu.kriteria_id] = (*ucapan.get(satu.kriteria_id, ()), milik_ini)
    nilai = NilaiSub.objects.filter(tahap__in=nama, sub__in={satu.sub_id for satu in lama})
    dinilai: dict[Letak, tuple[UcapanTahap, ...]] = {}
    bernilai = nilai.select_related("pilihan", "sub__komponen")
    for satu_nilai in bernilai.order_by("tahap__tahap__urutan"):
        milik_ini = UcapanTahap(nama[satu_nilai.tahap_id], isi_sel(satu_nilai))
        letak = _letak(satu_nilai.sub)
        dinilai[letak] = (*dinilai.get(letak, ()), milik_ini)
    setempat: dict[Letak, list[Kriteria]] = {}
    for satu_lama in lama:
        setempat.setdefault(_letak(satu_lama.sub), []).append(satu_lama)
    hasil = {}
    for sub, kini in kriteria.items():
        letak = _letak(sub)
        milik_lama, nilai_lama = setempat.get(letak, []), dinilai.get(letak, ())
        hasil[sub.pk] = _sub_lalu(tahun, sub.kode, kini, milik_lama, ucapan, nilai_lama)
    return hasil


def _letak(sub: SubKomponen) -> Letak:
    return sub.komponen.kode, sub.kode


def _sub_lalu(
    tahun: int,
    kode: str,
    kini: Sequence[Kriteria],
    lama: Sequence[Kriteria],
    ucapan: Mapping[int, tuple[UcapanTahap, ...]],
    nilai: tuple[UcapanTahap, ...],
) -> SubLalu:
    hasil = padankan(_pernyataan(kini, kode), _pernyataan(lama, kode))
    uraian = {satu.pk: satu.uraian for satu in lama}
    return SubLalu(
        tahun=tahun,
        kriteria={
            pk: KriteriaLalu(padanan)
            if dulu is None
            else KriteriaLalu(padanan, uraian[dulu], ucapan.get(dulu, ()))
            for pk, (padanan, dulu) in hasil.pasangan.items()
        },
        nilai=nilai,
        hilang=tuple(uraian[pk] for pk in hasil.hilang),
    )


def _pernyataan(kriteria: Sequence[Kriteria], sub: str) -> list[Pernyataan[int]]:
    return [Pernyataan(satu.pk, sub, satu.urutan, satu.uraian) for satu in kriteria]
