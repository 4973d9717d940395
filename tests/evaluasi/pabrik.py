"""A worksheet, an LHE and its follow-up, made through the services as people make them."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal

from evaluasi.models import (
    Instrumen,
    Jawaban,
    Kriteria,
    LembarKerja,
    Lhe,
    NilaiSub,
    PilihanJawaban,
    Rekomendasi,
    SubKomponen,
    TahapLembar,
)
from evaluasi.queries.hasil import saran_sub
from evaluasi.services.instrumen import pasang_instrumen, salin_instrumen
from evaluasi.services.lembar import (
    beri_nilai,
    buka_lembar,
    jawab,
    mulai_tahap,
    selesaikan_tahap,
)
from evaluasi.services.lhe import catat_lhe, susun_lhe, terbitkan_lhe, ubah_lhe
from evaluasi.services.rekomendasi import rekomendasikan
from sakip.organisasi.models import Jendela, Pengguna, Unit

TAHUN_EVALUASI, TAHUN_KINERJA = 2024, 2023
TANGGAL = date(2024, 5, 2)
LEMBAR = ("A", "BB", "B", "BB", "B", "CC", "AA", "A", "BB", "B", "CC", "C")


@dataclass(frozen=True)
class Orang:
    """Who acts: for the unit, and for the inspektorat."""

    unit: Pengguna
    inspektorat: Pengguna


def buka_jendela(unit: Unit) -> None:
    Jendela.objects.get_or_create(
        pemda=unit.pemda,
        jenis=Jendela.Jenis.EVALUASI,
        tahun=TAHUN_KINERJA,
        bulan=12,
        defaults={
            "buka": datetime(2024, 1, 1, tzinfo=UTC),
            "tenggat": datetime(2099, 1, 1, tzinfo=UTC),
            "kunci": datetime(2099, 2, 1, tzinfo=UTC),
        },
    )


def instrumen_nasional() -> Instrumen:
    return pasang_instrumen(pemda=None, tahun=2022, oleh=None)


def instrumen_draf(unit: Unit, orang: Orang) -> Instrumen:
    """A copy of the national one, of the pemda's own."""
    return salin_instrumen(
        instrumen_nasional(), pemda=unit.pemda, tahun=2024, oleh=orang.inspektorat
    )


def lembar_baru(unit: Unit, orang: Orang, instrumen: Instrumen | None = None) -> LembarKerja:
    buka_jendela(unit)
    return buka_lembar(
        unit=unit,
        instrumen=instrumen or instrumen_nasional(),
        tahun_evaluasi=TAHUN_EVALUASI,
        tahun_kinerja=TAHUN_KINERJA,
        oleh=orang.inspektorat,
    )


def tahap(lembar: LembarKerja, kode: str) -> TahapLembar:
    return TahapLembar.objects.select_related("lembar__unit__pemda", "tahap").get(
        lembar=lembar, tahap__kode=kode
    )


def pilihan(kriteria: Kriteria, kode: str) -> PilihanJawaban:
    return kriteria.skala.pilihan.get(kode=kode)


def nilai(lembar: LembarKerja, kode: str) -> PilihanJawaban:
    return PilihanJawaban.objects.get(
        skala__instrumen=lembar.instrumen, skala__untuk_sub=True, kode=kode
    )


def kriteria_dari(lembar: LembarKerja) -> list[Kriteria]:
    return list(Kriteria.objects.filter(sub__komponen__instrumen=lembar.instrumen))


def sub_dari(lembar: LembarKerja) -> list[SubKomponen]:
    return list(SubKomponen.objects.filter(komponen__instrumen=lembar.instrumen))


def jawab_semua(bagian: TahapLembar, oleh: Pengguna, kode: str = "Ya") -> None:
    """All criteria but one by one write; the last through the service, as a person does it."""
    *awal, akhir = kriteria_dari(bagian.lembar)
    jawab_ya(bagian, awal, oleh, kode)
    jawab(bagian, akhir, oleh=oleh, pilihan=pilihan(akhir, kode))


def jawab_ya(
    bagian: TahapLembar, kriteria: list[Kriteria], oleh: Pengguna, kode: str = "Ya"
) -> None:
    """In one write, as no person does it."""
    pilihan_skala = {
        satu.skala_id: satu
        for satu in PilihanJawaban.objects.filter(
            skala__instrumen=bagian.lembar.instrumen, kode=kode
        )
    }
    Jawaban.objects.bulk_create(
        Jawaban(
            tahap=bagian, kriteria=satu, pilihan=pilihan_skala[satu.skala_id], dijawab_oleh=oleh
        )
        for satu in kriteria
    )


def selesai_mandiri(lembar: LembarKerja, orang: Orang) -> TahapLembar:
    bagian = tahap(lembar, "mandiri")
    mulai_tahap(bagian, oleh=orang.unit)
    jawab_semua(bagian, orang.unit)
    selesaikan_tahap(bagian, oleh=orang.unit)
    return bagian


def selesai_evaluasi(
    lembar: LembarKerja, orang: Orang, huruf: tuple[str, ...] = LEMBAR
) -> TahapLembar:
    bagian = tahap(lembar, "evaluator")
    mulai_tahap(bagian, oleh=orang.inspektorat)
    skala = PilihanJawaban.objects.filter(skala__instrumen=lembar.instrumen, skala__untuk_sub=True)
    menurut = {satu.kode: satu for satu in skala.select_related("skala")}
    *awal, (akhir, huruf_akhir) = zip(sub_dari(lembar), huruf, strict=True)
    NilaiSub.objects.bulk_create(
        NilaiSub(
            tahap=bagian,
            sub=sub,
            pilihan=menurut[kode],
            saran=saran_sub(bagian, sub),
            catatan="Menurut uji.",
            dinilai_oleh=orang.inspektorat,
        )
        for sub, kode in awal
    )
    beri_nilai(
        bagian,
        akhir,
        oleh=orang.inspektorat,
        pilihan=menurut[huruf_akhir],
        catatan="Menurut uji.",
    )
    selesaikan_tahap(bagian, oleh=orang.inspektorat)
    return bagian


def lhe_draf(unit: Unit, orang: Orang) -> Lhe:
    """From a whole worksheet, with number and date."""
    lembar = lembar_baru(unit, orang)
    selesai_mandiri(lembar, orang)
    selesai_evaluasi(lembar, orang)
    lhe = susun_lhe(lembar, oleh=orang.inspektorat)
    isi = {"nomor": "700/1/2024", "tanggal": TANGGAL, "penanda_nama": "Inspektur Contoh"}
    ubah_lhe(lhe, isi, oleh=orang.inspektorat, versi=lhe.versi)
    return lhe


def lhe_kertas(unit: Unit, orang: Orang, **beda: object) -> Lhe:
    isi = {
        "tahun_evaluasi": TAHUN_EVALUASI,
        "tahun_kinerja": TAHUN_KINERJA,
        "tanggal": TANGGAL,
        "nilai": Decimal("75.51"),
    }
    return catat_lhe(unit=unit, oleh=orang.inspektorat, **{**isi, **beda})


def rekomendasi_terbit(unit: Unit, orang: Orang, **beda: object) -> Rekomendasi:
    """One recommendation of an issued LHE from paper."""
    lhe = lhe_kertas(unit, orang, **beda)
    rekomendasi = rekomendasikan(lhe, uraian="Menyusun SOP pengukuran.", oleh=orang.inspektorat)
    terbitkan_lhe(lhe, oleh=orang.inspektorat)
    return Rekomendasi.objects.select_related("unit__pemda", "lhe").get(pk=rekomendasi.pk)
