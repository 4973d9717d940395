"""What comes next in a year, and whose turn it is."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse

from pengukuran.status import StatusRealisasi
from perencanaan.models import PerjanjianKinerja, RencanaAksi
from perencanaan.queries.saat import TRIWULAN, sebut_triwulan
from perencanaan.status import StatusRencana
from sakip.beranda.setahun.keadaan import KeadaanTahun, Tanda
from sakip.organisasi.peran import Peran

PENGISI = frozenset({Peran.OPERATOR})
SEKRETARIAT = frozenset({Peran.PERENCANA})
PIMPINAN = frozenset({Peran.PIMPINAN})
INSPEKTORAT = frozenset({Peran.INSPEKTORAT})
GILIRAN = {
    PENGISI: "bidang",
    SEKRETARIAT: "sekretariat",
    PIMPINAN: "pimpinan",
    INSPEKTORAT: "inspektorat",
}


@dataclass(frozen=True)
class Langkah:
    """Something that is not done: what it is, whose turn, and how it stands."""

    nama: str
    ket: str
    status: Tanda
    alamat: str
    peran: frozenset[Peran]

    def milik(self, peran: frozenset[Peran]) -> bool:
        """Whether it is the turn of somebody with these roles."""
        return bool(self.peran & peran)


def langkah_berikutnya(keadaan: KeadaanTahun) -> tuple[Langkah, ...]:
    """Everything that is not done, in the order of the cycle.

    The report comes last: it is nobody's turn while the year goes on.
    """
    langkah = [*_rencana_setahun(keadaan)]
    for nomor in sorted(keadaan.sudah_lewat):
        langkah += _isian(keadaan, nomor)
    return (*langkah, *_akhir_tahun(keadaan))


def langkah_rencana(keadaan: KeadaanTahun) -> tuple[Langkah, ...]:
    """What is not done of the year's papers, without its realisasi."""
    return (*_rencana_setahun(keadaan), *_akhir_tahun(keadaan))


def _rencana_setahun(keadaan: KeadaanTahun) -> Iterator[Langkah]:
    perjanjian, rencana = keadaan.perjanjian, keadaan.rencana
    yield from _rencana(keadaan, "Perjanjian Kinerja", perjanjian, "perencanaan:perjanjian")
    yield from _rencana(keadaan, "Rencana Aksi", rencana, "perencanaan:rencana-aksi")


def _akhir_tahun(keadaan: KeadaanTahun) -> Iterator[Langkah]:
    if keadaan.sudah_lewat >= set(TRIWULAN):
        yield from _laporan(keadaan)
        yield from _lhe(keadaan)


def _rencana(
    keadaan: KeadaanTahun, nama: str, milik: PerjanjianKinerja | RencanaAksi | None, alamat: str
) -> Iterator[Langkah]:
    sebutan = f"{nama} {keadaan.tahun}"
    tujuan = reverse(alamat, args=[keadaan.unit.kode, keadaan.tahun])
    status = None if milik is None else StatusRencana(milik.status)
    if status is None:
        yield _langkah(sebutan, "menunggu", "belum disusun", tujuan, SEKRETARIAT)
    elif status is StatusRencana.DIAJUKAN:
        yield _langkah(sebutan, "berjalan", "menunggu penetapan", tujuan, PIMPINAN)
    elif status is StatusRencana.DIKEMBALIKAN:
        yield _langkah(sebutan, "dikembalikan", "dikembalikan", tujuan, SEKRETARIAT)
    elif status is StatusRencana.DRAF:
        yield _langkah(sebutan, "berjalan", "draf, belum diajukan", tujuan, SEKRETARIAT)


@dataclass(frozen=True)
class TahapIsian:
    """Rows in these states wait for these people, on this page."""

    status: frozenset[StatusRealisasi | None]
    jenis: str
    kata: str
    peran: frozenset[Peran]
    alamat: str


ISI, MEJA = "pengukuran:isi", "pengukuran:verifikasi"
S = StatusRealisasi
TAHAP_ISIAN = (
    TahapIsian(frozenset({None, S.DRAF}), "menunggu", "belum diajukan", PENGISI, ISI),
    TahapIsian(frozenset({S.DIKEMBALIKAN}), "dikembalikan", "dikembalikan", PENGISI, ISI),
    TahapIsian(frozenset({S.DIAJUKAN}), "berjalan", "menunggu verifikasi", SEKRETARIAT, MEJA),
    TahapIsian(frozenset({S.DIVERIFIKASI}), "berjalan", "menunggu persetujuan", PIMPINAN, MEJA),
)


def _isian(keadaan: KeadaanTahun, nomor: int) -> Iterator[Langkah]:
    wajib = keadaan.triwulan(nomor)
    for tahap in TAHAP_ISIAN:
        banyaknya = sum(satu.status in tahap.status for satu in wajib)
        if banyaknya:
            nama = f"Realisasi {sebut_triwulan(nomor, keadaan.tahun)}"
            kata = f"{banyaknya} dari {len(wajib)} {tahap.kata}"
            tujuan = reverse(tahap.alamat, args=[keadaan.unit.kode, keadaan.tahun])
            yield _langkah(nama, tahap.jenis, kata, f"{tujuan}?triwulan={nomor}", tahap.peran)


def _laporan(keadaan: KeadaanTahun) -> Iterator[Langkah]:
    milik = keadaan.laporan
    if milik is not None and milik.dokumen is not None:
        return
    tempat = [keadaan.unit.kode, keadaan.tahun]
    if milik is None:
        tujuan = reverse("pelaporan:lkjip-baca", args=tempat)
        yield _langkah(f"LKjIP {keadaan.tahun}", "menunggu", "belum disusun", tujuan, SEKRETARIAT)
    else:
        tujuan, nama = reverse("pelaporan:lkjip-terbit", args=tempat), "Terbitkan LKjIP"
        kata = "draf, belum terbit"
        yield _langkah(f"{nama} {keadaan.tahun}", "menunggu", kata, tujuan, PIMPINAN)


def _lhe(keadaan: KeadaanTahun) -> Iterator[Langkah]:
    """Once the inspektorat has finished a worksheet."""
    lembar = keadaan.lembar
    if lembar is not None:
        tujuan = reverse("evaluasi:lhe", args=[keadaan.unit.kode, keadaan.tahun])
        kata = f"{lembar} selesai, LHE belum terbit"
        nama = f"LHE {lembar.tahun_evaluasi} atas kinerja {keadaan.tahun}"
        yield _langkah(nama, "menunggu", kata, tujuan, INSPEKTORAT)


def _langkah(nama: str, jenis: str, kata: str, alamat: str, peran: frozenset[Peran]) -> Langkah:
    return Langkah(nama, f"giliran {GILIRAN[peran]}", Tanda(jenis, kata), alamat, peran)
