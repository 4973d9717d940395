"""What a stage of a worksheet comes to, in a fixed number of queries."""

from collections.abc import Mapping
from decimal import Decimal

from django.db.models import QuerySet

from evaluasi.hitung.nilai import BahanSub, HasilEvaluasi, bagian_kriteria, hitung_evaluasi
from evaluasi.hitung.saran import (
    JenisSub,
    Pelanggaran,
    pelanggaran_keberadaan,
    pelanggaran_prasyarat,
    saran_nilai,
)
from evaluasi.models import (
    Instrumen,
    Jawaban,
    Komponen,
    Kriteria,
    NilaiSub,
    PilihanJawaban,
    SubKomponen,
    TahapLembar,
)
from evaluasi.status import CaraNilai


def hasil_tahap(tahap: TahapLembar) -> HasilEvaluasi[str]:
    """Scores of a stage by the codes of komponen and sub-komponen, unrounded."""
    instrumen = tahap.lembar.instrumen
    bagian = bagian_sub(tahap)
    komponen = [
        (satu.kode, [BahanSub(sub.kode, sub.bobot, bagian.get(sub.pk)) for sub in satu.sub.all()])
        for satu in susunan(instrumen)
    ]
    tabel = [satu.sebagai_predikat() for satu in instrumen.predikat.all()]
    return hitung_evaluasi(komponen, tabel)


def susunan(instrumen: Instrumen) -> list[Komponen]:
    """The komponen with their sub-komponen, in order."""
    return list(instrumen.komponen.prefetch_related("sub"))


def bagian_sub(tahap: TahapLembar) -> dict[int, Decimal | None]:
    """The share reached by each sub-komponen, by its id; absent or None where not graded."""
    if tahap.lembar.instrumen.cara == CaraNilai.SUB:
        milik = NilaiSub.objects.filter(tahap=tahap)
        return dict(milik.values_list("sub", "pilihan__bagian"))
    jawaban = _bagian_jawaban(tahap)
    kriteria: dict[int, list[Decimal | None]] = {}
    for pk, sub in _kriteria(tahap).values_list("pk", "sub"):
        kriteria.setdefault(sub, []).append(jawaban.get(pk))
    return {sub: bagian_kriteria(milik) for sub, milik in kriteria.items()}


def saran_sub(tahap: TahapLembar, sub: SubKomponen) -> PilihanJawaban | None:
    """The grade that the answers suggest; None where nothing was answered, or no scale has it."""
    jawaban = Jawaban.objects.filter(tahap=tahap, kriteria__sub=sub, pilihan__isnull=False)
    if not jawaban.exists():
        return None
    kode = saran_nilai(jawaban.filter(pilihan__terpenuhi=True).count(), sub.kriteria.count())
    skala = PilihanJawaban.objects.filter(
        skala__instrumen=tahap.lembar.instrumen, skala__untuk_sub=True
    )
    return skala.filter(kode=kode).first()


def keluhan_tahap(tahap: TahapLembar) -> list[str]:
    """What keeps a stage from being finished: what is missing, and answers above their ground."""
    keluhan = _yang_kurang(tahap)
    kriteria = {
        satu.pk: satu
        for satu in _kriteria(tahap).select_related("sub", "prasyarat__sub")
        if satu.prasyarat_id
    }
    dasar = {pk: satu.prasyarat_id for pk, satu in kriteria.items() if satu.prasyarat_id}
    for satu in pelanggaran_prasyarat(_bagian_jawaban(tahap), dasar):
        milik = kriteria[satu.kunci]
        keluhan.append(
            f"Kriteria {sebutan(milik)} dijawab lebih tinggi daripada kriteria "
            f"{sebutan(milik.prasyarat)} yang menjadi dasarnya. Turunkan, atau perbaiki dasarnya."
        )
    if tahap.lembar.instrumen.keberadaan_dahulu:
        keluhan += [
            f"Sub-komponen {satu.kunci} bernilai, padahal {satu.prasyarat} (keberadaan) tidak "
            "bernilai. Perbaiki salah satunya."
            for satu in _tanpa_keberadaan(tahap)
        ]
    return keluhan


def sebutan(kriteria: Kriteria | None) -> str:
    """A criterion by its number: 1.b.3."""
    return "" if kriteria is None else f"{kriteria.sub.kode}.{kriteria.urutan}"


def _yang_kurang(tahap: TahapLembar) -> list[str]:
    if tahap.lembar.instrumen.cara == CaraNilai.SUB and tahap.tahap.penentu:
        dinilai = NilaiSub.objects.filter(tahap=tahap).values("sub")
        kurang = SubKomponen.objects.filter(komponen__instrumen=tahap.lembar.instrumen)
        kode = list(kurang.exclude(pk__in=dinilai).values_list("kode", flat=True))
        if kode:
            return [f"Sub-komponen {', '.join(kode)} belum dinilai. Beri nilainya lebih dahulu."]
        return []
    ada = Jawaban.objects.filter(tahap=tahap, pilihan__isnull=False).values("kriteria")
    kosong = list(_kriteria(tahap).exclude(pk__in=ada).select_related("sub"))
    if not kosong:
        return []
    return [
        f"{len(kosong)} kriteria belum dijawab, mulai dari {sebutan(kosong[0])}. Jawab semuanya."
    ]


def _tanpa_keberadaan(tahap: TahapLembar) -> list[Pelanggaran[str]]:
    bagian: Mapping[int, Decimal | None] = bagian_sub(tahap)
    return [
        satu
        for komponen in susunan(tahap.lembar.instrumen)
        for satu in pelanggaran_keberadaan(
            (sub.kode, JenisSub(sub.jenis), bagian.get(sub.pk)) for sub in komponen.sub.all()
        )
    ]


def _bagian_jawaban(tahap: TahapLembar) -> dict[int, Decimal]:
    milik = Jawaban.objects.filter(tahap=tahap, pilihan__isnull=False)
    return dict(milik.values_list("kriteria", "pilihan__bagian"))


def _kriteria(tahap: TahapLembar) -> QuerySet[Kriteria]:
    return Kriteria.objects.filter(sub__komponen__instrumen=tahap.lembar.instrumen)
