"""Everything the LKjIP of a unit and year is made of, as frozen facts."""

from dataclasses import dataclass

from pelaporan.hitung.efisiensi import Efisiensi, efisiensi_selisih
from pelaporan.hitung.kemajuan import hitung_kemajuan
from pelaporan.hitung.perbandingan import Perubahan, bandingkan
from pengukuran.hitung.capaian import Aturan, Capaian
from pengukuran.queries.anggaran import Serapan, TabelAnggaran, tabel_anggaran
from pengukuran.queries.capaian import BarisCapaian, tabel_capaian
from pengukuran.queries.skala import SkalaBerlaku
from perencanaan.hitung.nilai import Nilai
from perencanaan.hitung.pagu import bertumpang, teratas
from perencanaan.models import RenstraVersi, Simpul
from perencanaan.queries.anggaran import dukungan_indikator
from perencanaan.queries.target import target_versi
from sakip.organisasi.models import Unit


@dataclass(frozen=True)
class BarisIndikator:
    """One indikator through the report: this year, last year, the end of the Renstra."""

    ini: BarisCapaian
    lalu: BarisCapaian
    target: dict[int, Nilai]
    kemajuan: Capaian

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
    unit: Unit
    tahun: int
    versi: RenstraVersi
    skala: SkalaBerlaku
    indikator: tuple[BarisIndikator, ...]
    anggaran: TabelAnggaran
    efisiensi: tuple[BarisEfisiensi, ...]
    tanpa_dukungan: tuple[BarisIndikator, ...]

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


def data_lkjip(unit: Unit, tahun: int) -> DataLkjip:
    """The facts of one report. Raises TidakAda when the year has no Renstra or no budget.

    The number of queries does not grow with indikator, years or kegiatan.
    """
    capaian = tabel_capaian(unit, tahun, tahun_pembanding=(tahun - 1,))
    versi = capaian.versi
    target = target_versi(versi)
    nilai = {kunci: milik.nilai for kunci, milik in target.items()}
    indikator = tuple(
        _baris_indikator(ini, lalu, nilai, versi.renstra.tahun_akhir)
        for ini, lalu in zip(capaian.setahun(tahun), capaian.setahun(tahun - 1), strict=True)
    )
    anggaran = tabel_anggaran(unit, tahun)
    dukungan = dukungan_indikator(versi, tahun)
    didukung = [b for b in indikator if b.ini.indikator.indikator_id in dukungan]
    return DataLkjip(
        unit=unit,
        tahun=tahun,
        versi=versi,
        skala=capaian.skala,
        indikator=indikator,
        anggaran=anggaran,
        efisiensi=_baris_efisiensi(didukung, anggaran, dukungan),
        tanpa_dukungan=tuple(b for b in indikator if b not in didukung),
    )


def _baris_indikator(
    ini: BarisCapaian, lalu: BarisCapaian, nilai: dict[tuple[int, int], Nilai], akhir: int
) -> BarisIndikator:
    tanda = ini.indikator.indikator_id
    target = {tahun: milik for (indikator, tahun), milik in nilai.items() if indikator == tanda}
    kemajuan = hitung_kemajuan(target.get(akhir), ini.realisasi, Aturan(ini.indikator.aturan))
    return BarisIndikator(ini, lalu, target, kemajuan)


def _baris_efisiensi(
    indikator: list[BarisIndikator], anggaran: TabelAnggaran, dukungan: dict[int, set[int]]
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
            efisiensi=efisiensi_selisih(milik.ini.hasil.dipakai, serapan.persen),
            bersama=any(
                bertumpang(induk, simpul[tanda], lain)
                for kunci, lain in simpul.items()
                if kunci != tanda
            ),
        )

    return tuple(baris(milik) for milik in indikator)
