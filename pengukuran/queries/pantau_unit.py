"""How far the realisasi of several units have come, side by side: constant queries, however many.

The rules are those of one unit's own pages; only the reading is done for all units at once.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from pengukuran.hitung.capaian import Aturan
from pengukuran.hitung.kategori import Jenjang, cari_kategori
from pengukuran.hitung.periode import capaian_periode
from pengukuran.models import Realisasi
from pengukuran.queries.anggaran import TabelAnggaran, anggaran_setiap_unit
from pengukuran.queries.pemantauan import Keadaan
from pengukuran.queries.periode import BahanSetahun, Kunci
from pengukuran.queries.predikat import skor_setiap_unit
from pengukuran.queries.skala import SkalaBerlaku, skala_setiap_tahun
from pengukuran.status import StatusRealisasi
from perencanaan.hitung.masa import BULAN_SETAHUN
from perencanaan.hitung.nilai import JenisNilai
from perencanaan.models import IndikatorVersi, RenstraVersi
from perencanaan.models.renstra import JENIS_STRATEGIS
from perencanaan.queries.rencana_aksi import target_periode_unit
from perencanaan.queries.renstra import indikator_setiap_renstra, versi_setiap_unit
from perencanaan.queries.saat import (
    TRIWULAN,
    akhir_bulan,
    bulan_triwulan,
    triwulan_lewat,
)
from perencanaan.queries.target import target_setiap_unit
from sakip.organisasi.models import Unit


@dataclass(frozen=True)
class PantauUnit:
    """One unit in a year, up to the triwulan that ended last.

    `triwulan` counts the due periods of each by how far they are; `kategori` counts the indikator
    by what their capaian is called, None for those without; `anggaran` is None without a budget.
    """

    unit: Unit
    triwulan: Mapping[int, Counter[Keadaan]]
    kategori: Counter[Jenjang | None]
    anggaran: TabelAnggaran | None

    @property
    def banyaknya(self) -> int:
        return sum(self.kategori.values())


@dataclass(frozen=True)
class PantauSemua:
    """`lewat` is the triwulan that ended last, 0 while none has; `sampai` the month of the figures."""

    tahun: int
    lewat: int
    sampai: int
    baris: tuple[PantauUnit, ...]


def pantau_setiap_unit(unit: Iterable[Unit], tahun: int, hari: date) -> PantauSemua:
    """The units that have a Renstra in the year, in the order given, seen on a day."""
    daftar = tuple(unit)
    versi = versi_setiap_unit([satu.pk for satu in daftar], tahun)
    lewat = len(triwulan_lewat(tahun, hari))
    bahan = _Bahan([satu for satu in daftar if satu.pk in versi], versi, tahun, lewat)
    baris = tuple(bahan.baris(satu) for satu in daftar if satu.pk in versi)
    return PantauSemua(tahun, lewat, bahan.sampai, baris)


class _Bahan:
    """What the rows share, read once for all units."""

    def __init__(
        self, unit: Sequence[Unit], versi: Mapping[int, RenstraVersi], tahun: int, lewat: int
    ) -> None:
        self.versi, self.tahun, self.lewat = versi, tahun, lewat
        self.sampai = bulan_triwulan(lewat) if lewat in TRIWULAN[:-1] else BULAN_SETAHUN
        self.indikator = indikator_setiap_renstra(versi.values(), JENIS_STRATEGIS)
        self.status: dict[tuple[int, int], StatusRealisasi] = {}
        realisasi = self._realisasi([satu.pk for satu in unit])
        self.setahun = self._periode(realisasi, None)
        tanggal = None if self.sampai == BULAN_SETAHUN else akhir_bulan(tahun, self.sampai)
        self.kini = self.setahun if tanggal is None else self._periode(realisasi, tanggal)
        self.anggaran = anggaran_setiap_unit(versi, tahun, tanggal, self.sampai)
        self.skala: dict[int, SkalaBerlaku] = {}
        for satu in unit:
            if satu.pemda_id not in self.skala:
                self.skala[satu.pemda_id] = skala_setiap_tahun(satu, [tahun])[tahun]
        self.skor = skor_setiap_unit(unit)

    def _realisasi(self, unit: list[int]) -> dict[Kunci, tuple[Realisasi, ...]]:
        """The approved rows; of all rows the state is kept."""
        hasil: dict[Kunci, tuple[Realisasi, ...]] = {}
        semua = Realisasi.objects.filter(unit__in=unit, tahun=self.tahun).order_by("bulan", "pk")
        for satu in semua:
            self.status[satu.indikator_id, satu.bulan] = StatusRealisasi(satu.status)
            if satu.status == StatusRealisasi.DISETUJUI:
                kunci = satu.indikator_id, self.tahun
                hasil[kunci] = (*hasil.get(kunci, ()), satu)
        return hasil

    def _periode(
        self, realisasi: Mapping[Kunci, tuple[Realisasi, ...]], tanggal: date | None
    ) -> BahanSetahun:
        return BahanSetahun(
            target=target_setiap_unit(self.versi, self.tahun, tanggal),
            rencana=target_periode_unit(list(self.versi), [self.tahun], tanggal),
            realisasi=realisasi,
        )

    def baris(self, unit: Unit) -> PantauUnit:
        milik = self.indikator.get(self.versi[unit.pk].pk, [])
        triwulan: dict[int, Counter[Keadaan]] = {nomor: Counter() for nomor in TRIWULAN}
        for satu in milik:
            for bulan in self.setahun.wajib(satu, (satu.indikator_id, self.tahun)):
                nomor = (bulan + 2) // 3
                triwulan[nomor][self._keadaan(satu.indikator_id, bulan, nomor)] += 1
        kategori = (
            Counter(self._kategori(unit, satu) for satu in milik) if self.lewat else Counter()
        )
        return PantauUnit(unit, triwulan, kategori, self.anggaran.get(unit.pk))

    def _keadaan(self, indikator: int, bulan: int, nomor: int) -> Keadaan:
        status = self.status.get((indikator, bulan))
        if status is not None:
            return Keadaan(status.value)
        return Keadaan.BELUM_DIISI if nomor <= self.lewat else Keadaan.BELUM_WAKTUNYA

    def _kategori(self, unit: Unit, indikator: IndikatorVersi) -> Jenjang | None:
        kunci = indikator.indikator_id, self.tahun
        periode = self.kini.hasil(indikator, kunci, self.sampai)
        setahun = self.setahun.target.get(kunci)
        target = setahun.nilai if setahun else None
        batas = unit.pemda.batas_capaian
        berpredikat = any(
            satu is not None and satu.jenis is JenisNilai.PREDIKAT
            for satu in (periode.target, periode.realisasi, target)
        )
        capaian = capaian_periode(
            periode,
            target,
            Aturan(indikator.aturan),
            None if batas is None else Decimal(batas),
            self.skor.get(indikator.indikator_id) if berpredikat else None,
        )
        # of a whole year against the year's target, as the table of capaian
        hasil = capaian.setahun if self.sampai == BULAN_SETAHUN else capaian.sampai
        skala = self.skala[unit.pemda_id]
        return cari_kategori(hasil.dipakai, skala.jenjang, skala.celah)
