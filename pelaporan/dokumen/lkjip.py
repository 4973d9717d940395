"""The whole LKjIP: outline, what the figures say, and what people wrote, put together."""

from collections.abc import Iterator

from pelaporan.dokumen.angka import AngkaLkjip
from pelaporan.dokumen.gambar import PenomorGambar
from pelaporan.dokumen.isi import ISI
from pelaporan.dokumen.kerangka import Bab, Judulan, Pos
from pelaporan.dokumen.kerangka_lkjip import LKJIP
from pelaporan.dokumen.tabel.judul import isi_judul
from pelaporan.queries import DataLkjip, data_lkjip
from sakip.dokumen.blok import Bagian, Blok, Dokumen, Judul, Paragraf, Sampul
from sakip.dokumen.gambar import alamat_berkas
from sakip.organisasi.models import Unit


def susun_lkjip(unit: Unit, tahun: int) -> Dokumen:
    """The LKjIP of a unit and year as blocks. Raises TidakAda when the year has no data."""
    return _Penyusun(data_lkjip(unit, tahun)).dokumen()


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
            depan=tuple(self._depan(pos) for pos in self._yang_tampil(LKJIP.depan)),
            isi=(*(self._bab(bab) for bab in LKJIP.bab), *self._lampiran()),
        )

    def _yang_tampil(self, pos: tuple[Pos, ...]) -> Iterator[Pos]:
        return (satu for satu in pos if self.data.tulisan.milik(satu.kunci).tampil)

    def _depan(self, pos: Pos) -> Bagian:
        return Bagian(pos.kunci, tuple(self._seksi(Judulan(pos.kunci, 1, "", pos.judul), None)))

    def _bab(self, bab: Bab) -> Bagian:
        blok: list[Blok] = []
        for judulan in LKJIP.judul_bab(bab):
            blok += self._seksi(judulan, bab)
        return Bagian(bab.kunci, tuple(blok))

    def _lampiran(self) -> Iterator[Bagian]:
        """Those that have something to show, each from a new page on."""
        ada = [(p, b) for p in self._yang_tampil(LKJIP.lampiran) if (b := self._isi(p.kunci))]
        for ke, (pos, blok) in enumerate(ada):
            judul = [_judul(LKJIP.judul_lampiran(pos), self.data)]
            if ke == 0:
                judul.insert(0, Judul(1, "", "Lampiran", "judul-lampiran"))
            yield Bagian(pos.kunci, (*judul, *blok))

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
