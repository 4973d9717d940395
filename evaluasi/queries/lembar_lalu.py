"""What the worksheet of the year before says of the criteria of a sub-komponen."""

from dataclasses import dataclass, field

from evaluasi.hitung.padanan_kriteria import Padanan, Pernyataan, padankan
from evaluasi.models import Jawaban, Kriteria, LembarKerja, NilaiSub, SubKomponen
from evaluasi.queries.lembar import tahap_terlihat
from evaluasi.queries.sel_lembar import IsiSel, isi_sel
from sakip.organisasi.models import Pengguna


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


def sub_lalu(
    pengguna: Pengguna, lembar: LembarKerja, sub: SubKomponen, kriteria: list[Kriteria]
) -> SubLalu | None:
    """None where the work of the year before has no worksheet. In six queries."""
    tahun = lembar.tahun_kinerja - 1
    milik = LembarKerja.objects.untuk(pengguna).filter(unit=lembar.unit_id, tahun_kinerja=tahun)
    lalu = milik.order_by("-tahun_evaluasi").first()
    if lalu is None:
        return None
    lama = list(
        Kriteria.objects.filter(
            sub__komponen__instrumen=lalu.instrumen_id, sub__kode=sub.kode
        ).select_related("sub")
    )
    hasil = padankan(_pernyataan(kriteria, sub.kode), _pernyataan(lama, sub.kode))
    nama = {satu.pk: satu.tahap.nama for satu in tahap_terlihat(pengguna, lalu)}
    ucapan: dict[int, tuple[UcapanTahap, ...]] = {}
    jawaban = Jawaban.objects.filter(tahap__in=nama, kriteria__in=lama).select_related("pilihan")
    for satu in jawaban.order_by("tahap__tahap__urutan"):
        milik_ini = UcapanTahap(nama[satu.tahap_id], isi_sel(satu))
        ucapan[satu.kriteria_id] = (*ucapan.get(satu.kriteria_id, ()), milik_ini)
    uraian = {satu.pk: satu.uraian for satu in lama}
    nilai = NilaiSub.objects.filter(tahap__in=nama, sub__in={satu.sub_id for satu in lama})
    return SubLalu(
        tahun=tahun,
        kriteria={
            pk: KriteriaLalu(padanan)
            if dulu is None
            else KriteriaLalu(padanan, uraian[dulu], ucapan.get(dulu, ()))
            for pk, (padanan, dulu) in hasil.pasangan.items()
        },
        nilai=tuple(
            UcapanTahap(nama[satu.tahap_id], isi_sel(satu))
            for satu in nilai.select_related("pilihan").order_by("tahap__tahap__urutan")
        ),
        hilang=tuple(uraian[pk] for pk in hasil.hilang),
    )


def _pernyataan(kriteria: list[Kriteria], sub: str) -> list[Pernyataan[int]]:
    return [Pernyataan(satu.pk, sub, satu.urutan, satu.uraian) for satu in kriteria]
