"""Pagu and realisasi by jenis belanja, where the budget was entered so."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from pengukuran.models import RealisasiAnggaran
from pengukuran.queries.anggaran import Serapan, TabelAnggaran
from perencanaan.hitung.pagu import jumlahkan_pohon
from perencanaan.models import JenisBelanja, Pagu
from perencanaan.models.anggaran import BELANJA_SEMUA
from perencanaan.queries.anggaran import Rincian


@dataclass(frozen=True)
class BarisBelanja:
    """A code of belanja over the whole budget of a unit, and how deep it stands below the root."""

    belanja: JenisBelanja
    tingkat: int
    serapan: Serapan


def tabel_belanja(tabel: TabelAnggaran) -> tuple[BarisBelanja, ...]:
    """By code, in its order; empty where nothing is split by jenis belanja. Three queries.

    Money is counted where the tree counts it: at the lowest node that has an amount.
    """
    kode = {satu.kode: satu for satu in JenisBelanja.objects.order_by("kode")}
    induk = {satu.kode: satu.induk_id for satu in kode.values()}
    pagu = _menurut_kode(_pagu(tabel), tabel.pohon.induk, induk)
    realisasi = _menurut_kode(_realisasi(tabel), tabel.pohon.induk, induk)
    dirinci = sorted((set(pagu) | set(realisasi)) - {BELANJA_SEMUA})
    return tuple(
        BarisBelanja(kode[satu], satu.count(".") - 1, Serapan(pagu.get(satu), realisasi.get(satu)))
        for satu in dirinci
    )


def _pagu(tabel: TabelAnggaran) -> list[Rincian]:
    baris = Pagu.objects.filter(versi_anggaran=tabel.versi, simpul__in=list(tabel.pohon.induk))
    return [
        Rincian(satu.simpul_id, satu.sumber_dana, str(satu.jenis_belanja_id), Decimal(satu.jumlah))
        for satu in baris
    ]


def _realisasi(tabel: TabelAnggaran) -> list[Rincian]:
    baris = RealisasiAnggaran.objects.filter(
        simpul__in=list(tabel.pohon.induk), tahun=tabel.pohon.tahun, bulan=tabel.sampai
    )
    return [
        Rincian(satu.simpul_id, "", str(satu.jenis_belanja_id), Decimal(satu.jumlah))
        for satu in baris
    ]


def _menurut_kode(
    rincian: Iterable[Rincian], pohon: Mapping[int, int | None], kode: Mapping[str, str | None]
) -> dict[str, Decimal]:
    semua = list(rincian)
    atas = di_atas({satu.simpul for satu in semua}, pohon)
    kelompok: dict[tuple[int, str], dict[str, Decimal]] = {}
    for satu in semua:
        if satu.simpul not in atas:
            kelompok.setdefault((satu.simpul, satu.sumber_dana), {})[satu.belanja] = satu.jumlah
    hasil: dict[str, Decimal] = {}
    for isi in kelompok.values():
        for belanja, jumlah in jumlahkan_pohon(kode, isi)[0].items():
            hasil[belanja] = hasil.get(belanja, Decimal(0)) + jumlah
    return hasil


def di_atas(simpul: Iterable[int], pohon: Mapping[int, int | None]) -> set[int]:
    """The nodes that stand above another one: their own amounts give way to its."""
    hasil: set[int] = set()
    for satu in simpul:
        atas = pohon[satu]
        while atas is not None and atas not in hasil:
            hasil.add(atas)
            atas = pohon[atas]
    return hasil
