"""How figures and names stand in a sentence."""

from pelaporan.queries import BarisIndikator
from sakip.dokumen.angka import Angka
from sakip.lib.angka import RP


def persen(angka: Angka) -> Angka:
    return angka.diapit(akhir="%")


def rupiah(angka: Angka) -> Angka:
    return angka.diapit(awal=RP)


def nama_indikator(milik: BarisIndikator) -> str:
    return milik.ini.indikator.nama
