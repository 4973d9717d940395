"""The table of scores of a worksheet: weight, and grade and score of each stage side by side."""

from collections.abc import Sequence
from dataclasses import dataclass

from evaluasi.hitung.predikat import Predikat
from evaluasi.models import Komponen, LembarKerja, Lhe, NilaiSub, SubKomponen, TahapLembar
from evaluasi.queries.angka_lembar import (
    angka_bobot,
    angka_bobot_komponen,
    angka_bobot_semua,
    angka_komponen,
    angka_lhe,
    angka_sub,
    angka_total,
)
from evaluasi.queries.hasil import hasil_tahap, susunan
from evaluasi.queries.lembar import tahap_terlihat
from evaluasi.status import StatusTahap
from sakip.dokumen.angka import Angka
from sakip.organisasi.models import Pengguna, Unit


@dataclass(frozen=True)
class SkorSub:
    """What a stage gives a sub-komponen: its grade (blank where none), its score."""

    huruf: str
    nilai: Angka


@dataclass(frozen=True)
class BarisSub:
    sub: SubKomponen
    bobot: Angka
    skor: tuple[SkorSub, ...]


@dataclass(frozen=True)
class BarisKomponen:
    komponen: Komponen
    bobot: Angka
    nilai: tuple[Angka, ...]
    sub: tuple[BarisSub, ...]


@dataclass(frozen=True)
class TabelSkor:
    """One column of scores for each stage that the reader may see."""

    tahap: tuple[TahapLembar, ...]
    komponen: tuple[BarisKomponen, ...]
    bobot: Angka
    total: tuple[Angka, ...]
    predikat: tuple[Predikat | None, ...]


@dataclass(frozen=True)
class NilaiLalu:
    """The result of the year before, and the document or stage that states it."""

    tahun: int
    nilai: Angka
    predikat: str
    sumber: str


@dataclass(frozen=True)
class _SkorTahap:
    """The figures of one stage in the order of the instrument."""

    komponen: tuple[tuple[Angka, tuple[SkorSub, ...]], ...]
    total: Angka
    predikat: Predikat | None


def tabel_skor(lembar: LembarKerja, tahap: Sequence[TahapLembar]) -> TabelSkor:
    """The number of queries grows with the stages alone."""
    isi = susunan(lembar.instrumen)
    nilai = NilaiSub.objects.filter(tahap__in=tahap).select_related(
        "pilihan", "saran", "dinilai_oleh"
    )
    milik = {(satu.tahap_id, satu.sub_id): satu for satu in nilai}
    bobot = {sub.pk: angka_bobot(sub, lembar.instrumen) for satu in isi for sub in satu.sub.all()}
    skor = [_skor(satu, isi, milik, bobot) for satu in tahap]
    baris = tuple(_baris(ke, satu, skor, bobot) for ke, satu in enumerate(isi))
    return TabelSkor(
        tahap=tuple(tahap),
        komponen=baris,
        bobot=angka_bobot_semua(lembar.instrumen, tuple(satu.bobot for satu in baris)),
        total=tuple(satu.total for satu in skor),
        predikat=tuple(satu.predikat for satu in skor),
    )


def nilai_lalu(pengguna: Pengguna, unit: Unit, tahun: int) -> NilaiLalu | None:
    """What the evaluation of the year before came to: its issued LHE, else its finished stage."""
    terbit = Lhe.objects.untuk(pengguna).terbit().filter(unit=unit, tahun_kinerja=tahun - 1)
    if lhe := terbit.order_by("-tahun_evaluasi", "-ke").first():
        return NilaiLalu(tahun - 1, angka_lhe(lhe), lhe.predikat, str(lhe))
    milik = LembarKerja.objects.untuk(pengguna).filter(unit=unit, tahun_kinerja=tahun - 1)
    lembar = milik.select_related("unit", "instrumen").order_by("-tahun_evaluasi").first()
    if lembar is None:
        return None
    for satu in tahap_terlihat(pengguna, lembar):
        if satu.tahap.penentu and satu.status == StatusTahap.SELESAI:
            tabel = tabel_skor(lembar, [satu])
            (huruf,) = tabel.predikat
            kode = huruf.kode if huruf else ""
            return NilaiLalu(tahun - 1, tabel.total[0], kode, f"{lembar}, {satu.tahap}")
    return None


def _skor(
    tahap: TahapLembar,
    isi: list[Komponen],
    milik: dict[tuple[int, int], NilaiSub],
    bobot: dict[int, Angka],
) -> _SkorTahap:
    hasil = hasil_tahap(tahap)
    komponen = []
    for satu, hitung in zip(isi, hasil.komponen, strict=True):
        skor = []
        for sub, nilai in zip(satu.sub.all(), hitung.sub, strict=True):
            diberi = milik.get((tahap.pk, sub.pk))
            angka = angka_sub(tahap, sub, nilai, diberi, bobot[sub.pk])
            skor.append(SkorSub(diberi.pilihan.kode if diberi else "", angka))
        nilai_sub = tuple(baris.nilai for baris in skor)
        komponen.append((angka_komponen(tahap, satu, hitung, nilai_sub), tuple(skor)))
    total = angka_total(tahap, hasil, tuple(angka for angka, _ in komponen))
    return _SkorTahap(tuple(komponen), total, hasil.predikat)


def _baris(
    ke: int, komponen: Komponen, skor: list[_SkorTahap], bobot: dict[int, Angka]
) -> BarisKomponen:
    sub = tuple(
        BarisSub(satu, bobot[satu.pk], tuple(milik.komponen[ke][1][n] for milik in skor))
        for n, satu in enumerate(komponen.sub.all())
    )
    return BarisKomponen(
        komponen=komponen,
        bobot=angka_bobot_komponen(komponen, tuple(satu.bobot for satu in sub)),
        nilai=tuple(milik.komponen[ke][0] for milik in skor),
        sub=sub,
    )
