"""One row of the sheet, told again after a cell of it was saved."""

from collections.abc import Mapping
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING, Any

from pengukuran.models import Koreksi, Realisasi
from pengukuran.queries.bentuk_isian import BarisIsian
from pengukuran.queries.lembar_isian import PembacaIsian
from pengukuran.queries.sel import BahanSel, IsiBaris, NilaiVariabelMenurutNama
from pengukuran.queries.usulan import Usulan
from perencanaan.hitung.masa import PANJANG, Frekuensi, akhir_masa
from perencanaan.queries.rencana_aksi import RencanaPeriode
from perencanaan.queries.saat import Saat
from perencanaan.queries.target import TargetBerlaku
from sakip.lib.izin import Boleh
from sakip.organisasi.models import Unit

if TYPE_CHECKING:
    from sakip.organisasi.models import Pengguna


def baris_tersimpan(
    unit: Unit,
    tahun: int,
    bulan: int,
    bahan: BahanSel,
    tersimpan: IsiBaris | None,
    pengguna: "Pengguna",
) -> BarisIsian | None:
    """The row as whoever just saved a cell of it needs it; None where there is none.

    `tersimpan` and `bahan` as the service has them: it has asked for the right and the window,
    too. Returns, evidence, proposals and what stands beside the box have not changed, and are
    not told.
    """
    return _PembacaBaris(unit, tahun, bulan, bahan, tersimpan, pengguna).baris(bahan.rumusan, bulan)


class _PembacaBaris(PembacaIsian):
    def __init__(
        self,
        unit: Unit,
        tahun: int,
        bulan: int,
        bahan: BahanSel,
        tersimpan: IsiBaris | None,
        pengguna: "Pengguna",
    ) -> None:
        triwulan = akhir_masa(bulan, Frekuensi.TRIWULANAN) // PANJANG[Frekuensi.TRIWULANAN]
        super().__init__(unit, tahun, triwulan, pengguna, bahan.rumusan.renstra_versi)
        self.bulan, self.bahan_sel, self.tersimpan = bulan, bahan, tersimpan
        self.indikator = bahan.rumusan.indikator_id

    def sekitar(self, _tanda: int, _realisasi: Realisasi | None, /) -> dict[str, Any]:
        return {"milik": Boleh(), "izin": Boleh(), "pengembalian": (), "bukti": 0}

    def usulan(self, _bulan: int, /) -> Mapping[int, Usulan]:
        return {}

    def target(
        self, tanggal: Saat, rencana: Mapping[tuple[int, int], RencanaPeriode], /
    ) -> Mapping[tuple[int, int], TargetBerlaku]:
        """What the year's target is makes no difference to a row whose periods have their own."""
        if any(satu.target for satu in rencana.values()):
            return {}
        return super().target(tanggal, rencana)

    def lalu(self, _indikator: int, _bulan: int, /) -> Realisasi | None:
        return None

    @cached_property
    def realisasi(self) -> dict[tuple[int, int, int], Realisasi]:
        """The row, and the periods of its year before it, where there can be any."""
        rumusan = self.bahan_sel.rumusan
        milik: list[Realisasi] = []
        if self.bulan > PANJANG[Frekuensi(rumusan.frekuensi)]:
            semua = Realisasi.objects.filter(indikator=rumusan.indikator_id, unit=self.unit)
            milik += semua.filter(tahun=self.tahun, bulan__lt=self.bulan).order_by("bulan")
        if self.tersimpan is not None:
            milik.append(self.tersimpan.realisasi)
        return {(satu.indikator_id, satu.tahun, satu.bulan): satu for satu in milik}

    @cached_property
    def koreksi(self) -> dict[int, tuple[Koreksi, ...]]:
        return {}

    @cached_property
    def variabel(self) -> dict[int, NilaiVariabelMenurutNama]:
        milik = self.tersimpan
        return {} if milik is None else {milik.realisasi.pk: milik.variabel}

    @cached_property
    def skor(self) -> Mapping[int, Mapping[str, Decimal]]:
        return {self.bahan_sel.rumusan.indikator_id: self.bahan_sel.skor}
