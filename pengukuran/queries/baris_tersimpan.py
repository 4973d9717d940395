"""One row of the sheet, read again after a cell of it was saved."""

from collections.abc import Mapping
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING, Any

from pengukuran.models import Realisasi
from pengukuran.queries.bentuk_isian import BarisIsian
from pengukuran.queries.lembar_isian import PembacaIsian
from pengukuran.queries.sel import BahanSel, NilaiVariabelMenurutNama
from pengukuran.queries.usulan import Usulan
from perencanaan.hitung.masa import PANJANG, Frekuensi, akhir_masa
from perencanaan.models import IndikatorVersi
from sakip.lib.izin import Boleh
from sakip.organisasi.models import Unit

if TYPE_CHECKING:
    from sakip.organisasi.models import Pengguna


def baris_tersimpan(
    unit: Unit, tahun: int, bulan: int, bahan: BahanSel, pengguna: "Pengguna"
) -> BarisIsian | None:
    """The row as whoever just saved a cell of it needs it; None where there is none.

    `bahan` as the service read it: it has asked for the right and the window, too. Returns,
    evidence and proposals have not changed, and are not told.
    """
    pembaca = _PembacaBaris(unit, tahun, bulan, bahan, pengguna)
    return next((satu for satu in pembaca.susun() if satu.bulan == bulan), None)


class _PembacaBaris(PembacaIsian):
    def __init__(
        self, unit: Unit, tahun: int, bulan: int, bahan: BahanSel, pengguna: "Pengguna"
    ) -> None:
        triwulan = akhir_masa(bulan, Frekuensi.TRIWULANAN) // PANJANG[Frekuensi.TRIWULANAN]
        super().__init__(unit, tahun, triwulan, pengguna, bahan.rumusan.renstra_versi)
        self.bahan_sel, self.indikator = bahan, bahan.rumusan.indikator_id

    def sekitar(self, _tanda: int, _realisasi: Realisasi | None, /) -> dict[str, Any]:
        return {"milik": Boleh(), "izin": Boleh(), "pengembalian": (), "bukti": 0}

    def usulan(self, _bulan: int, /) -> Mapping[int, Usulan]:
        return {}

    @cached_property
    def rumusan(self) -> list[IndikatorVersi]:
        return [self.bahan_sel.rumusan]

    @cached_property
    def variabel(self) -> dict[int, NilaiVariabelMenurutNama]:
        return super().variabel if self.bahan_sel.berumus else {}

    @cached_property
    def skor(self) -> Mapping[int, Mapping[str, Decimal]]:
        return {self.bahan_sel.rumusan.indikator_id: self.bahan_sel.skor}
