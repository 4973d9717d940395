"""The achievement table of a unit, year and period, as pages and reports read it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property

from pengukuran.hitung.capaian import Aturan, Capaian
from pengukuran.hitung.kategori import Jenjang, cari_kategori
from pengukuran.hitung.periode import capaian_periode
from pengukuran.models import Realisasi
from pengukuran.queries.kembali import koreksi_angka
from pengukuran.queries.padanan import beda_padanan, jejak_ke_belakang, pendahulu
from pengukuran.queries.periode import BahanSetahun, realisasi_sah
from pengukuran.queries.predikat import skor_predikat
from pengukuran.queries.skala import SkalaBerlaku, skala_setiap_tahun
from perencanaan.hitung.masa import BULAN_SETAHUN
from perencanaan.hitung.nilai import JenisNilai, Nilai
from perencanaan.hitung.periode import Cara
from perencanaan.models import IndikatorVersi, RenstraVersi, Simpul
from perencanaan.models.renstra import JENIS_STRATEGIS
from perencanaan.queries.rencana_aksi import RencanaPeriode, target_periode
from perencanaan.queries.renstra import (
    indikator_renstra,
    rumusan_indikator,
    versi_renstra,
    versi_setiap_tahun,
)
from perencanaan.queries.rujukan import rujukan_rencana
from perencanaan.queries.saat import TRIWULAN, akhir_bulan, bulan_triwulan
from perencanaan.queries.target import TargetBerlaku, target_berlaku
from sakip.dokumen.angka import PernyataanKembali, Rujukan
from sakip.organisasi.models import Unit


@dataclass(frozen=True)
class BarisCapaian:
    """One indikator in one year, or up to a triwulan of it: what was due, what was reached.

    `cara` is how its periods make the year. `setahun` sets the same realisasi against the target of the whole year; without a triwulan it
    is `hasil`. `keterangan` tells of which periods the figures are, `beda` why an earlier year has
    none that could stand here, `belum_diisi` which due period lacks its realisasi. `rujukan_*` are
    the rows that target and realisasi stand in, `kembali` what was restated of them after they
    were locked, `target_setahun` is the target of the whole year,
    and `wajib` the last months of the periods of the year in which a realisasi is due.
    """

    indikator: IndikatorVersi
    tahun: int
    target: Nilai | None
    sumber_target: str
    realisasi: Nilai | None
    hasil: Capaian
    setahun: Capaian
    kategori: Jenjang | None
    keterangan: str = ""
    beda: str = ""
    belum_diisi: str = ""
    triwulan: int | None = None
    rujukan_target: Rujukan | None = None
    rujukan_realisasi: tuple[Rujukan, ...] = ()
    target_setahun: TargetBerlaku | None = None
    wajib: tuple[int, ...] = ()
    cara: Cara = Cara.TERAKHIR
    kembali: tuple[PernyataanKembali, ...] = ()

    @property
    def simpul(self) -> Simpul:
        return self.indikator.simpul


@dataclass(frozen=True)
class TabelCapaian:
    """The achievement of a unit by indikator, in the Renstra's order, for one or more years."""

    unit: Unit
    versi: RenstraVersi
    skala: SkalaBerlaku
    tahun: tuple[int, ...]
    triwulan: int | None
    baris: dict[int, tuple[BarisCapaian, ...]]

    def setahun(self, tahun: int) -> tuple[BarisCapaian, ...]:
        return self.baris[tahun]


def tabel_capaian(
    unit: Unit,
    tahun: int,
    *,
    triwulan: int | None = None,
    tahun_pembanding: Sequence[int] = (),
    jenis: Iterable[str] = JENIS_STRATEGIS,
) -> TabelCapaian:
    """Capaian of every indikator of the given jenis of simpul, by the Renstra in force in `tahun`.

    `triwulan` 1 to 4: from January until its end, by the Rencana Aksi in force on its last day;
    without one the whole year. Years of comparison use the same indikator by identity or Padanan,
    each with the rule, scale and plan of its own year. Only approved realisasi counts. Raises TidakAda
    when no Renstra is in force. The number of queries does not grow with rows or years.
    """
    umum = _Umum(unit, versi_renstra(unit, tahun), (tahun, *tahun_pembanding))
    return _Penyusun(umum, triwulan).tabel(indikator_renstra(umum.renstra, jenis))


def tabel_setiap_triwulan(
    unit: Unit, tahun: int, *, jenis: Iterable[str] = JENIS_STRATEGIS
) -> dict[int, TabelCapaian]:
    """`tabel_capaian` up to each of the four triwulan; what they share is read once.

    Raises as `tabel_capaian`; constant queries.
    """
    umum = _Umum(unit, versi_renstra(unit, tahun), (tahun,))
    indikator = indikator_renstra(umum.renstra, jenis)
    return {satu: _Penyusun(umum, satu).tabel(indikator) for satu in TRIWULAN}


class _Umum:
    """What the tables of a unit and its years share, whatever their period."""

    def __init__(self, unit: Unit, renstra: RenstraVersi, tahun: tuple[int, ...]) -> None:
        self.unit, self.renstra, self.tahun = unit, renstra, tahun
        self.realisasi = realisasi_sah(unit, tahun)
        self.koreksi = koreksi_angka(unit, tahun)
        self.skala = skala_setiap_tahun(unit, tahun)
        self.versi = versi_setiap_tahun(unit, tahun) | {tahun[0]: renstra}
        self.rumusan = rumusan_indikator(list(self.versi.values()))
        self.sebelum: Mapping[int, int] = pendahulu(unit) if len(tahun) > 1 else {}
        batas = unit.pemda.batas_capaian
        self.batas = None if batas is None else Decimal(batas)

    @cached_property
    def skor(self) -> Mapping[int, Mapping[str, Decimal]]:
        return skor_predikat(self.unit)


class _Penyusun:
    """Makes the rows of one table from what was read once for all of them."""

    def __init__(self, umum: _Umum, triwulan: int | None) -> None:
        unit, tahun = umum.unit, umum.tahun
        self.umum = umum
        self.triwulan = triwulan
        self.sampai = BULAN_SETAHUN if triwulan is None else bulan_triwulan(triwulan)
        tanggal = (
            None
            if self.sampai == BULAN_SETAHUN
            else {satu: akhir_bulan(satu, self.sampai) for satu in tahun}
        )
        self.bahan = BahanSetahun(
            target=target_berlaku(unit, tahun, tanggal),
            rencana=target_periode(unit, tahun, tanggal),
            realisasi=umum.realisasi,
            koreksi=umum.koreksi,
            zona=unit.pemda.zona,
        )

    def tabel(self, indikator: Sequence[IndikatorVersi]) -> TabelCapaian:
        umum = self.umum
        return TabelCapaian(
            unit=umum.unit,
            versi=umum.renstra,
            skala=umum.skala[umum.tahun[0]],
            tahun=umum.tahun,
            triwulan=self.triwulan,
            baris={
                satu: tuple(self.baris(butir, satu) for butir in indikator) for satu in umum.tahun
            },
        )

    def baris(self, indikator: IndikatorVersi, tahun: int) -> BarisCapaian:
        sumber = self._sumber(indikator, tahun)
        lama = self._rumusan(sumber, tahun)
        if sumber != indikator.indikator_id and (alasan := beda_padanan(lama, indikator)):
            kosong = Capaian(Aturan(indikator.aturan), alasan=alasan)
            return BarisCapaian(
                indikator, tahun, None, "", None, kosong, kosong, None,
                beda=alasan, triwulan=self.triwulan,
            )  # fmt: skip
        return self._terukur(indikator, lama or indikator, (sumber, tahun))

    def _terukur(
        self, indikator: IndikatorVersi, rumusan: IndikatorVersi, kunci: tuple[int, int]
    ) -> BarisCapaian:
        tahun = kunci[1]
        periode = self.bahan.hasil(rumusan, kunci, self.sampai)
        setahun = self._target(kunci)
        capaian = capaian_periode(
            periode,
            setahun,
            Aturan(rumusan.aturan),
            self.umum.batas,
            self._skor(kunci[0], periode.target, periode.realisasi, setahun),
        )
        sampai, penuh = (
            replace(satu, peringatan=(*periode.peringatan, *satu.peringatan))
            for satu in (capaian.sampai, capaian.setahun)
        )
        hasil = penuh if self.triwulan is None else sampai
        skala = self.umum.skala[tahun]
        return BarisCapaian(
            indikator=indikator,
            tahun=tahun,
            target=setahun if self.triwulan is None else periode.target,
            sumber_target=self._sumber_target(kunci),
            realisasi=periode.realisasi,
            hasil=hasil,
            setahun=penuh,
            kategori=cari_kategori(hasil.dipakai, skala.jenjang, skala.celah),
            keterangan=periode.keterangan,
            belum_diisi=periode.belum_diisi,
            triwulan=self.triwulan,
            rujukan_target=self._rujukan_target(kunci),
            rujukan_realisasi=self.bahan.rujukan(rumusan, kunci, self.sampai),
            kembali=self.bahan.kembali(rumusan, kunci, self.sampai),
            wajib=self.bahan.wajib(rumusan, kunci),
            target_setahun=self.bahan.target.get(kunci),
            cara=self.bahan.cara(rumusan, kunci),
        )

    def _sumber(self, indikator: IndikatorVersi, tahun: int) -> int:
        """The indikator whose figures of a year stand for this one: itself, or what it replaced.

        In the year of the table itself nothing stands for it.
        """
        if tahun == self.umum.tahun[0]:
            return indikator.indikator_id
        jejak = jejak_ke_belakang(indikator.indikator_id, self.umum.sebelum)
        return next((satu for satu in jejak if self.bahan.ada((satu, tahun))), jejak[0])

    def _rumusan(self, indikator: int, tahun: int) -> IndikatorVersi | None:
        versi = self.umum.versi.get(tahun)
        return None if versi is None else self.umum.rumusan.get((versi.pk, indikator))

    def _target(self, kunci: tuple[int, int]) -> Nilai | None:
        milik = self.bahan.target.get(kunci)
        return milik.nilai if milik else None

    def _skor(self, indikator: int, *nilai: Nilai | None) -> Mapping[str, Decimal] | None:
        """The scores of its grades, read only where one stands: most units have none."""
        if all(satu is None or satu.jenis is not JenisNilai.PREDIKAT for satu in nilai):
            return None
        return self.umum.skor.get(indikator)

    def _sumber_target(self, kunci: tuple[int, int]) -> str:
        rencana = self._rencana(kunci)
        if rencana is not None:
            return str(rencana.rencana)
        milik = self.bahan.target.get(kunci)
        return milik.sumber if milik else ""

    def _rujukan_target(self, kunci: tuple[int, int]) -> Rujukan | None:
        rencana = self._rencana(kunci)
        if rencana is not None:
            return rujukan_rencana(rencana.rencana)
        milik = self.bahan.target.get(kunci)
        return milik.rujukan if milik else None

    def _rencana(self, kunci: tuple[int, int]) -> RencanaPeriode | None:
        """What says the target of a part of the year; of the whole year it is not asked."""
        return None if self.triwulan is None else self.bahan.rencana.get(kunci)


def tahun_terukur(unit: Iterable[Unit]) -> int | None:
    """The newest year of which any of these units has an approved realisasi."""
    return (
        Realisasi.objects.sah()
        .filter(unit__in=[satu.pk for satu in unit])
        .order_by("-tahun")
        .values_list("tahun", flat=True)
        .first()
    )
