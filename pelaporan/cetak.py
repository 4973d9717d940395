"""The LKjIP as PDF, made by a worker: some seconds of work that no page should wait for."""

from datetime import timedelta

from django.urls import reverse

from pelaporan.dokumen.lkjip import susun_lkjip
from sakip.dokumen.models import DokumenTerbit
from sakip.dokumen.pdf import BATAS_DETIK, GagalCetak, pdf_dokumen
from sakip.organisasi.models import Pengguna, Unit
from sakip.pekerjaan.models import Pekerjaan
from sakip.pekerjaan.registri import Argumen, GagalPekerjaan, Hasil, Kabar, daftar
from sakip.pekerjaan.services.antre import antrekan

CETAK_LKJIP = "lkjip.pdf"
# the renderer's own limit, and time to read the figures
BATAS = timedelta(seconds=BATAS_DETIK + 60)


def daftarkan() -> None:
    daftar(CETAK_LKJIP, "PDF LKjIP {tahun}", _cetak, batas_waktu=BATAS, aman_diulang=True)


def alamat_lkjip(dokumen: DokumenTerbit) -> str:
    """Where the report of its year is read."""
    return reverse("pelaporan:lkjip-baca", args=[dokumen.unit.kode, dokumen.tahun])


def minta_lkjip(pengguna: Pengguna, unit: Unit, tahun: int) -> Pekerjaan:
    """The job that makes the PDF ready to be fetched. Raises HakKurang and AntreanPenuh."""
    argumen = {"kode": unit.kode, "tahun": tahun}
    return antrekan(CETAK_LKJIP, oleh=pengguna, unit=unit, argumen=argumen)


def _cetak(argumen: Argumen, kabar: Kabar) -> Hasil:
    """Leaves the PDF where the download finds it, under the hash of what it was made from."""
    kode, tahun = argumen["kode"], argumen["tahun"]
    kabar(5, "Mengumpulkan angka dan kalimat")
    dokumen = susun_lkjip(Unit.objects.berkode(kode), tahun)
    kabar(25, "Menyusun halaman")
    try:
        pdf_dokumen(dokumen)
    except GagalCetak as salah:
        raise GagalPekerjaan(str(salah)) from salah
    alamat = reverse("pelaporan:lkjip-unduh", args=[kode, tahun])
    return {"alamat": alamat, "sebutan": f"Unduh LKjIP {tahun} (PDF)"}
