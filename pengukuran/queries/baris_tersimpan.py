"""One row of the sheet, told again after a cell of it was saved."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING, Any

from pengukuran.models import KetikanIsian, Koreksi, Realisasi
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


@dataclass(frozen=True)
class SesudahSimpan:
    """What the service knows of a row whose cell it saved, and of how its cells are read.

    `tertinggal` is what the same person typed into them that is not stored.
    """

    bahan: BahanSel
    baris: IsiBaris | None
    tertinggal: Iterable[KetikanIsian]


def baris_tersimpan(
    unit: Unit, tahun: int, bulan: int, sesudah: SesudahSimpan, pengguna: "Pengguna"
) -> BarisIsian | None:
    """The row as whoever just saved a cell of it needs it; None where there is none.

    The service has asked for the right and the window, too. Returns, evidence, proposals and what
    stands beside the box have not changed, and are not told.
    """
    pembaca = _PembacaBaris(unit, tahun, bulan, sesudah, pengguna)
    return pembaca.baris(sesudah.bahan.rumusan, bulan)


class _PembacaBaris(PembacaIsian):
    def __init__(
        self, unit: Unit, tahun: int, bulan: int, sesudah: SesudahSimpan, pengguna: "Pengguna"
    ) -> None:
        bahan = sesudah.bahan
        triwulan = akhir_masa(bulan, Frekuensi.TRIWULANAN) // PANJANG[Frekuensi.TRIWULANAN]
        super().__init__(unit, tahun, triwulan, pengguna, bahan.rumusan.renstra_versi)
        self.bulan, self.sesudah = bulan, sesudah
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
        rumusan = self.sesudah.bahan.rumusan
        milik: list[Realisasi] = []
        if self.bulan > PANJANG[Frekuensi(rumusan.frekuensi)]:
            semua = Realisasi.objects.filter(indikator=rumusan.indikator_id, unit=self.unit)
            milik += semua.filter(tahun=self.tahun, bulan__lt=self.bulan).order_by("bulan")
        if self.sesudah.baris is not None:
            milik.append(self.sesudah.baris.realisasi)
        return {(satu.indikator_id, satu.tahun, satu.bulan): satu for satu in milik}

    @cached_property
    def koreksi(self) -> dict[int, tuple[Koreksi, ...]]:
        return {}

    @cached_property
    def variabel(self) -> dict[int, NilaiVariabelMenurutNama]:
        milik = self.sesudah.baris
        return {} if milik is None else {milik.realisasi.pk: milik.variabel}

    @cached_property
    def skor(self) -> Mapping[int, Mapping[str, Decimal]]:
        bahan = self.sesudah.bahan
        return {bahan.rumusan.indikator_id: bahan.skor}

    @cached_property
    def ketikan(self) -> dict[tuple[int, int, str], KetikanIsian]:
        return {
            (satu.indikator_id, satu.bulan, satu.kolom): satu for satu in self.sesudah.tertinggal
        }
