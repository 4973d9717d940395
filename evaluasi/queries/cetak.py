"""What the printed documents of an evaluation are made of.

`pembaca` is who reads; None is the system itself, which reads everything.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet

from evaluasi.models import (
    BuktiJawaban,
    Jawaban,
    Komponen,
    Kriteria,
    LembarKerja,
    Lhe,
    Rekomendasi,
    TahapLembar,
)
from evaluasi.queries.lhe import lhe_ke
from evaluasi.queries.penanda import penanda_inspektorat
from evaluasi.queries.penanggung_jawab import PenanggungTampil, penanggung_jawab
from evaluasi.queries.skor_lembar import TabelSkor, tabel_skor
from evaluasi.queries.tindak_lanjut import KeadaanRekomendasi, keadaan_rekomendasi
from evaluasi.status import StatusLhe, StatusTahap
from sakip.lib import waktu
from sakip.lib.galat import TidakAda
from sakip.organisasi.models import Penempatan, Pengguna, Unit


@dataclass(frozen=True)
class IsiTindakLanjut:
    """The recommendations of the newest LHE on the work of a year, as they stand today."""

    lhe: Lhe
    rekomendasi: tuple[KeadaanRekomendasi, ...]
    komponen: tuple[Komponen, ...]
    pemimpin: Penempatan | None
    penanggung: PenanggungTampil | None


@dataclass(frozen=True)
class KriteriaTerjawab:
    """A criterion with the answer of each stage that may be read, None for none, and evidence."""

    kriteria: Kriteria
    jawaban: tuple[Jawaban | None, ...]
    bukti: tuple[str, ...]


@dataclass(frozen=True)
class IsiLembar:
    """A worksheet; `kriteria` are in the order of the instrument."""

    lembar: LembarKerja
    tahap: tuple[TahapLembar, ...]
    skor: TabelSkor
    kriteria: tuple[KriteriaTerjawab, ...]


@dataclass(frozen=True)
class IsiBeritaAcara:
    """The result that both parties sign."""

    lembar: LembarKerja
    skor: TabelSkor
    pemimpin: Penempatan | None
    inspektur: Penempatan | None


def lhe_dicetak(unit: Unit, tahun: int, nomor: int | None, pembaca: Pengguna | None) -> Lhe:
    """The LHE on the work of a year: the newest issued, else its draft; or that of a `nomor`.

    Raises TidakAda.
    """
    milik = _lhe(unit, tahun, pembaca)
    if nomor is not None:
        terbit = milik.filter(status=StatusLhe.TERBIT).order_by("tahun_evaluasi", "ke")
        return lhe_ke(list(terbit), nomor, tahun)
    lhe = milik.filter(status=StatusLhe.TERBIT).first() or milik.first()
    if lhe is None:
        raise TidakAda(_tanpa_lhe(unit, tahun, pembaca))
    return lhe


def isi_tindak_lanjut(unit: Unit, tahun: int, pembaca: Pengguna | None) -> IsiTindakLanjut:
    """Raises TidakAda: no issued LHE of that year, or none of its recommendations."""
    lhe = _lhe(unit, tahun, pembaca).filter(status=StatusLhe.TERBIT).first()
    if lhe is None:
        raise TidakAda(_tanpa_lhe(unit, tahun, pembaca))
    hari_ini = waktu.hari_ini(unit.pemda.zona)
    milik = Rekomendasi.objects.berlaku().filter(lhe=lhe).order_by("urutan")
    keadaan = keadaan_rekomendasi(
        milik.prefetch_related("komponen__komponen", "komponen__sub"), hari_ini
    )
    if not keadaan:
        raise TidakAda(f"{_sebut(lhe)} tidak memuat rekomendasi.")
    return IsiTindakLanjut(
        lhe=lhe,
        rekomendasi=tuple(keadaan),
        komponen=_komponen(lhe, keadaan),
        pemimpin=Penempatan.objects.pemimpin(unit, hari_ini),
        penanggung=penanggung_jawab(unit, pembaca),
    )


def isi_lembar_dicetak(unit: Unit, tahun: int, pembaca: Pengguna | None) -> IsiLembar:
    """The worksheet of the work of a year with the stages that may be read. Raises TidakAda."""
    lembar = _lembar(unit, tahun, pembaca)
    tahap = _tahap(lembar, pembaca)
    jawaban = {
        (satu.tahap_id, satu.kriteria_id): satu
        for satu in Jawaban.objects.filter(tahap__in=tahap).select_related("pilihan")
    }
    bukti: dict[int, list[str]] = {}
    semua = BuktiJawaban.objects.filter(jawaban__tahap__in=tahap).select_related("berkas")
    for kriteria, satu in [(b.jawaban.kriteria_id, b) for b in semua.select_related("jawaban")]:
        bukti.setdefault(kriteria, []).append(str(satu))
    milik = Kriteria.objects.filter(sub__komponen__instrumen=lembar.instrumen_id)
    return IsiLembar(
        lembar=lembar,
        tahap=tahap,
        skor=tabel_skor(lembar, tahap),
        kriteria=tuple(
            KriteriaTerjawab(
                satu,
                tuple(jawaban.get((milik_tahap.pk, satu.pk)) for milik_tahap in tahap),
                tuple(dict.fromkeys(bukti.get(satu.pk, ()))),
            )
            for satu in milik
        ),
    )


def isi_berita_acara(unit: Unit, tahun: int, pembaca: Pengguna | None) -> IsiBeritaAcara:
    """Of an evaluation that the inspektorat has finished. Raises TidakAda."""
    lembar = _lembar(unit, tahun, pembaca)
    tahap = _tahap(lembar, pembaca)
    if not any(satu.tahap.penentu and satu.status == StatusTahap.SELESAI for satu in tahap):
        raise TidakAda(
            f"Evaluasi {lembar.tahun_evaluasi} atas kinerja {tahun} belum selesai. Berita acara "
            "dicetak setelah inspektorat menyelesaikan tahapnya."
        )
    hari_ini = waktu.hari_ini(unit.pemda.zona)
    return IsiBeritaAcara(
        lembar=lembar,
        skor=tabel_skor(lembar, tahap),
        pemimpin=Penempatan.objects.pemimpin(unit, hari_ini),
        inspektur=penanda_inspektorat(unit.pemda, hari_ini),
    )


def tahun_dievaluasi(unit: Iterable[Unit]) -> dict[int, tuple[int, ...]]:
    """The years of which units were evaluated, by the id of the unit; in two queries."""
    hasil: dict[int, set[int]] = {satu.pk: set() for satu in unit}
    lembar = LembarKerja.objects.filter(unit__in=list(hasil)).values_list("unit", "tahun_kinerja")
    lhe = Lhe.objects.terbit().filter(unit__in=list(hasil)).values_list("unit", "tahun_kinerja")
    for pk, tahun in (*lembar, *lhe):
        hasil[pk].add(tahun)
    return {pk: tuple(tahun) for pk, tahun in hasil.items()}


def _lhe(unit: Unit, tahun: int, pembaca: Pengguna | None) -> QuerySet[Lhe]:
    milik = Lhe.objects.untuk(pembaca) if pembaca else Lhe.objects.all()
    milik = milik.filter(unit=unit, tahun_kinerja=tahun)
    terkait = milik.select_related("unit__pemda", "lembar__instrumen", "dokumen")
    return terkait.order_by("-tahun_evaluasi", "-ke")


def _tanpa_lhe(unit: Unit, tahun: int, pembaca: Pengguna | None) -> str:
    semua = Lhe.objects.untuk(pembaca) if pembaca else Lhe.objects.all()
    ada = sorted(
        set(semua.terbit().filter(unit=unit).values_list("tahun_kinerja", "tahun_evaluasi")),
        reverse=True,
    )
    sebut = "; ".join(f"kinerja {kinerja} (evaluasi {evaluasi})" for kinerja, evaluasi in ada)
    return f"{unit.nama} belum mempunyai LHE terbit atas kinerja {tahun}." + (
        f" Yang ada: {sebut}." if sebut else ""
    )


def _sebut(lhe: Lhe) -> str:
    return f"{lhe} atas kinerja {lhe.tahun_kinerja}"


def _komponen(lhe: Lhe, keadaan: list[KeadaanRekomendasi]) -> tuple[Komponen, ...]:
    """Those that the LHE notes anything of, or recommends anything on."""
    catatan = {satu.komponen_id for satu in lhe.catatan.all()}
    disebut = {b.komponen_id for satu in keadaan for b in satu.rekomendasi.komponen.all()}
    return tuple(Komponen.objects.filter(pk__in=catatan | disebut).order_by("urutan", "pk"))


def _lembar(unit: Unit, tahun: int, pembaca: Pengguna | None) -> LembarKerja:
    milik = LembarKerja.objects.untuk(pembaca) if pembaca else LembarKerja.objects.all()
    milik = milik.filter(unit=unit, tahun_kinerja=tahun).select_related("unit__pemda", "instrumen")
    lembar = milik.order_by("-tahun_evaluasi").first()
    if lembar is None:
        raise TidakAda(
            f"{unit.nama} belum mempunyai lembar kerja evaluasi atas kinerja {tahun}. "
            "Inspektorat membukanya di halaman LKE."
        )
    return lembar


def _tahap(lembar: LembarKerja, pembaca: Pengguna | None) -> tuple[TahapLembar, ...]:
    milik = TahapLembar.objects.untuk(pembaca) if pembaca else TahapLembar.objects.all()
    hasil = tuple(milik.filter(lembar=lembar).select_related("tahap").order_by("tahap__urutan"))
    for satu in hasil:
        satu.lembar = lembar
    return hasil
