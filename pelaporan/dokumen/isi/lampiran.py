"""The annexes: the agreements as signed, and the other wordings of the Renstra."""

from collections.abc import Callable

from pelaporan.dokumen.angka import AngkaLkjip
from pelaporan.dokumen.kerangka import Pos
from pelaporan.dokumen.kerangka_lkjip import LKJIP
from pelaporan.queries import DataLkjip
from perencanaan.dokumen.pernyataan import lampiran, lampiran_bulanan, pernyataan
from perencanaan.dokumen.renstra import tabel_renstra
from perencanaan.dokumen.tabel import Letak
from perencanaan.queries.isi_perjanjian import IsiPerjanjian
from sakip.dokumen.blok import Blok
from sakip.dokumen.gambar import alamat_berkas

ADA: dict[str, Callable[[DataLkjip], bool]] = {
    "lampiran-perjanjian": lambda data: data.rencana.murni is not None,
    "lampiran-perubahan": lambda data: bool(data.rencana.perubahan),
    "lampiran-renstra": lambda data: bool(data.rencana.renstra_lain),
}


def lampiran_dimuat(data: DataLkjip) -> tuple[Pos, ...]:
    """Those that have something to show and are not left out."""
    return tuple(
        pos
        for pos in LKJIP.lampiran
        if ADA[pos.kunci](data) and data.tulisan.milik(pos.kunci).tampil
    )


def lampiran_perjanjian(data: DataLkjip, _angka: AngkaLkjip) -> tuple[Blok, ...]:
    murni = data.rencana.murni
    return _naskah(murni, data) if murni else ()


def lampiran_perubahan(data: DataLkjip, _angka: AngkaLkjip) -> tuple[Blok, ...]:
    return tuple(blok for isi in data.rencana.perubahan for blok in _naskah(isi, data))


def _naskah(isi: IsiPerjanjian, data: DataLkjip) -> tuple[Blok, ...]:
    """As it was signed: what was reached since is told in BAB III."""
    lambang = alamat_berkas(data.unit.pemda.lambang)
    return (*pernyataan(isi, lambang), *lampiran(isi), *lampiran_bulanan(isi))


def lampiran_renstra(data: DataLkjip, _angka: AngkaLkjip) -> tuple[Blok, ...]:
    """The wordings before the one in force; the one in force stands in BAB II."""
    return tuple(
        tabel_renstra(isi, Letak(f"tabel-renstra-{isi.versi.ke}", judul=f"Matriks {isi.versi}"))
        for isi in data.rencana.renstra_lain
    )
