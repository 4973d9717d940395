"""The LKjIP as PDF, made by a worker: some seconds of work that no page should wait for.

So is its issue, which needs that PDF: whoever issues it is told when it is done, or why not.
"""

from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.urls import reverse

from pelaporan.dokumen.lkjip import susun_laporan, susun_lkjip
from pelaporan.permissions import boleh_menerbitkan
from pelaporan.services.terbit import (
    JENIS_DOKUMEN,
    Keputusan,
    Pembuat,
    periksa_keputusan,
    terbitkan_lkjip,
)
from sakip.berkas.galat import GagalSimpan
from sakip.dokumen.models import DokumenTerbit
from sakip.dokumen.pdf import BATAS_DETIK, GagalCetak, pdf_dokumen
from sakip.lib.galat import TidakAda
from sakip.lib.izin import Izin, Tolak
from sakip.lib.transisi import CatatanKurang, DidahuluiOrangLain, HakKurang, KeadaanSalah
from sakip.organisasi.models import Pengguna, Unit
from sakip.pekerjaan.models import Pekerjaan
from sakip.pekerjaan.registri import Argumen, GagalPekerjaan, Hasil, Kabar, daftar
from sakip.pekerjaan.services.antre import antrekan
from sakip.web.versi import SudahBerubah

CETAK_LKJIP, TERBIT_LKJIP = "lkjip.pdf", "lkjip.terbit"
# the renderer's own limit, and time to read the figures
BATAS = timedelta(seconds=BATAS_DETIK + 60)
TERTOLAK = (
    GagalCetak,
    GagalSimpan,
    KeadaanSalah,
    HakKurang,
    CatatanKurang,
    DidahuluiOrangLain,
    SudahBerubah,
    TidakAda,
)


def daftarkan() -> None:
    daftar(CETAK_LKJIP, "PDF LKjIP {tahun}", _cetak, batas_waktu=BATAS, aman_diulang=True)
    daftar(
        TERBIT_LKJIP,
        "Penerbitan LKjIP {tahun}",
        _terbitkan,
        batas_waktu=BATAS,
        aman_diulang=True,
        izin=_izin_terbit,
    )


def alamat_lkjip(dokumen: DokumenTerbit) -> str:
    """Where the report of its year is read, at what was issued of it."""
    return f"{reverse('pelaporan:lkjip-baca', args=[dokumen.unit.kode, dokumen.tahun])}#terbit"


def minta_lkjip(pengguna: Pengguna, unit: Unit, tahun: int) -> Pekerjaan:
    """The job that makes the PDF ready to be fetched. Raises HakKurang and AntreanPenuh."""
    argumen = {"kode": unit.kode, "tahun": tahun}
    return antrekan(CETAK_LKJIP, oleh=pengguna, unit=unit, argumen=argumen)


def minta_terbit(pengguna: Pengguna, unit: Unit, tahun: int, keputusan: Keputusan) -> Pekerjaan:
    """The job that issues the report. Raises AntreanPenuh and what `periksa_keputusan` raises."""
    periksa_keputusan(unit, tahun, keputusan, oleh=pengguna)
    argumen = {
        "kode": unit.kode,
        "tahun": tahun,
        "oleh": pengguna.pk,
        "ke": keputusan.ke,
        "tanggal": keputusan.tanggal.isoformat(),
        "sidik": keputusan.sidik,
        "nomor": keputusan.nomor,
        "alasan": keputusan.alasan,
    }
    return antrekan(TERBIT_LKJIP, oleh=pengguna, unit=unit, argumen=argumen)


def _izin_terbit(pengguna: Pengguna, unit: Unit | None, argumen: Argumen) -> Izin:
    """The head, in his own name; a job that failed is begun again by him alone."""
    if unit is None or argumen.get("oleh") != pengguna.pk:
        return Tolak("LKjIP diterbitkan dari halamannya. Buka LKjIP, lalu periksa dan terbitkan.")
    return boleh_menerbitkan(pengguna, unit)


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


def _terbitkan(argumen: Argumen, kabar: Kabar) -> Hasil:
    """Once, also when it is run again after the commit."""
    unit, tahun = Unit.objects.berkode(argumen["kode"]), argumen["tahun"]
    oleh = Pengguna.objects.get(pk=argumen["oleh"])
    keputusan = Keputusan(
        ke=argumen["ke"],
        tanggal=date.fromisoformat(argumen["tanggal"]),
        sidik=argumen["sidik"],
        nomor=argumen["nomor"],
        alasan=argumen["alasan"],
    )
    if not _sudah_terbit(unit, tahun, keputusan, oleh):
        kabar(5, "Memeriksa kesiapan dan mencetak laporan")
        try:
            terbitkan_lkjip(
                unit, tahun, keputusan, oleh=oleh, pembuat=Pembuat(susun_laporan, pdf_dokumen)
            )
        except TERTOLAK as salah:
            # another attempt may have committed since this one looked
            if not _sudah_terbit(unit, tahun, keputusan, oleh):
                raise GagalPekerjaan(str(salah)) from salah
        except ValidationError as salah:
            raise GagalPekerjaan(" ".join(salah.messages)) from salah
    alamat = reverse("pelaporan:lkjip-baca", args=[unit.kode, tahun])
    return {"alamat": f"{alamat}#terbit", "sebutan": f"Buka LKjIP {tahun} yang terbit"}


def _sudah_terbit(unit: Unit, tahun: int, keputusan: Keputusan, oleh: Pengguna) -> bool:
    """Whether this very decision, day and reading too, was carried out by another attempt."""
    milik = DokumenTerbit.objects.filter(
        unit=unit, jenis=JENIS_DOKUMEN, tahun=tahun, ke=keputusan.ke, diterbitkan_oleh=oleh
    ).filter(konteks__tanggal=keputusan.tanggal.isoformat(), konteks__dibaca=keputusan.sidik)
    return milik.filter(nomor=keputusan.nomor.strip(), alasan=keputusan.alasan.strip()).exists()
