"""The desk of the inspektorat: how far the evaluation of each unit is, and what waits for it.

The number of queries grows with nothing: not with units, criteria or recommendations.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.db.models import Count

from evaluasi.models import (
    CatatanKomponen,
    Instrumen,
    Jawaban,
    Kriteria,
    LembarKerja,
    Lhe,
    Perpanjangan,
    Rekomendasi,
    TahapEvaluasi,
    TahapLembar,
)
from evaluasi.queries.angka_lembar import KOSONG, angka_lhe
from evaluasi.queries.angka_lhe import angka_bagian_lhe
from evaluasi.queries.daftar_rekomendasi import BarisRekomendasi, baca_rekomendasi
from evaluasi.queries.jangkauan import Jangkauan
from evaluasi.queries.lhe_semua import lhe_setiap_unit
from evaluasi.queries.skor_semua import SkorLembar, instrumen_dari, skor_setiap_tahap
from evaluasi.status import Keputusan, Pelaku, StatusTahap
from sakip.dokumen.angka import Angka, Asal
from sakip.organisasi.models import Unit


class KeadaanMeja(StrEnum):
    """Who is at work on the evaluation of a unit; the words are those of a page's address."""

    BELUM_DIBUKA = "belum-dibuka"
    UNIT = "unit"
    INSPEKTORAT = "inspektorat"
    SUSUN_LHE = "susun-lhe"
    TERBIT = "terbit"


@dataclass(frozen=True)
class TahapMeja:
    """A stage in the order of the instrument; `dijawab` is None where it is not for the reader."""

    nama: str
    pelaku: str
    status: str
    dijawab: int | None
    kriteria: int


@dataclass(frozen=True)
class NilaiMeja:
    """A score with its predikat and what states it; `komponen` are its parts by their names."""

    nilai: Angka
    predikat: str
    sumber: str
    komponen: Mapping[str, Angka]


@dataclass(frozen=True)
class HitungRekomendasi:
    """How many recommendations stand; `menunggu` wait for a verdict, `perpanjangan` for an answer."""

    terbuka: int
    tertutup: int
    terlambat: int
    menunggu: tuple[BarisRekomendasi, ...]
    perpanjangan: tuple[tuple[BarisRekomendasi, Perpanjangan], ...]

    @property
    def semua(self) -> int:
        return self.terbuka + self.tertutup


@dataclass(frozen=True)
class BarisMeja:
    """One unit; `lembar`, `terbit` and `draf` are None where there is none for the reader."""

    unit: Unit
    keadaan: KeadaanMeja
    lembar: LembarKerja | None
    tahap: tuple[TahapMeja, ...]
    nilai: NilaiMeja
    lalu: NilaiMeja | None
    terbit: Lhe | None
    draf: Lhe | None
    rekomendasi: tuple[BarisRekomendasi, ...]
    terbuka: bool

    def hitung(self, komponen: str = "") -> HitungRekomendasi:
        """Of all its recommendations, or those under a komponen of this name."""
        milik = [s for s in self.rekomendasi if not komponen or komponen in _letak(s)]
        buka = [satu for satu in milik if satu.terbuka]
        return HitungRekomendasi(
            terbuka=len(buka),
            tertutup=len(milik) - len(buka),
            terlambat=sum(satu.lalai for satu in buka),
            menunggu=tuple(satu for satu in buka if satu.menunggu),
            perpanjangan=tuple((s, minta) for s in buka for minta in _perpanjangan(s)),
        )


@dataclass(frozen=True)
class Meja:
    """`komponen` are the names of those that any worksheet, LHE or recommendation here speaks of."""

    tahun: int
    baris: tuple[BarisMeja, ...]
    komponen: tuple[str, ...]


def meja(tempat: Jangkauan, hari_ini: date) -> Meja:
    """All units in reach, in the order of their names."""
    bahan = _Bahan(tempat, hari_ini)
    baris = tuple(bahan.baris(satu) for satu in tempat.unit)
    nama = [
        *(k.nama for satu in bahan.instrumen.values() for k in satu.komponen.all()),
        *(n for satu in baris for n in satu.nilai.komponen),
        *(n for satu in baris for milik in satu.rekomendasi for n in sorted(_letak(milik))),
    ]
    return Meja(tempat.tahun, baris, tuple(dict.fromkeys(nama)))


class _Bahan:
    """What the rows share, read once for all units."""

    def __init__(self, tempat: Jangkauan, hari_ini: date) -> None:
        self.tempat = tempat
        self.tahun = tempat.tahun
        dua_tahun = (self.tahun, self.tahun - 1)
        self.lembar = _lembar(tempat, dua_tahun)
        self.instrumen = instrumen_dari(s.instrumen_id for s in self.lembar.values())
        self.terlihat = _tahap(tempat, self.lembar.values())
        penentu = [satu for satu in self.terlihat.values() if satu.tahap.penentu]
        self.skor = skor_setiap_tahap(penentu, self.instrumen)
        self.status = _status_semua(self.lembar.values())
        self.dijawab = _dijawab(self.terlihat.values())
        self.kriteria = _kriteria(self.instrumen)
        self.terbit, self.draf = lhe_setiap_unit(tempat.pengguna, tempat.unit, dua_tahun)
        self.catatan = _catatan(self.terbit.values())
        self.rekomendasi = _rekomendasi(tempat, hari_ini)

    def baris(self, unit: Unit) -> BarisMeja:
        kunci = (unit.pk, self.tahun)
        lembar, terbit, draf = self.lembar.get(kunci), self.terbit.get(kunci), self.draf.get(kunci)
        return BarisMeja(
            unit=unit,
            keadaan=self._keadaan(lembar, terbit, draf),
            lembar=lembar,
            tahap=tuple(self._tahap(lembar)) if lembar else (),
            nilai=self._nilai(unit, self.tahun) or _tanpa_nilai(unit, self.tahun, lembar),
            lalu=self._nilai(unit, self.tahun - 1, selesai=True),
            terbit=terbit,
            draf=draf,
            rekomendasi=tuple(self.rekomendasi.get(unit.pk, ())),
            terbuka=unit.pk in self.tempat.terbuka,
        )

    def _keadaan(
        self, lembar: LembarKerja | None, terbit: Lhe | None, draf: Lhe | None
    ) -> KeadaanMeja:
        if terbit is not None:
            return KeadaanMeja.TERBIT
        if lembar is None:
            return KeadaanMeja.SUSUN_LHE if draf else KeadaanMeja.BELUM_DIBUKA
        for tahap in self._urut(lembar):
            if self.status.get((lembar.pk, tahap.pk)) != StatusTahap.SELESAI:
                unit = tahap.pelaku == Pelaku.UNIT
                return KeadaanMeja.UNIT if unit else KeadaanMeja.INSPEKTORAT
        return KeadaanMeja.SUSUN_LHE

    def _tahap(self, lembar: LembarKerja) -> Iterable[TahapMeja]:
        for tahap in self._urut(lembar):
            baris = self.terlihat.get((lembar.pk, tahap.pk))
            yield TahapMeja(
                nama=tahap.nama,
                pelaku=tahap.pelaku,
                status=baris.status if baris else "",
                dijawab=self.dijawab.get(baris.pk, 0) if baris else None,
                kriteria=self.kriteria.get(lembar.instrumen_id, 0),
            )

    def _nilai(self, unit: Unit, tahun: int, *, selesai: bool = False) -> NilaiMeja | None:
        """What the issued LHE states, else what the deciding stage comes to."""
        terbit, lembar = self.terbit.get((unit.pk, tahun)), self.lembar.get((unit.pk, tahun))
        if terbit is not None:
            komponen = self._komponen_lhe(terbit, lembar)
            return NilaiMeja(angka_lhe(terbit), terbit.predikat, str(terbit), komponen)
        skor = self._skor_penentu(lembar, selesai=selesai) if lembar else None
        if skor is None or lembar is None:
            return None
        huruf = skor.predikat.kode if skor.predikat else ""
        return NilaiMeja(skor.total, huruf, str(lembar), skor.komponen)

    def _komponen_lhe(self, lhe: Lhe, lembar: LembarKerja | None) -> dict[str, Angka]:
        """What the LHE itself gives them: a worksheet beside it need not be the one it states."""
        ada = self.catatan.get(lhe.pk, {})
        disebut = {satu.komponen.nama: satu.komponen.kode for satu in ada.values()}
        if lembar is not None:
            milik = self.instrumen[lembar.instrumen_id].komponen.all()
            disebut = {satu.nama: satu.kode for satu in milik} | disebut
        return {
            nama: angka_bagian_lhe(lhe, ada.get(nama), kode, nama) for nama, kode in disebut.items()
        }

    def _skor_penentu(self, lembar: LembarKerja, *, selesai: bool) -> SkorLembar | None:
        for tahap in self._urut(lembar):
            baris = self.terlihat.get((lembar.pk, tahap.pk))
            if tahap.penentu and baris is not None:
                if baris.status == StatusTahap.BELUM:
                    return None
                if selesai and baris.status != StatusTahap.SELESAI:
                    return None
                return self.skor[baris.pk]
        return None

    def _urut(self, lembar: LembarKerja) -> Sequence[TahapEvaluasi]:
        return list(self.instrumen[lembar.instrumen_id].tahap.all())


def _lembar(tempat: Jangkauan, tahun: Iterable[int]) -> dict[tuple[int, int], LembarKerja]:
    """The worksheet evaluated last, by unit and year of work."""
    milik = LembarKerja.objects.untuk(tempat.pengguna).filter(
        unit__in=tempat.unit, tahun_kinerja__in=tuple(tahun)
    )
    return {(s.unit_id, s.tahun_kinerja): s for s in milik.order_by("tahun_evaluasi")}


def _tahap(tempat: Jangkauan, lembar: Iterable[LembarKerja]) -> dict[tuple[int, int], TahapLembar]:
    """The stages whose contents the reader may see, by worksheet and stage of the instrument."""
    menurut = {satu.pk: satu for satu in lembar}
    milik = TahapLembar.objects.untuk(tempat.pengguna).filter(lembar__in=list(menurut))
    hasil = {}
    for satu in milik.select_related("tahap"):
        satu.lembar = menurut[satu.lembar_id]
        hasil[satu.lembar_id, satu.tahap_id] = satu
    return hasil


def _status_semua(lembar: Iterable[LembarKerja]) -> dict[tuple[int, int], str]:
    """The state of every stage, also of those whose contents the reader does not see."""
    milik = TahapLembar.objects.filter(lembar__in=[satu.pk for satu in lembar])
    return {(a, b): status for a, b, status in milik.values_list("lembar", "tahap", "status")}


def _dijawab(tahap: Iterable[TahapLembar]) -> dict[int, int]:
    milik = Jawaban.objects.filter(tahap__in=[s.pk for s in tahap], pilihan__isnull=False)
    return dict(milik.values_list("tahap").annotate(Count("pk")))


def _kriteria(instrumen: Mapping[int, Instrumen]) -> dict[int, int]:
    milik = Kriteria.objects.filter(sub__komponen__instrumen__in=list(instrumen))
    return dict(milik.values_list("sub__komponen__instrumen").annotate(Count("pk")))


def _catatan(lhe: Iterable[Lhe]) -> dict[int, dict[str, CatatanKomponen]]:
    """What each LHE says of its komponen, by their names."""
    hasil: dict[int, dict[str, CatatanKomponen]] = {}
    milik = CatatanKomponen.objects.filter(lhe__in=[satu.pk for satu in lhe], sub=None)
    for satu in milik.select_related("komponen"):
        hasil.setdefault(satu.lhe_id, {})[satu.komponen.nama] = satu
    return hasil


def _rekomendasi(tempat: Jangkauan, hari_ini: date) -> dict[int, list[BarisRekomendasi]]:
    """Those that stand for each unit: of this year all, of earlier years what is open."""
    milik = (
        Rekomendasi.objects.untuk(tempat.pengguna)
        .berlaku()
        .filter(unit__in=tempat.unit)
        .prefetch_related("komponen__komponen", "komponen__sub")
        .order_by("tahun", "sumber", "urutan", "pk")
    )
    hasil: dict[int, list[BarisRekomendasi]] = {}
    for satu in baca_rekomendasi(milik, hari_ini):
        tahun = satu.rekomendasi.tahun_asal()
        if tahun == tempat.tahun or (tahun < tempat.tahun and satu.terbuka):
            hasil.setdefault(satu.rekomendasi.unit_id, []).append(satu)
    return hasil


def _tanpa_nilai(unit: Unit, tahun: int, lembar: LembarKerja | None) -> NilaiMeja:
    if lembar is None:
        alasan = f"Lembar kerja evaluasi atas kinerja {tahun} belum dibuka."
    else:
        alasan = "Tahap yang menentukan nilai belum dimulai atau belum selesai."
    asal = Asal(alasan, nama=f"Nilai akhir {unit.singkatan}, kinerja {tahun}")
    angka = Angka(None, KOSONG, f"meja/{unit.kode}/{tahun}/nilai", asal, alasan)
    return NilaiMeja(angka, "", "", {})


def _letak(baris: BarisRekomendasi) -> frozenset[str]:
    return frozenset(satu.komponen.nama for satu in baris.rekomendasi.komponen.all())


def _perpanjangan(baris: BarisRekomendasi) -> Iterable[Perpanjangan]:
    for satu in baris.keadaan.rencana:
        for minta in satu.rencana.perpanjangan.all():
            if minta.keputusan == Keputusan.MENUNGGU:
                yield minta
