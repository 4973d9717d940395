"""How far the quarter's realisasi have come, indikator by indikator, and where the year will end."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from pengukuran.hitung.proyeksi import BahanProyeksi, Proyeksi, proyeksikan
from pengukuran.models import Realisasi
from pengukuran.queries.capaian import BarisCapaian, tabel_setiap_triwulan
from pengukuran.queries.meja_verifikasi import pengisi_setahun
from pengukuran.status import StatusRealisasi
from perencanaan.hitung.masa import Frekuensi
from perencanaan.hitung.nilai import Nilai
from perencanaan.models import IndikatorVersi, RenstraVersi
from perencanaan.models.indikator import Arah
from perencanaan.models.renstra import JENIS_STRATEGIS
from perencanaan.queries.saat import TRIWULAN, bulan_triwulan, triwulan_lewat
from sakip.lib import waktu
from sakip.organisasi.models import Unit


class Keadaan(StrEnum):
    """How far the realisasi of one triwulan has come, from nothing to done."""

    TIDAK_DIJADWALKAN = "tidak dijadwalkan"
    BELUM_WAKTUNYA = "belum waktunya"
    BELUM_DIISI = "belum diisi"
    DRAF = "draf"
    DIKEMBALIKAN = "dikembalikan"
    DIAJUKAN = "diajukan"
    DIVERIFIKASI = "diverifikasi"
    DISETUJUI = "disetujui"


# nothing is asked of these
TENANG = frozenset({Keadaan.TIDAK_DIJADWALKAN, Keadaan.BELUM_WAKTUNYA})
_URUTAN = {satu: letak for letak, satu in enumerate(Keadaan)}


@dataclass(frozen=True)
class SelPantau:
    """One indikator in one triwulan: the state of the least of its periods, by its month.

    `baris` is its capaian up to this triwulan; `bulan` is None where no period ends in it.
    """

    triwulan: int
    keadaan: Keadaan
    baris: BarisCapaian
    bulan: int | None


@dataclass(frozen=True)
class BarisPantau:
    """One indikator of a year; `kini` is its capaian up to `sampai`, the last complete triwulan.

    Complete: everything due so far is approved; `sampai` is None where nothing is. `akhir` is the
    capaian of the whole year by its plan; `target` that of the year, as a document sets it, else
    what its periods make together.
    """

    indikator: IndikatorVersi
    bidang: Unit | None
    sel: tuple[SelPantau, ...]
    sampai: int | None
    kini: BarisCapaian
    akhir: BarisCapaian
    target: Nilai | None
    proyeksi: Proyeksi


@dataclass(frozen=True)
class TabelPantau:
    """`triwulan` is the one that ended last, 0 while none has; `baris` in the Renstra's order."""

    unit: Unit
    tahun: int
    triwulan: int
    baris: tuple[BarisPantau, ...]

    def hitungan(self) -> Counter[Keadaan]:
        """How many cells stand where, without those of which nothing is asked."""
        return Counter(s.keadaan for b in self.baris for s in b.sel if s.keadaan not in TENANG)

    def milik(self, bidang: int | None) -> "TabelPantau":
        """The indikator that one bidang fills; those nobody fills for None."""
        baris = tuple(b for b in self.baris if (b.bidang.pk if b.bidang else None) == bidang)
        return TabelPantau(self.unit, self.tahun, self.triwulan, baris)


def tabel_pantau(
    unit: Unit,
    tahun: int,
    jenis: Iterable[str] = JENIS_STRATEGIS,
    hari: date | None = None,
) -> TabelPantau:
    """The indikator of these kinds of nodes in a year, seen on a day (today).

    Raises TidakAda; constant queries.
    """
    setiap = tabel_setiap_triwulan(unit, tahun, jenis=jenis)
    lewat = len(triwulan_lewat(tahun, hari or waktu.hari_ini(unit.pemda.zona)))
    baris = _Baris(unit, tahun, setiap[1].versi, lewat)
    return TabelPantau(
        unit,
        tahun,
        lewat,
        tuple(
            baris.susun(dict(zip(TRIWULAN, semua, strict=True)))
            for semua in zip(*(setiap[satu].setahun(tahun) for satu in TRIWULAN), strict=True)
        ),
    )


def bidang_pengisian(tabel: TabelPantau) -> tuple[Unit, ...]:
    """The units that fill some indikator of the table, in their order."""
    semua = {satu.bidang.pk: satu.bidang for satu in tabel.baris if satu.bidang}
    return tuple(sorted(semua.values(), key=lambda unit: (unit.urutan, unit.pk)))


class _Baris:
    """Makes the rows of one table from what was read once for all of them."""

    def __init__(self, unit: Unit, tahun: int, versi: RenstraVersi, lewat: int) -> None:
        self.lewat = lewat
        self.bidang = pengisi_setahun(versi)
        self.status: dict[tuple[int, int], StatusRealisasi] = {}
        self.nilai: dict[tuple[int, Frekuensi], dict[int, Nilai]] = {}
        for satu in Realisasi.objects.filter(unit=unit, tahun=tahun).order_by("bulan"):
            self.status[satu.indikator_id, satu.bulan] = StatusRealisasi(satu.status)
            if satu.status == StatusRealisasi.DISETUJUI:
                kunci = satu.indikator_id, Frekuensi(satu.frekuensi)
                self.nilai.setdefault(kunci, {})[satu.bulan] = satu.sebagai_nilai()

    def susun(self, semua: Mapping[int, BarisCapaian]) -> BarisPantau:
        sampai = _lengkap(semua)
        kini, akhir = semua[sampai or TRIWULAN[0]], semua[TRIWULAN[-1]]
        setahun = kini.target_setahun.nilai if kini.target_setahun else akhir.target
        return BarisPantau(
            indikator=kini.indikator,
            bidang=self.bidang.get(kini.indikator.pk),
            sel=tuple(self._sel(nomor, baris) for nomor, baris in semua.items()),
            sampai=sampai,
            kini=kini,
            akhir=akhir,
            target=setahun,
            proyeksi=proyeksikan(self._bahan(kini, sampai, setahun)),
        )

    def _sel(self, nomor: int, baris: BarisCapaian) -> SelPantau:
        """The least of what is due in the triwulan; else of what was entered all the same."""
        indikator = baris.indikator.indikator_id
        masa = range(bulan_triwulan(nomor - 1) + 1, bulan_triwulan(nomor) + 1)
        terisi = [bulan for bulan in masa if (indikator, bulan) in self.status]
        bulan = [satu for satu in baris.wajib if satu in masa] or terisi
        if not bulan:
            return SelPantau(nomor, Keadaan.TIDAK_DIJADWALKAN, baris, None)
        semua = {satu: self._keadaan(indikator, satu, nomor) for satu in bulan}
        paling = min(semua, key=lambda satu: _URUTAN[semua[satu]])
        return SelPantau(nomor, semua[paling], baris, paling)

    def _keadaan(self, indikator: int, bulan: int, nomor: int) -> Keadaan:
        status = self.status.get((indikator, bulan))
        if status is not None:
            return Keadaan(status.value)
        return Keadaan.BELUM_DIISI if nomor <= self.lewat else Keadaan.BELUM_WAKTUNYA

    def _bahan(self, kini: BarisCapaian, sampai: int | None, target: Nilai | None) -> BahanProyeksi:
        """Target and realisasi up to the same month: else the pace would be of neither."""
        indikator = kini.indikator
        milik = self.nilai.get((indikator.indikator_id, Frekuensi(indikator.frekuensi)), {})
        angka: dict[int, Decimal] = {
            bulan: satu.angka
            for bulan, satu in milik.items()
            if satu.angka is not None and bulan <= bulan_triwulan(sampai or 0)
        }
        return BahanProyeksi(
            cara=kini.cara,
            naik=indikator.arah == Arah.NAIK,
            realisasi=angka,
            target_sampai=kini.target.angka if kini.target else None,
            target_setahun=target.angka if target else None,
            sisa=sum(bulan not in milik for bulan in kini.wajib),
        )


def _lengkap(semua: Mapping[int, BarisCapaian]) -> int | None:
    """The last triwulan up to which no due figure is missing; None where the first lacks one."""
    ada = (n for n, satu in semua.items() if satu.realisasi and satu.realisasi.angka is not None)
    return max(ada, default=None)
