"""Everything the LKjIP of a unit and year is made of, as frozen facts."""

from dataclasses import dataclass, replace
from datetime import date

from pelaporan.hitung.efisiensi import AturanEfisiensi, Efisiensi, hitung_efisiensi
from pelaporan.hitung.kemajuan import hitung_kemajuan
from pelaporan.hitung.perbandingan import Perubahan, bandingkan
from pelaporan.hitung.standar import BandingStandar, bandingkan_standar
from pelaporan.models import Analisis, Laporan
from pelaporan.queries.penunjang import BarisPenunjang, penunjang_setiap_indikator
from pelaporan.queries.rencana import RencanaLkjip, rencana_lkjip
from pelaporan.queries.tulisan import Tulisan, bertanggal, laporan_terakhir, tulisan_laporan
from pengukuran.hitung.capaian import Aturan, Capaian
from pengukuran.queries.anggaran import Serapan, TabelAnggaran, tabel_anggaran
from pengukuran.queries.capaian import BarisCapaian, TabelCapaian, tabel_capaian
from pengukuran.queries.predikat import skor_predikat
from pengukuran.queries.skala import SkalaBerlaku
from perencanaan.hitung.nilai import JenisNilai, Nilai
from perencanaan.hitung.pagu import bertumpang, teratas
from perencanaan.models import RenstraVersi, Simpul
from perencanaan.models.renstra import JENIS_STRATEGIS, JenisSimpul
from perencanaan.queries.anggaran import dukungan_indikator
from perencanaan.queries.target import target_versi
from sakip.lib.galat import TidakAda
from sakip.organisasi.models import Penempatan, Unit


@dataclass(frozen=True)
class BarisIndikator:
    """One indikator through the report: this year, last year, the end of the Renstra."""

    ini: BarisCapaian
    lalu: BarisCapaian
    target: dict[int, Nilai]
    kemajuan: Capaian
    analisis: Analisis
    penunjang: tuple[BarisPenunjang, ...] = ()

    @property
    def standar(self) -> Nilai | None:
        """The standard it is set beside; None, or a state with its reason, where none is known."""
        if self.analisis.standar is not None:
            return Nilai(JenisNilai.ANGKA, self.analisis.standar)
        if self.analisis.standar_alasan:
            return Nilai(JenisNilai.TANPA_ANGKA, alasan=self.analisis.standar_alasan)
        return None

    @property
    def banding_standar(self) -> BandingStandar:
        return bandingkan_standar(self.ini.realisasi, self.standar)

    @property
    def perubahan(self) -> Perubahan | None:
        return bandingkan(self.ini.hasil.dipakai, self.lalu.hasil.dipakai)


@dataclass(frozen=True)
class BarisEfisiensi:
    """An indikator beside the money that supports it; `bersama`: it supports another as well."""

    indikator: BarisIndikator
    simpul: tuple[Simpul, ...]
    serapan: Serapan
    efisiensi: Efisiensi
    bersama: bool


@dataclass(frozen=True)
class DataLkjip:
    laporan: Laporan
    tulisan: Tulisan
    pimpinan: Penempatan | None
    struktur: tuple[Unit, ...]
    versi: RenstraVersi
    rencana: RencanaLkjip
    skala: SkalaBerlaku
    indikator: tuple[BarisIndikator, ...]
    anggaran: TabelAnggaran
    efisiensi: tuple[BarisEfisiensi, ...]
    tanpa_dukungan: tuple[BarisIndikator, ...]
    anggaran_lalu: TabelAnggaran | None

    @property
    def unit(self) -> Unit:
        return self.laporan.unit

    @property
    def tahun(self) -> int:
        return self.laporan.tahun

    @property
    def aturan_efisiensi(self) -> AturanEfisiensi:
        return AturanEfisiensi(self.laporan.aturan_efisiensi)

    @property
    def tahun_lalu(self) -> int:
        return self.tahun - 1

    @property
    def tahun_renstra(self) -> tuple[int, ...]:
        """The years this version of the Renstra sets targets for."""
        return tuple(self.versi.rentang())

    @property
    def tahun_akhir(self) -> int:
        return self.versi.renstra.tahun_akhir


def data_lkjip(unit: Unit, tahun: int, laporan: Laporan | None = None) -> DataLkjip:
    """The facts of one report, the newest one. Raises TidakAda without a Renstra or a budget.

    `laporan` is that report, where it was read before. The number of queries does not grow with
    indikator, years or kegiatan.
    """
    laporan = laporan or laporan_terakhir(unit, tahun)
    tulisan = tulisan_laporan(laporan)
    capaian = tabel_capaian(
        unit,
        tahun,
        tahun_pembanding=(tahun - 1,),
        jenis=(*JENIS_STRATEGIS, JenisSimpul.PROGRAM, JenisSimpul.KEGIATAN),
    )
    indikator = _semua_indikator(capaian, tulisan)
    anggaran = tabel_anggaran(unit, tahun)
    dukungan = dukungan_indikator(capaian.versi, tahun)
    didukung = [b for b in indikator if b.ini.indikator.indikator_id in dukungan]
    aturan = AturanEfisiensi(laporan.aturan_efisiensi)
    return DataLkjip(
        laporan=laporan,
        tulisan=tulisan,
        pimpinan=Penempatan.objects.pemimpin(unit, laporan.tanggal or date(tahun, 12, 31)),
        struktur=_struktur(unit, tahun),
        versi=capaian.versi,
        rencana=rencana_lkjip(capaian.versi, unit, anggaran.pohon),
        skala=capaian.skala,
        indikator=indikator,
        anggaran=anggaran,
        efisiensi=_baris_efisiensi(didukung, anggaran, dukungan, aturan),
        tanpa_dukungan=tuple(b for b in indikator if b not in didukung),
        anggaran_lalu=_anggaran_bila_ada(unit, tahun - 1),
    )


def data_bertanggal(data: DataLkjip, tanggal: date) -> DataLkjip:
    """The same facts in the report of this day, signed by whoever heads the unit then."""
    return replace(
        data,
        laporan=bertanggal(data.laporan, tanggal),
        pimpinan=Penempatan.objects.pemimpin(data.unit, tanggal),
    )


def _struktur(unit: Unit, tahun: int) -> tuple[Unit, ...]:
    """The parts of the perangkat daerah at the end of the year, itself first."""
    bawahan = Unit.objects.filter(perangkat_daerah=unit).pada(date(tahun, 12, 31))
    return (unit, *bawahan)


def _anggaran_bila_ada(unit: Unit, tahun: int) -> TabelAnggaran | None:
    try:
        return tabel_anggaran(unit, tahun)
    except TidakAda:
        return None


def _semua_indikator(capaian: TabelCapaian, tulisan: Tulisan) -> tuple[BarisIndikator, ...]:
    """The rows of tujuan and sasaran, each with what supports it on the budget tree."""
    tahun = capaian.tahun[0]
    versi = capaian.versi
    target = {kunci: milik.nilai for kunci, milik in target_versi(versi).items()}
    simpul: dict[int, tuple[BarisCapaian, ...]] = {}
    for baris in capaian.setahun(tahun):
        simpul[baris.simpul.pk] = (*simpul.get(baris.simpul.pk, ()), baris)
    penunjang = penunjang_setiap_indikator(versi, tahun, simpul)
    skor = skor_predikat(capaian.unit)
    pasangan = zip(capaian.setahun(tahun), capaian.setahun(tahun - 1), strict=True)

    def susun(ini: BarisCapaian, lalu: BarisCapaian) -> BarisIndikator:
        tanda = ini.indikator.indikator_id
        milik = {t: nilai for (indikator, t), nilai in target.items() if indikator == tanda}
        akhir = milik.get(versi.renstra.tahun_akhir)
        return BarisIndikator(
            ini=ini,
            lalu=lalu,
            target=milik,
            kemajuan=hitung_kemajuan(
                akhir, ini.realisasi, Aturan(ini.indikator.aturan), skor.get(tanda)
            ),
            analisis=tulisan.analisis.get(tanda) or Analisis(),
            penunjang=penunjang.get(tanda, ()),
        )

    return tuple(susun(*dua) for dua in pasangan if dua[0].simpul.jenis in JENIS_STRATEGIS)


def _baris_efisiensi(
    indikator: list[BarisIndikator],
    anggaran: TabelAnggaran,
    dukungan: dict[int, set[int]],
    aturan: AturanEfisiensi,
) -> tuple[BarisEfisiensi, ...]:
    # of one indikator only the topmost nodes count, or a kegiatan would be added to its program
    induk = anggaran.pohon.induk
    simpul = {
        b.ini.indikator.indikator_id: teratas(induk, dukungan[b.ini.indikator.indikator_id])
        for b in indikator
    }

    def baris(milik: BarisIndikator) -> BarisEfisiensi:
        tanda = milik.ini.indikator.indikator_id
        serapan = anggaran.gabungan(simpul[tanda])
        return BarisEfisiensi(
            indikator=milik,
            simpul=tuple(s for s in anggaran.pohon.simpul if s.pk in simpul[tanda]),
            serapan=serapan,
            efisiensi=hitung_efisiensi(aturan, milik.ini.hasil.dipakai, serapan.persen),
            bersama=any(
                bertumpang(induk, simpul[tanda], lain)
                for kunci, lain in simpul.items()
                if kunci != tanda
            ),
        )

    return tuple(baris(milik) for milik in indikator)
