"""The figures of the LKjIP that no other room computes, as `Angka` with where they came from."""

from decimal import Decimal

from pelaporan.hitung.efisiensi import RUMUS_EFISIENSI
from pelaporan.hitung.tercetak import efisiensi_tercetak
from pelaporan.queries import BarisEfisiensi, BarisIndikator, BarisPenunjang, DataLkjip
from pengukuran.hitung.capaian import RUMUS, Aturan
from pengukuran.queries.anggaran import Serapan, TabelAnggaran
from pengukuran.queries.angka import (
    KOSONG,
    angka_capaian,
    angka_pagu,
    angka_persen,
    angka_perubahan,
    angka_realisasi,
    angka_realisasi_anggaran,
    angka_serapan,
    angka_target,
    angka_target_renstra,
)
from sakip.dokumen.angka import Angka, Asal
from sakip.lib.angka import bulatkan, tulis_angka, tulis_dengan_satuan, tulis_selisih

TOTAL = "jumlah"
TERCETAK = Asal("dihitung dari dua angka yang sudah dibulatkan")
RUMUS_STANDAR = "realisasi / standar × 100"


class AngkaLkjip:
    """Makes the figures of one report, so that each place that prints one gets the same."""

    def __init__(self, data: DataLkjip) -> None:
        self.data = data

    def target(self, baris: BarisIndikator) -> Angka:
        """The target in force in the report's year: the one that capaian was computed with."""
        return angka_target(baris.ini)

    def target_renstra(self, baris: BarisIndikator, tahun: int) -> Angka:
        """What the Renstra itself says of any of its years."""
        return angka_target_renstra(
            baris.ini.indikator, tahun, baris.target.get(tahun), str(self.data.versi)
        )

    def realisasi(self, baris: BarisIndikator) -> Angka:
        return angka_realisasi(baris.ini)

    def capaian(self, baris: BarisIndikator) -> Angka:
        return angka_capaian(baris.ini)

    def perubahan(self, baris: BarisIndikator) -> Angka:
        """The change of capaian since last year in percentage points, with its sign."""
        return angka_perubahan(baris.ini, baris.lalu)

    def kemajuan(self, baris: BarisIndikator) -> Angka:
        dari = (self.target_renstra(baris, self.data.tahun_akhir), self.realisasi(baris))
        kunci = f"kemajuan/{baris.ini.indikator.indikator_id}/{self.data.tahun}"
        nama = f"Kemajuan {self.data.tahun} terhadap target {self.data.tahun_akhir} (%)"
        return angka_persen(baris.kemajuan, kunci, dari, _nama(nama, baris))

    def standar(self, baris: BarisIndikator) -> Angka:
        """The figure of another region or of the nation; `-` with the reason where none is."""
        kunci = f"standar/{baris.ini.indikator.indikator_id}/{self.data.tahun}"
        asal = Asal(baris.analisis.standar_sumber or "standar pembanding")
        nilai = baris.standar
        if nilai is None or nilai.angka is None:
            return Angka(None, KOSONG, kunci, asal, baris.banding_standar.alasan)
        rumusan = baris.ini.indikator
        tampil = tulis_dengan_satuan(nilai.angka, rumusan.desimal, rumusan.satuan)
        return Angka(nilai.angka, tampil, kunci, asal)

    def banding_standar(self, baris: BarisIndikator) -> Angka:
        nama = _nama(f"Realisasi {self.data.tahun} terhadap standar (%)", baris)
        asal = Asal(RUMUS_STANDAR, (self.realisasi(baris), self.standar(baris)), nama)
        kunci = f"terhadap-standar/{baris.ini.indikator.indikator_id}/{self.data.tahun}"
        banding = baris.banding_standar
        if banding.persen is None:
            return Angka(None, KOSONG, kunci, asal, banding.alasan)
        return Angka(banding.persen, _dua(banding.persen), kunci, asal)

    @staticmethod
    def capaian_penunjang(baris: BarisPenunjang) -> Angka | str:
        return angka_capaian(baris.capaian) if baris.capaian else KOSONG

    def pagu_setahun(self, tabel: TabelAnggaran | None, tahun: int) -> Angka:
        """The whole budget of a year that need not be known."""
        if tabel is None:
            asal = Asal(f"Anggaran tahun {tahun}")
            return Angka(None, KOSONG, f"pagu/{tahun}/0/{TOTAL}", asal, "Tidak diketahui.")
        return angka_pagu(tabel.jumlah, TOTAL, tabel.versi)

    def pagu(self, serapan: Serapan, tempat: str) -> Angka:
        return angka_pagu(serapan, tempat, self.data.anggaran.versi)

    def realisasi_anggaran(self, serapan: Serapan, tempat: str) -> Angka:
        return angka_realisasi_anggaran(serapan, tempat, self.data.tahun)

    def serapan(self, serapan: Serapan, tempat: str) -> Angka:
        return angka_serapan(serapan, tempat, self.data.anggaran.versi)

    def efisiensi(self, baris: BarisEfisiensi) -> Angka:
        dari = (
            self.capaian(baris.indikator),
            self.serapan(baris.serapan, self.tempat_dukungan(baris)),
        )
        nama = _nama(f"Efisiensi {self.data.tahun}", baris.indikator)
        asal = Asal(RUMUS_EFISIENSI[self.data.aturan_efisiensi], dari, nama)
        kunci = f"efisiensi/{baris.indikator.ini.indikator.indikator_id}/{self.data.tahun}"
        nilai = baris.efisiensi.nilai
        if nilai is None:
            return Angka(None, KOSONG, kunci, asal, baris.efisiensi.alasan)
        return Angka(nilai, _dua(nilai), kunci, asal)

    def efisiensi_tercetak(self, baris: BarisEfisiensi) -> Angka | None:
        """What the printed columns of Tabel 3.7 give, where that is not the efisiensi."""
        kunci = f"efisiensi-tercetak/{baris.indikator.ini.indikator.indikator_id}/{self.data.tahun}"
        capaian, serapan = baris.indikator.ini.hasil.dipakai, baris.serapan.persen
        beda = efisiensi_tercetak(self.data.aturan_efisiensi, capaian, serapan)
        return None if beda is None else Angka(beda, _dua(beda), kunci, TERCETAK)

    def perubahan_tercetak(self, baris: BarisIndikator) -> Angka | None:
        """What the printed columns of Tabel 3.3 differ by, where that is not the change."""
        kunci = f"perubahan-tercetak/{baris.ini.indikator.indikator_id}/{self.data.tahun}"
        beda = _beda_tercetak(baris.ini.hasil.dipakai, baris.lalu.hasil.dipakai)
        return None if beda is None else Angka(beda, tulis_selisih(beda), kunci, TERCETAK)

    def banyaknya(self, jumlah: int, hal: str) -> Angka:
        """A count of things, such as the indikator that reached their target."""
        nilai = Decimal(jumlah)
        kunci = f"banyaknya/{hal}/{self.data.tahun}"
        return Angka(nilai, tulis_angka(nilai, 0), kunci, Asal(f"banyaknya {hal}"))

    @staticmethod
    def tempat_dukungan(baris: BarisEfisiensi) -> str:
        """The name of a sum over supporting nodes: the node itself where there is but one."""
        return "+".join(str(simpul.identitas) for simpul in baris.simpul)

    @staticmethod
    def rumus(baris: BarisIndikator) -> str:
        return RUMUS[Aturan(baris.ini.indikator.aturan)]


def _nama(hal: str, baris: BarisIndikator) -> str:
    return f"{hal}: {baris.ini.indikator.nama}"


def _dua(nilai: Decimal) -> str:
    return tulis_angka(nilai, 2, buang_nol=False)


def _beda_tercetak(satu: Decimal | None, lain: Decimal | None) -> Decimal | None:
    """The difference of two figures as printed, where it is not the printed difference."""
    if satu is None or lain is None:
        return None
    tercetak = bulatkan(satu, 2) - bulatkan(lain, 2)
    return None if tercetak == bulatkan(satu - lain, 2) else tercetak
