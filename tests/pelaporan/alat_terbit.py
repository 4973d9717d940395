"""Issuing the LKjIP of the example the way its head does, with a PDF that costs nothing."""

from datetime import date

from pelaporan.dokumen.lkjip import susun_laporan, susun_lkjip
from pelaporan.services.terbit import Keputusan, Pembuat, ke_berikutnya, terbitkan_lkjip
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
    isi = {
        "ke": ke,
        "tanggal": TANGGAL,
        "sidik": sidik_naskah(susun_lkjip(unit, TAHUN)),
        "alasan": ALASAN if ke > 1 else "",
    }
    return Keputusan(**{**isi, **beda})


def terbitkan(unit: Unit, **beda: object) -> DokumenTerbit:
    return terbitkan_lkjip(
        unit, TAHUN, keputusan(unit, **beda), oleh=akun("pimpinan"), pembuat=PEMBUAT
    )
