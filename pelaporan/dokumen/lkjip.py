"""The whole LKjIP: outline, what the figures say, and what people wrote, put together."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from pelaporan.dokumen.angka import AngkaLkjip
from pelaporan.dokumen.gambar import PenomorGambar
from pelaporan.dokumen.isi import ISI
from pelaporan.dokumen.isi.lampiran import lampiran_dimuat
from pelaporan.dokumen.kerangka import Bab, Judulan
from pelaporan.dokumen.kerangka_lkjip import LKJIP
from pelaporan.dokumen.tabel.judul import isi_judul
from pelaporan.dokumen.tambahan import tambahan_bab
from pelaporan.models import Laporan
from pelaporan.queries import DataLkjip, data_bertanggal, data_lkjip
from perencanaan.dokumen.tabel import Letak
from sakip.dokumen.blok import Bagian, Blok, Dokumen, Draf, Judul, Paragraf, Sampul
from sakip.dokumen.gambar import alamat_berkas
from sakip.organisasi.models import Unit


def susun_lkjip(unit: Unit, tahun: int) -> Dokumen:
    """The LKjIP of a unit and year as it stands, a draft: what was issued is kept as it was.

    Raises TidakAda when the year has no data.
    """
    return replace(_Penyusun(data_lkjip(unit, tahun)).dokumen(), draf=Draf(unit.pemda.zona))


def susun_laporan(laporan: Laporan, tanggal: date) -> tuple[Dokumen, Dokumen]:
    """One report as it is stored, and as it is to be issued on this day. Raises TidakAda.

    Both are made of one reading of the figures: they differ in nothing but the date and who signs.
    """
    data = data_lkjip(laporan.unit, laporan.tahun, laporan)
    return _Penyusun(data).dokumen(), _Penyusun(data_bertanggal(data, tanggal)).dokumen()


class _Penyusun:
    """Puts the parts of one report together."""

    def __init__(self, data: DataLkjip) -> None:
        self.data = data
        self.angka = AngkaLkjip(data)
        self.penomor = PenomorGambar(LKJIP)

    def dokumen(self) -> Dokumen:
        unit = self.data.unit
        return Dokumen(
            judul=f"LKjIP {unit.nama} Tahun {self.data.tahun}",
            sampul=Sampul(
                judul=("Laporan Kinerja", "Instansi Pemerintah"),
                nama=unit.nama_berbaris(),
                tahun=str(self.data.tahun),
                pemda=unit.pemda.nama,
                lambang=alamat_berkas(unit.pemda.lambang),
            ),
            depan=self._depan(),
            isi=(*(self._bab(bab) for bab in LKJIP.bab), *self._lampiran()),
        )

    def _depan(self) -> tuple[Bagian, ...]:
        """What stands before the chapters; short lists go on below each other."""
        hasil: list[Bagian] = []
        for pos in LKJIP.depan:
            blok = tuple(self._seksi(Judulan(pos.kunci, 1, "", pos.judul), None))
            if pos.lanjut and hasil and blok:
                hasil[-1] = replace(hasil[-1], blok=(*hasil[-1].blok, *blok))
            elif blok:
                hasil.append(Bagian(pos.kunci, blok))
        return tuple(hasil)

    def _bab(self, bab: Bab) -> Bagian:
        blok: list[Blok] = []
        for judulan in LKJIP.judul_bab(bab):
            blok += self._seksi(judulan, bab)
        blok += self._tambahan(bab)
        return Bagian(bab.kunci, tuple(blok))

    def _tambahan(self, bab: Bab) -> Iterator[Blok]:
        """What other apps have to say in this chapter, each only where the report asks for it."""
        for satu in tambahan_bab(LKJIP, bab):
            kunci = satu.tambahan.kunci
            tulisan = self.data.tulisan.bagian.get(kunci)
            if tulisan is None or not tulisan.tampil:
                continue
            yield _judul(satu.judulan, self.data)
            judul = isi_judul(self.data, satu.tambahan.judul_tabel)
            letak = Letak(f"tabel-{kunci}", satu.nomor_tabel, judul)
            yield from satu.tambahan.susun(self.data.unit, self.data.tahun, letak)
            yield from (Paragraf((teks,)) for teks in tulisan.paragraf)

    def _lampiran(self) -> Iterator[Bagian]:
        """Each from a new page on."""
        for ke, pos in enumerate(lampiran_dimuat(self.data)):
            judul = [_judul(LKJIP.judul_lampiran(pos), self.data)]
            if ke == 0:
                judul.insert(0, Judul(1, "", "Lampiran", "judul-lampiran"))
            yield Bagian(pos.kunci, (*judul, *self._isi(pos.kunci)), lampiran=True)

    def _seksi(self, judulan: Judulan, bab: Bab | None) -> Iterator[Blok]:
        """A heading, what the figures say, then what people wrote; nothing when it is left out."""
        tulisan = self.data.tulisan.milik(judulan.kunci)
        if not tulisan.tampil:
            return
        yield _judul(judulan, self.data)
        yield from self._isi(judulan.kunci)
        yield from (Paragraf((teks,)) for teks in tulisan.paragraf)
        yield from (self.penomor.gambar(satu, bab) for satu in tulisan.gambar)

    def _isi(self, kunci: str) -> tuple[Blok, ...]:
        susun = ISI.get(kunci)
        return susun(self.data, self.angka) if susun else ()


def _judul(judulan: Judulan, data: DataLkjip) -> Judul:
    teks = isi_judul(data, judulan.judul)
    return Judul(judulan.tingkat, judulan.nomor, teks, f"judul-{judulan.kunci}")
