"""What a well-formed example must hold as a whole; each finding is one line that names the place."""

from collections.abc import Iterator

from sakip.beranda.muat.bentuk import Contoh, ContohRencana
from sakip.beranda.muat.periksa.anggaran import keluhan_anggaran, keluhan_dukungan
from sakip.beranda.muat.periksa.evaluasi import keluhan_evaluasi
from sakip.beranda.muat.periksa.laporan import keluhan_laporan
from sakip.beranda.muat.periksa.organisasi import keluhan_organisasi
from sakip.beranda.muat.periksa.realisasi import keluhan_realisasi
from sakip.beranda.muat.periksa.rencana import keluhan_perjanjian, keluhan_rencana_aksi
from sakip.beranda.muat.periksa.renstra import keluhan_renstra


def keluhan(contoh: Contoh) -> Iterator[str]:
    """Everything that is wrong with an example whose shape is right, what others rest on first."""
    yield from keluhan_organisasi(contoh)
    if isinstance(contoh, ContohRencana):
        yield from _rencana(contoh)
    yield from keluhan_evaluasi(contoh)


def _rencana(contoh: ContohRencana) -> Iterator[str]:
    yield from keluhan_renstra(contoh)
    yield from keluhan_anggaran(contoh)
    yield from keluhan_dukungan(contoh)
    yield from keluhan_perjanjian(contoh)
    yield from keluhan_rencana_aksi(contoh)
    yield from keluhan_realisasi(contoh)
    yield from keluhan_laporan(contoh)
