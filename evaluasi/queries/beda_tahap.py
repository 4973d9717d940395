"""Where two stages disagree, and what the unit changed since its stage was opened again."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from evaluasi.models import (
    BuktiJawaban,
    Jawaban,
    Kriteria,
    NilaiSub,
    PilihanJawaban,
    SubKomponen,
    TahapLembar,
)
from evaluasi.queries.hasil import sebutan
from sakip.jejak.aksi import Aksi
from sakip.jejak.models import CatatanJejak

KOSONG = "belum dijawab"


@dataclass(frozen=True)
class Ditolak:
    """A criterion, or a sub-komponen as a whole, to which the evaluator gives less."""

    sub: SubKomponen
    kriteria: int | None
    sebutan: str
    uraian: str
    semula: str
    menjadi: str
    catatan: str


@dataclass(frozen=True)
class Perbaikan:
    """An answer of the unit that differs from what stood there when its stage was opened again."""

    kriteria: Kriteria
    sebutan: str
    semula: str
    kini: str
    catatan_berubah: bool
    bukti: int
    terakhir: datetime


def daftar_ditolak(unit: TahapLembar, evaluator: TahapLembar) -> tuple[Ditolak, ...]:
    """What the evaluator answered or graded lower than the unit itself, in two queries."""
    return (*_nilai_ditolak(unit, evaluator), *_jawaban_ditolak(unit, evaluator))


def daftar_perbaikan(tahap: TahapLembar, kembali: CatatanJejak) -> tuple[Perbaikan, ...]:
    """Answers changed and evidence added or taken away since that act, by the trail."""
    jawaban = {satu.pk: satu for satu in _urut(Jawaban.objects.filter(tahap=tahap))}
    sesudah = CatatanJejak.objects.filter(pk__gt=kembali.pk, unit_id=tahap.lembar.unit_id)
    semula = _semula(
        sesudah.filter(
            aksi=Aksi.JAWABAN_DISIMPAN,
            objek_jenis=Jawaban._meta.label_lower,
            objek_id__in=[str(pk) for pk in jawaban],
        ).order_by("pk")
    )
    bukti = _bukti(sesudah.order_by("pk"))
    pilihan = PilihanJawaban.objects.filter(skala__instrumen=tahap.lembar.instrumen_id)
    nama = dict(pilihan.values_list("pk", "kode"))
    hasil = [
        _perbaikan(satu, semula.get(pk), bukti.get(pk, []), nama) for pk, satu in jawaban.items()
    ]
    return tuple(satu for satu in hasil if satu is not None)


@dataclass(frozen=True)
class _Lama:
    """What an answer held before its first change, and when it was changed last."""

    isi: dict[str, object]
    terakhir: datetime


def _semula(baris: Iterable[CatatanJejak]) -> dict[int, _Lama]:
    hasil: dict[int, _Lama] = {}
    for satu in baris:
        lama = hasil.get(int(satu.objek_id))
        isi = satu.sebelum | (lama.isi if lama else {})
        if not satu.sebelum and lama is None:  # the row was made after the stage was opened
            isi = {"pilihan_id": None, "catatan": ""}
        hasil[int(satu.objek_id)] = _Lama(isi, satu.waktu)
    return hasil


def _bukti(sesudah: Iterable[CatatanJejak]) -> dict[int, list[datetime]]:
    """When evidence came or went, by the id of its answer."""
    hasil: dict[int, list[datetime]] = {}
    jenis = BuktiJawaban._meta.label_lower
    for satu in sesudah:
        if satu.objek_jenis == jenis:
            isi = satu.sebelum | satu.sesudah
            hasil.setdefault(isi["jawaban_id"], []).append(satu.waktu)
    return hasil


def _perbaikan(
    jawaban: Jawaban, lama: _Lama | None, bukti: list[datetime], nama: dict[int, str]
) -> Perbaikan | None:
    isi = lama.isi if lama else {}
    pilihan = isi.get("pilihan_id", jawaban.pilihan_id)
    catatan_berubah = isi.get("catatan", jawaban.catatan) != jawaban.catatan
    if pilihan == jawaban.pilihan_id and not catatan_berubah and not bukti:
        return None
    return Perbaikan(
        kriteria=jawaban.kriteria,
        sebutan=sebutan(jawaban.kriteria),
        semula=nama.get(int(str(pilihan)), "") if pilihan else KOSONG,
        kini=jawaban.pilihan.kode if jawaban.pilihan else KOSONG,
        catatan_berubah=catatan_berubah,
        bukti=len(bukti),
        terakhir=max([*bukti, *([lama.terakhir] if lama else [])]),
    )


def _nilai_ditolak(unit: TahapLembar, evaluator: TahapLembar) -> Iterable[Ditolak]:
    milik = NilaiSub.objects.filter(tahap__in=[unit, evaluator])
    semua = milik.select_related("pilihan", "sub").order_by("sub__komponen__urutan", "sub__urutan")
    berdua: dict[int, dict[int, NilaiSub]] = {}
    for satu in semua:
        berdua.setdefault(satu.sub_id, {})[satu.tahap_id] = satu
    for isi in berdua.values():
        mandiri, akhir = isi.get(unit.pk), isi.get(evaluator.pk)
        if mandiri and akhir and akhir.pilihan.bagian < mandiri.pilihan.bagian:
            yield Ditolak(
                akhir.sub, None, akhir.sub.kode, akhir.sub.nama,
                mandiri.pilihan.kode, akhir.pilihan.kode, akhir.catatan,
            )  # fmt: skip


def _jawaban_ditolak(unit: TahapLembar, evaluator: TahapLembar) -> Iterable[Ditolak]:
    milik = Jawaban.objects.filter(tahap__in=[unit, evaluator], pilihan__isnull=False)
    berdua: dict[int, dict[int, Jawaban]] = {}
    for satu in _urut(milik):
        berdua.setdefault(satu.kriteria_id, {})[satu.tahap_id] = satu
    for isi in berdua.values():
        mandiri, akhir = isi.get(unit.pk), isi.get(evaluator.pk)
        if not (mandiri and akhir and mandiri.pilihan and akhir.pilihan):
            continue
        if akhir.pilihan.bagian < mandiri.pilihan.bagian:
            kriteria = akhir.kriteria
            yield Ditolak(
                kriteria.sub, kriteria.pk, sebutan(kriteria), kriteria.uraian,
                mandiri.pilihan.kode, akhir.pilihan.kode, akhir.catatan,
            )  # fmt: skip


def _urut(milik: QuerySet[Jawaban]) -> QuerySet[Jawaban]:
    return milik.select_related("pilihan", "kriteria__sub").order_by(
        "kriteria__sub__komponen__urutan", "kriteria__sub__urutan", "kriteria__urutan"
    )
