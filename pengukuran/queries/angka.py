"""The figures of the achievement and budget tables as `Angka`, each with where it came from."""

from decimal import Decimal

from pengukuran.hitung.capaian import RUMUS, Aturan, Capaian
from pengukuran.queries.anggaran import Serapan
from pengukuran.queries.capaian import BarisCapaian
from perencanaan.hitung.nilai import JenisNilai, Nilai
from perencanaan.models import IndikatorVersi, VersiAnggaran
from sakip.dokumen.angka import Angka, Asal
from sakip.lib.angka import tulis_angka, tulis_dengan_satuan, tulis_uang

KOSONG = "-"
RUMUS_SERAPAN = "realisasi / pagu × 100"


def angka_target(baris: BarisCapaian) -> Angka:
    """The target in force in the row's year."""
    kunci = f"target/{baris.indikator.indikator_id}/{baris.tahun}"
    if baris.beda:
        return Angka(None, KOSONG, kunci, Asal(f"Target {baris.tahun}"), baris.beda)
    return _angka_target(baris.indikator, baris.tahun, baris.target, kunci, baris.sumber_target)


def angka_target_renstra(
    indikator: IndikatorVersi, tahun: int, nilai: Nilai | None, sumber: str
) -> Angka:
    """What a Renstra says of a year, which another document may have changed since."""
    kunci = f"target-renstra/{indikator.indikator_id}/{tahun}"
    return _angka_target(indikator, tahun, nilai, kunci, sumber)


def _angka_target(
    indikator: IndikatorVersi, tahun: int, nilai: Nilai | None, kunci: str, sumber: str
) -> Angka:
    """A state prints as `-` or as its label, with its reason."""
    asal = Asal(f"Target {tahun} menurut {sumber}" if sumber else f"Target {tahun}")
    if nilai is None:
        return Angka(None, KOSONG, kunci, asal, "Target belum ditetapkan.")
    return _angka_nilai(indikator, nilai, kunci, asal)


def angka_realisasi(baris: BarisCapaian) -> Angka:
    """The approved realisasi; not filled is blank, belum diukur is N/A with its reason."""
    asal = Asal(f"Realisasi {baris.tahun} yang telah disetujui")
    kunci = f"realisasi/{baris.indikator.indikator_id}/{baris.tahun}"
    tidak_jatuh_tempo = (
        baris.target is not None and baris.target.jenis is JenisNilai.TIDAK_DIJADWALKAN
    )
    if baris.beda:
        return Angka(None, KOSONG, kunci, asal, baris.beda)
    if baris.realisasi is None and tidak_jatuh_tempo:
        return Angka(None, KOSONG, kunci, asal, baris.hasil.alasan)
    if baris.realisasi is None:
        return Angka(None, "", kunci, asal, "Belum diisi.")
    return _angka_nilai(baris.indikator, baris.realisasi, kunci, asal)


def angka_capaian(baris: BarisCapaian) -> Angka:
    dari = (angka_target(baris), angka_realisasi(baris))
    kunci = f"capaian/{baris.indikator.indikator_id}/{baris.tahun}"
    return angka_persen(baris.hasil, kunci, dari)


def angka_persen(hasil: Capaian, kunci: str, dari: tuple[Angka, ...]) -> Angka:
    """A capaian or a progress in percent with two decimals, without its sign."""
    asal = Asal(RUMUS[Aturan(hasil.aturan)], dari)
    if hasil.dipakai is None:
        return Angka(None, KOSONG, kunci, asal, hasil.alasan)
    return Angka(hasil.dipakai, _dua(hasil.dipakai), kunci, asal)


def angka_pagu(serapan: Serapan, tempat: str, versi: VersiAnggaran) -> Angka:
    """Pagu in rupiah without the currency; `tempat` names the node or the total."""
    return angka_uang(serapan.pagu, f"pagu/{versi.tahun}/{versi.ke}/{tempat}", str(versi))


def angka_realisasi_anggaran(serapan: Serapan, tempat: str, tahun: int) -> Angka:
    kunci = f"realisasi-anggaran/{tahun}/{tempat}"
    return angka_uang(serapan.realisasi, kunci, f"Realisasi anggaran {tahun}")


def angka_serapan(serapan: Serapan, tempat: str, versi: VersiAnggaran) -> Angka:
    dari = (
        angka_pagu(serapan, tempat, versi),
        angka_realisasi_anggaran(serapan, tempat, versi.tahun),
    )
    asal = Asal(RUMUS_SERAPAN, dari)
    kunci = f"serapan/{versi.tahun}/{versi.ke}/{tempat}"
    if serapan.persen is None:
        return Angka(None, KOSONG, kunci, asal, "Pagu atau realisasi tidak diketahui.")
    return Angka(serapan.persen, _dua(serapan.persen), kunci, asal)


def angka_uang(jumlah: Decimal | None, kunci: str, uraian: str) -> Angka:
    if jumlah is None:
        return Angka(None, KOSONG, kunci, Asal(uraian), "Tidak diketahui.")
    return Angka(jumlah, tulis_uang(jumlah), kunci, Asal(uraian))


def _dua(nilai: Decimal) -> str:
    return tulis_angka(nilai, 2, buang_nol=False)


def _angka_nilai(indikator: IndikatorVersi, nilai: Nilai, kunci: str, asal: Asal) -> Angka:
    if nilai.angka is not None:
        tampil = tulis_dengan_satuan(nilai.angka, indikator.desimal, indikator.satuan)
        return Angka(nilai.angka, tampil, kunci, asal)
    return Angka(None, _tampil_keadaan(nilai, indikator), kunci, asal, nilai.alasan)


def _tampil_keadaan(nilai: Nilai, indikator: IndikatorVersi) -> str:
    match nilai.jenis:
        case JenisNilai.RENTANG if nilai.bawah is not None and nilai.atas is not None:
            bawah, atas = (tulis_angka(n, indikator.desimal) for n in (nilai.bawah, nilai.atas))
            return f"{bawah}–{atas}"
        case JenisNilai.PREDIKAT:
            return nilai.predikat
        case JenisNilai.TANPA_ANGKA:
            return nilai.keterangan
        case JenisNilai.BELUM_DIUKUR:
            return "N/A"
    return KOSONG
