"""The annexes: the agreements as signed, and the other wordings of the Renstra."""

from dataclasses import replace

from pelaporan.dokumen.angka import AngkaLkjip
from pelaporan.queries import DataLkjip
from pengukuran.queries.angka import KOSONG
from perencanaan.dokumen.bulanan import HasilBulanan
from perencanaan.dokumen.pernyataan import lampiran, lampiran_bulanan, pernyataan
from perencanaan.dokumen.renstra import tabel_renstra
from perencanaan.dokumen.tabel import Letak
from perencanaan.hitung.masa import BULAN_SETAHUN
from perencanaan.queries.isi_perjanjian import IsiPerjanjian
from sakip.dokumen.angka import Angka
from sakip.dokumen.blok import Blok
from sakip.dokumen.gambar import alamat_berkas


def lampiran_perjanjian(data: DataLkjip, angka: AngkaLkjip) -> tuple[Blok, ...]:
    murni = data.rencana.murni
    return _naskah(murni, data, angka) if murni else ()


def lampiran_perubahan(data: DataLkjip, angka: AngkaLkjip) -> tuple[Blok, ...]:
    return tuple(blok for isi in data.rencana.perubahan for blok in _naskah(isi, data, angka))


def _naskah(isi: IsiPerjanjian, data: DataLkjip, angka: AngkaLkjip) -> tuple[Blok, ...]:
    lambang = alamat_berkas(data.unit.pemda.lambang)
    hasil = hasil_bulanan(data, angka)
    return (*pernyataan(isi, lambang), *lampiran(isi), *lampiran_bulanan(isi, hasil))


def hasil_bulanan(data: DataLkjip, angka: AngkaLkjip) -> HasilBulanan:
    """What was reached in the year, in its last month: realisasi is reported once a year."""
    terisi = [milik for milik in data.indikator if milik.ini.realisasi is not None]
    return HasilBulanan(
        realisasi={
            (milik.ini.indikator.indikator_id, BULAN_SETAHUN): _tanpa_persen(angka.realisasi(milik))
            for milik in terisi
        },
        capaian={
            milik.ini.indikator.indikator_id: satu
            for milik in terisi
            if (satu := angka.capaian(milik)).tampil != KOSONG
        },
    )


def _tanpa_persen(angka: Angka) -> Angka:
    """Satuan has a column of its own there."""
    return replace(angka, tampil=angka.tampil.removesuffix("%"))


def lampiran_renstra(data: DataLkjip, _angka: AngkaLkjip) -> tuple[Blok, ...]:
    """The wordings before the one in force; the one in force stands in BAB II."""
    return tuple(
        tabel_renstra(isi, Letak(f"tabel-renstra-{isi.versi.ke}", judul=f"Matriks {isi.versi}"))
        for isi in data.rencana.renstra_lain
    )
