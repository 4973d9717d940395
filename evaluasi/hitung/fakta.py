"""What the data of the application say of a criterion: a proposal with its facts, never an answer.

Pure. Sources: PermenPANRB 53/2014 (Perjanjian Kinerja within one month after the budget document is
approved; the comparisons of BAB III), Perpres 29/2014 (a perangkat daerah reports within two
months after the year).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from evaluasi.hitung.tenggat import tambah_bulan
from sakip.lib.tanggal import tulis_tanggal, tulis_triwulan

BULAN_PERJANJIAN = 1
BULAN_LAPORAN = 2


class KodeFakta(StrEnum):
    """What a criterion may be tied to; an instrument names it by this code."""

    RENSTRA_ADA = "renstra-ada"
    PK_ADA = "pk-ada"
    AKSI_ADA = "rencana-aksi-ada"
    ANGGARAN_ADA = "anggaran-ada"
    RENCANA_FORMAL = "rencana-formal"
    PK_TEPAT_WAKTU = "pk-tepat-waktu"
    AKSI_PER_INDIKATOR = "aksi-per-indikator"
    DEFINISI = "definisi-indikator"
    BERKALA = "realisasi-berkala"
    LKJIP_ADA = "lkjip-ada"
    LKJIP_TERBIT = "lkjip-terbit"
    LKJIP_TEPAT_WAKTU = "lkjip-tepat-waktu"
    BANDING_TARGET = "banding-target"
    BANDING_MENENGAH = "banding-menengah"
    BANDING_LALU = "banding-lalu"
    BANDING_STANDAR = "banding-standar"
    EFISIENSI = "efisiensi"
    TINDAK_LANJUT = "rekomendasi-selesai"


LABEL_FAKTA: dict[str, str] = {
    KodeFakta.RENSTRA_ADA: "Renstra ada",
    KodeFakta.PK_ADA: "Perjanjian Kinerja ada",
    KodeFakta.AKSI_ADA: "Rencana Aksi ada",
    KodeFakta.ANGGARAN_ADA: "anggaran ada",
    KodeFakta.RENCANA_FORMAL: "Perjanjian Kinerja dan Rencana Aksi ditetapkan",
    KodeFakta.PK_TEPAT_WAKTU: "Perjanjian Kinerja ditandatangani tepat waktu",
    KodeFakta.AKSI_PER_INDIKATOR: "setiap indikator Perjanjian Kinerja ada di Rencana Aksi",
    KodeFakta.DEFINISI: "setiap indikator berdefinisi dan berumus",
    KodeFakta.BERKALA: "realisasi setiap triwulan diajukan sebelum tenggat",
    KodeFakta.LKJIP_ADA: "LKjIP ada",
    KodeFakta.LKJIP_TERBIT: "LKjIP terbit",
    KodeFakta.LKJIP_TEPAT_WAKTU: "LKjIP tepat waktu",
    KodeFakta.BANDING_TARGET: "LKjIP membandingkan dengan target tahunan",
    KodeFakta.BANDING_MENENGAH: "LKjIP membandingkan dengan target jangka menengah",
    KodeFakta.BANDING_LALU: "LKjIP membandingkan dengan tahun sebelumnya",
    KodeFakta.BANDING_STANDAR: "LKjIP membandingkan dengan standar atau nasional",
    KodeFakta.EFISIENSI: "LKjIP memuat efisiensi",
    KodeFakta.TINDAK_LANJUT: "rekomendasi LHE tahun lalu selesai",
}


class Usulan(StrEnum):
    TERPENUHI = "terpenuhi"
    BELUM = "belum"
    TIDAK_DINILAI = "tidak_dinilai"


LABEL_USULAN: dict[Usulan, str] = {
    Usulan.TERPENUHI: "terpenuhi",
    Usulan.BELUM: "belum terpenuhi",
    Usulan.TIDAK_DINILAI: "tidak dapat dinilai",
}


@dataclass(frozen=True)
class HasilFakta:
    """What is proposed, and the facts in one sentence."""

    usulan: Usulan
    kalimat: str


@dataclass(frozen=True)
class TandaTangan:
    """An agreement that was signed, and the budget document it stands on; dates may be unknown."""

    nama: str
    tanggal: date | None
    anggaran: str
    tanggal_anggaran: date | None


@dataclass(frozen=True)
class IsianTriwulan:
    """The realisasi that are due by the end of a triwulan, named by its last month.

    `diajukan` are the moments of those that were submitted, None where it is not known; what is
    due and not in it is missing. `tenggat` None: no window was set.
    """

    bulan: int
    wajib: int
    diajukan: tuple[datetime | None, ...]
    tenggat: datetime | None


def terpenuhi(kalimat: str) -> HasilFakta:
    return HasilFakta(Usulan.TERPENUHI, kalimat)


def belum(kalimat: str) -> HasilFakta:
    return HasilFakta(Usulan.BELUM, kalimat)


def tidak_dinilai(kalimat: str) -> HasilFakta:
    return HasilFakta(Usulan.TIDAK_DINILAI, kalimat)


def menurut_banyak(jumlah: int, semua: int, apa: str, kosong: str) -> HasilFakta:
    """Met when each has it: “6 dari 7 …”; `kosong` is what is said where there is none at all."""
    if semua == 0:
        return tidak_dinilai(kosong)
    kalimat = f"{jumlah} dari {semua} {apa}."
    return terpenuhi(kalimat) if jumlah == semua else belum(kalimat)


def pk_tepat_waktu(semua: Sequence[TandaTangan], tahun: int) -> HasilFakta:
    """Each signed within one month after its budget document; one that is late decides."""
    if not semua:
        return belum(f"Belum ada Perjanjian Kinerja {tahun} yang ditandatangani.")
    ujar = []
    tak_tahu = ""
    terlambat = False
    for satu in semua:
        if satu.tanggal is None or satu.tanggal_anggaran is None:
            apa = satu.anggaran if satu.tanggal_anggaran is None else satu.nama
            tak_tahu = tak_tahu or f"Tanggal {apa} belum dicatat, sehingga waktunya tidak dapat "
            continue
        tenggat = tambah_bulan(satu.tanggal_anggaran, BULAN_PERJANJIAN)
        terlambat = terlambat or satu.tanggal > tenggat
        ujar.append(
            f"{satu.nama} ditandatangani {tulis_tanggal(satu.tanggal)}, paling lambat "
            f"{tulis_tanggal(tenggat)}"
        )
    if terlambat or not tak_tahu:
        kalimat = "; ".join(ujar) + ". Publikasinya tidak dicatat aplikasi."
        return belum(kalimat) if terlambat else terpenuhi(kalimat)
    return tidak_dinilai(f"{tak_tahu}dinilai.")


def diisi_berkala(semua: Sequence[IsianTriwulan], kini: datetime, tahun: int) -> HasilFakta:
    """Every due realisasi submitted before the tenggat of its triwulan; one that is late decides."""
    wajib = [satu for satu in semua if satu.wajib]
    if not wajib:
        return tidak_dinilai(f"Tidak ada realisasi yang jatuh tempo menurut rencana {tahun}.")
    hasil = {satu.bulan: _triwulan(satu, kini) for satu in wajib}
    tepat = sum(satu is None for satu in hasil.values())
    ringkas = f"{tepat} dari {len(wajib)} triwulan diisi sebelum tenggat"
    kurang = [f"{tulis_triwulan(b)} {h.kalimat}" for b, h in hasil.items() if h is not None]
    kalimat = "; ".join([ringkas, *kurang]) + "."
    keadaan = {satu.usulan for satu in hasil.values() if satu is not None}
    if Usulan.BELUM in keadaan:
        return belum(kalimat)
    return tidak_dinilai(kalimat) if keadaan else terpenuhi(kalimat)


def _triwulan(satu: IsianTriwulan, kini: datetime) -> HasilFakta | None:
    """What is wrong or unknown of a triwulan; None where all of it came in time."""
    hilang = satu.wajib - len(satu.diajukan)
    if satu.tenggat is None:
        return tidak_dinilai("belum berjendela pengisian, sehingga tenggatnya tidak diketahui")
    terlambat = sum(saat is not None and saat > satu.tenggat for saat in satu.diajukan)
    if terlambat:
        return belum(f"{terlambat} dari {satu.wajib} terlambat")
    if hilang:
        kata = f"{hilang} dari {satu.wajib} belum diajukan"
        return belum(kata) if kini > satu.tenggat else tidak_dinilai(f"{kata}, belum tenggat")
    if None in satu.diajukan:
        return tidak_dinilai("diambil dari dokumen, sehingga waktu pengajuannya tidak diketahui")
    return None


def lkjip_tepat_waktu(
    tanggal: date | None,
    *,
    terbit: bool,
    tahun: int,
    hari_ini: date,
    hari_terbit: date | None = None,
) -> HasilFakta:
    """Signed and issued within two months after the year.

    `hari_terbit` is the day on which it was issued in the application. Where only that one is
    late nothing is proposed: the date it bears was typed, and may be that of an earlier paper.
    """
    tenggat = tambah_bulan(date(tahun, 12, 31), BULAN_LAPORAN)
    kapan = f"paling lambat {tulis_tanggal(tenggat)}"
    if terbit and tanggal is not None:
        lain = sebut_hari_terbit(tanggal, hari_terbit)
        kalimat = f"LKjIP {tahun} bertanggal {tulis_tanggal(tanggal)}{lain}, {kapan}."
        if tanggal > tenggat:
            return belum(kalimat)
        kemudian = hari_terbit is not None and hari_terbit > tenggat
        return tidak_dinilai(kalimat) if kemudian else terpenuhi(kalimat)
    if hari_ini <= tenggat:
        return tidak_dinilai(f"LKjIP {tahun} belum terbit, {kapan}; tenggatnya belum lewat.")
    return belum(f"LKjIP {tahun} belum terbit di aplikasi, {kapan}.")


def sebut_hari_terbit(tanggal: date, hari_terbit: date | None) -> str:
    """The day on which it was issued here, where that is another one than it bears."""
    if hari_terbit is None or hari_terbit == tanggal:
        return ""
    return f", diterbitkan di aplikasi {tulis_tanggal(hari_terbit)}"
