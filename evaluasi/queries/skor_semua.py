"""The scores of many worksheets at once: a fixed number of queries, however many there are.

The figures are those of a unit's own pages, by the same makers and of the same kunci.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from evaluasi.hitung.nilai import BahanSub, HasilEvaluasi, bagian_kriteria, hitung_evaluasi
from evaluasi.hitung.predikat import Predikat
from evaluasi.models import Instrumen, Jawaban, Komponen, Kriteria, NilaiSub, TahapLembar
from evaluasi.queries.angka_lembar import angka_bobot, angka_komponen, angka_sub, angka_total
from evaluasi.status import CaraNilai
from sakip.dokumen.angka import Angka


@dataclass(frozen=True)
class SkorLembar:
    """What one stage comes to; `komponen` by name, its total and predikat once all is graded."""

    komponen: Mapping[str, Angka]
    total: Angka
    predikat: Predikat | None


def instrumen_dari(pk: Iterable[int]) -> dict[int, Instrumen]:
    """Instruments with their komponen, sub-komponen, stages and predikat, by their ids."""
    milik = Instrumen.objects.filter(pk__in=set(pk))
    return {satu.pk: satu for satu in milik.prefetch_related("komponen__sub", "predikat", "tahap")}


def skor_setiap_tahap(
    tahap: Sequence[TahapLembar], instrumen: Mapping[int, Instrumen]
) -> dict[int, SkorLembar]:
    """Of stages with their `lembar` and `tahap`, by the id of each."""
    bahan = _Bahan(tahap, instrumen)
    return {satu.pk: bahan.skor(satu) for satu in tahap}


class _Bahan:
    """What the stages share, read once for all of them."""

    def __init__(self, tahap: Sequence[TahapLembar], instrumen: Mapping[int, Instrumen]) -> None:
        self.instrumen = instrumen
        for satu in tahap:
            # the figures name the instrument of their stage
            satu.lembar.instrumen = instrumen[satu.lembar.instrumen_id]
        per_sub = [s for s in tahap if s.lembar.instrumen.cara == CaraNilai.SUB]
        per_kriteria = [s for s in tahap if s.lembar.instrumen.cara == CaraNilai.KRITERIA]
        self.nilai = {
            (satu.tahap_id, satu.sub_id): satu
            for satu in NilaiSub.objects.filter(tahap__in=per_sub).select_related(
                "pilihan", "saran", "dinilai_oleh"
            )
        }
        self.bagian = _bagian_menurut_kriteria(per_kriteria)
        self.bagian.update((kunci, satu.pilihan.bagian) for kunci, satu in self.nilai.items())
        self.bobot = {
            sub.pk: angka_bobot(sub, satu)
            for satu in instrumen.values()
            for komponen in satu.komponen.all()
            for sub in komponen.sub.all()
        }

    def skor(self, tahap: TahapLembar) -> SkorLembar:
        instrumen = self.instrumen[tahap.lembar.instrumen_id]
        isi = list(instrumen.komponen.all())
        tabel = [satu.sebagai_predikat() for satu in instrumen.predikat.all()]
        hasil = hitung_evaluasi([(k.kode, self._sub(tahap, k)) for k in isi], tabel)
        komponen = self._komponen(tahap, isi, hasil)
        total = angka_total(tahap, hasil, tuple(komponen.values()))
        return SkorLembar(komponen, total, hasil.predikat)

    def _sub(self, tahap: TahapLembar, komponen: Komponen) -> list[BahanSub[str]]:
        return [
            BahanSub(sub.kode, sub.bobot, self.bagian.get((tahap.pk, sub.pk)))
            for sub in komponen.sub.all()
        ]

    def _komponen(
        self, tahap: TahapLembar, isi: Sequence[Komponen], hasil: HasilEvaluasi[str]
    ) -> dict[str, Angka]:
        jadi = {}
        for komponen, milik in zip(isi, hasil.komponen, strict=True):
            sub = tuple(
                angka_sub(tahap, s, nilai, self.nilai.get((tahap.pk, s.pk)), self.bobot[s.pk])
                for s, nilai in zip(komponen.sub.all(), milik.sub, strict=True)
            )
            jadi[komponen.nama] = angka_komponen(tahap, komponen, milik, sub)
        return jadi


def _bagian_menurut_kriteria(
    tahap: Sequence[TahapLembar],
) -> dict[tuple[int, int], Decimal | None]:
    """The share of each stage and sub-komponen as the mean of its criteria."""
    if not tahap:
        return {}
    jawaban = {
        (milik, kriteria): bagian
        for milik, kriteria, bagian in Jawaban.objects.filter(
            tahap__in=tahap, pilihan__isnull=False
        ).values_list("tahap", "kriteria", "pilihan__bagian")
    }
    kriteria = Kriteria.objects.filter(
        sub__komponen__instrumen__in={satu.lembar.instrumen_id for satu in tahap}
    ).values_list("pk", "sub", "sub__komponen__instrumen")
    isi: dict[tuple[int, int], list[Decimal | None]] = {}
    menurut_instrumen: dict[int, list[tuple[int, int]]] = {}
    for pk, sub, instrumen in kriteria:
        menurut_instrumen.setdefault(instrumen, []).append((pk, sub))
    for satu in tahap:
        for pk, sub in menurut_instrumen.get(satu.lembar.instrumen_id, ()):
            isi.setdefault((satu.pk, sub), []).append(jawaban.get((satu.pk, pk)))
    return {kunci: bagian_kriteria(milik) for kunci, milik in isi.items()}
