"""Facts of reporting, and of what became of the last evaluation."""

from collections.abc import Callable
from datetime import date
from zoneinfo import ZoneInfo

from evaluasi.hitung.fakta import (
    HasilFakta,
    KodeFakta,
    belum,
    lkjip_tepat_waktu,
    menurut_banyak,
    sebut_hari_terbit,
    terpenuhi,
    tidak_dinilai,
)
from evaluasi.hitung.tindak_lanjut import TERTUTUP
from evaluasi.queries.bahan_fakta import BahanFakta, Tautan
from evaluasi.queries.fakta_rencana import Jawab, PembuatFakta
from pelaporan.models import Laporan
from pengukuran.queries.capaian import BarisCapaian
from perencanaan.hitung.nilai import JenisNilai, Nilai
from perencanaan.queries.anggaran import dukungan_indikator
from perencanaan.queries.target import target_versi
from sakip.lib.tanggal import tulis_tanggal

Terbanding = Callable[[BarisCapaian, BarisCapaian], bool]
# what a comparison needs a figure or a grade for; any other state says that there is none
TERUKUR = frozenset({JenisNilai.ANGKA, JenisNilai.RENTANG, JenisNilai.PREDIKAT})


def _tautan(bahan: BahanFakta) -> tuple[Tautan, ...]:
    return (bahan.tautan("LKjIP", "pelaporan:lkjip-baca"),)


def _lkjip_ada(bahan: BahanFakta) -> Jawab:
    if bahan.laporan is None:
        return belum(f"LKjIP {bahan.tahun} belum disusun di aplikasi."), _tautan(bahan)
    keadaan = "sudah terbit" if bahan.laporan.dokumen_id else "masih draf"
    return terpenuhi(f"{bahan.laporan} disusun di aplikasi, {keadaan}."), _tautan(bahan)


def _lkjip_terbit(bahan: BahanFakta) -> Jawab:
    laporan = bahan.laporan
    if laporan is None or laporan.dokumen_id is None or laporan.tanggal is None:
        return belum(f"LKjIP {bahan.tahun} belum diterbitkan di aplikasi."), _tautan(bahan)
    kalimat = f"{laporan} terbit, bertanggal {tulis_tanggal(laporan.tanggal)}"
    lain = sebut_hari_terbit(laporan.tanggal, _hari_terbit(bahan, laporan))
    return terpenuhi(f"{kalimat}{lain}."), _tautan(bahan)


def _hari_terbit(bahan: BahanFakta, laporan: Laporan | None) -> date | None:
    if laporan is None or laporan.dokumen is None:
        return None
    return laporan.dokumen.waktu.astimezone(ZoneInfo(bahan.unit.pemda.zona)).date()


def _lkjip_tepat_waktu(bahan: BahanFakta) -> Jawab:
    laporan = bahan.laporan_pertama
    hasil = lkjip_tepat_waktu(
        laporan.tanggal if laporan else None,
        terbit=laporan is not None,
        tahun=bahan.tahun,
        hari_ini=bahan.hari_ini,
        hari_terbit=_hari_terbit(bahan, laporan),
    )
    return hasil, _tautan(bahan)


def _banding(bahan: BahanFakta, bagian: str, dengan: str, ada: Terbanding) -> HasilFakta:
    """How many indikator the report sets beside something."""
    if bahan.laporan is None:
        return belum(f"LKjIP {bahan.tahun} belum disusun di aplikasi.")
    if {bagian, "capaian"} & bahan.bagian_hilang:
        return belum(f"Bagian perbandingan dengan {dengan} tidak ditampilkan dalam LKjIP.")
    return menurut_banyak(
        sum(ada(*dua) for dua in bahan.capaian),
        len(bahan.capaian),
        f"indikator dibandingkan dengan {dengan} dalam LKjIP",
        f"Belum ada indikator tujuan dan sasaran yang berlaku pada {bahan.tahun}.",
    )


def _terukur(nilai: Nilai | None) -> bool:
    return nilai is not None and nilai.jenis in TERUKUR


def _banding_target(bahan: BahanFakta) -> Jawab:
    hasil = _banding(
        bahan,
        "target-realisasi",
        "target tahunan",
        lambda ini, _: _terukur(ini.target) and _terukur(ini.realisasi),
    )
    return hasil, _tautan(bahan)


def _banding_menengah(bahan: BahanFakta) -> Jawab:
    akhir: dict[int, Nilai] = {}
    if bahan.renstra is not None:
        tahun = bahan.renstra.renstra.tahun_akhir
        semua = target_versi(bahan.renstra).items()
        akhir = {tanda: satu.nilai for (tanda, milik), satu in semua if milik == tahun}
    hasil = _banding(
        bahan,
        "jangka-menengah",
        "target jangka menengah",
        lambda ini, _: _terukur(ini.realisasi) and _terukur(akhir.get(ini.indikator.indikator_id)),
    )
    return hasil, _tautan(bahan)


def _banding_lalu(bahan: BahanFakta) -> Jawab:
    hasil = _banding(
        bahan,
        "tahun-lalu",
        "realisasi tahun sebelumnya",
        lambda ini, lalu: _terukur(ini.realisasi) and _terukur(lalu.realisasi),
    )
    return hasil, _tautan(bahan)


def _banding_standar(bahan: BahanFakta) -> Jawab:
    hasil = _banding(
        bahan,
        "standar",
        "standar nasional atau daerah lain",
        lambda ini, _: ini.indikator.indikator_id in bahan.berstandar,
    )
    return hasil, _tautan(bahan)


def _efisiensi(bahan: BahanFakta) -> Jawab:
    """An indikator has its efisiensi where something of the budget supports it."""
    didukung = dukungan_indikator(bahan.renstra, bahan.tahun) if bahan.renstra else {}
    hasil = _banding(
        bahan,
        "efisiensi",
        "penggunaan anggarannya",
        lambda ini, _: _terukur(ini.realisasi) and ini.indikator.indikator_id in didukung,
    )
    return hasil, _tautan(bahan)


def _tindak_lanjut(bahan: BahanFakta) -> Jawab:
    lalu = bahan.tahun - 1
    tautan = (bahan.tautan("Tindak lanjut", "evaluasi:rekomendasi", lalu),)
    if bahan.lhe_lalu is None:
        return tidak_dinilai(f"LHE atas kinerja {lalu} tidak ada di aplikasi."), ()
    selesai = sum(satu in TERTUTUP for satu in bahan.status_rekomendasi)
    hasil = menurut_banyak(
        selesai,
        len(bahan.status_rekomendasi),
        f"rekomendasi {bahan.lhe_lalu} atas kinerja {lalu} diputus selesai",
        f"{bahan.lhe_lalu} atas kinerja {lalu} tidak memuat rekomendasi.",
    )
    return hasil, tautan


FAKTA_LAPORAN: dict[KodeFakta, PembuatFakta] = {
    KodeFakta.LKJIP_ADA: _lkjip_ada,
    KodeFakta.LKJIP_TERBIT: _lkjip_terbit,
    KodeFakta.LKJIP_TEPAT_WAKTU: _lkjip_tepat_waktu,
    KodeFakta.BANDING_TARGET: _banding_target,
    KodeFakta.BANDING_MENENGAH: _banding_menengah,
    KodeFakta.BANDING_LALU: _banding_lalu,
    KodeFakta.BANDING_STANDAR: _banding_standar,
    KodeFakta.EFISIENSI: _efisiensi,
    KodeFakta.TINDAK_LANJUT: _tindak_lanjut,
}
