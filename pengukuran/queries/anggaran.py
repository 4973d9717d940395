"""The budget table of a unit and year, as pages and reports read it."""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from pengukuran.hitung.serapan import hitung_saldo, hitung_serapan
from pengukuran.models import RealisasiAnggaran
from perencanaan.hitung.masa import BULAN_SETAHUN
from perencanaan.hitung.pagu import Selisih, jumlahkan_pohon
from perencanaan.models import RenstraVersi, Simpul, VersiAnggaran
from perencanaan.models.anggaran import BELANJA_SEMUA
from perencanaan.models.renstra import JenisSimpul
from perencanaan.queries.anggaran import (
    PohonAnggaran,
    Rincian,
    SelisihBelanja,
    jumlah_simpul,
    pohon_anggaran,
    pohon_setiap_unit,
)
from perencanaan.queries.renstra import versi_renstra
from perencanaan.queries.saat import akhir_bulan, bulan_triwulan
from sakip.dokumen.angka import Rujukan
from sakip.lib.galat import TidakAda
from sakip.lib.tanggal import NAMA_BULAN
from sakip.organisasi.models import Unit


@dataclass(frozen=True)
class Serapan:
    """Pagu in force and realisasi in rupiah, None where unknown; percent and rest follow."""

    pagu: Decimal | None
    realisasi: Decimal | None

    @property
    def persen(self) -> Decimal | None:
        return hitung_serapan(self.pagu, self.realisasi)

    @property
    def saldo(self) -> Decimal | None:
        return hitung_saldo(self.pagu, self.realisasi)


@dataclass(frozen=True)
class BarisAnggaran:
    """A node of the budget tree and how deep it stands."""

    simpul: Simpul
    tingkat: int
    serapan: Serapan


@dataclass(frozen=True)
class TabelAnggaran:
    """The budget of a unit and year in the order of the tree, with the total of the roots.

    `realisasi` is what was spent until the end of month `sampai`; None where nothing was entered.
    """

    pohon: PohonAnggaran
    versi: VersiAnggaran
    baris: tuple[BarisAnggaran, ...]
    jumlah: Serapan
    sampai: int = BULAN_SETAHUN
    realisasi: "RealisasiPohon | None" = None

    def program(self) -> tuple[BarisAnggaran, ...]:
        return tuple(b for b in self.baris if b.simpul.jenis == JenisSimpul.PROGRAM)

    def gabungan(self, simpul: Iterable[int]) -> Serapan:
        """The sums over some nodes, none of which may stand below another."""
        dicari = set(simpul)
        return _jumlahkan(b.serapan for b in self.baris if b.simpul.pk in dicari)


def tabel_anggaran(
    unit: Unit, tahun: int, tanggal: date | None = None, sampai: int = BULAN_SETAHUN
) -> TabelAnggaran:
    """Pagu, realisasi and serapan of every node of which any is known.

    Pagu is that of the version in force on `tanggal`, at the end of the year without one;
    realisasi is what was spent from January until the end of month `sampai`. Raises TidakAda when
    there is no Renstra or no budget. The number of queries is constant.
    """
    pohon = pohon_anggaran(versi_renstra(unit, tahun), unit, tahun)
    # exactly this month: what was known in September must not pass for the year
    return _tabel(pohon, tanggal, sampai, realisasi_setiap_bulan(pohon, sampai).get(sampai))


def anggaran_setiap_unit(
    versi: Mapping[int, RenstraVersi],
    tahun: int,
    tanggal: date | None = None,
    sampai: int = BULAN_SETAHUN,
) -> dict[int, TabelAnggaran]:
    """`tabel_anggaran` of several units, by the Renstra of each unit's id.

    Of those that have a budget in force; in five queries, however many.
    """
    pohon = pohon_setiap_unit(versi, tahun)
    baris: dict[int, list[RealisasiAnggaran]] = {unit: [] for unit in versi}
    pemilik = {simpul: unit for unit, satu in pohon.items() for simpul in satu.induk}
    for satu in RealisasiAnggaran.objects.filter(
        simpul__renstra_versi__in=[v.pk for v in versi.values()], tahun=tahun, bulan=sampai
    ).order_by("pk"):
        if satu.simpul_id in pemilik:
            baris[pemilik[satu.simpul_id]].append(satu)
    hasil = {}
    for unit, satu_pohon in pohon.items():
        belanja = _per_bulan(satu_pohon, baris[unit]).get(sampai)
        with suppress(TidakAda):
            hasil[unit] = _tabel(satu_pohon, tanggal, sampai, belanja)
    return hasil


def _tabel(
    pohon: PohonAnggaran,
    tanggal: date | None,
    sampai: int,
    belanja: "RealisasiPohon | None",
) -> TabelAnggaran:
    """Raises TidakAda where no budget is in force."""
    versi = pohon.berlaku(tanggal)
    pagu = pohon.pagu[versi.ke]
    realisasi: Mapping[int, Decimal] = belanja.jumlah if belanja else {}
    baris = tuple(
        BarisAnggaran(simpul, tingkat, Serapan(pagu.get(simpul.pk), realisasi.get(simpul.pk)))
        for simpul, tingkat in pohon.berurutan()
        if simpul.pk in pagu or simpul.pk in realisasi
    )
    jumlah = _jumlahkan(b.serapan for b in baris if b.tingkat == 0)
    return TabelAnggaran(pohon, versi, baris, jumlah, sampai, belanja)


def tabel_anggaran_masa(unit: Unit, tahun: int, triwulan: int | None) -> TabelAnggaran:
    """The table up to a triwulan, with the pagu in force on its last day; None is the whole year.

    Raises TidakAda as `tabel_anggaran` does.
    """
    sampai = BULAN_SETAHUN if triwulan is None else bulan_triwulan(triwulan)
    tanggal = None if sampai == BULAN_SETAHUN else akhir_bulan(tahun, sampai)
    return tabel_anggaran(unit, tahun, tanggal, sampai)


@dataclass(frozen=True)
class RealisasiPohon:
    """What was spent on each node from January until a month, in rupiah.

    Already summed from the parts; `selisih` and `selisih_belanja` tell where an amount that was
    entered for the whole is not the sum of its parts. `rujukan` are the rows of each node.
    """

    jumlah: Mapping[int, Decimal]
    selisih: tuple[Selisih[int], ...]
    selisih_belanja: tuple[SelisihBelanja, ...]
    rujukan: Mapping[int, tuple[Rujukan, ...]] = field(default_factory=dict)


def realisasi_setiap_bulan(
    pohon: PohonAnggaran, bulan: int | None = None
) -> dict[int, RealisasiPohon]:
    """Of every month of the tree's year, or of one, in which anything was entered. One query."""
    semua = RealisasiAnggaran.objects.filter(simpul__in=list(pohon.induk), tahun=pohon.tahun)
    if bulan is not None:
        semua = semua.filter(bulan=bulan)
    return _per_bulan(pohon, semua.order_by("bulan", "pk"))


def _per_bulan(
    pohon: PohonAnggaran, semua: Iterable[RealisasiAnggaran]
) -> dict[int, RealisasiPohon]:
    rincian: dict[int, list[Rincian]] = {}
    rujukan: dict[int, dict[int, tuple[Rujukan, ...]]] = {}
    for satu in semua:
        milik = rujukan.setdefault(satu.bulan, {})
        milik[satu.simpul_id] = (*milik.get(satu.simpul_id, ()), _rujukan(satu))
        rincian.setdefault(satu.bulan, []).append(
            Rincian(satu.simpul_id, "", str(satu.jenis_belanja_id), Decimal(satu.jumlah))
        )
    hasil = {}
    for akhir, isi in rincian.items():
        sendiri, selisih_belanja = jumlah_simpul(isi, pohon.belanja)
        jumlah, selisih = jumlahkan_pohon(pohon.induk, sendiri)
        hasil[akhir] = RealisasiPohon(jumlah, selisih, selisih_belanja, rujukan[akhir])
    return hasil


def _rujukan(milik: RealisasiAnggaran) -> Rujukan:
    kode = str(milik.jenis_belanja_id)
    return Rujukan(
        RealisasiAnggaran._meta.label_lower,
        milik.pk,
        f"Realisasi anggaran Januari–{NAMA_BULAN[milik.bulan - 1]} {milik.tahun}",
        "" if kode == BELANJA_SEMUA else f"belanja {kode}",
    )


def _jumlahkan(bagian: Iterable[Serapan]) -> Serapan:
    semua = list(bagian)
    pagu = [s.pagu for s in semua if s.pagu is not None]
    realisasi = [s.realisasi for s in semua if s.realisasi is not None]
    return Serapan(
        sum(pagu, Decimal(0)) if pagu else None,
        sum(realisasi, Decimal(0)) if realisasi else None,
    )
