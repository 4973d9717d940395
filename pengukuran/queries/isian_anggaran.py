"""The amounts that are entered for a triwulan: each lowest part of the budget, with its pagu."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from pengukuran.models import KetikanBelanja, RealisasiAnggaran
from pengukuran.permissions import HakAnggaran, hak_anggaran
from pengukuran.queries.anggaran import Serapan
from pengukuran.queries.belanja import di_atas
from pengukuran.queries.jendela_isian import JendelaIsian, jendela_isian
from perencanaan.models import JenisBelanja, Pagu, Simpul, VersiAnggaran
from perencanaan.queries.anggaran import PohonAnggaran, pohon_anggaran
from perencanaan.queries.renstra import versi_renstra
from perencanaan.queries.saat import akhir_bulan, bulan_triwulan
from sakip.lib.galat import TidakAda
from sakip.lib.izin import Boleh, Izin
from sakip.organisasi.models import Unit

if TYPE_CHECKING:
    from sakip.organisasi.models import Pengguna

Kunci = tuple[int, str]  # of a node and a code of belanja


@dataclass(frozen=True)
class SelAnggaran:
    """One amount: what may be spent, what was spent until the triwulan before, and until this one.

    In rupiah; None where unknown. `izin` says whether this person enters it, `ketikan` holds what
    was typed by this person and is not saved.
    """

    simpul: Simpul
    belanja: JenisBelanja
    pagu: Decimal | None
    lalu: Decimal | None
    realisasi: RealisasiAnggaran | None
    izin: Izin
    ketikan: KetikanBelanja | None = None

    @property
    def kunci(self) -> Kunci:
        return self.simpul.pk, str(self.belanja.pk)

    @property
    def jumlah(self) -> Decimal | None:
        return Decimal(self.realisasi.jumlah) if self.realisasi else None

    @property
    def serapan(self) -> Serapan:
        return Serapan(self.pagu, self.jumlah)


@dataclass(frozen=True)
class SimpulIsian:
    """A node of the budget tree with the amounts entered on it; none where only its parts are."""

    simpul: Simpul
    tingkat: int
    bidang: Unit | None
    sel: tuple[SelAnggaran, ...]


@dataclass(frozen=True)
class LembarAnggaran:
    """The amounts of a unit up to the end of a triwulan, in the order of the budget tree.

    `ketikan` is all that this person typed for them and that is not saved, also of amounts that
    the sheet does not hold any more.
    """

    unit: Unit
    tahun: int
    triwulan: int
    versi: VersiAnggaran
    jendela: JendelaIsian
    simpul: tuple[SimpulIsian, ...]
    sendiri: bool
    ketikan: Mapping[Kunci, KetikanBelanja]

    @property
    def bulan(self) -> int:
        return bulan_triwulan(self.triwulan)

    def sel(self) -> Iterator[SelAnggaran]:
        return (sel for satu in self.simpul for sel in satu.sel)


def lembar_anggaran(
    unit: Unit, tahun: int, triwulan: int, pengguna: "Pengguna", *, semua: bool = True
) -> LembarAnggaran:
    """What is entered for a triwulan, by the version of the budget in force at its end.

    Without `semua` an operator gets what the bidang enters, where there is any. Raises TidakAda
    without a Renstra or a budget. The number of queries does not grow with rows.
    """
    pohon = pohon_anggaran(versi_renstra(unit, tahun), unit, tahun)
    if not pohon.versi:
        raise TidakAda(f"Anggaran {tahun} belum ada, sehingga realisasinya belum dapat diisi.")
    versi = _versi(pohon, triwulan)
    hak, bulan = hak_anggaran(pengguna, unit), bulan_triwulan(triwulan)
    ketikan = _ketikan(pengguna, unit, tahun, bulan)
    simpul = tuple(_Penyusun(pohon, versi, bulan, hak, ketikan).susun())
    milik = tuple(_hanya_milik(simpul, pohon.induk))
    sendiri = not semua and 0 < len(milik) < len(simpul)
    return LembarAnggaran(
        unit=unit,
        tahun=tahun,
        triwulan=triwulan,
        versi=versi,
        jendela=jendela_isian(unit, tahun, bulan),
        simpul=milik if sendiri else simpul,
        sendiri=sendiri,
        ketikan=ketikan,
    )


def _versi(pohon: PohonAnggaran, triwulan: int) -> VersiAnggaran:
    """In force at the end of the triwulan; where no date tells, the newest that is known."""
    try:
        return pohon.berlaku(akhir_bulan(pohon.tahun, bulan_triwulan(triwulan)))
    except TidakAda:
        return pohon.versi[-1]


def _ketikan(
    pengguna: "Pengguna", unit: Unit, tahun: int, bulan: int
) -> dict[Kunci, KetikanBelanja]:
    milik = KetikanBelanja.objects.untuk(pengguna).filter(unit=unit, tahun=tahun, bulan=bulan)
    return {
        (satu.simpul_id, str(satu.jenis_belanja_id)): satu
        for satu in milik.select_related("simpul").order_by("pk")
    }


class _Penyusun:
    """Each thing read once for all nodes."""

    def __init__(
        self,
        pohon: PohonAnggaran,
        versi: VersiAnggaran,
        bulan: int,
        hak: HakAnggaran,
        ketikan: Mapping[Kunci, KetikanBelanja],
    ) -> None:
        self.pohon, self.bulan, self.hak, self.ketikan = pohon, bulan, hak, ketikan
        self.pagu = _pagu(versi, pohon)
        self.belanja = {satu.kode: satu for satu in JenisBelanja.objects.order_by("kode")}
        self.kini: dict[Kunci, RealisasiAnggaran] = {}
        self.lalu: dict[Kunci, Decimal] = {}
        self.pernah: set[Kunci] = set()
        self._baca_realisasi()
        self.bidang = _bidang(pohon)

    def _baca_realisasi(self) -> None:
        milik = RealisasiAnggaran.objects.filter(
            simpul__in=list(self.pohon.induk), tahun=self.pohon.tahun, bulan__lte=self.bulan
        )
        for satu in milik.order_by("bulan", "pk"):
            kunci = satu.simpul_id, str(satu.jenis_belanja_id)
            self.pernah.add(kunci)
            if satu.bulan == self.bulan:
                self.kini[kunci] = satu
            elif satu.bulan == self.bulan - bulan_triwulan(1):
                self.lalu[kunci] = Decimal(satu.jumlah)

    def susun(self) -> Iterator[SimpulIsian]:
        kunci = _terendah(self.pagu, self.pohon.induk) | self.pernah
        berisi = {simpul for simpul, _ in kunci}
        tampil = berisi | di_atas(berisi, self.pohon.induk)
        for simpul, tingkat in self.pohon.berurutan():
            if simpul.pk in tampil:
                kode = sorted(kode for pk, kode in kunci if pk == simpul.pk)
                bidang = self.bidang[simpul.pk]
                sel = tuple(self._sel(simpul, satu) for satu in kode)
                yield SimpulIsian(simpul, tingkat, bidang, sel)

    def _sel(self, simpul: Simpul, kode: str) -> SelAnggaran:
        kunci = simpul.pk, kode
        return SelAnggaran(
            simpul=simpul,
            belanja=self.belanja[kode],
            pagu=self.pagu.get(kunci),
            lalu=self.lalu.get(kunci),
            realisasi=self.kini.get(kunci),
            izin=self.hak.izin(self.bidang[simpul.pk]),
            ketikan=self.ketikan.get(kunci),
        )


def _pagu(versi: VersiAnggaran, pohon: PohonAnggaran) -> dict[Kunci, Decimal]:
    """By node and code, over all sources; of an older wording of the Renstra none."""
    hasil: dict[Kunci, Decimal] = {}
    for satu in Pagu.objects.filter(versi_anggaran=versi, simpul__in=list(pohon.induk)):
        kunci = satu.simpul_id, str(satu.jenis_belanja_id)
        hasil[kunci] = hasil.get(kunci, Decimal(0)) + satu.jumlah
    return hasil


def _terendah(kunci: Iterable[Kunci], pohon: Mapping[int, int | None]) -> set[Kunci]:
    """Those without a part below them, neither in the tree nor among the codes of their node."""
    semua = set(kunci)
    atas = di_atas({simpul for simpul, _ in semua}, pohon)
    return {
        (simpul, kode)
        for simpul, kode in semua
        if simpul not in atas
        and not any(lain == simpul and isi.startswith(f"{kode}.") for lain, isi in semua)
    }


def _bidang(pohon: PohonAnggaran) -> dict[int, Unit | None]:
    """Who carries each node: itself named, or as the one above it."""
    milik = {satu.pk: satu.bidang_id for satu in pohon.simpul}
    unit = Unit.objects.in_bulk([satu for satu in milik.values() if satu is not None])

    def naik(pk: int | None) -> Unit | None:
        while pk is not None:
            nomor = milik[pk]
            if nomor is not None:
                return unit[nomor]
            pk = pohon.induk[pk]
        return None

    return {pk: naik(pk) for pk in milik}


def _hanya_milik(
    simpul: tuple[SimpulIsian, ...], induk: Mapping[int, int | None]
) -> Iterator[SimpulIsian]:
    """The nodes on which this person enters something, with those above them."""
    milik = {satu.simpul.pk for satu in simpul if any(isinstance(s.izin, Boleh) for s in satu.sel)}
    tampil = milik | di_atas(milik, induk)
    return (satu for satu in simpul if satu.simpul.pk in tampil)
