"""Issuing the LKjIP of the example the way its head does, with a PDF that costs nothing."""

from datetime import date

from pelaporan.dokumen.lkjip import susun_laporan, susun_lkjip
from pelaporan.models import Laporan
from pelaporan.services.terbit import Keputusan, Pembuat, ke_berikutnya, terbitkan_lkjip
from pengukuran.models import Realisasi
from perencanaan.models import TargetPeriode, TargetTahunan
from sakip.dokumen.blok import Dokumen
from sakip.dokumen.models import DokumenTerbit
from sakip.dokumen.naskah import sidik_naskah
from sakip.organisasi.models import Pengguna, Unit
from tests.berkas import contoh

TAHUN, TANGGAL = 2023, date(2024, 2, 20)
ALASAN = "angka ormas dikoreksi"


def akun(nama: str) -> Pengguna:
    return Pengguna.objects.get(nama_pengguna=nama)


def cetak_contoh(_dokumen: Dokumen) -> bytes:
    return contoh.pdf()


PEMBUAT = Pembuat(susun_laporan, cetak_contoh)


def keputusan(unit: Unit, **beda: object) -> Keputusan:
    """As it is after the page was read."""
    ke = ke_berikutnya(unit, TAHUN)
    if "sidik" not in beda:
        beda["sidik"] = sidik_naskah(susun_lkjip(unit, TAHUN))
    isi = {"ke": ke, "tanggal": TANGGAL, "alasan": ALASAN if ke > 1 else ""}
    return Keputusan(**{**isi, **beda})


def laporan(unit: Unit) -> list[Laporan]:
    return list(Laporan.objects.filter(unit=unit, tahun=TAHUN).order_by("ke"))


def tanpa_jadwal(unit: Unit) -> Realisasi:
    """The realisasi of an indikator of which nothing is due, taken out again."""
    baris = Realisasi.objects.sah().filter(unit=unit, tahun=TAHUN).latest("pk")
    milik = {"indikator_versi__indikator": baris.indikator, "tahun": TAHUN}
    TargetTahunan.objects.filter(**milik).delete()
    TargetPeriode.objects.filter(rencana_indikator__indikator=baris.indikator).delete()
    baris.pelaku.all().delete()
    baris.delete()
    return baris


def ajukan_di_luar_jadwal(baris: Realisasi) -> None:
    """It waits; once approved it would count, although none is due."""
    Realisasi.objects.create(
        indikator=baris.indikator,
        unit=baris.unit,
        tahun=TAHUN,
        bulan=baris.bulan,
        frekuensi=baris.frekuensi,
        jenis=baris.jenis,
        nilai=baris.nilai,
        status="diajukan",
        diisi_oleh=akun("bidang"),
    )


def terbitkan(
    unit: Unit,
    putusan: Keputusan | None = None,
    *,
    pembuat: Pembuat = PEMBUAT,
    nama: str = "pimpinan",
    **beda: object,
) -> DokumenTerbit:
    """By what was decided before, or else now."""
    putusan = putusan or keputusan(unit, **beda)
    return terbitkan_lkjip(unit, TAHUN, putusan, oleh=akun(nama), pembuat=pembuat)
